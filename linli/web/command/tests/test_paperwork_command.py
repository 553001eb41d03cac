"""`linli paperwork map`: the proposal, its reasons, exit codes."""

import json

import click
import pytest
from click.testing import CliRunner

from linli.lib.tables.blanks.tests.making import xlsx
from linli.web.command import console, paperwork

FORM = xlsx([["2026年11月居民表"], ["序号", "*姓名", "宗教信仰", "近期动态"], [None] * 4],
            ["A1:D1"], boxed="A2:D3")  # fmt: skip


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("LINLI_LANG", "en")


def call(*words):
    """The exit code, what went to stdout and what to stderr."""
    codes = []

    @click.command(context_settings={"ignore_unknown_options": True})
    @click.argument("rest", nargs=-1, type=click.UNPROCESSED)
    def whole(rest):
        codes.append(console.run(paperwork.command, list(rest)))

    result = CliRunner().invoke(whole, ["--", *map(str, words)])
    assert result.exception is None, result.exception
    return codes[0], result.stdout, result.stderr


def file_of(folder, content, name="form.xlsx"):
    path = folder / name
    path.write_bytes(content)
    return path


def test_the_mapping_for_a_script(tmp_path):
    code, out, _err = call("map", file_of(tmp_path, FORM), "--json")
    told = json.loads(out)
    assert code == 0
    assert (told["kind"], told["about"], told["title"]) == ("xlsx", "person", "2026年11月居民表")
    (table,) = told["tables"]
    assert (table["heading_rows"], table["first_row"], table["drawn"]) == ([2], 3, 1)
    assert [(each["heading"], each["verdict"], each["fact"]) for each in table["columns"]] == [
        ("序号", "number", None),
        ("*姓名", "known", "name"),
        ("宗教信仰", "no_ground", "religion"),
        ("近期动态", "unknown", None),
    ]
    assert table["columns"][1]["confidence"] == 1.0
    assert "no ground" in table["columns"][2]["reason"]
    assert told["counts"] == {"all": 4, "ours": 1, "known": 1, "no_ground": 1, "unknown": 1}


def test_the_mapping_for_a_person(tmp_path):
    code, out, err = call("map", file_of(tmp_path, FORM))
    assert code == 0
    assert "a person a row" in err
    assert "*姓名 → name 100%" in err
    assert "a person decides" in err
    assert out.startswith("4 places: 1 known, 1 without a ground")


def test_what_is_no_form_is_refused_with_its_reason(tmp_path):
    file = file_of(tmp_path, "姓名,性别\n".encode(), "form.csv")
    code, out, err = call("map", file)
    assert (code, out) == (1, "")
    assert "form.csv" in err
    code, out, _err = call("map", file, "--json")
    assert code == 1
    assert json.loads(out)["reasons"][0]["code"] == "not_a_form"


def test_a_file_that_is_not_there_is_wrong_use(tmp_path):
    assert call("map", tmp_path / "none.xlsx")[0] == 2
