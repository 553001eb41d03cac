"""Invented facts and definitions for tests."""

import random
from datetime import date, timedelta
from uuid import UUID

from linli.evaluation.definitions import Catalogue, read_indicators
from linli.lib.facts import Fact

CODE = "990101001001"
DAY = date(2026, 11, 23)

HEAD = """
[[indicator]]
id = "{id}"
version = {version}
from = {since}
standards = ["S2.2"]
title = "某数"
title_en = "Some figure"
says = "某数的说明"
says_en = "What it says"
numerator = "分子"
numerator_en = "numerator"
{denominator}
mark = "ours"
source = "测试"
source_en = "a test"
direction = "context"
aggregator = "{aggregator}"
kinds = {kinds}
"""
DENOMINATOR = 'denominator = "分母"\ndenominator_en = "denominator"'


def definition(name, aggregator, kinds, *, version=1, since="2020-01-01", unit="", extra=""):
    """The text of one definition."""
    quotient = aggregator in ("ratio_of_sums", "share_at_least") or "against" in extra
    unit = unit or ("percent" if quotient else "count")
    head = HEAD.format(
        id=name,
        version=version,
        since=since,
        aggregator=aggregator,
        kinds=list(kinds).__repr__().replace("'", '"'),
        denominator=DENOMINATOR if quotient else "",
    )
    return f'{head}unit = "{unit}"\n{extra}\n'


def a_catalogue(*texts):
    """The catalogue of these definitions."""
    return Catalogue(read_indicators("\n".join(texts)))


EVERY_WAY = (
    definition("AA01", "count", ["a.raised"]),
    definition("AA02", "sum", ["a.hours"]),
    definition("AA03", "ratio_of_sums", ["a.answered"], extra="interval = true"),
    definition("AA04", "distinct", ["a.benefit"], extra='of = "household"'),
    definition("AA05", "share_at_least", ["a.benefit", "b.benefit"], extra="times = 3"),
    definition("AA06", "median", ["a.days"], unit="days"),
    definition("AA07", "last", ["a.overdue"], extra='known_by = ["a.raised"]'),
    definition(
        "AA08",
        "distinct",
        ["a.benefit", "b.benefit"],
        extra='against = { by = "last", kinds = ["a.residents"] }\npeople = true',
    ),
    definition(
        "AA09",
        "count",
        ["a.benefit"],
        extra='field = "basic"\nagainst = { by = "count", kinds = ["a.benefit"] }',
    ),
    definition(
        "AA10",
        "sum",
        ["a.hours"],
        unit="hours",
        extra='against = { by = "distinct", kinds = ["a.benefit"] }',
    ),
)
"""One definition for each way of counting."""


def some_facts(seed, days=400, until=DAY):
    """A community's facts over a year and more, as chance would have it."""
    chance = random.Random(seed)
    people = [f"{number:024x}" for number in range(40)]
    for back in range(days, -1, -1):
        on = until - timedelta(days=back)
        for _one in range(chance.choice((0, 0, 1, 3))):
            yield from _facts_of_a_day(chance, people, on)
        month_ends = (on + timedelta(days=1)).day == 1 or on == until
        if month_ends:
            yield Fact(CODE, on, "a.residents", part=300 + on.month)
            for _late in range(chance.randrange(4)):
                yield Fact(CODE, on, "a.overdue", record=UUID(int=chance.getrandbits(128)))


def _facts_of_a_day(chance, people, on):
    record = UUID(int=chance.getrandbits(128))
    standard = chance.choice(("", "S3.1", "S5.3"))
    yield Fact(CODE, on, "a.raised", standard=standard, record=record)
    yield Fact(CODE, on, "a.answered", chance.randrange(2), 1, standard=standard, record=record)
    yield Fact(CODE, on, "a.days", chance.randrange(40), None, record=record)
    yield Fact(CODE, on, "a.hours", chance.randrange(1, 9))
    yield Fact(
        CODE,
        on,
        chance.choice(("a.benefit", "b.benefit")),
        person=chance.choice([*people, None]),
        household=chance.choice([*people[:15], None]),
        field=chance.choice(("basic", "development", "")),
        record=record if chance.random() < 0.9 else None,
    )
