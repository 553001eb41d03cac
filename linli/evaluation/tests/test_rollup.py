"""Values of many communities from the store: those of each are the desk's, those above are sums."""

from collections import defaultdict
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

import pyarrow.parquet as pq
import pytest

from linli.evaluation.engine import rollup
from linli.evaluation.engine.counting import count_all, fact_table
from linli.evaluation.engine.table import batches
from linli.evaluation.engine.values import measures_of, reckon_value
from linli.evaluation.periods import read_period
from linli.evaluation.rollup import running
from linli.evaluation.rollup.hiding import hide
from linli.evaluation.rollup.publishing import upward
from linli.evaluation.store.estimates import keep_estimates
from linli.evaluation.store.places import tree_below
from linli.evaluation.tests.made_up import DAY, every_way
from linli.evaluation.tests.made_up_city import (
    AT,
    CITY,
    LIVES,
    STREETS,
    a_store,
    an_engine,
    asked,
    keep_life,
    rolled_up,
    rows_for,
)
from linli.lib.facts import Fact

SAME = {"same", "nothing"}
ABOVE = [*STREETS, "990101000000", CITY]


@pytest.fixture(scope="module")
def city(tmp_path_factory):
    return a_store(tmp_path_factory.mktemp("city"))


def exact(row):
    return None if row["numerator"] is None else (row["numerator"], row["denominator"])


@pytest.mark.parametrize("key", ["2026", "2026-02"])
def test_each_community_has_the_values_its_own_desk_reckons(city, key, monkeypatch):
    store, lives = city
    monkeypatch.setattr(running, "BLOCK", 9000)  # so that the city is more than one block
    found, rows, period = rolled_up(store, key), rows_for(key), read_period(key)
    seen = defaultdict(int)
    for code, facts in lives.items():
        with fact_table(batches(facts)) as backend:
            counts = count_all(
                backend, measures_of(rows), [period], until=min(DAY, period.ends), rows=rows
            )
        for row in rows:
            value = reckon_value(row, period, counts)
            told = found.get((code, row.key))
            if told is None:
                assert value.gap == "no_records", row.key
                continue
            pair = (value.numerator, value.denominator) if value.numerator is not None else None
            assert (exact(told), told["status"]) == (pair, value.gap), (code, row.key)
            assert pair is None or told["n"] == value.n, (code, row.key)
            seen[row.aggregator] += pair is not None
    assert min(seen.values()) >= 3


def test_above_a_community_numerators_and_denominators_are_sums(city):
    store, _lives = city
    tree = tree_below(store, CITY)
    below = defaultdict(set)
    for pair in tree.closure.to_pylist():
        below[pair["place"]].add(pair["community"])
    checked = 0
    for key in ("2026", "2026Q2"):
        found = rolled_up(store, key)
        for row in rows_for(key):
            for place in ABOVE:
                told = found.get((place, row.key))
                if row.aggregator in rollup.NOT_ROLLED_UP:
                    assert told is None
                    continue
                parts = [found.get((code, row.key)) for code in below[place]]
                parts = [part for part in parts if part and part["numerator"] is not None]
                if not parts:
                    assert told is None or told["numerator"] is None
                    continue
                checked += 1
                assert told["counted"] == len(parts)
                assert told["numerator"] == sum(part["numerator"] for part in parts)
                single = row.against is None and row.key in ("AA01@1", "AA02@1", "AA04@1")
                whole = 1 if single else sum(part["denominator"] for part in parts)
                if row.aggregator != "last":
                    assert told["denominator"] == whole, row.key
    assert checked > 80


def test_communities_that_meet_a_rule_are_counted_as_a_share_of_those_that_tell(tmp_path):
    store, lives = a_store(tmp_path)
    row = replace(every_way().rows[0], id="AC01", aggregator="last", unit="percent",
                  kinds=("c.station",), known_by=("c.station",), every="",
                  against=rule())  # fmt: skip
    counted = replace(row, id="AC02", aggregator="count", kinds=("c.opened",))
    for number, code in enumerate(list(LIVES)[:4]):
        # One has it twice and more, and is one community all the same.
        twice = [Fact(code, DAY, "c.opened")] * (number % 2 * 3)
        station = Fact(code, DAY, "c.station", part=number % 2 * number)
        keep_life(store, code, [*lives[code], station, *twice])
    found = rolled_up(store, "2026", rows=(row, counted))
    for name in ("AC01@1", "AC02@1"):
        city = found[CITY, name]
        assert (city["numerator"], city["denominator"], city["counted"]) == (2, 4, 4), name
    assert [upward(each) for each in (row, counted)] == ["share", "share"]


def rule():
    from linli.evaluation.definitions import Against

    return Against("constant", constant=1)


def test_answers_of_samples_are_weighed_by_population(tmp_path):
    store, _lives = a_store(tmp_path)
    row = replace(every_way().rows[0], id="AD01", aggregator="survey", kinds=(), item="safe")
    told = {
        "990101001001": (Fraction(1, 2), 1000, 0.02),
        "990101001002": (Fraction(9, 10), 3000, 0.01),
    }
    for code, (share, people, se) in told.items():
        estimate = {"community": code, "measure": "AD01@1", "period": "2026", "n": 200,
                    "numerator": round(share * people * 1000), "denominator": people * 1000,
                    "se": se, "hidden": 0, "gap": ""}  # fmt: skip
        keep_estimates(store, code, [estimate])
    street = rolled_up(store, "2026", rows=(row,))["990101001000", "AD01@1"]
    assert Fraction(street["numerator"], street["denominator"]) == Fraction(8, 10)
    assert (street["n"], street["counted"]) == (400, 2)
    assert street["se"] == pytest.approx(((1000 * 0.02) ** 2 + (3000 * 0.01) ** 2) ** 0.5 / 4000)


def test_what_a_community_hides_of_its_samples_no_roll_up_tells(tmp_path):
    store, _lives = a_store(tmp_path)
    base = replace(every_way().rows[0], aggregator="survey", kinds=(), unit="percent")
    rows = tuple(
        replace(base, id=name, item=item)
        for name, item in (("AD01", "safe"), ("AD02", "net_better"), ("AD03", "income_gini"))
    )
    first, second, third = STREETS["990101001000"]
    for code, hidden in ((first, 1), (second, 0), (third, 0)):
        keep_estimates(store, code, [
            {"community": code, "measure": row.key, "period": "2026", "n": 90, "se": 0.01,
             "numerator": -200_000 if row.id == "AD02" else 200_000, "denominator": 1_000_000,
             "hidden": hidden if row.id == "AD01" else 0, "gap": "too_few" if hidden else ""}
            for row in rows
        ])  # fmt: skip

    def told():
        plan = asked(store, "2026", rows=rows)
        with an_engine(store.root.parent) as engine:
            found = pq.read_table(hide(engine, running.roll_up(plan, engine), plan)).to_pylist()
        return {(row["place"], row["measure"]): (row["hidden"], row["status"]) for row in found}

    found = told()
    assert [found[code, "AD01@1"] for code in (first, second)] == [(1, "too_few"), (0, "")]
    # The street's would give it back; a net below nought is a value; a Gini is no mean of them.
    assert (found["990101001000", "AD01@1"][0], found["990101001000", "AD02@1"]) == (1, (0, ""))
    assert ("990101001000", "AD03@1") not in found
    assert (third, "AD03@1") in found
    assert upward(rows[2]) == "none"
    # A file of before: nobody knows what was hidden, so all of it is.
    path = store.estimates(second)
    pq.write_table(pq.read_table(path).drop_columns(["hidden", "gap"]), path)
    assert told()[second, "AD02@1"][0] == 1


def test_a_late_event_changes_its_own_month_and_year_and_no_other(tmp_path):
    store, lives = a_store(tmp_path)
    before = {key: rolled_up(store, key) for key in ("2026-05", "2026-06", "2026")}
    code = "990101001002"
    facts = [*lives[code], Fact(code, DAY.replace(month=6, day=3), "a.raised")]
    states = keep_life(store, code, facts, AT + timedelta(hours=1))
    assert {month for month, state in states.items() if state not in SAME} == {202606}
    for key, was in before.items():
        now = rolled_up(store, key)
        changed = {cell for cell in was.keys() | now.keys() if was.get(cell) != now.get(cell)}
        expected = {(place, "AA01@1") for place in (code, *ABOVE) if place != "990101002000"}
        assert changed == (expected if key in ("2026-06", "2026") else set()), key
    # Replaced a second time by the same, nothing is another.
    assert set(keep_life(store, code, facts, AT + timedelta(hours=2)).values()) == SAME
