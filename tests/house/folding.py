"""Which indexes and constraints of a migration could stand with the model they belong to."""

from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

from django.apps import apps
from django.db.migrations import Migration
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.base import Operation
from django.db.migrations.operations.models import IndexOperation
from django.db.migrations.optimizer import MigrationOptimizer

LINLI = Path(__file__).resolve().parents[2] / "linli"


def our_migrations() -> Iterator[Migration]:
    """Every migration of this house, and none of a library's."""
    for (label, _name), migration in sorted(MigrationLoader(None).disk_migrations.items()):
        if LINLI in Path(apps.get_app_config(label).path).parents:
            yield migration


def fold(migration: Migration) -> list[Operation]:
    """Its operations as Django would optimise them, if it knew what its indexes refer to."""

    def is_of(index: IndexOperation, name: str, app_label: str) -> bool:
        return name.lower() == index.model_name_lower

    with patch.object(IndexOperation, "references_model", is_of):
        return MigrationOptimizer().optimize(migration.operations, migration.app_label)
