"""`linli roster …` and `linli keys …`: counts, reasons by cell, exit codes."""

import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from django.test import override_settings
from openpyxl import load_workbook

from linli.core.people.models import Batch, Person
from linli.core.people.queries import persons_in
from linli.core.people.tests.conftest import community, dwelling, resident  # noqa: F401
from linli.core.people.tests.rosters import as_csv
from linli.web.command import console, keys, roster

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("LINLI_LANG", "en")


@pytest.fixture
def file(tmp_path) -> Path:
    path = tmp_path / "roster.csv"
    path.write_bytes(
        as_csv(
            ("姓名", "地址", "电话", "政治面貌"),
            ("王秀英", "1-1-101", "13812345678", "群众"),
            ("李建国", "9-9-999", "", ""),
        )
    )
    return path


def call(command, *words):
    """The exit code, what went to stdout and what to stderr."""
    codes = []

    @click.command(context_settings={"ignore_unknown_options": True})
    @click.argument("rest", nargs=-1, type=click.UNPROCESSED)
    def whole(rest):
        codes.append(console.run(command, list(rest)))

    result = CliRunner().invoke(whole, ["--", *map(str, words)])
    assert result.exception is None, result.exception
    return codes[0], result.stdout, result.stderr


def take_in(file, community, *words):  # noqa: F811
    return call(roster.command, "import", file, "--community", community.code, *words)


def test_a_table_is_taken_in_with_counts_and_reasons_by_cell(file, community):  # noqa: F811
    code, out, _err = take_in(file, community, "--json", "--contact", "signed")
    assert code == 0
    report = json.loads(out)
    assert [report[name] for name in ("read", "new", "changed", "same", "refused")] == [
        2, 1, 0, 0, 1,
    ]  # fmt: skip
    assert [(each["cell"], each["code"]) for each in report["reasons"]] == [
        ("B3", "dwelling_unknown")
    ]
    assert report["without_ground"] == ["政治面貌"]
    assert Person.objects.get(community=community).phone == "+8613812345678"
    assert json.loads(take_in(file, community, "--json")[1])["same"] == 1


def test_without_a_word_on_consent_no_telephone_is_taken(file, community):  # noqa: F811
    code, out, err = take_in(file, community)
    assert code == 0
    assert "2 rows read, 1 new" in out
    assert "consent not known, not kept: 电话" in err
    assert "no ground, not kept: 政治面貌" in err
    assert Person.objects.get(community=community).phone == ""


def test_a_dry_run_writes_nothing(file, community, tmp_path):  # noqa: F811
    marked = tmp_path / "marked.xlsx"
    code, out, _err = take_in(file, community, "--dry-run", "--marked", marked)
    assert code == 0
    assert "Would be" in out
    assert not persons_in(community).exists()
    assert not Batch.objects.filter(community=community).exists()
    assert load_workbook(marked).worksheets[0]["B3"].comment is not None


def test_an_import_is_undone_by_its_number(file, community):  # noqa: F811
    batch = json.loads(take_in(file, community, "--json")[1])["batch"]
    words = ("undo", batch, "--community", community.code)
    code, out, _err = call(roster.command, *words, "--json")
    assert (code, json.loads(out)["removed"]) == (0, 1)
    code, _out, err = call(roster.command, *words)
    assert code == 1
    assert err


def test_a_file_that_is_no_table_and_a_community_that_is_none(tmp_path, community):  # noqa: F811
    torn = tmp_path / "torn.xlsx"
    torn.write_bytes(b"PK\x03\x04 torn")
    code, out, _err = take_in(torn, community, "--json")
    assert code == 1
    assert json.loads(out)["reasons"][0]["code"] == "torn_file"
    code, _out, err = call(roster.command, "import", torn, "--community", "999999999999")
    assert code == 2
    assert "999999999999" in err


def test_the_key_ring_turns_in_three_steps(resident, settings, tmp_path):  # noqa: F811
    folder = tmp_path / "secrets"
    folder.mkdir()
    ring = folder / "field_keys"
    ring.write_text("\n".join(settings.FIELD_KEYS) + "\n")
    person = resident("王秀英", phone="13812345678")
    with override_settings(DATA_DIR=tmp_path):
        code, out, _err = call(keys.command, "add", "--json")
        assert (code, json.loads(out)["keys"]) == (0, 2)
        new, old = ring.read_text().split()
        assert old == settings.FIELD_KEYS[0]
        assert ring.stat().st_mode & 0o777 == 0o600
        with override_settings(FIELD_KEYS=(new, old)):
            code, _out, err = call(keys.command, "drop")
            assert code == 1
            assert "reseal" in err
            assert json.loads(call(keys.command, "reseal", "--json")[1])["resealed"] == 1
            assert json.loads(call(keys.command, "drop", "--json")[1])["dropped"] == 1
        assert ring.read_text().split() == [new]
        with override_settings(FIELD_KEYS=(new,)):
            found = Person.objects.get(community=person.community_id, pk=person.pk)
            assert found.phone == "+8613812345678"


def test_the_ring_of_a_compartment_turns_by_itself(settings, tmp_path, db):
    folder = tmp_path / "secrets"
    folder.mkdir()
    rings = {name: folder / name for name in ("field_keys", "closed_keys_casework")}
    for path in rings.values():
        path.write_text(settings.FIELD_KEYS[0] + "\n")
    with override_settings(DATA_DIR=tmp_path):
        code, out, _err = call(keys.command, "add", "--ring", "casework", "--json")
        assert (code, json.loads(out)["keys"]) == (0, 2)
        assert len(rings["field_keys"].read_text().split()) == 1
        assert call(keys.command, "add", "--ring", "nowhere")[0] == 2
        dropped = call(keys.command, "drop", "--ring", "casework", "--json")
        assert json.loads(dropped[1])["dropped"] == 1
    from linli.web.settings.secrets import COMPARTMENTS

    assert set(COMPARTMENTS) | {keys.PEOPLE} == set(keys.RINGS)
