"""What everybody reads of activities: what is on, when, how many seats. Never who comes."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Min, OuterRef, Q, QuerySet, Subquery
from django.http import Http404

from linli.core.files.models import StoredFile
from linli.culture.activities.models import Activity, Picture
from linli.culture.activities.sheets import SHEET
from linli.lib.calendar import SHANGHAI, local_day
from linli.lib.calendar.feeds import Dated
from linli.mechanisms.signup.models import Occasion
from linli.mechanisms.signup.rules import CALLED_OFF, OPEN, PLANNED

BACK, AHEAD = timedelta(days=60), timedelta(days=200)
MOST, FEED_MOST = 600, 4000


@dataclass(frozen=True, slots=True)
class Wish:
    """What a reader looks for; nothing said, nothing left out. `age`: full years; `step_free`,
    `free`: only such; `venue`: the place it is held in."""

    topic: str = ""
    kind: str = ""
    age: int | None = None
    step_free: bool = False
    free: bool = False
    venue: UUID | None = None

    def narrow(self, rows: "QuerySet[Activity]") -> "QuerySet[Activity]":
        """The activities that are looked for."""
        if self.topic:
            rows = rows.filter(topic=self.topic)
        if self.kind:
            rows = rows.filter(kind=self.kind)
        if self.step_free:
            rows = rows.filter(step_free=True)
        if self.free:
            rows = rows.filter(price="free")
        if self.venue is not None:
            rows = rows.filter(venue_key=self.venue)
        if self.age is not None:
            low = Q(sheet__age_from__isnull=True) | Q(sheet__age_from__lte=self.age)
            high = Q(sheet__age_to__isnull=True) | Q(sheet__age_to__gte=self.age)
            rows = rows.filter(low, high)
        return rows


@dataclass(frozen=True, slots=True)
class When:
    """One date as everybody reads it."""

    activity: Activity
    occasion: Occasion


@dataclass(frozen=True, slots=True)
class Day:
    """One day of a month's page: `outside` it lies in the month before or after."""

    on: date
    outside: bool
    dates: list[When] = field(default_factory=list)


def told_of(community: Any) -> "QuerySet[Activity]":
    """Every activity that was announced."""
    rows: QuerySet[Activity] = Activity.objects.filter(
        community=community, announced_at__isnull=False
    ).select_related("sheet")
    return rows


def activity_told(community: Any, activity_id: UUID) -> Activity:
    """One announced activity; otherwise Http404."""
    found = told_of(community).filter(pk=activity_id).select_related("term", "lead").first()
    if found is None:
        raise Http404
    return found


def dates_between(
    community: Any,
    since: datetime,
    until: datetime,
    wish: Wish | None = None,
    *,
    most: int = MOST,
) -> list[When]:
    """The dates that begin from `since` up to, not with, `until`, the first `most` of them; those
    called off among them."""
    looked_for = (wish or Wish()).narrow(told_of(community))
    rows = Occasion.objects.filter(
        community=community, sheet__kind=SHEET, starts_at__gte=since, starts_at__lt=until,
        sheet__in=looked_for.order_by().values("sheet"),
    ).order_by("starts_at", "number")[:most]  # fmt: skip
    occasions = list(rows)
    sheets = {each.sheet_id for each in occasions}
    by_sheet = {each.sheet_id: each for each in told_of(community).filter(sheet__in=sheets)}
    return [When(by_sheet[each.sheet_id], each) for each in occasions]


def signing_now(community: Any, at: datetime, wish: Wish | None = None) -> list[Activity]:
    """What names can be put down for now and is not all over, the soonest first."""
    rows = told_of(community).filter(
        Q(sheet__opens_at__isnull=True) | Q(sheet__opens_at__lte=at),
        Q(sheet__closes_at__isnull=True) | Q(sheet__closes_at__gte=at),
        state="announced", by_signup=True, sheet__state=OPEN,
    )  # fmt: skip
    rows = (wish or Wish()).narrow(rows)
    coming = Q(sheet__occasions__state=PLANNED, sheet__occasions__starts_at__gt=at)
    dates = Occasion.objects.filter(
        community=OuterRef("community"), sheet=OuterRef("sheet"), state=PLANNED, starts_at__gt=at
    )
    soon = rows.annotate(
        next_at=Min("sheet__occasions__starts_at", filter=coming),
        next_venue=Subquery(dates.order_by("starts_at").values("venue")[:1]),
    )
    return list(soon.filter(next_at__isnull=False).order_by("next_at", "title")[:100])


def month_of(community: Any, first: date, wish: Wish | None = None) -> list[list[Day]]:
    """The weeks of a month, Monday first, each day with what is on."""
    begins = first - timedelta(days=first.weekday())
    after = (first + timedelta(days=32)).replace(day=1)
    ends = after + timedelta(days=(7 - after.weekday()) % 7)
    days = {
        begins + timedelta(days=n): Day(begins + timedelta(days=n), not _in(first, begins, n))
        for n in range((ends - begins).days)
    }
    for when in dates_between(community, midnight(begins), midnight(ends), wish):
        days[local_day(when.occasion.starts_at)].dates.append(when)
    row = list(days.values())
    return [row[n : n + 7] for n in range(0, len(row), 7)]


def _in(first: date, begins: date, n: int) -> bool:
    on = begins + timedelta(days=n)
    return (on.year, on.month) == (first.year, first.month)


def midnight(on: date) -> datetime:
    """When a day begins here."""
    return datetime(on.year, on.month, on.day, tzinfo=SHANGHAI)


def pictures_of(activity: Activity) -> list[tuple[Picture, StoredFile]]:
    """Its photographs with their files, the earliest first."""
    rows = {each.pk: each for each in activity.pictures.all()}
    files = StoredFile.objects.filter(
        community=activity.community_id, owner__in=list(rows), deleted_at__isnull=True,
        owner_kind="activities.Picture", visibility="public",
    ).order_by("created_at", "id")  # fmt: skip
    return [(rows[file.owner], file) for file in files]


def to_feed(whens: Iterable[When], address: Any) -> list[Dated]:
    """Dates for a calendar others subscribe to; `address` gives the page of an activity."""
    return [
        Dated(
            key=str(when.occasion.pk),
            starts=when.occasion.starts_at,
            ends=when.occasion.ends_at,
            summary=when.activity.title,
            changed=when.occasion.changed_at,
            sequence=when.occasion.sequence,
            cancelled=when.occasion.state == CALLED_OFF,
            location=when.occasion.venue,
            description=when.activity.bring,
            url=address(when.activity),
            categories=(str(when.activity.get_topic_display()),),
        )
        for when in whens
    ]


def feed_dates(community: Any, at: datetime, wish: Wish | None = None) -> list[When]:
    """What a feed holds: the last two months, and what is ahead for half a year."""
    return dates_between(community, at - BACK, at + AHEAD, wish, most=FEED_MOST)
