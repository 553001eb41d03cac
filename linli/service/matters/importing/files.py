"""The file behind an import: opened again whenever it is needed, never kept in memory."""

from linli.core.files.store import path_of
from linli.lib.law import Finding, Refused
from linli.lib.tables import Sheet, read_table
from linli.service.matters.importing.columns import FIELDS
from linli.service.matters.models import ImportBatch

MOST_ROWS = 200_000


def open_batch(batch: ImportBatch) -> Sheet:
    """The table of a batch, with the columns as they were confirmed. Refused where the file is
    gone (it is forgotten with its retention)."""
    path = path_of(batch.file.stored_name) if batch.file else None
    if path is None:
        raise Refused(Finding(False, "matters.importable"))
    return read_table(
        path, batch.file_name, fields=FIELDS, limit_rows=MOST_ROWS, mapping=batch.mapping or None
    )
