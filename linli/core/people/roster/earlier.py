"""Whether this very file was brought before: recognised by its digest, whatever its name."""

import hashlib

from linli.core.people.models import Batch
from linli.core.places.models import Place


def digest_of(content: bytes) -> str:
    """What a file is recognised by: two files with one digest are the same, byte for byte."""
    return hashlib.sha256(content).hexdigest()


def taken_in_before(community: Place, content: bytes) -> Batch | None:
    """The last import of the same file into this community that was not undone."""
    return (
        Batch.objects.filter(community=community, digest=digest_of(content), state=Batch.COMMITTED)
        .defer("content")
        .order_by("-decided_at")
        .first()
    )


def begun_before(community: Place, content: bytes) -> Batch | None:
    """An import of the same file that stopped half-way, to be gone on with."""
    return (
        Batch.objects.filter(community=community, digest=digest_of(content), state=Batch.WRITING)
        .select_related("community")
        .first()
    )
