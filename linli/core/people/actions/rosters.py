"""A table of residents looked at: kept while somebody decides, read another way, put aside."""

import hashlib

from linli.core.audit.door import Act, action
from linli.core.people.models import Batch
from linli.core.people.roster.preview import Options, Preview, pack
from linli.core.places.models import Place
from linli.lib.law import Finding, require


@action("people.keep_preview", needs="people.import")
def keep_preview(act: Act, community: Place, *, preview: Preview, options: Options) -> Batch:
    """Keeps a file that was read, sealed, until somebody decides on it; at most for a day."""
    counts = preview.counts()
    act.note(**counts)
    return Batch.objects.create(
        community=community,
        account=act.by.account,
        file_kind=preview.tables.kind,
        digest=hashlib.sha256(preview.content).hexdigest(),
        read_at=act.at,
        options=options.as_dict(),
        counts=counts,
        content=pack(preview.content, preview.filename),
    )


@action("people.reread_preview", needs="people.import")
def reread_preview(act: Act, batch: Batch, *, preview: Preview, options: Options) -> Batch:
    """Reads a kept file once more in another way: other sheets, other columns."""
    require(Finding(batch.state == Batch.PREVIEWED, "people.batch_open"))
    counts = preview.counts()
    act.note(**counts)
    batch.options, batch.counts = options.as_dict(), counts
    batch.save()
    return batch


@action("people.drop_preview", needs="people.import")
def drop_preview(act: Act, batch: Batch) -> Batch:
    """Decides against a file: its content is gone."""
    require(Finding(batch.state == Batch.PREVIEWED, "people.batch_open"))
    batch.state, batch.decided_at, batch.content = Batch.DROPPED, act.at, ""
    batch.save()
    return batch
