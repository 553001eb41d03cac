"""What stands open and what is due, where everybody and the desk look for it: the map, the days on
which something runs out."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _, gettext_lazy

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.core.clocks.duties import declare
from linli.core.clocks.expiring import Expiring, Source, register_expiring
from linli.core.places.layers import Layer, show_on_map
from linli.safety.hazards.models import FoundThing, MeetingPoint, SafetyRound
from linli.safety.hazards.queries.hazards import standing_on_map


def show_what_stands() -> None:
    """Called once, when the app is ready."""
    declare(Path(__file__).parent / "duties.toml")
    show_on_map(
        Layer(
            "hazards",
            gettext_lazy("还没销号的隐患"),
            gettext_lazy("只按地方数，不涉及任何人。"),
            standing_on_map,
            _public,
        )
    )
    register_expiring(Source("safety_rounds", gettext_lazy("安全巡查"), find=rounds_due))
    register_expiring(Source("found_things", gettext_lazy("拾得物留到"), find=found_until))
    register_expiring(Source("safety_points", gettext_lazy("安全例会要做的事"), find=points_due))


def _public(community: Any) -> str:
    return reverse("hazards:list", kwargs={"community_code": community.code})


def rounds_due(community: Any, since: date, until: date, actor: Actor) -> Iterator[Expiring]:
    """The rounds of those days that are not done."""
    if not may("hazards.check", actor, community):
        return
    rows = SafetyRound.objects.filter(
        community=community, done_on__isnull=True, due_on__range=(since, until),
        plan__stops__isnull=False,
    ).distinct()  # fmt: skip
    for row in rows.select_related("plan"):
        url = reverse("hazards:round", args=[community.code, row.pk])
        yield Expiring(_("巡查：{name}").format(name=row.plan.name), row.due_on, url)


def found_until(community: Any, since: date, until: date, actor: Actor) -> Iterator[Expiring]:
    """The last days on which found things are kept here."""
    if not may("hazards.keep_found", actor, community):
        return
    rows = FoundThing.objects.filter(community=community, state="kept", until__range=(since, until))
    url = reverse("hazards:found_desk", args=[community.code])
    for row in rows:
        yield Expiring(_("送交公安机关：{number}").format(number=row.number), row.until, url)


def points_due(community: Any, since: date, until: date, actor: Actor) -> Iterator[Expiring]:
    """By when meetings want things done."""
    if not may("hazards.keep_meeting", actor, community):
        return
    rows = MeetingPoint.objects.filter(
        community=community, done_on__isnull=True, due_on__range=(since, until)
    ).select_related("meeting")
    for row in rows:
        url = reverse("hazards:meeting_of", args=[community.code, row.meeting.gathering_id])
        yield Expiring(row.what, row.due_on, url)
