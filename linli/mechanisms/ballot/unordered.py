"""Tables that remember no order: what SQLite needs for the roll's marks and the box."""

from typing import Any

from django.db.migrations.operations.base import Operation


class ForgetOrder(Operation):
    """Makes a table of SQLite one WITHOUT ROWID, so that it lies in the order of its random
    keys: a row number would tell the order of casting. Every later operation on that table
    must be followed by this one again, since Django then makes the table anew
    (`tests/test_schema.py` sees to it). Nothing to do on PostgreSQL, where the close rewrites.
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
        name = schema_editor.quote_name(table)
        old = schema_editor.quote_name(f"old__{table}")
        schema_editor.execute(f"ALTER TABLE {name} RENAME TO {old}", params=None)
        schema_editor.execute(f"{created} WITHOUT ROWID", params=None)
        schema_editor.execute(f"INSERT INTO {name} SELECT * FROM {old}", params=None)  # noqa: S608
        schema_editor.execute(f"DROP TABLE {old}", params=None)
        for kind, sql in made:
            if kind == "index":
                schema_editor.execute(sql, params=None)

    def database_backwards(
        self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any
    ) -> None:
        """Stays as it is: the table holds the same."""

    def describe(self) -> str:
        return f"Forget the order of {self.model}"
