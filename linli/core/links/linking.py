"""Tying rows together and untying them: called inside acts, which the book records."""

from typing import Any

from linli.core.audit.closed import is_closed
from linli.core.audit.door import Act, id_of, kind_of
from linli.core.links.models import Link


def link(act: Act, a: Any, relation: str, b: Any) -> Link:
    """`a` stands in `relation` to `b`. Tied before, the pair stays as it was. Where one of them is
    closed, only that one tells of the tie (`links_of`), and the pair does not say who made it."""
    assert relation in dict(Link.RELATIONS), f"no relation is called {relation}"
    assert None not in (id_of(a), id_of(b)), "a link needs two rows that have their id"
    if a.community_id != b.community_id:
        raise ValueError("a link does not cross communities")
    tied, _new = Link.objects.filter(community=a.community_id).get_or_create(
        community_id=a.community_id,
        relation=relation,
        from_id=a.pk,
        to_id=b.pk,
        defaults={
            "from_kind": kind_of(a),
            "to_kind": kind_of(b),
            "at": act.at,
            "by_id": None if is_closed(a) or is_closed(b) else act.by.account,
        },
    )
    return tied


def unlink(act: Act, a: Any, relation: str, b: Any) -> bool:
    """Unties the pair; says whether it was tied."""
    rows = Link.objects.filter(
        community=a.community_id, relation=relation, from_id=a.pk, to_id=b.pk
    )
    return bool(rows.delete()[0])
