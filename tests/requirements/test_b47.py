"""B47: whoever needs help with voting has it, counted and never named (无障碍环境建设法 48); that pages
pass WCAG is proved by axe in a browser over the whole house."""

from pathlib import Path

from linli.governance.elections.models import Assistance

ROW, ROOM, PAGES = "B47", "service/catalogue", ("catalogue:map", "elections:list")


def test_b47_help_with_voting_is_counted_and_names_nobody():
    fields = {field.name for field in Assistance._meta.fields}
    assert fields == {"id", "community", "station", "way", "number"}


def test_b47_pages_are_looked_at_by_axe():
    looked = Path(__file__).parents[1] / "stories" / "test_accessibility.py"
    assert "axe" in looked.read_text(encoding="utf-8")
