"""A row is held while it is changed, and words everybody reads name nobody."""

from typing import Any, TypeVar

from linli.core.places.scope import CommunityRow
from linli.lib.identity.redact import redact
from linli.lib.law import Finding, require
from linli.partners.party.rules import serving

Row = TypeVar("Row", bound=CommunityRow)


def held(row: Row, seen: int | None = None) -> Row:
    """The row as it is now, kept from others until the act is over. Refused where it was changed
    since its page was drawn (`seen` is the version of then)."""
    rows: Any = type(row)._default_manager
    found: Row = rows.select_for_update().get(community=row.community_id, pk=row.pk)
    if seen is not None:
        require(Finding(getattr(found, "version", seen) == seen, "party.row_fresh"))
    return found


def saved(row: Row, **values: Any) -> Row:
    """Writes the values down as the next version."""
    for name, value in values.items():
        setattr(row, name, value)
    fields = [*values]
    if hasattr(row, "version"):
        row.version += 1
        fields.append("version")
    row.save(update_fields=fields)
    return row


def judged(words: str) -> Finding:
    """Whether everybody may read the words."""
    told = " ".join(words.split())
    seen = redact(told)
    clean = seen.text == told and not any(each.kind == "name" for each in seen.doubtful)
    return serving.names_nobody(clean)


def told_to_all(words: str) -> str:
    """The words as they were written; refused where not everybody may read them."""
    require(judged(words))
    return words.strip()
