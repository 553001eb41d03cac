"""Sheets as pages read them: who was not found, or may not, meets nothing."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Count, F, OuterRef, Q, Subquery
from django.http import Http404
from django.urls import NoReverseMatch, reverse

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.lib.identity.receipt import parse_receipt
from linli.mechanisms.signup import rules
from linli.mechanisms.signup.models import Call, Occasion, Presence, Sheet, SignUp

PAGE = 100
MOST_DATES, MOST_CALLS = 400, 300
LONGEST = 10
"""A number with more digits than this is none of ours."""

PARTS = {
    "in": (rules.IN,),
    "offered": (rules.OFFERED,),
    "waiting": (rules.WAITING, rules.APPLIED),
    "gone": (rules.LEFT, rules.LAPSED, rules.TURNED_AWAY, rules.REMOVED, rules.CAME),
}
"""The parts of a sheet's desk."""


class Row(NamedTuple):
    """One line of the attendance page: the entry, and what is said of it so far."""

    signup: SignUp
    presence: Presence | None

    @property
    def state(self) -> str:
        """What is ticked."""
        return self.presence.state if self.presence is not None else ""


def sheet_shown(actor: Actor, community: Any, key: UUID) -> Sheet:
    """The sheet, for everybody once it is open. Http404."""
    sheet = Sheet.objects.filter(community=community, pk=key).select_related("community").first()
    if sheet is None or (sheet.state == rules.DRAFT and not may("signup.keep", actor, sheet)):
        raise Http404
    return sheet


def sheet_kept(actor: Actor, community: Any, key: UUID) -> Sheet:
    """The sheet, for those who keep it. Http404."""
    sheet = sheet_shown(actor, community, key)
    if not may("signup.keep", actor, sheet):
        raise Http404
    return sheet


def occasion_kept(actor: Actor, community: Any, key: UUID) -> Occasion:
    """One date, for those who keep its sheet. Http404."""
    rows = Occasion.objects.filter(community=community, pk=key)
    occasion = rows.select_related("sheet", "sheet__community").first()
    if occasion is None or not may("signup.keep", actor, occasion.sheet):
        raise Http404
    return occasion


def entry_of(sheet: Sheet, key: UUID) -> SignUp:
    """One entry of a sheet. Http404."""
    rows = SignUp.objects.filter(community=sheet.community_id, sheet=sheet, pk=key)
    row = rows.first()
    if row is None:
        raise Http404
    row.sheet = sheet
    return row


def entry_once_made(sheet: Sheet, key: UUID | None) -> SignUp:
    """What a form that is sent again had made. Http404 where that was no entry of this sheet."""
    if key is None:
        raise Http404
    return entry_of(sheet, key)


def entry_by_code(community: Any, text: str) -> SignUp:
    """The entry whose code was shown, however it was typed. Http404."""
    code = parse_receipt(text)
    row = None
    if isinstance(code, str):
        rows = SignUp.objects.filter(community=community, code=code)
        row = rows.select_related("sheet", "sheet__community").first()
    if row is None:
        raise Http404
    return row


def dates_of(sheet: Sheet) -> list[Occasion]:
    """Every date in order, also the called off ones."""
    return list(sheet.occasions.order_by("starts_at", "number")[:MOST_DATES])


def place_in_line(signup: SignUp) -> int | None:
    """The how manieth somebody is in the waiting line; None where they do not wait."""
    return places_in_line([signup]).get(signup.pk)


def places_in_line(signups: Iterable[SignUp]) -> dict[UUID, int]:
    """The same for several entries of one community, in one query; who does not wait is not
    in it."""
    rows = [each for each in signups if each.state == rules.WAITING]
    if not rows:
        return {}
    ahead = (
        SignUp.objects.filter(
            Q(turn__lt=OuterRef("turn")) | Q(turn=OuterRef("turn"), number__lt=OuterRef("number")),
            community=rows[0].community_id,
            sheet=OuterRef("sheet"),
            state=rules.WAITING,
        )
        .order_by()
        .values("sheet")
        .annotate(n=Count("pk"))
    )
    found = SignUp.objects.filter(community=rows[0].community_id, pk__in=[each.pk for each in rows])
    counted = found.annotate(ahead=Subquery(ahead.values("n"))).values_list("pk", "ahead")
    return {key: (before or 0) + 1 for key, before in counted}


def next_dates(sheets: Iterable[Sheet], at: datetime) -> dict[UUID, Occasion]:
    """The next date of each of several sheets of one community, in one query."""
    rows = {each.pk: each for each in sheets}
    if not rows:
        return {}
    community = next(iter(rows.values())).community_id
    coming = Occasion.objects.filter(
        community=community, state=rules.PLANNED, ends_at__gt=at
    ).order_by("starts_at", "number")
    first = coming.filter(sheet=OuterRef("sheet")).values("pk")[:1]
    found = coming.filter(sheet__in=rows, pk=Subquery(first))
    return {each.sheet_id: each for each in found}


def states_of(sheet: Sheet) -> dict[str, int]:
    """How many entries each part of the desk holds."""
    found = dict(
        SignUp.objects.filter(community=sheet.community_id, sheet=sheet)
        .values_list("state")
        .annotate(n=Count("pk"))
    )
    return {part: sum(found.get(each, 0) for each in states) for part, states in PARTS.items()}


def part_of(sheet: Sheet, part: str, after: str) -> tuple[list[SignUp], str]:
    """One page of a part in the order of the line, and where the next begins."""
    rows = SignUp.objects.filter(
        community=sheet.community_id, sheet=sheet, state__in=PARTS[part]
    ).order_by("turn", "number")
    turn, _dash, number = after.partition("-")
    if all(each.isdecimal() and len(each) < LONGEST for each in (turn, number)):
        rows = rows.filter(Q(turn__gt=int(turn)) | Q(turn=int(turn), number__gt=int(number)))
    found = list(rows[: PAGE + 1])
    shown = found[:PAGE]
    last = f"{shown[-1].turn}-{shown[-1].number}" if len(found) > PAGE else ""
    return shown, last


def attendance_of(occasion: Occasion) -> list[Row]:
    """Everybody who was in by the time it ended, and whoever else something was said of, by
    number: who came later did not miss it."""
    kept = {
        each.signup_id: each
        for each in Presence.objects.filter(community=occasion.community_id, occasion=occasion)
    }
    rows = SignUp.objects.filter(
        Q(state=rules.IN, at__lte=occasion.ends_at) | Q(pk__in=kept),
        community=occasion.community_id,
        sheet=occasion.sheet_id,
    ).order_by("number")
    return [Row(each, kept.get(each.pk)) for each in rows]


def excused_dates(signup: SignUp) -> dict[UUID, str]:
    """What is said of one entry's dates."""
    return dict(
        Presence.objects.filter(community=signup.community_id, signup=signup).values_list(
            "occasion", "state"
        )
    )


def calls_kept(actor: Actor, community: Any) -> list[Call]:
    """Who must be rung for the sheets somebody keeps: what runs out first, then what has waited
    longest."""
    waiting = Call.objects.filter(community=community, done_at__isnull=True)
    sheets = Sheet.objects.filter(
        community=community, pk__in=waiting.values("signup__sheet")
    ).select_related("community")
    kept = [each.pk for each in sheets if may("signup.keep", actor, each)]
    return list(
        waiting.filter(signup__sheet__in=kept)
        .select_related("signup", "signup__sheet", "signup__sheet__community")
        .order_by(F("until").asc(nulls_last=True), "asked_at", "pk")[:MOST_CALLS]
    )


def call_kept(actor: Actor, community: Any, key: UUID) -> Call:
    """One of them. Http404."""
    rows = Call.objects.filter(community=community, pk=key)
    call = rows.select_related("signup", "signup__sheet").first()
    if call is None or not may("signup.keep", actor, call.signup.sheet):
        raise Http404
    return call


def names_on(sheet: Sheet) -> dict[str, list[SignUp]]:
    """The live entries by their name without spaces: names are sealed, so it takes the list."""
    found: dict[str, list[SignUp]] = {}
    rows = SignUp.objects.filter(community=sheet.community_id, sheet=sheet, state__in=rules.LIVE)
    for each in rows:
        found.setdefault("".join(each.name.split()), []).append(each)
    return found


def pages_of(sheet: Sheet) -> tuple[str, str]:
    """The domain's own pages of the sheet: for everybody, and at the desk; "" where none."""
    return _page(sheet, sheet.sort.opens), _page(sheet, sheet.sort.desk)


def _page(sheet: Sheet, name: str) -> str:
    if not name:
        return ""
    try:
        return reverse(name, kwargs={"community_code": sheet.community.code, "sheet_id": sheet.pk})
    except NoReverseMatch:
        return ""


def next_date(dates: Iterable[Occasion], at: datetime) -> Occasion | None:
    """The next that takes place."""
    coming = (each for each in dates if each.state == rules.PLANNED and each.ends_at > at)
    return next(coming, None)
