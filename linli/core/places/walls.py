"""What the database itself refuses, and Django has no words for: a row that is changed, a row
whose two references belong to different owners, and two rows that take one thing at one time.

They are constraints in a model's `Meta`, so they stand wherever its table is made: by a migration,
by the tests, which make tables without migrations, and where SQLite makes a table anew to alter
it. On SQLite a trigger that reads another table (a `Wall` whose `when` asks for one) stands in the
way when that other table is made anew: such a migration takes the wall away first
(`RemoveConstraint`) and sets it again afterwards (`AddConstraint`).
"""

from collections.abc import Sequence
from typing import Any, ClassVar

from django.db import models
from django.db.backends.ddl_references import Statement, Table


class _Raised(models.BaseConstraint):
    """What both have in common: they are the database's business alone."""

    def validate(self, *args: Any, **kwargs: Any) -> None:
        """Nothing to ask beforehand: whoever writes past the acts meets the database."""

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _Raised):
            return NotImplemented
        return bool(self.deconstruct() == other.deconstruct())

    def __hash__(self) -> int:
        return hash(self.name)


class Together(_Raised):
    """A key over several columns: what `fields` hold together stands so in one row of `table`.
    So a line and the account it names have the same book. The columns named in `table` need a
    unique constraint, and its model stands before this one. Fields that may be empty point
    nowhere where one of them is."""

    def __init__(self, *, name: str, fields: Sequence[str], table: str, to: Sequence[str]) -> None:
        super().__init__(name=name)
        self.fields, self.table, self.to = tuple(fields), table, tuple(to)

    def deconstruct(self) -> Any:
        path, args, kwargs = super().deconstruct()
        return path, args, kwargs | {"fields": self.fields, "table": self.table, "to": self.to}

    def constraint_sql(self, model: Any, schema_editor: Any) -> str:
        quote = schema_editor.quote_name
        columns = ", ".join(quote(model._meta.get_field(name).column) for name in self.fields)
        there = ", ".join(map(quote, self.to))
        return (
            f"CONSTRAINT {quote(self.name)} FOREIGN KEY ({columns})"
            f" REFERENCES {quote(self.table)} ({there}) DEFERRABLE INITIALLY DEFERRED"
        )

    def create_sql(self, model: Any, schema_editor: Any) -> Any:
        return Statement(
            "ALTER TABLE %(table)s ADD %(constraint)s",
            table=Table(model._meta.db_table, schema_editor.quote_name),
            constraint=self.constraint_sql(model, schema_editor),
        )

    def remove_sql(self, model: Any, schema_editor: Any) -> Any:
        return Statement(
            "ALTER TABLE %(table)s DROP CONSTRAINT %(name)s",
            table=Table(model._meta.db_table, schema_editor.quote_name),
            name=schema_editor.quote_name(self.name),
        )


class Wall(_Raised):
    """A trigger that refuses: `event` is INSERT, UPDATE or DELETE, `when` a condition over NEW and
    OLD in words both databases know (always, where empty). Raises `IntegrityError`.

    A wall against every DELETE also refuses to empty the table at once (TRUNCATE) while it holds
    rows."""

    EVENTS: ClassVar = ("INSERT", "UPDATE", "DELETE")

    def __init__(self, *, name: str, event: str, when: str = "") -> None:
        super().__init__(name=name)
        assert event in self.EVENTS
        self.event, self.when = event, when

    def deconstruct(self) -> Any:
        path, args, kwargs = super().deconstruct()
        kwargs["event"] = self.event
        if self.when:
            kwargs["when"] = self.when
        return path, args, kwargs

    def constraint_sql(self, model: Any, schema_editor: Any) -> Any:
        """A trigger stands beside its table: made as soon as that is there, and again where the
        table is made anew and renamed."""
        schema_editor.deferred_sql.append(self.create_sql(model, schema_editor))

    def create_sql(self, model: Any, schema_editor: Any) -> Any:
        template = _ON_POSTGRES if schema_editor.connection.vendor == "postgresql" else _ON_SQLITE
        if template is _ON_POSTGRES and self.event == "DELETE" and not self.when:
            template += _AT_ONCE
        return Statement(
            template,
            table=Table(model._meta.db_table, schema_editor.quote_name),
            name=self.name,
            event=self.event,
            when=self.when or "1 = 1",
            row="OLD" if self.event == "DELETE" else "NEW",
        )

    def remove_sql(self, model: Any, schema_editor: Any) -> Any:
        return Statement(
            "DROP FUNCTION %(name)s() CASCADE",
            table=Table(model._meta.db_table, schema_editor.quote_name),
            name=self.name,
        )


class NoOverlap(_Raised):
    """One lane (a room, a thing to lend) is taken by one row at a time: no two rows of the same
    `lane` whose spans from `start` up to, and not including, `end` overlap. `start` and `end` are
    integers (minutes, days), `lane` holds a UUID.

    PostgreSQL excludes them by an index, so that of fifty who take one lane in the same second one
    wins; the lane's id is made a number above the span, since the exclusion of ids needs an
    extension that not every server has. SQLite writes one at a time and asks by a trigger."""

    def __init__(self, *, name: str, lane: str, start: str, end: str) -> None:
        super().__init__(name=name)
        self.lane, self.start, self.end = lane, start, end

    def deconstruct(self) -> Any:
        path, args, kwargs = super().deconstruct()
        return path, args, kwargs | {"lane": self.lane, "start": self.start, "end": self.end}

    def _columns(self, model: Any, quote: Any) -> tuple[str, str, str]:
        names = (self.lane, self.start, self.end)
        lane, start, end = (quote(model._meta.get_field(name).column) for name in names)
        return lane, start, end

    def constraint_sql(self, model: Any, schema_editor: Any) -> Any:
        if schema_editor.connection.vendor != "postgresql":
            schema_editor.deferred_sql += self._walls(model, schema_editor)
            return None
        quote = schema_editor.quote_name
        lane, start, end = self._columns(model, quote)
        return f"CONSTRAINT {quote(self.name)} " + _EXCLUDED % (
            _AS_NUMBER % (lane, lane) + f" + {start}",
            _AS_NUMBER % (lane, lane) + f" + {end}",
        )

    def create_sql(self, model: Any, schema_editor: Any) -> Any:
        if schema_editor.connection.vendor != "postgresql":
            first, second = self._walls(model, schema_editor)
            return Statement(
                "%(first)s; %(second)s",
                table=Table(model._meta.db_table, schema_editor.quote_name),
                first=str(first),
                second=str(second),
            )
        return Statement(
            "ALTER TABLE %(table)s ADD %(constraint)s",
            table=Table(model._meta.db_table, schema_editor.quote_name),
            constraint=self.constraint_sql(model, schema_editor),
        )

    def remove_sql(self, model: Any, schema_editor: Any) -> Any:
        return Statement(
            "ALTER TABLE %(table)s DROP CONSTRAINT %(name)s",
            table=Table(model._meta.db_table, schema_editor.quote_name),
            name=schema_editor.quote_name(self.name),
        )

    def _walls(self, model: Any, schema_editor: Any) -> list[Statement]:
        quote = schema_editor.quote_name
        lane, start, end = self._columns(model, quote)
        table = Table(model._meta.db_table, quote)
        parts = {"lane": lane, "start": start, "end": end, "key": quote(model._meta.pk.column)}
        return [
            Statement(
                _ON_SQLITE,
                table=table,
                name=f"{self.name}_{event.lower()}",
                event=event,
                when=Statement(_TAKEN, table=table, **parts),
            )
            for event in ("INSERT", "UPDATE")
        ]


def append_only(what: str) -> list[Wall]:
    """The walls of a table whose rows are added and neither changed nor taken away."""
    return [
        Wall(name=f"{what}_never_changed", event="UPDATE"),
        Wall(name=f"{what}_never_deleted", event="DELETE"),
    ]


_AS_NUMBER = (
    "(('x' || substr(replace(%s::text, '-', ''), 1, 16))::bit(64)::bigint::numeric"
    " * 18446744073709551616"
    " + ('x' || substr(replace(%s::text, '-', ''), 17, 16))::bit(64)::bigint::numeric)"
    " * 1099511627776"
)
_EXCLUDED = "EXCLUDE USING gist (numrange(%s, %s) WITH &&)"
_TAKEN = (
    "EXISTS (SELECT 1 FROM %(table)s AS other WHERE other.%(lane)s = NEW.%(lane)s"
    " AND other.%(start)s < NEW.%(end)s AND NEW.%(start)s < other.%(end)s"
    " AND other.%(key)s <> NEW.%(key)s)"
)
_ON_SQLITE = (
    "CREATE TRIGGER %(name)s BEFORE %(event)s ON %(table)s FOR EACH ROW WHEN %(when)s"
    " BEGIN SELECT RAISE(ABORT, '%(name)s'); END"
)
_ON_POSTGRES = (
    "CREATE OR REPLACE FUNCTION %(name)s() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
    " IF %(when)s THEN"
    " RAISE EXCEPTION '%(name)s' USING ERRCODE = 'check_violation'; END IF;"
    " RETURN %(row)s; END $$;"
    " CREATE TRIGGER %(name)s BEFORE %(event)s ON %(table)s"
    " FOR EACH ROW EXECUTE FUNCTION %(name)s()"
)
_AT_ONCE = (
    "; CREATE OR REPLACE FUNCTION %(name)s_at_once() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
    " IF EXISTS (SELECT 1 FROM %(table)s) THEN"
    " RAISE EXCEPTION '%(name)s' USING ERRCODE = 'check_violation'; END IF;"
    " RETURN NULL; END $$;"
    " CREATE TRIGGER %(name)s_at_once BEFORE TRUNCATE ON %(table)s"
    " FOR EACH STATEMENT EXECUTE FUNCTION %(name)s_at_once()"
)
