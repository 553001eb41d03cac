"""`linli budgeting count`: the winners for a script and for a person, faults, ties left open."""

import json

import click
import pytest
from click.testing import CliRunner

from linli.governance.budgeting.pabulib import write_pb
from linli.governance.budgeting.rules.count import CountRules
from linli.governance.budgeting.tests.voted import TOY_NAMES, approved, toy
from linli.web.command import budgeting, console


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("LINLI_LANG", "en")


def call(*words):
    """The exit code, what went to stdout and what to stderr."""
    codes = []

    @click.command(context_settings={"ignore_unknown_options": True})
    @click.argument("rest", nargs=-1, type=click.UNPROCESSED)
    def whole(rest):
        codes.append(console.run(budgeting.command, ["count", *rest]))

    result = CliRunner().invoke(whole, ["--", *map(str, words)])
    assert result.exception is None, result.exception
    return codes[0], result.stdout, result.stderr


def test_winners_for_a_script_and_for_a_person(tmp_path):
    file = tmp_path / "toy.pb"
    file.write_bytes(write_pb(toy(), names=TOY_NAMES, meta={}, rules=CountRules(lot="签")))
    code, out, _err = call(file, "--json", "--working")
    told = json.loads(out)
    assert code == 0
    assert (told["winners"], told["cost"], told["share"]) == (["4", "1"], 2000, 267)
    assert told["rules"]["lot"] == "签"
    assert {project["key"] for project in told["projects"]} == {"1", "2", "4", "5", "7"}
    for words, won in (
        (("--stop", "overshoot"), ["4", "1"]),
        (("--completion", "none"), ["4"]),
        (("--method", "greedy"), ["4", "5"]),
        (("--least", 5), ["4", "5"]),
        (("--compared", "--threshold", "--step", "10", "--ties", "votes,cost"), ["4", "5"]),
    ):
        code, out, _err = call(file, "--json", *words)
        assert (code, json.loads(out)["winners"]) == (0, won), words
    code, out, _err = call(file, "--working")
    assert code == 0
    assert "1. 4  装扶手  ¥1,400.00" in out
    assert "paid ¥233.33 each: exactly ¥1,400.00" in out


def test_what_cannot_be_counted_is_refused_in_a_sentence(tmp_path):
    file = tmp_path / "broken.pb"
    file.write_bytes(b"META\nkey;value\nbudget;-5\n")
    code, out, err = call(file)
    assert (code, out) == (1, "")
    assert "PROJECTS" in err
    code, out, _err = call(file, "--json")
    assert (code, json.loads(out)["faults"]) == (1, 1)
    alike = approved(200_00, {"east": 200_00, "west": 200_00}, ("east west", 5))
    file.write_bytes(write_pb(alike, names={}, meta={}, rules=CountRules()))
    code, _out, err = call(file)
    assert code == 1
    assert "east, west" in err
    assert "--lot" in err
    assert json.loads(call(file, "--lot", "2026", "--json")[1])["ties"][0]["by"] == "lot"
    assert call(file, "--ties", "age")[0] == 2
