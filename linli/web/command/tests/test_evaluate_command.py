"""`linli evaluate`: files without a small count or a token, and why it may be refused."""

import csv
import json
import shutil
from dataclasses import replace
from datetime import date, timedelta

import click
import pytest
from click.testing import CliRunner

from linli.evaluation.definitions import Catalogue
from linli.evaluation.rollup import engines, hiding, once
from linli.evaluation.rules import sheltered
from linli.evaluation.tests.made_up import DAY, every_way
from linli.evaluation.tests.made_up_city import (
    AT,
    CITY,
    LIVES,
    STREETS,
    a_store,
    keep_life,
    rolled_up,
)
from linli.lib.facts import Fact
from linli.web.command import console, evaluate, facts


@pytest.fixture(autouse=True)
def english(monkeypatch, tmp_path):
    monkeypatch.setenv("LINLI_LANG", "en")
    monkeypatch.setenv("LINLI_DATA", str(tmp_path))
    monkeypatch.setattr("linli.evaluation.definitions.catalogue", every_way)


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


def test_values_of_every_level_are_written_and_few_people_are_not_told(tmp_path):
    store, _lives = a_store(tmp_path)
    out = tmp_path / "out"
    words = ("--period", "2026", "--place", CITY, "--output", out)
    code, told, steps = call(evaluate.command, *words, "--progress", "--json")
    assert code == 0, steps
    assert "values of all levels 2/2" in steps
    found = json.loads(told)
    rows = list(csv.DictReader((out / "values.csv").open(encoding="utf-8")))
    assert len(rows) == found["values"]
    assert {row["level"] for row in rows} == {"community", "town", "county", "city"}
    hidden = [row for row in rows if row["status"] == "small"]
    assert len(hidden) == found["hidden"] > 0
    assert not any(row["numerator"] or row["denominator"] or row["value"] for row in hidden)
    people = [row for row in rows if row["indicator"] == "AA04" and row["numerator"]]
    assert people
    assert all(int(row["numerator"]) >= 10 or row["numerator"] == "0" for row in people)
    # A sum is told only where those hidden in it shelter each other; no neighbour is hidden.
    exact = rolled_up(store, "2026")
    shutil.rmtree(store.root / "work")
    by_cell = {(row["place"], f"{row['indicator']}@{row['version']}"): row for row in rows}
    left_out = 0
    for street, codes in STREETS.items():
        for name in {row["measure"] for row in exact.values()}:
            own = [(code, name) for code in codes if by_cell.get((code, name))]
            gone = [exact[cell]["numerator"] for cell in own if by_cell[cell]["status"] == "small"]
            above = by_cell.get((street, name))
            if above and above["numerator"] and gone:
                assert sheltered(gone, 10), (street, name)
            left_out += bool(gone and above and above["status"] == "small")
    assert left_out
    for (place, name), row in by_cell.items():
        if row["level"] == "community" and row["status"] == "small" and name != "AA08@1":
            counts = exact[place, name]
            assert any(0 < counts[part] < 10 for part in ("n", "numerator", "denominator"))
    # A run for one street shows of it what the city's shows.
    street = next(iter(STREETS))
    assert call(evaluate.command, "--period", "2026", "--place", street)[0] == 0
    alone = list(
        csv.DictReader((store.values("2026") / street / "values.csv").open("r", encoding="utf-8"))
    )
    assert alone == [row for row in rows if row["place"] in (street, *STREETS[street])]
    dictionary = json.loads((out / "dictionary.json").read_text(encoding="utf-8"))
    ways = {row["indicator"]: row["upward"]["way"] for row in dictionary["indicators"]}
    assert (ways["AA06"], ways["AB03"], ways["AA01"], ways["AB02"]) == (
        "none", "none", "total", "mean",
    )  # fmt: skip
    assert dictionary["definitions_of"] == "2026"
    # Nothing is left of the work, and the cells are, for the next time.
    assert not list((store.root / "work").iterdir())
    assert store.cells(202606).exists()
    again = call(evaluate.command, *words, "--json")
    assert json.loads(again[1])["values"] == found["values"]


def test_what_cannot_be_reckoned_is_said_with_the_way_on(tmp_path, monkeypatch):
    period = ("--period", "2026", "--place", CITY)
    code, _out, err = call(evaluate.command, *period)
    assert (code, "linli facts keep first" in err) == (1, True)
    store, _lives = a_store(tmp_path)
    for words, expected, sentence in (
        (("--period", "26", "--place", CITY), 2, "must look like"),
        (("--period", "2026", "--place", "123"), 2, "no division has this code"),
        (("--period", "2026", "--place", "990101002003"), 0, "0 values"),
        (("--period", "2031", "--place", CITY), 1, "no facts of 2031"),
        ((*period, "--definitions-of", "2019"), 2, "No indicator of 2019"),
    ):
        code, out, err = call(evaluate.command, *words)
        assert code == expected, (words, err)
        assert sentence in err + out, words
    monkeypatch.setattr(engines, "find_java", lambda: None)
    code, _out, err = call(evaluate.command, *period, "--engine", "spark")
    assert (code, "Java 17 or 21" in err) == (1, True)
    torn = store.partition(next(iter(LIVES)), 202606)
    torn.write_bytes(b"PAR1")
    code, _out, err = call(evaluate.command, *period)
    assert (code, torn.name in err) == (1, True)
    code, out, _err = call(facts.command, "show", "--json")
    june = next(row for row in json.loads(out)["months"] if row["month"] == "2026-06")
    assert (code, june["torn"]) == (0, [torn.stem])
    assert call(facts.command, "drop", torn.stem)[0] == 0
    assert call(facts.command, "drop", torn.stem)[0] == 1


def test_later_definitions_stand_apart_and_tell_of_nobody_beside_the_record(tmp_path, monkeypatch):
    store, lives = a_store(tmp_path)
    former = next(row for row in every_way().rows if row.id == "AA01")
    # By the later one what was raised by a few more counts as well.
    later = replace(former, version=2, valid_from=date(2027, 1, 1), kinds=("a.raised", "c.few"),
                    known_by=("a.raised",))  # fmt: skip
    monkeypatch.setattr(
        "linli.evaluation.definitions.catalogue", lambda: Catalogue([former, later])
    )
    close, far = STREETS["990101001000"][:2]
    for code, times in ((close, 4), (far, 40)):
        extra = [Fact(code, DAY, "c.few")] * times
        keep_life(store, code, [*lives[code], *extra])
    words = ("--period", "2026", "--place", CITY, "--json")
    assert call(evaluate.command, *words)[0] == 0
    record = (store.values("2026") / CITY / "values.csv").read_text()
    assert call(evaluate.command, *words, "--definitions-of", "2027")[0] == 0
    assert (store.values("2026") / CITY / "values.csv").read_text() == record
    apart = (store.values("2026") / f"{CITY}@2027" / "values.csv").open(encoding="utf-8")
    told = {row["place"]: row["status"] for row in csv.DictReader(apart)}
    # The street's and the city's would give back the one that is hidden.
    assert [told[each] for each in (close, far, "990101001000", "990101002000", CITY)] == [
        "small", "", "small", "", "small",
    ]  # fmt: skip


def test_what_changes_under_a_run_is_read_again_and_what_was_stopped_is_swept(
    tmp_path, monkeypatch
):
    store, lives = a_store(tmp_path)
    stale = store.root / "linli-evaluate-stopped"
    stale.mkdir()
    code, seen = next(iter(LIVES)), []

    def hide(*words, **named):
        if not seen:
            keep_life(store, code, [*lives[code], *[Fact(code, DAY, "a.raised")] * 7],
                      AT + timedelta(hours=1))  # fmt: skip
        seen.append(1)
        return hiding.hide(*words, **named)

    before = rolled_up(store, "2026")[code, "AA01@1"]["numerator"]
    monkeypatch.setattr(once, "hide", hide)
    assert call(evaluate.command, "--period", "2026", "--place", CITY)[0] == 0
    rows = csv.DictReader((store.values("2026") / CITY / "values.csv").open(encoding="utf-8"))
    told = {(row["place"], row["indicator"]): row["numerator"] for row in rows}
    assert (told[code, "AA01"], len(seen), stale.exists()) == (str(before + 7), 2, False)


def test_a_month_and_a_narrower_count_are_hidden_where_the_others_would_give_them_back(
    tmp_path, monkeypatch
):
    store, _lives = a_store(tmp_path)
    raised = next(row for row in every_way().rows if row.id == "AA01")
    codes = STREETS["990101002000"]
    keep_life(store, codes[0], [
        Fact(codes[0], date(2026, month, 3), "a.raised")
        for month, times in ((1, 4), (2, 20), (3, 30), (4, 40)) for _each in range(times)
    ], AT + timedelta(hours=1))  # fmt: skip
    monkeypatch.setattr("linli.evaluation.definitions.catalogue", lambda: Catalogue([raised]))

    def told(period, *names):
        words = ("--period", period, "--place", "990101002000")
        assert call(evaluate.command, *words)[0] == 0
        path = store.values(period) / "990101002000" / "values.csv"
        rows = csv.DictReader(path.open(encoding="utf-8"))
        return {(row["place"], row["indicator"]): row["status"] for row in rows}

    found = {month: told(f"2026-{month:02}")[codes[0], "AA01"] for month in (1, 2, 3)}
    # January is small; with it goes the smallest of the others, since the year is told.
    assert found == {1: "small", 2: "small", 3: ""}
    assert told("2026-02")["990101002000", "AA01"] == "small"
    assert told("2026")[codes[0], "AA01"] == ""
    # 65 and over lies four below 60 and over.
    wide, narrow = (
        replace(raised, id=name, kinds=(kind,), known_by=(kind,), every="")
        for name, kind in (("CX01", "c.sixty"), ("CX02", "c.older"))
    )
    monkeypatch.setattr("linli.evaluation.definitions.catalogue", lambda: Catalogue([wide, narrow]))
    facts = [Fact(codes[0], DAY, kind) for kind, times in (("c.sixty", 50), ("c.older", 46))
             for _each in range(times)]  # fmt: skip
    keep_life(store, codes[0], facts, AT + timedelta(hours=2))
    found = told("2026")
    assert (found[codes[0], "CX01"], found[codes[0], "CX02"]) == ("", "small")
    assert found["990101002000", "CX02"] == "small"
