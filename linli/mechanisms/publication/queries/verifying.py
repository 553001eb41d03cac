"""Is this the notice that was posted? Whoever has a text, a file or a sheet may ask.

Nothing of what is asked is kept. A notice that names persons answers only while it is up: later
an answer would tell whether a name stood in it.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from linli.mechanisms.publication import rules
from linli.mechanisms.publication.declaration import Template
from linli.mechanisms.publication.face import heading_of
from linli.mechanisms.publication.models import PostingVersion
from linli.mechanisms.publication.registry import template_named

UNKNOWN, SAME, OTHER = "unknown", "same", "other"


@dataclass(frozen=True, slots=True)
class Match:
    """A notice that was found: `same` to the letter, or by its number alone with another code
    (`other`). `current`: it was not corrected since."""

    notice: UUID
    number: str
    heading: str
    outcome: str
    posted_at: datetime
    up: bool
    current: bool
    by_number: bool = False


def recognise(community: Any, given: str, at: datetime) -> Match | None:
    """The notice a text is: by its digest, by the kept form, by number and code, or as pasted."""
    text = given.strip()
    if not text:
        return None
    if sha256 := rules.read_digest(text):
        return _by_digest(community, at, sha256=sha256)
    if numbered := rules.read_number(text):
        return _by_number(community, at, *numbered)
    if kept := rules.read_snapshot(text):
        return _by_digest(community, at, sha256=rules.digest(kept))
    return _by_digest(community, at, text_sha256=rules.text_digest(text))


def _by_digest(community: Any, at: datetime, **digest: str) -> Match | None:
    for version in _versions(community, at).filter(**digest)[:5]:
        if found := _match(version, at, SAME):
            return found
    return None


def _by_number(community: Any, at: datetime, number: str, code: str) -> Match | None:
    year, _, serial = number.partition("-")
    versions = list(
        _versions(community, at).filter(posting__year=int(year), posting__serial=int(serial))
    )
    if not versions:
        return None
    if not code:
        return _match(versions[0], at, SAME, by_number=True)
    same = [version for version in versions if version.sha256.startswith(code)]
    if same:
        return _match(same[0], at, SAME)
    return _match(versions[0], at, OTHER, by_number=True)


def _versions(community: Any, at: datetime) -> "QuerySet[PostingVersion]":
    rows: QuerySet[PostingVersion] = PostingVersion.objects.filter(
        Q(posting__listed_at__isnull=True) | Q(posting__listed_at__lte=at),
        community=community,
    )
    return rows.select_related("posting").defer("posting__snapshot").order_by("-at", "-version")


def _match(
    version: PostingVersion, at: datetime, outcome: str, *, by_number: bool = False
) -> Match | None:
    posting = version.posting
    template: Template | None = template_named(posting.template)
    up = posting.is_up(at)
    if template is None or (template.names_persons and not up):
        return None
    return Match(
        posting.pk,
        posting.number,
        heading_of(posting, template) if up else str(template.title),
        outcome,
        version.at,
        up,
        version.version == posting.version,
        by_number,
    )
