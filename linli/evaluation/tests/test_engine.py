"""The engine counts what a person with paper would count, on every backend."""

from collections import Counter
from datetime import date
from fractions import Fraction
from uuid import UUID

import ibis
import pytest
from hypothesis import given, settings, strategies as st

from linli.evaluation.engine.counting import count_all, fact_table
from linli.evaluation.engine.table import DDL, INDEX, batches, rows_of
from linli.evaluation.engine.values import measures_of, reckon_values
from linli.evaluation.outcome import RECENT
from linli.evaluation.periods import plan_span
from linli.evaluation.tests import by_hand
from linli.evaluation.tests.made_up import (
    CODE,
    DAY,
    EVERY_WAY,
    a_catalogue,
    definition,
    every_way,
    some_facts,
)
from linli.lib.facts import Fact

SPAN = plan_span(DAY, since_year=2025)


def on_duckdb(facts, known, span=SPAN, **given):
    with fact_table(batches(facts, size=97)) as backend:
        return count(backend, known, span, **given)


def count(backend, known, span, **given):
    asked = {"until": span.until, "rows": known.rows, **given}
    return count_all(backend, measures_of(known.rows), span.periods, **asked)


def on_sqlite(facts, known, span=SPAN, **given):
    backend = ibis.sqlite.connect()
    backend.con.execute(DDL)
    backend.con.execute(INDEX)
    rows = [
        [value.isoformat() if isinstance(value, date) else value for value in row]
        for fact in facts
        for row in rows_of(fact)
    ]
    marks = ",".join("?" * 11)
    backend.con.executemany(f"INSERT INTO facts VALUES ({marks})", rows)
    return count(backend, known, span, **given)


def reckoned(facts, *texts, span=SPAN):
    """The values by indicator and period."""
    known = a_catalogue(*texts)
    values = reckon_values(known, span.periods, on_duckdb(facts, known, span))
    return {(value.indicator.key, value.period.key): value for value in values}


def exact(value):
    return None if value.numerator is None else Fraction(value.numerator, value.denominator)


@pytest.mark.parametrize("seed", range(3))
def test_every_figure_is_the_one_reckoned_by_hand(seed):
    facts = list(some_facts(seed))
    known = every_way()
    counts = on_duckdb(facts, known)
    checked = Counter()
    for value in reckon_values(known, SPAN.periods, counts):
        expected = by_hand.figure(value.indicator, value.period, facts, DAY)
        assert exact(value) == expected, (value.indicator.key, value.period.key)
        checked[value.indicator.aggregator] += expected is not None
    assert min(checked.values()) >= 10


def test_all_backends_count_the_same():
    facts = list(some_facts(7))
    known = every_way()
    given = {
        "kinds_of": [("a.raised", "S2.2"), ("a.answered", "S2.2")],
        "evidence_months": {"2026": [202600 + month for month in range(1, 13)], RECENT: [202611]},
    }
    duck, lite = on_duckdb(facts, known, **given), on_sqlite(facts, known, **given)
    for name in ("cells", "first_month"):
        assert getattr(duck, name) == getattr(lite, name), name
        assert getattr(duck, name)

    def in_order(rows):
        return sorted(rows, key=lambda row: (row["criterion"], row["period"], row["kind"]))

    assert in_order(duck.evidence) == in_order(lite.evidence)


@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(1, 12), st.integers(1, 28), st.sampled_from([*"abcdefg", None])),
        max_size=40,
    )
)
def test_a_person_is_counted_once_however_often_they_benefit(benefits):
    facts = [
        Fact(CODE, date(2025, month, day), "a.benefit", person=who) for month, day, who in benefits
    ]
    facts.append(Fact(CODE, date(2025, 1, 1), "a.residents", part=9))
    facts += [Fact(CODE, date(2025, 12, 31), "a.residents", part=7)]
    value = reckoned(facts, EVERY_WAY[7].replace(', "b.benefit"', ""))["AA08@1", "2025"]
    people = {who for _month, _day, who in benefits if who}
    if people:
        assert (value.numerator, value.denominator) == (len(people), 7)
    else:
        assert value.gap == "no_records"  # nobody known is not nobody reached


def test_nothing_recorded_is_not_nought():
    facts = [Fact(CODE, date(2026, 6, 3), "a.raised")]
    values = reckoned(facts, *EVERY_WAY[:3], EVERY_WAY[6])
    assert values["AA01@1", "2026-05"].gap == "no_records"
    assert values["AA01@1", "2026-05"].numerator is None
    assert values["AA01@1", "2026-06"].numerator == 1
    # From the first one on, a month without any is a nought.
    assert values["AA01@1", "2026-07"].numerator == 0
    assert values["AA07@1", "2026-07"].numerator == 0
    assert values["AA07@1", "2026-05"].numerator is None
    # Nothing answered: a share of nothing is unknown, however long the desk has been open.
    assert values["AA03@1", "2026-07"].gap == "no_records"


def test_without_a_register_there_is_no_rate_and_no_nought():
    facts = [Fact(CODE, date(2026, 6, 3), "a.benefit", person="x")]
    value = reckoned(facts, EVERY_WAY[7])["AA08@1", "2026"]
    assert value.gap == "no_register"
    assert (value.numerator, value.denominator) == (None, None)


def test_too_few_to_be_worth_reading_is_said_and_the_counts_are_kept():
    facts = [Fact(CODE, date(2026, 6, day), "a.answered", 1, 1) for day in range(1, 20)]
    text = definition("AA03", "ratio_of_sums", ["a.answered"], extra="minimum = 20")
    value = reckoned(facts, text)["AA03@1", "2026-06"]
    assert value.gap == "too_few"
    assert (value.numerator, value.denominator) == (19, 19)
    facts.append(Fact(CODE, date(2026, 6, 20), "a.answered", 0, 1))
    assert reckoned(facts, text)["AA03@1", "2026-06"].gap == ""


def test_nine_are_hidden_and_ten_are_shown():
    def value(reached, residents=300):
        facts = [
            Fact(CODE, date(2026, 6, 3), "a.benefit", person=str(each)) for each in range(reached)
        ]
        facts += [Fact(CODE, DAY, "a.residents", part=residents)]
        return reckoned(facts, EVERY_WAY[7])["AA08@1", "2026"]

    assert value(9).small
    assert not value(10).small
    assert value(95, residents=100).small  # the five who were not reached would stand out
    assert not value(90, residents=100).small


def test_a_changed_definition_is_another_series():
    first = definition("AA01", "count", ["a.raised"])
    second = definition("AA01", "count", ["a.raised", "b.raised"], version=2, since="2026-07-01")
    facts = [
        Fact(CODE, date(2026, month, 2), kind)
        for month in (6, 7)
        for kind in ("a.raised", "b.raised")
    ]
    values = reckoned(facts, first, second)
    assert values["AA01@1", "2026-06"].numerator == 1
    assert values["AA01@2", "2026-07"].numerator == 2
    assert ("AA01@2", "2026-06") not in values
    assert ("AA01@1", "2026-07") not in values
    # A period is reckoned whole by the version of its first day.
    assert values["AA01@1", "2026"].numerator == 2


def test_a_share_bears_its_interval():
    facts = [
        Fact(CODE, date(2026, 3, 1 + each % 28), "a.answered", int(each < 81), 1)
        for each in range(263)
    ]
    value = reckoned(facts, EVERY_WAY[2])["AA03@1", "2026"]
    # Newcombe 1998: 81 of 263.
    assert value.low == pytest.approx(0.2552885, abs=1e-7)
    assert value.high == pytest.approx(0.3662096, abs=1e-7)


def test_the_evidence_of_a_criterion_counts_each_record_once():
    record, other = UUID(int=1), UUID(int=2)
    facts = [
        Fact(CODE, date(2026, 3, 1), "a.raised", standard="S5.3", record=record),
        Fact(CODE, date(2026, 3, 9), "a.answered", 1, 1, standard="S5.3", record=record),
        Fact(CODE, date(2026, 3, 4), "a.raised", standard="S5.3", record=other),
        Fact(CODE, date(2026, 3, 5), "a.hours", 2, standard="S5.3"),
        Fact(CODE, date(2026, 3, 6), "a.days", 2, record=other),
    ]
    counts = on_duckdb(
        facts,
        a_catalogue(*EVERY_WAY),
        kinds_of=[("a.days", "S2.2")],
        evidence_months={"2026": range(202601, 202613)},
    )
    found = {(row["criterion"], row["kind"]): row for row in counts.evidence}
    assert found["S5.3", ""]["records"] == 3
    assert found["S5.3", ""]["latest"] == date(2026, 3, 9)
    assert found["S5.3", "a.raised"]["records"] == 2
    assert found["S2.2", "a.days"]["records"] == 1
    assert ("S3.1", "") not in found
