"""`linli places …`: what is printed for people, for scripts, and the exit codes."""

import json

import click
import pytest
from click.testing import CliRunner

from linli.core.places.models import Place
from linli.core.places.tests.test_import import HEADING, TABLE
from linli.web.command import console, places

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("LINLI_LANG", "en")


@pytest.fixture
def good(tmp_path):
    path = tmp_path / "divisions.csv"
    path.write_text(f"{HEADING}\n{TABLE}\n", encoding="utf-8")
    return path


@pytest.fixture
def bad(tmp_path):
    path = tmp_path / "bad.csv"
    path.write_text(
        f"{HEADING}\n{TABLE}\n990101001003,990101009000,西湖社区,village,,,\n", encoding="utf-8"
    )
    return path


def call(*words):
    """The exit code, what went to stdout and what to stderr."""
    codes = []

    @click.command(context_settings={"ignore_unknown_options": True})
    @click.argument("rest", nargs=-1, type=click.UNPROCESSED)
    def whole(rest):
        codes.append(console.run(places.command, list(rest)))

    result = CliRunner().invoke(whole, ["--", *map(str, words)])
    assert result.exception is None, result.exception
    return codes[0], result.stdout, result.stderr


def test_an_import_prints_its_counts_for_a_script(good):
    code, out, _err = call("import", good, "--json")
    assert code == 0
    report = json.loads(out)
    assert {key: report[key] for key in ("read", "new", "changed", "same", "refused")} == {
        "read": 7,
        "new": 7,
        "changed": 0,
        "same": 0,
        "refused": 0,
    }
    again = json.loads(call("import", good, "--json")[1])
    assert (again["new"], again["same"]) == (0, 7)


def test_a_refused_import_writes_nothing_and_tells_each_row(bad):
    code, out, err = call("import", bad, "--json")
    assert code == 1
    report = json.loads(out)
    assert (report["read"], report["new"], report["refused"]) == (8, 0, 1)
    assert report["written"] is False
    assert [(row["row"], row["reason"]) for row in report["reasons"]] == [(9, "missing_parent")]
    assert "990101009000" in err
    assert not Place.objects.exists()


def test_partial_takes_the_rest(bad):
    code, out, _err = call("import", bad, "--partial", "--json")
    assert code == 0
    report = json.loads(out)
    assert (report["new"], report["refused"], report["written"]) == (7, 1, True)


def test_a_file_that_is_no_table_ends_with_one_and_a_missing_file_or_day_with_two(tmp_path, good):
    torn = tmp_path / "torn.csv.gz"
    torn.write_bytes(b"\x1f\x8b\x08torn")
    assert call("import", torn)[0] == 1
    assert call("import", tmp_path / "nothing.csv")[0] == 2
    assert call("import", good, "--on", "yesterday")[0] == 2
    assert call("import", good, "--on", "2999-01-01")[0] == 1


def test_show_prints_the_tree_of_a_day(good, tmp_path):
    call("import", good)
    later = tmp_path / "later.csv"
    later.write_text(f"{HEADING}\n{TABLE.replace('翠湖社区', '翠湖东社区')}\n", encoding="utf-8")
    assert call("import", later, "--on", "2026-06-01")[0] == 0
    old = json.loads(call("show", "990101001000", "--on", "2026-05-31", "--json")[1])
    new = json.loads(call("show", "990101001000", "--on", "2026-06-01", "--json")[1])
    assert [child["name"] for child in old["children"]] == ["翠湖社区", "东湖社区"]
    assert [child["name"] for child in new["children"]] == ["翠湖东社区", "东湖社区"]
    assert old["full_name"] == "云州 › 云州市 › 东湖区 › 翠湖街道"
    assert old["ancestors"][0]["name"] == "中国"
    assert old["moved"] is False


def test_show_refuses_a_code_nobody_has(good):
    call("import", good)
    code, out, err = call("show", "990101001555", "--json")
    assert code == 1
    assert "990101001555" in json.loads(out)["refused"]
    assert "990101001555" in err


def test_search_prints_full_names(good):
    call("import", good)
    code, out, _err = call("search", "donghu", "chsq")
    assert code == 0
    assert out.strip() == "990101001001  云州 › 云州市 › 东湖区 › 翠湖街道 › 翠湖社区"
    found = json.loads(call("search", "翠湖社区", "--within", "990101000000", "--json")[1])
    assert [place["code"] for place in found["places"]] == ["990101001001"]
    assert call("search", "翠湖", "--within", "000")[0] == 1
