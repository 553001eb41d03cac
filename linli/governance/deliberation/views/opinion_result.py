"""What came of it: what everybody agrees on first, then the groups, the drawing, the data."""

import csv
import io
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, public
from linli.core.audit.actor import Actor
from linli.core.pages.answer import answer
from linli.core.places.laid_down import floor_laid_down
from linli.governance.deliberation.actions.opining import NOTHING_KEPT, keep_map
from linli.governance.deliberation.drawing import draw
from linli.governance.deliberation.models import Conversation, OpinionSnapshot
from linli.governance.deliberation.queries import opinion_map as maps, statements as queries
from linli.governance.deliberation.rules.opinion import saying as rules
from linli.lib.law import require


def fresh_map(
    conversation: Conversation, by: Actor, at: datetime, *, floor: int
) -> OpinionSnapshot:
    """The map, reckoned anew where it is old; each process reckons one at a time."""
    snapshot = queries.snapshot_of(conversation)
    if snapshot is not None and not maps.is_stale(conversation, snapshot, at, floor=floor):
        return snapshot
    with maps.ONE_AT_A_TIME:
        snapshot = queries.snapshot_of(conversation)
        if maps.is_stale(conversation, snapshot, at, floor=floor):
            found = maps.reckon_from_votes(conversation)
            before = snapshot.version if snapshot else NOTHING_KEPT
            keep_map(conversation, found=found, instead_of=before, by=by, at=at)
            snapshot = queries.snapshot_of(conversation)
    assert snapshot is not None
    return snapshot


@public
@never_cache
@require_safe
def show(request: Visit, topic_id: UUID) -> HttpResponse:
    """The map as it stands; of too few people nothing but that."""
    conversation = queries.public_conversation(request.community, topic_id)
    at = timezone.now()
    floor = floor_laid_down(request.community, timezone.localdate(at))
    snapshot = fresh_map(conversation, request.actor, at, floor=floor)
    told = maps.read(conversation, snapshot, floor=floor)
    enough = rules.may_be_told(told.people, floor=floor)
    context: dict[str, Any] = {
        "conversation": conversation,
        "topic": conversation.topic,
        "enough": enough,
        "listed": _may_list(conversation, told.people, floor),
        "statements": len(told.order),
        "floor": floor,
    }
    if enough:
        own = _own(conversation, snapshot, request.actor)
        hands = queries.hands_in(conversation)
        context |= {"map": told, "drawing": draw(told, own), "own": own, "hands": hands}
        context["own_group"] = own[2] + 1 if own and told.has_groups else None
    return answer(
        request,
        "deliberation/opinion/map.html",
        context,
        json=lambda: _as_data(conversation, told) if enough else {"held_back": enough},
    )


@public
@require_safe
def list_votes(request: Visit, topic_id: UUID) -> HttpResponse:
    """The single votes, without codes and in the order of what was said; 1, 0, -1, or nothing
    where it was not seen."""
    conversation = queries.public_conversation(request.community, topic_id)
    at = timezone.now()
    floor = floor_laid_down(request.community, timezone.localdate(at))
    snapshot = fresh_map(conversation, request.actor, at, floor=floor)
    told = maps.read(conversation, snapshot, floor=floor)
    require(_may_list(conversation, told.people, floor))
    sizes = [group.people for group in told.groups]
    # Who is in no group would be the rest of a column: they count as a group too.
    sizes += [told.people - told.counted_in] if told.people > told.counted_in else []
    grouped = rules.group_may_be_listed(sizes, floor=floor)
    statements, rows = maps.votes_as_rows(conversation, with_groups=grouped)
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    head = ["participant", *(each.number for each in statements), *(["group"] if grouped else [])]
    writer.writerow(head)
    writer.writerows([number, *row] for number, row in enumerate(rows, 1))
    response = HttpResponse(f"\ufeff{written.getvalue()}", content_type="text/csv; charset=utf-8")
    name = f"opinions-{conversation.topic.number}.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _may_list(conversation: Conversation, people: int, floor: int) -> Any:
    over = conversation.closed_at is not None
    return rules.may_be_listed(
        agreed=conversation.lists_votes, over=over, people=people, floor=floor
    )


def _own(
    conversation: Conversation, snapshot: OpinionSnapshot, actor: Actor
) -> tuple[float, float, int] | None:
    if actor.account is None:
        return None
    return maps.own_place(snapshot, queries.code_of(conversation, actor.account))


def _as_data(conversation: Conversation, told: maps.MapTold) -> dict[str, Any]:
    shared = {each.statement.number for each in (*told.agreed, *told.refused)}
    return {
        "topic": conversation.topic.number,
        "people": told.people,
        "votes": told.votes,
        "reckoned_at": told.reckoned_at,
        "rounded_to": 1 if told.is_final else rules.ROUNDED_TO,
        "groups": [
            {
                "group": group.number,
                "people": group.people,
                "marks": [[each.statement.number, each.side] for each in group.marks],
            }
            for group in told.groups
        ],
        "statements": [
            {
                "number": each.statement.number,
                "text": each.statement.text,
                **_counted(each),
                "shared": each.statement.number in shared,
                "by_group": [[c.agree, c.disagree, c.passed] for c in each.by_group]
                if each.groups_told
                else None,
            }
            for each in told.order
        ],
    }


def _counted(each: maps.Said) -> dict[str, Any]:
    """The counts of a statement; nothing where few voted on it, and no consensus where the groups
    could be had from it."""
    told = each.is_told
    return {
        "agree": each.all.agree if told else None,
        "disagree": each.all.disagree if told else None,
        "pass": each.all.passed if told else None,
        "consensus": str(each.share) if each.share is not None else None,
    }
