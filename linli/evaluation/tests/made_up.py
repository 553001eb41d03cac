"""Invented facts and definitions for tests."""

import random
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from linli.evaluation.choices import QUOTIENTS
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
    quotient = aggregator in QUOTIENTS or "against" in extra
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


_ONE = read_indicators(definition("AB00", "distinct", ["a.benefit", "b.benefit"]))[0]
_TWO = read_indicators(definition("AB00", "kinds_each", ["a.benefit", "b.benefit", "c.benefit"]))[0]
_SHARE = read_indicators(EVERY_WAY[9])[0]
OF_GROUPS = (
    replace(_TWO, id="AB01"),
    replace(_TWO, id="AB02", aggregator="kinds_present"),
    replace(_TWO, id="AB03", aggregator="parity", minimum=6),
    replace(_TWO, id="AB04", aggregator="parity", between=("hukou_elsewhere", "hukou_here")),
    replace(_ONE, id="AB05", within="age60", people=True),
    replace(_SHARE, id="AB06", capped=True),
    replace(_ONE, id="AB07", within="age60", kinds=("c.benefit",)),
)
"""One definition for each way of counting that compares residents or kinds."""


def every_way():
    """The catalogue of all of them."""
    return Catalogue([*read_indicators("\n".join(EVERY_WAY)), *OF_GROUPS])


def some_facts(seed, days=400, until=DAY, code=CODE):
    """A community's facts over a year and more, as chance would have it. Persons' tokens are
    others in each community and year."""
    for fact in _life(seed, days, until):
        year = f"{code[-4:]}{fact.on.year}"
        yield replace(
            fact,
            community=code,
            person=fact.person and f"{year}{fact.person}",
            household=fact.household and f"{year}{fact.household}",
        )


def _life(seed, days, until):
    chance = random.Random(seed)
    people = [f"{number:024x}" for number in range(40)]
    groups = {
        person: [
            chance.choice(("female", "male")),
            chance.choice(("hukou_here", "hukou_here", "hukou_elsewhere")),
            chance.choice(("band_under18", "band_18_59", "band_60_up")),
            f"compound:{chance.randrange(3)}",
        ]
        for person in people
    }
    for back in range(days, -1, -1):
        on = until - timedelta(days=back)
        for _one in range(chance.choice((0, 0, 1, 3))):
            yield from _facts_of_a_day(chance, people, on)
        month_ends = (on + timedelta(days=1)).day == 1 or on == until
        if month_ends:
            yield Fact(CODE, on, "a.residents", part=300 + on.month)
            yield from _told_of_groups(chance, people, groups, on)
            for _late in range(chance.randrange(4)):
                yield Fact(CODE, on, "a.overdue", record=UUID(int=chance.getrandbits(128)))


def _told_of_groups(chance, people, groups, on):
    """Which groups residents are of, which changes; one in ten is not told of. Groups are counted
    apart, as a register does: also those who never had a benefit."""
    sizes = Counter()
    for person in people:
        if chance.random() < 0.1:
            groups[person][2] = chance.choice(("band_under18", "band_18_59", "band_60_up"))
        codes = [*groups[person], *(("age60",) if groups[person][2] == "band_60_up" else ())]
        sizes.update(codes)
        if chance.random() < 0.9:
            yield Fact(CODE, on, "people.of_group", person=person, field=" ".join(codes))
    for code, size in sizes.items():
        yield Fact(CODE, on, "people.in_group", part=size, field=code)
    yield Fact(CODE, on, "people.residents", part=len(people))


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
        chance.choice(("a.benefit", "a.benefit", "b.benefit", "b.benefit", "c.benefit")),
        person=chance.choice([*people, None]),
        household=chance.choice([*people[:15], None]),
        field=chance.choice(("basic", "development", "")),
        record=record if chance.random() < 0.9 else None,
    )
