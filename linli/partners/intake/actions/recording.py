"""A request from above comes in, and is held against the list of its day."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from linli.core.access.models import Body
from linli.core.audit.door import Act, action
from linli.core.clocks import actions as clocks
from linli.core.pages.bilingual import in_both
from linli.core.places.models import Place
from linli.core.places.queries import jurisdictions_of
from linli.lib.calendar import Unit, local_day
from linli.lib.law import require
from linli.mechanisms.flow.actions import begin, take
from linli.partners.intake import rules
from linli.partners.intake.flows import REQUEST
from linli.partners.intake.models import Item, Request

GROUND = (
    "cites", "paper", "paper_number", "paper_date", "paper_status", "money", "fen", "per", "payer",
)  # fmt: skip


@dataclass(frozen=True)
class Asked:
    """What an office asked for, as the worker who received it writes it down.

    `cites`, `paper…`: the basis it claims; `money…`: what it says of money; `fen` in fen.
    """

    body: Body
    kind: str
    title: str
    received_on: date
    asked: str = ""
    never: str = ""
    starts_on: date | None = None
    due_on: date | None = None
    minutes_estimated: int | None = None
    nature: str = "assist"
    ground: dict[str, Any] = field(default_factory=dict)
    """Basis and money, by the names in GROUND."""


@action("intake.record", needs="intake.record")
def record_request(
    act: Act, community: Place, *, asked: Asked, item: Item | None = None
) -> Request:
    """Records a request. What falls under a line of the list in force on the day it was received
    is taken on at once; everything else waits for the director, whose clock begins."""
    require(
        rules.asks_here(
            asked.body.kind, since=asked.body.since, until=asked.body.until, on=local_day(act.at)
        )
    )
    require(rules.days_ordered(asked.received_on, local_day(act.at)))
    require(rules.days_ordered(asked.received_on, asked.due_on))
    found = rules.on_list(
        item.line if item else None, on=asked.received_on, body=asked.body.pk, never=asked.never
    )
    if item is not None:
        require(found)
    request = Request(
        community=community,
        body=asked.body,
        kind=asked.kind,
        title=asked.title.strip(),
        asked=asked.asked.strip(),
        never=asked.never,
        received_on=asked.received_on,
        starts_on=asked.starts_on,
        due_on=asked.due_on,
        minutes_estimated=asked.minutes_estimated,
        nature=item.nature if item else asked.nature,
        listed=bool(found),
        item=item,
        decided_on=local_day(act.at) if found else None,
        **{name: asked.ground[name] for name in GROUND if name in asked.ground},
    )
    begin(
        act,
        REQUEST,
        request,
        "record_listed" if found else "record",
        of=jurisdictions_of(community),
    )
    act.note(kind=in_both(request.get_kind_display()), office=asked.body.name)
    if found:
        start_due(act, request)
    else:
        act.tell("intake.off_list", post="director", office=asked.body.name)
    return request


@action("intake.match", needs="intake.record")
def match(act: Act, request: Request, *, item: Item, seen: int | None = None) -> Request:
    """Puts a request under a line of today's list after all; it is then taken on."""
    found = rules.on_list(
        item.line, on=local_day(act.at), body=request.body_id, never=request.never
    )
    request.item, request.listed, request.nature = item, True, item.nature
    request.decided_on = local_day(act.at)
    take(act, REQUEST, request, "match", seen=seen, conditions=(found,))
    request.save(update_fields=["item", "listed", "nature", "decided_on"])
    start_due(act, request)
    return request


@action("intake.supplement", needs="intake.record")
def supplement(
    act: Act, request: Request, *, ground: dict[str, Any], seen: int | None = None
) -> Request:
    """The office has sent its basis or its money line; the director's clock goes on."""
    for name in GROUND:
        if name in ground:
            setattr(request, name, ground[name])
    take(act, REQUEST, request, "supplement", seen=seen)
    request.save(update_fields=[name for name in GROUND if name in ground])
    act.tell("intake.supplemented", post="director", office=request.body.name)
    return request


@action("intake.withdraw", needs="intake.record")
def withdraw(act: Act, request: Request, *, reason: str, seen: int | None = None) -> Request:
    """The office takes its request back."""
    return take(act, REQUEST, request, "withdraw", reason=reason, seen=seen)


@action("intake.finish", needs="intake.record")
def finish(act: Act, request: Request, *, seen: int | None = None) -> Request:
    """What was taken on is done."""
    request.done_on = local_day(act.at)
    request.save(update_fields=["done_on"])
    return take(act, REQUEST, request, "finish", seen=seen)


def start_due(act: Act, request: Request) -> None:
    """The office's own day becomes a clock of the worker's, where it still lies ahead."""
    on = local_day(act.at)
    if request.due_on is None or request.due_on <= on:
        return
    face = request.face()
    clocks.start(
        act,
        request,
        "intake_due",
        length=(request.due_on - on).days,
        unit=Unit.DAYS,
        title=face.title,
        url_name=face.url_name,
        url_args=face.url_args,
        holder=face.holder,
        weekend_rolls=False,  # the office named a day, and that day it is
    )
