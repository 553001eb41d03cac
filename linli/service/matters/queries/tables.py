"""The kinds and the routing table of a community, and what a changed table would have done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet

from linli.core.places.models import Place
from linli.service.matters import rules
from linli.service.matters.models import Kind, Matter, RoutingRule

DRY_RUN_DAYS = 90
DRY_RUN_MOST = 5000


def kinds_of(community: Place) -> QuerySet[Kind]:
    """The community's own list, in its order."""
    return Kind.objects.filter(community=community).order_by("order", "code")


def routing_lines(community: Place) -> list[rules.Line]:
    """The active lines in order, as the rules read them."""
    table = RoutingRule.objects.filter(community=community, active=True).select_related("place")
    return [as_line(rule) for rule in table.order_by("order")]


def table_of(community: Place) -> QuerySet[RoutingRule]:
    """The whole table in order, also what is switched off."""
    return RoutingRule.objects.filter(community=community).order_by("order")


def as_line(rule: RoutingRule) -> rules.Line:
    """A row of the table as a plain value."""
    return rules.Line(
        id=rule.pk,
        name=rule.name,
        kinds=tuple(rule.kinds),
        words=tuple(rule.words),
        channels=tuple(rule.channels),
        path=rule.place.path if rule.place else "",
        handling=rule.handling,
        body=rule.body_id,
        assignee=rule.assignee_id,
        promise_days=rule.promise_days,
    )


@dataclass(frozen=True)
class DryRun:
    """What a table would have done with what really came in."""

    since: datetime
    tried: int
    hits: dict[Any, int]
    unrouted: int
    changed: list[Matter]
    cut: bool


def dry_run(community: Place, lines: Sequence[rules.Line], at: datetime) -> DryRun:
    """Runs `lines` over the matters of the last 90 days and says where each line would have
    caught, and which matters would go elsewhere than under today's table."""
    since = at - timedelta(days=DRY_RUN_DAYS)
    today = routing_lines(community)
    recent = (
        Matter.objects.filter(community=community, raised_at__gte=since)
        .select_related("kind", "place", "body")
        .order_by("-raised_at", "id")[: DRY_RUN_MOST + 1]
    )
    hits: dict[Any, int] = {line.id: 0 for line in lines}
    changed, unrouted, tried = [], 0, 0
    listed = list(recent)
    for matter in listed[:DRY_RUN_MOST]:
        tried += 1
        seen = rules.RoutedMatter(
            matter.kind.code,
            f"{matter.title}\n{matter.text}",
            matter.channel,
            matter.place.path if matter.place else "",
        )
        new, old = rules.route(lines, seen), rules.route(today, seen)
        if new is None:
            unrouted += 1
        else:
            hits[new.id] += 1
        if _target(new, matter) != _target(old, matter):
            changed.append(matter)
    return DryRun(since, tried, hits, unrouted, changed, len(listed) > DRY_RUN_MOST)


def _target(line: rules.Line | None, matter: Matter) -> tuple[Any, ...]:
    if line is None:
        return (matter.kind.handling, None, None)
    return (line.handling, line.body, line.assignee)
