"""The community's own list of kinds, and its routing table."""

import tomllib
from collections.abc import Sequence
from importlib import resources
from typing import Any

from django.db import transaction

from linli.core.audit.door import Act, action
from linli.core.places.models import Place
from linli.service.matters.models import Kind, RoutingRule


@action("matters.seed_kinds", needs="matters.import")
def seed_kinds(act: Act, community: Place) -> int:
    """Gives a community the shipped list of kinds; those it already has stay as they are."""
    shipped = tomllib.loads(
        resources.files("linli.service.matters").joinpath("kinds.toml").read_text("utf-8")
    )["kind"]
    known = set(Kind.objects.filter(community=community).values_list("code", flat=True))
    made = Kind.objects.bulk_create(
        Kind(
            community=community,
            code=entry["code"],
            title=entry["title"],
            title_en=entry["title_en"],
            group=entry["group"],
            words=entry["words"],
            standard=entry["standard"],
            field=entry["field"],
            handling=entry["class"],
            promise_days=entry.get("promise_days"),
            order=(place + 1) * 10,
        )
        for place, entry in enumerate(shipped)
        if entry["code"] not in known
    )
    act.note(count=len(made))
    return len(made)


@action("matters.save_kind", needs="matters.set_rules")
def save_kind(act: Act, kind: Kind) -> Kind:
    """Keeps a changed or new kind. Matters already raised keep their clocks."""
    kind.full_clean(exclude=["community"], validate_unique=False)
    kind.save()
    act.note(kind=kind.titles)
    return kind


@action("matters.save_routing", needs="matters.set_rules")
def save_routing(act: Act, community: Place, *, lines: Sequence[dict[str, Any]]) -> int:
    """Replaces the whole table in the order given. Nothing already routed moves: the table
    speaks for what comes in from now on (see the dry run before saving)."""
    with transaction.atomic():
        RoutingRule.objects.filter(community=community).delete()
        made = RoutingRule.objects.bulk_create(
            RoutingRule(community=community, order=(place + 1) * 10, **line)
            for place, line in enumerate(lines)
        )
    act.note(count=len(made))
    return len(made)
