"""A matter comes in, by whatever way."""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone

from linli.core.access.models import Account
from linli.core.audit.door import Act, action
from linli.core.files.intake import Purpose, take_in
from linli.core.pages.bilingual import in_both
from linli.core.places.models import Place
from linli.core.places.queries import jurisdictions_of
from linli.lib.identity.receipt import receipt_from
from linli.lib.law import Parameter, parameter, require
from linli.mechanisms.flow.actions import begin
from linli.service.matters import rules
from linli.service.matters.flows import MATTER
from linli.service.matters.models import Kind, Matter, Remark
from linli.service.matters.models.matter import CHANNELS
from linli.service.matters.queries.tables import routing_lines

RECEIPT_BYTES = 16


@dataclass(frozen=True)
class Raised:
    """What somebody said, however it reached the committee."""

    kind: Kind
    title: str
    text: str
    channel: str
    wanted: str = ""
    place: Place | None = None
    where: str = ""
    point: tuple[Decimal, Decimal] | None = None
    contact_name: str = ""
    contact_phone: str = ""
    sender: Account | None = None
    raised_at: datetime | None = None
    photos: Sequence[Any] = field(default=())
    part_of: Matter | None = None


@action("matters.raise", needs="matters.raise")
def raise_matter(act: Act, community: Place, *, raised: Raised) -> Matter:
    """Gives the matter a receipt, routes it, starts its two clocks, keeps its photos."""
    raised_at = raised.raised_at or act.at
    require(rules.timely(raised_at, act.at))
    line = rules.route(routing_lines(community), routed(raised))
    matter = Matter(
        community=community,
        receipt=receipt_from(secrets.token_bytes(RECEIPT_BYTES)),
        kind=raised.kind,
        title=raised.title,
        text=raised.text,
        wanted=raised.wanted,
        channel=raised.channel,
        place=raised.place,
        where=raised.where,
        spot=spot(raised.place, raised.where),
        lat=raised.point[0] if raised.point else None,
        lon=raised.point[1] if raised.point else None,
        raised_at=raised_at,
        recorded_at=act.at,
        sender=raised.sender,
        contact_name=raised.contact_name,
        contact_phone=raised.contact_phone,
        handling=line.handling if line else raised.kind.handling,
        assignee_id=line.assignee if line else None,
        body_id=line.body if line else None,
        split_from=raised.part_of,
    )
    begin(act, MATTER, matter, "raise", limits=limits(act, matter, line), of=_laws(matter))
    say(act, matter, "raised", raised.text, seen_by="sender")
    for photo in raised.photos:
        take_in(act, community, photo, Purpose(matter, "photo", "owner"))
    act.note(kind=raised.kind.titles, channel=in_both(dict(CHANNELS)[matter.channel]))
    whom = {"account": matter.assignee_id} if matter.assignee_id else {"post": "worker"}
    act.tell("matters.raised", **whom, kind=raised.kind.titles)
    return matter


def limits(act: Act, matter: Matter, line: rules.Line | None) -> dict[str, Parameter]:
    """How long the two clocks run. They begin the day the matter is written down: a letter that
    lay in the box over a holiday costs nobody a promise they could not keep."""
    on, laws = timezone.localdate(act.at), _laws(matter)
    promise = parameter(f"matters.{matter.handling}", on, laws)
    limit = parameter("matters.limit", on, laws)
    if matter.kind.limit_days:
        limit = replace(limit, value=matter.kind.limit_days)
    days = rules.promise_days(
        line=line.promise_days if line else None,
        kind=matter.kind.promise_days,
        pack=int(promise.value),
    )
    return {"promise": replace(promise, value=min(days, int(limit.value))), "limit": limit}


def _laws(matter: Matter) -> tuple[str, ...]:
    return jurisdictions_of(matter.community)


def routed(raised: Raised) -> rules.RoutedMatter:
    """The matter as routing sees it."""
    return rules.RoutedMatter(
        kind=raised.kind.code,
        text=f"{raised.title}\n{raised.text}",
        channel=raised.channel,
        path=raised.place.path if raised.place else "",
    )


def spot(place: Place | None, where: str) -> str:
    """The key under which repeated matters meet; see `rules.spot_of`."""
    return rules.spot_of(
        place.pk if place else None, where, lambda words: hashlib.sha256(words).hexdigest()
    )


def say(
    act: Act,
    matter: Matter,
    said: str,
    text: str = "",
    *,
    seen_by: str,
    score: str = "",
    body: Any = None,
) -> Remark:
    """Adds what was said to the matter's life."""
    return Remark.objects.create(
        community_id=matter.community_id,
        matter=matter,
        at=act.at,
        said=said,
        text=text,
        seen_by=seen_by,
        score=score,
        account_id=act.by.account,
        body=body,
    )
