"""Tables that remember no order: what the marks of a roll, a box, an answer need."""

from contextlib import suppress
from typing import Any

from django.db import DatabaseError, connection, models, transaction
from django.db.migrations.operations.base import Operation


class ForgetOrder(Operation):
    """Makes a table of SQLite one WITHOUT ROWID, so that it lies in the order of its random
    keys: a row number would tell the order of casting. Every later operation on that table
    must be followed by this one again, since Django then makes the table anew
    (`ballot/tests/test_schema.py` and its like see to it). Nothing to do on PostgreSQL, where the
    close rewrites.
    """

    reversible = True

    def __init__(self, model: str) -> None:
        self.model = model

    def state_forwards(self, app_label: str, state: Any) -> None:
        """The models do not change."""

    def database_forwards(
        self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any
    ) -> None:
        """Copies the table into one without row numbers."""
        if schema_editor.connection.vendor != "sqlite":
            return
        table = to_state.apps.get_model(app_label, self.model)._meta.db_table
        with schema_editor.connection.cursor() as cursor:
            cursor.execute(
                "SELECT type, sql FROM sqlite_master WHERE tbl_name = %s AND sql IS NOT NULL",
                [table],
            )
            made = cursor.fetchall()
        (created,) = [sql for kind, sql in made if kind == "table"]
        if created.endswith("WITHOUT ROWID"):
            return
        # The new one is made beside the old: were the old one renamed, SQLite would lead the
        # foreign keys of other tables after it.
        name, new = schema_editor.quote_name(table), schema_editor.quote_name(f"new__{table}")
        made_anew = created.replace(name, new, 1)
        schema_editor.execute(f"{made_anew} WITHOUT ROWID", params=None)
        schema_editor.execute(f"INSERT INTO {new} SELECT * FROM {name}", params=None)  # noqa: S608
        schema_editor.execute(f"DROP TABLE {name}", params=None)
        schema_editor.execute(f"ALTER TABLE {new} RENAME TO {name}", params=None)
        for kind, sql in made:
            if kind == "index":
                schema_editor.execute(sql, params=None)

    def database_backwards(
        self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any
    ) -> None:
        """Stays as it is: the table holds the same."""

    def describe(self) -> str:
        return f"Forget the order of {self.model}"


def write_anew(model: type[models.Model], **here: Any) -> None:
    """PostgreSQL shows of each row the transaction that wrote it, so that a mark and its paper, a
    slip and its answer lie side by side: the rows where the columns of `here` are these are
    written anew in one transaction, in the order of their random keys. SQLite keeps no order
    (`ForgetOrder`)."""
    if connection.vendor != "postgresql":
        return
    table = connection.ops.quote_name(str(model._meta.db_table))
    fields: list[Any] = [model._meta.get_field(name) for name in here]
    where = " AND ".join(f"{connection.ops.quote_name(field.column)} = %s" for field in fields)
    # DELETE and INSERT in one statement: no moment in which the box is empty.
    written_anew = (
        f"WITH gone AS (DELETE FROM {table} WHERE {where} RETURNING *)"  # noqa: S608
        f" INSERT INTO {table} SELECT * FROM gone ORDER BY id"
    )
    with connection.cursor() as cursor:
        cursor.execute(written_anew, list(here.values()))


def erase_thoroughly() -> None:
    """SQLite overwrites what it deletes from here on, instead of leaving it in free pages."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete = ON")


def fold_after_commit(*erased: type[models.Model]) -> None:
    """What was deleted is gone from the database's own files as well, once this is committed: the
    log of SQLite is folded in and cut off; PostgreSQL writes these tables anew, without what was
    deleted (they are small). Where somebody reads just then, the next fold does it."""
    transaction.on_commit(lambda: _fold(erased), robust=True)


def _fold(erased: tuple[type[models.Model], ...]) -> None:
    if connection.in_atomic_block:  # a test plays the commit
        return
    with suppress(DatabaseError), connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA busy_timeout")
            (waits,) = cursor.fetchone()
            cursor.execute("PRAGMA busy_timeout = 2000")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            cursor.execute(f"PRAGMA busy_timeout = {int(waits)}")
            return
        cursor.execute("SET lock_timeout = '2s'")
        try:
            for model in erased:
                cursor.execute(f"VACUUM FULL {connection.ops.quote_name(model._meta.db_table)}")
        finally:
            cursor.execute("RESET lock_timeout")
