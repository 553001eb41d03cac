"""Every component has its place, and no page carries what the content policy forbids."""

import re
from pathlib import Path

import pytest

from linli.core.pages.styleguide.entries import ENTRIES
from linli.core.pages.styleguide.views import FACES
from linli.core.pages.templatetags.linli import icon_names

PAGES = Path(__file__).parent.parent
TEMPLATES = sorted((PAGES / "templates").rglob("*.html"))
WITHOUT_A_FACE = {"chart_scripts"}


@pytest.mark.django_db
def test_every_component_has_its_place_on_the_style_guide(client):
    html = client.get("/styleguide/").text
    shown = set(re.findall(r'data-component="([\w-]+)"', html))
    made = {path.stem for path in (PAGES / "templates" / "components").glob("*.html")}
    assert made - WITHOUT_A_FACE == shown == set(ENTRIES)


@pytest.mark.django_db
@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_every_face_can_be_looked_at(client, face, language):
    client.cookies["django_language"] = language
    response = client.get(f"/styleguide/whole/{face}/")
    assert response.status_code == 200
    assert response.text.count("<h1") == 1
    assert response.text.count('<main id="main"') == 1


@pytest.mark.django_db
def test_no_address_within_the_style_guide_is_dead(client):
    for face in ("portal", "desk", "street", "sheet"):
        html = client.get(f"/styleguide/whole/{face}/").text
        for address in set(re.findall(r'href="(/styleguide/[^"#]*)"', html)):
            assert client.get(address).status_code == 200
    html = client.get("/styleguide/").text
    ids = set(re.findall(r'\bid="([^"]+)"', html))
    assert set(re.findall(r'href="#([^"]+)"', html)) - ids == set()
    assert len(ids) == len(re.findall(r'\bid="([^"]+)"', html)), "an id is used twice"


@pytest.mark.django_db
def test_the_specimen_form_shows_what_is_wrong_and_keeps_nothing(client):
    assert "处需要改" in client.post("/styleguide/form/", {}).text


@pytest.mark.django_db
@pytest.mark.parametrize("done", ["x", "", "-5", "99999999"])
def test_the_specimen_job_bears_any_number(client, done):
    assert client.get("/styleguide/progress/", {"done": done}).status_code == 200


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_templates_carry_no_style_no_script_and_no_handler(path):
    source = path.read_text(encoding="utf-8")
    assert not re.search(r"\sstyle=", source)
    assert not re.search(r"\son\w+=", source)
    assert not re.search(r"<script(?![^>]*\bsrc=)", source)
    assert "hx-on" not in source
    assert "<style" not in source


def test_every_icon_named_in_templates_and_tags_is_in_the_sprite():
    sources = [*TEMPLATES, *PAGES.rglob("*.py")]
    named = set()
    for path in sources:
        named |= set(re.findall(r'{% icon "([\w-]+)"', path.read_text(encoding="utf-8")))
    assert named <= icon_names()


@pytest.mark.django_db
def test_the_sprite_is_linked_where_icons_are_shown(client):
    assert "/icons/sprite.svg#" in client.get("/styleguide/").text
