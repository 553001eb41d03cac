"""`python -m django migrate`: Django's own, quicker where a house is new."""

from typing import Any
from unittest.mock import patch

from django.core.management.commands import migrate

from linli.core.places.new_tables import Executor


class Command(migrate.Command):
    """Django names its executor in the module and offers no other way to hand it another."""

    def handle(self, *args: Any, **options: Any) -> None:
        with patch.object(migrate, "MigrationExecutor", Executor):
            super().handle(*args, **options)
