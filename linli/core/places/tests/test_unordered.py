"""A table that forgets its order keeps its rows, its indexes and whoever points at it."""

import sqlite3
from contextlib import closing
from types import SimpleNamespace

from linli.core.places.unordered import ForgetOrder


def an_editor(connection):
    def cursor():
        found = connection.cursor()
        ask = found.execute
        given = SimpleNamespace(
            execute=lambda sql, params=(): ask(sql.replace("%s", "?"), params),
            fetchall=found.fetchall,
        )
        return _Entered(given)

    return SimpleNamespace(
        connection=SimpleNamespace(vendor="sqlite", cursor=cursor),
        quote_name=lambda name: f'"{name}"',
        execute=lambda sql, params=None: connection.execute(sql),
    )


class _Entered:
    def __init__(self, given):
        self.given = given

    def __enter__(self):
        return self.given

    def __exit__(self, *_why):
        return False


def test_whoever_points_at_the_table_still_does():
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute('CREATE TABLE "slip" ("id" text NOT NULL PRIMARY KEY, "used" bool)')
        connection.execute('CREATE INDEX "slip_used" ON "slip" ("used")')
        connection.execute('CREATE TABLE "entry" ("of" text REFERENCES "slip" ("id"))')
        connection.execute("INSERT INTO slip VALUES ('b', 0), ('a', 1)")
        connection.execute("INSERT INTO entry VALUES ('a')")
        meta = SimpleNamespace(_meta=SimpleNamespace(db_table="slip"))
        state = SimpleNamespace(apps=SimpleNamespace(get_model=lambda *_names: meta))
        for _twice in range(2):
            ForgetOrder("Slip").database_forwards("any", an_editor(connection), None, state)
        made = dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"))
        assert set(made) == {"slip", "slip_used", "entry"}
        assert made["slip"].endswith("WITHOUT ROWID")
        assert 'REFERENCES "slip"' in made["entry"]
        assert sorted(connection.execute("SELECT * FROM slip")) == [("a", 1), ("b", 0)]
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("DELETE FROM entry")
        connection.execute("DELETE FROM slip")
