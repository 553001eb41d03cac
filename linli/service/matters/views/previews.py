"""What is shown before a matter is sent: who gets it, by when, what others will see."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from linli.core.access.models import Body
from linli.core.clocks.queries import work_calendar
from linli.core.places.laid_down import laid_down
from linli.core.places.models import Place
from linli.lib.calendar import add_working_days
from linli.lib.identity.redact import redact
from linli.mechanisms.publication.models import Posting
from linli.service.matters import rules
from linli.service.matters.actions.raising import spot
from linli.service.matters.queries import nearby, routing_lines
from linli.service.matters.queries.public import postings_by_owner

TITLE_LENGTH = 40
NEAR_DAYS = 60


@dataclass(frozen=True)
class Preview:
    """`to`: the body it will likely go to, else the committee; `by`: the promised day."""

    handling: str
    to: Body | None
    by: date
    days: int
    public_text: str
    public_place: str


def title_of(given: dict[str, Any]) -> str:
    """The first sentence that names nobody, short enough for a list; the kind, where none does.
    A title goes further than the words it stands for: to a body, to a colleague's screen."""
    names = (given["contact_name"],) if given["contact_name"] else ()
    sentences = (each.strip() for each in re.split(r"[。！？!?\n；;]", given["text"]))
    first = next(
        (each for each in sentences if each and not redact(each, known_names=names).spans), ""
    )
    if not first:
        return str(given["kind"].title)
    return first if len(first) <= TITLE_LENGTH else f"{first[: TITLE_LENGTH - 1]}…"


def preview(community: Place, given: dict[str, Any], at: datetime) -> Preview:
    """As it would be if it were sent now."""
    kind, place = given["kind"], given["place"]
    line = rules.route(
        routing_lines(community),
        rules.RoutedMatter(kind.code, given["text"], "web", place.path if place else ""),
    )
    handling = line.handling if line else kind.handling
    on = timezone.localdate(at)
    pack = laid_down(f"matters.{handling}", community, on)
    days = rules.promise_days(
        line=line.promise_days if line else None, kind=kind.promise_days, pack=int(pack.value)
    )
    names = (given["contact_name"],) if given["contact_name"] else ()
    return Preview(
        handling=handling,
        to=Body.objects.filter(community=community, pk=line.body).first()
        if line and line.body
        else None,
        by=add_working_days(work_calendar(community.pk), on, days),
        days=days,
        public_text=redact(given["text"], known_names=names).text,
        public_place=public_place(place, given["where"]),
    )


def public_place(place: Place | None, where: str) -> str:
    """Where, for everybody: down to the entrance, and the words without a door."""
    named = place.stairs_name if place else ""
    words = redact(where).text if where else ""
    return " ".join(part for part in (named, words) if part)[:120]


def likely(community: Place, given: dict[str, Any], at: datetime) -> list[Posting]:
    """What was reported there in the last weeks and is public: perhaps the same thing."""
    if not given.get("kind") or not (given.get("place") or given.get("where")):
        return []
    found = nearby(
        community,
        kind=given["kind"],
        text=given.get("text", ""),
        place=given.get("place"),
        spot=spot(given.get("place"), given.get("where", "")),
        since=at - timedelta(days=NEAR_DAYS),
        public_only=True,
    )
    postings = postings_by_owner(community, [matter.pk for matter in found], at)
    return [postings[matter.pk] for matter in found if matter.pk in postings]
