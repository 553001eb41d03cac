"""Which forms are asked now, which were handed over, which earlier ones had what a form asks."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Max, QuerySet
from django.http import Http404

from linli.core.access.models import Body
from linli.core.access.queries import in_term
from linli.core.places.models import Place
from linli.partners.paperwork.flows import OPEN
from linli.partners.paperwork.models import Asking, Form, HandOver
from linli.partners.paperwork.rules import ASK, FACT, SAME
from linli.partners.paperwork.slots import Slot, slots_of


def asked_now(community: Place) -> QuerySet[Asking]:
    """What is being filled, the most urgent first."""
    return _askings(community).filter(state__in=OPEN).order_by("due_on", "received_at")


def settled(community: Place) -> QuerySet[Asking]:
    """What was handed over or put aside, the newest first."""
    return (
        _askings(community)
        .exclude(state__in=OPEN)
        .prefetch_related("hand_overs")
        .order_by("-state_since", "-id")
    )


def asking_in(community: Place, asking: UUID) -> Asking:
    """The one of that id here. Raises Http404."""
    found = _askings(community).filter(pk=asking).first()
    if found is None:
        raise Http404
    return found


def hand_over_of(asking: Asking) -> HandOver | None:
    """How it was handed over, if it was."""
    return (
        HandOver.objects.filter(community=asking.community_id, asking=asking)
        .select_related("signer")
        .first()
    )


def handed_last(form: Form, but: UUID | None = None) -> Asking | None:
    """The last time the same form was handed over to the same requester."""
    found = Asking.objects.filter(community=form.community_id, form=form, state="handed_over")
    if but is not None:
        found = found.exclude(pk=but)
    return found.order_by("-state_since").first()


def departments(community: Place, on: Any) -> QuerySet[Body]:
    """Who may ask for a form: bodies above and beside, not the committee itself."""
    return (
        Body.objects.filter(in_term(on), community=community)
        .exclude(kind="residents_committee")
        .order_by("kind", "name")
    )


def minutes_by_requester(community: Place, since: datetime) -> list[dict[str, Any]]:
    """Forms handed over and minutes spent, by requester, since a day."""
    rows: dict[str, dict[str, Any]] = {}
    found = HandOver.objects.filter(community=community, at__gte=since).select_related(
        "asking__body"
    )
    for each in found:
        row = rows.setdefault(
            each.asking.body.name, {"body": each.asking.body.name, "forms": 0, "minutes": 0}
        )
        row["forms"] += 1
        row["minutes"] += each.minutes
    return sorted(rows.values(), key=lambda row: (-row["minutes"], row["body"]))


@dataclass(frozen=True, slots=True)
class Had:
    """One column of a form, and the earlier forms that already had it."""

    slot: Slot
    where: tuple["Earlier", ...]


@dataclass(frozen=True, slots=True)
class Earlier:
    """A form that had the same thing: whose, which, when it was handed over last."""

    body: str
    title: str
    at: datetime | None
    same_body: bool


def had_already(asking: Asking) -> list[Had]:
    """For each thing a form asks: which other forms asked for it, by what it is filled from or,
    where we do not hold it, by its heading. Two queries."""
    others = (
        Form.objects.filter(community=asking.community_id)
        .exclude(pk=asking.form_id)
        .select_related("body")
    )
    given = Asking.objects.filter(community=asking.community_id, state="handed_over")
    last = dict(given.order_by().values_list("form").annotate(Max("state_since")))
    found: dict[str, list[Earlier]] = defaultdict(list)
    for form in others:
        if form.pk not in last:
            continue  # asked and never handed over: nobody has it
        said = Earlier(form.body.name, form.title, last[form.pk], form.body_id == asking.body_id)
        for thing in {_thing(slot) for slot in slots_of(form.mapping)} - {""}:
            found[thing].append(said)
    slots = [slot for slot in slots_of(asking.form.mapping) if _thing(slot)]
    return [
        Had(slot, tuple(sorted(found[_thing(slot)], key=lambda each: each.title))) for slot in slots
    ]


def share_had(columns: Sequence[Had]) -> tuple[int, int]:
    """Of how many columns another form already had how many."""
    return sum(bool(column.where) for column in columns), len(columns)


def _thing(slot: Slot) -> str:
    """What makes two columns ask for the same."""
    if slot.decision == FACT:
        return f"fact {slot.fact}"
    if slot.decision in (ASK, SAME):
        plain = re.sub(r"[\W_]+", "", slot.heading).casefold()
        return f"heading {plain}"
    return ""


def _askings(community: Place) -> QuerySet[Asking]:
    # The blank is as large as its file, and only the page of columns and the file itself need it.
    rows = Asking.objects.filter(community=community).defer("blank")
    return rows.select_related("form", "body", "community")
