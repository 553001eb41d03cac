"""What time does to files: moves what a commit did not come to move, removes what has no row,
and finishes forgetting."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from linli.core.files import store
from linli.core.files.intake import drop_if_rowless, remove_bytes
from linli.core.files.models import StoredFile

ORPHAN_AFTER = timedelta(hours=6)
"""Longer than any act takes to commit."""


def run(at: datetime) -> None:
    """Sweeps once; safe to repeat."""
    sweep_incoming(at)
    finish_forgetting()


def sweep_incoming(at: datetime) -> None:
    """Every file that has waited too long: to its place if its row is there, else away."""
    folder = store.incoming()
    if not folder.is_dir():
        return
    for path in sorted(folder.iterdir()):
        try:
            written = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        except FileNotFoundError:
            continue  # gone with its twin, or moved by the commit it waited for
        if at - written < ORPHAN_AFTER:
            continue
        try:
            file = UUID(path.name.partition(".")[0])
        except ValueError:
            path.unlink(missing_ok=True)
            continue
        if not drop_if_rowless(file, path.name):
            for known in (
                StoredFile.objects.across_communities("an upload's row, by its id")
                .filter(pk=file)
                .exclude(stored_name="")
            ):
                store.settle(known.stored_name)


def finish_forgetting() -> None:
    """Takes off the disk what is forgotten and still there."""
    for file in (
        StoredFile.objects.across_communities("what is forgotten, wherever it lies")
        .filter(deleted_at__isnull=False)
        .exclude(stored_name="")
    ):
        remove_bytes(file)
