"""`linli law`: what holds is listed; a province's value waits for a committee there."""

import json

import click
import pytest
from click.testing import CliRunner

from linli.core.local_law.models import LocalValue
from linli.web.command import console, law

pytestmark = pytest.mark.django_db

SET = ("--from", "2027-01-01", "--source", "某省规定", "--article", "7", "--signed", "区民政局")


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("LINLI_LANG", "en")


def call(*words):
    codes = []

    @click.command(context_settings={"ignore_unknown_options": True})
    @click.argument("rest", nargs=-1, type=click.UNPROCESSED)
    def whole(rest):
        codes.append(console.run(law.command, list(rest)))

    result = CliRunner().invoke(whole, ["--", *map(str, words)])
    assert result.exception is None, result.exception
    return codes[0], result.stdout, result.stderr


def test_what_holds_is_listed_with_its_source_and_mark():
    code, told, _err = call("list", "--of", "cn-51", "--on", "2026-11-28", "--json")
    assert code == 0
    rows = {row["rule"]: row for row in json.loads(told)}
    assert rows["elections.woman_first"]["jurisdiction"] == "cn-51"
    assert rows["elections.turnout_over"]["value"] == "1/2"
    assert rows["calendar.weekend_rolls"]["status"] == "to_verify"


def test_a_provinces_value_is_entered_and_waits():
    code, _told, _err = call("set", "cn-37", "calendar.weekend_rolls", "false", *SET)
    assert code == 0
    value = LocalValue.objects.get()
    assert (value.state, value.jurisdiction, value.community) == ("proposed", "cn-37", None)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("cn-37", "elections.turnout_over", "2/3"), 1),  # the law settles it
        (("cn-37", "calendar.weekend_rolls", "perhaps"), 2),
        (("cn-37", "calendar.nothing", "1"), 2),
        (("cn", "calendar.weekend_rolls", "false"), 2),
    ],
)
def test_what_cannot_be_laid_down_is_refused(words, code):
    assert call("set", *words, *SET)[0] == code
    assert not LocalValue.objects.exists()
