"""A notice as it is frozen for the archive, and as it is given out to be checked."""

from datetime import datetime
from typing import Any

from django.utils import translation

from linli.lib.calendar import SHANGHAI
from linli.mechanisms.publication.declaration import Template
from linli.mechanisms.publication.face import face_of
from linli.mechanisms.publication.models import Posting
from linli.mechanisms.publication.renditions.data import section_data
from linli.mechanisms.publication.renditions.text import as_text
from linli.mechanisms.publication.rules import canonical, digest, text_digest


def freeze(posting: Posting, template: Template, community: Any) -> dict[str, Any]:
    """The snapshot for the archive: the notice in full, labels in the notice's own language."""
    with translation.override(posting.locale):
        face = face_of(posting, template)
        return {
            "number": face.number,
            "version": posting.version,
            "community": {"code": community.code, "name": community.full_name},
            "template": template.name,
            "title": face.title,
            "category": face.category,
            "category_title": face.category_title,
            "issuer": face.issuer,
            "locale": face.locale,
            "posted_at": _iso(face.posted_at),
            "comes_down_at": _iso(face.comes_down_at),
            "objections_until": _iso(face.objections_until),
            "cites": list(template.cites),
            "fields": [dict(section_data(section)) for section in face.sections],
        }


def _iso(moment: datetime | None) -> str | None:
    return moment.astimezone(SHANGHAI).isoformat() if moment else None


def digest_text(posting: Posting, template: Template) -> str:
    """The digest by which the text for groups is recognised again."""
    with translation.override(posting.locale):
        return text_digest(as_text(face_of(posting, template), ""))


def original_of(posting: Posting, template: Template) -> bytes | None:
    """The kept form, byte for byte what was hashed; None where it is no longer that, or holds
    a field its template lists no more."""
    kept = posting.snapshot
    if not kept or digest(kept) != posting.sha256:
        return None
    listed = {field.key for field in template.fields}
    if any(section["key"] not in listed for section in kept["fields"]):
        return None
    return canonical(kept)
