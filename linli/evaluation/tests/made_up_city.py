"""A city of invented communities: its tree, its facts, its store, and its roll-up."""

from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime

import pyarrow.parquet as pq

from linli.evaluation.periods import plan_span, read_period
from linli.evaluation.rollup.engines import open_engine
from linli.evaluation.rollup.running import Asked, roll_up
from linli.evaluation.store import Store, keep_month
from linli.evaluation.store.places import Division, keep_places, tree_below
from linli.evaluation.tests.made_up import DAY, every_way, some_facts

AT = datetime(2026, 11, 23, 4, tzinfo=UTC)
CITY, PROVINCE = "990100000000", "990000000000"
STREETS = {"990101001000": ("990101001001", "990101001002", "990101001003"),
           "990101002000": ("990101002001", "990101002002")}  # fmt: skip
TREE = [
    Division(PROVINCE, "", "province", "某省"),
    Division(CITY, PROVINCE, "city", "某市"),
    Division("990101000000", CITY, "county", "某区"),
    *(Division(street, "990101000000", "town", street) for street in STREETS),
    *(
        Division(code, street, "community", code, 10)
        for street, codes in STREETS.items()
        for code in codes
    ),
    Division("990101002003", "990101002000", "community", "没有记录的社区"),
]
LIVES = {code: (seed, 40 * (seed + 1) + 320) for seed, code in
         enumerate(code for codes in STREETS.values() for code in codes)}  # fmt: skip
SPAN = plan_span(DAY, since_year=2025)


def life_of(code):
    """The facts of one of its communities; the first have been at it for less long."""
    seed, days = LIVES[code]
    return list(some_facts(seed, days=days, code=code))


def keep_life(store, code, facts, at=AT):
    """All months of a community into the store; what became of each."""
    return {
        month: keep_month(
            store,
            code,
            month,
            [fact for fact in facts if (fact.on.year, fact.on.month) == divmod(month, 100)],
            read_at=at,
        ).state
        for month in (since.year * 100 + since.month for since, _until in SPAN.windows())
    }


def a_store(folder):
    """The city's store, and the facts of each community."""
    store, lives = Store(folder / "facts"), {code: life_of(code) for code in LIVES}
    keep_places(store, TREE)
    for code, facts in lives.items():
        keep_life(store, code, facts)
    return store, lives


def rows_for(key):
    """Everything that can be counted, for a period of that kind."""
    kind = read_period(key).kind
    return tuple(row if kind == "year" else replace(row, every=kind) for row in every_way().rows)


def asked(store, key, place=CITY, rows=None):
    """What is to be rolled up, of everything that can be counted."""
    period = read_period(key)
    return Asked(store, tree_below(store, place), period, rows or rows_for(key))


@contextmanager
def an_engine(folder, name="duckdb"):
    scratch = folder / "scratch"
    scratch.mkdir(exist_ok=True)
    with open_engine(name, scratch, "1GB") as engine:
        yield engine


def rolled_up(store, key, place=CITY, rows=None, engine="duckdb"):
    """The values by place and measure."""
    with an_engine(store.root.parent, engine) as opened:
        folders = roll_up(asked(store, key, place, rows), opened)
    found = [row for folder in folders for row in pq.read_table(folder).to_pylist()]
    return {(row["place"], row["measure"]): row for row in found}
