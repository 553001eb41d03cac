"""The register: what there is, when it is open; out of service in one step."""

import secrets
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F

from linli.core.audit.door import Act, action
from linli.core.files.intake import Purpose, forget, take_in
from linli.core.files.models import StoredFile
from linli.core.places.models import Place
from linli.culture.facilities.actions.booking import cancel_all
from linli.culture.facilities.actions.holding import line_up, offer
from linli.culture.facilities.actions.saying import told
from linli.culture.facilities.models import Booking, Closure, Defect, Facility, Hold, OpenHours
from linli.culture.facilities.queries.rooms import coming_between, relatives_of
from linli.lib.calendar import SHANGHAI
from linli.lib.law import Finding, Refused, require
from linli.mechanisms.flow.rules import is_fresh

TOLD = (
    "name", "kind", "functions", "place", "where", "lon", "lat", "owner", "body", "area",
    "residents_area", "elder_area", "people_most", "quantity", "step_free", "hearing", "toilet",
    "access_note", "conditions", "quiet_from", "price", "fen_hour", "bookable", "by_residents",
    "needs_approval", "days_ahead", "minutes_most", "with_key", "set_up", "through_holidays",
    "listed",
)  # fmt: skip
"""What the desk says of a facility; the rest follows from acts."""
_LETTERS = "23456789abcdefghjkmnpqrstvwxyz"
_LENGTH = 10
OFFERED_AHEAD = timedelta(days=60)
LAST_DAY = date(2199, 12, 31)
"""Nobody has booked later than that."""

Weekly = Mapping[int, Sequence[tuple[int, int]]]


@action("facilities.add", needs="facilities.register")
def add(
    act: Act,
    community: Place,
    *,
    given: Mapping[str, Any],
    whole: Facility | None = None,
    weekly: Weekly | None = None,
) -> Facility:
    """Adds a facility, with its hours if they are known; `whole`: the hall it is a part of, which
    keeps what was booked of it."""
    assert set(given) <= set(TOLD)
    facility = Facility(community=community, whole=whole, tag=_new_tag(), **given)
    _check_given(facility)
    if whole is not None:
        require(Finding(whole.whole_id is None and whole.community_id == community.pk,
                        "facilities.parts_once"))  # fmt: skip
        line_up(whole)
    with _once_named(facility):
        facility.save(force_insert=True)
    if whole is not None:
        _share_holds(facility, whole)
    if weekly is not None:
        _write_hours(facility, weekly)
    act.note(facility=facility.name)
    return facility


@action("facilities.alter", needs="facilities.register")
def alter(
    act: Act, facility: Facility, *, given: Mapping[str, Any], seen: int | None = None
) -> Facility:
    """Changes what is said of a facility."""
    assert set(given) <= set(TOLD)
    version = facility.version if seen is None else seen
    line_up(facility)
    for name, value in given.items():
        setattr(facility, name, value)
    _check_given(facility)
    _bump(act, facility, given, version)
    return facility


@action("facilities.set_hours", needs="facilities.register")
def set_hours(act: Act, facility: Facility, *, weekly: Weekly) -> Facility:
    """Says on which weekdays it is open from when until when."""
    line_up(facility)
    facility.hours.all().delete()
    _write_hours(facility, weekly)
    act.note(facility=facility.name)
    return facility


@action("facilities.set_other_hours", needs="facilities.register")
def set_other_hours(
    act: Act,
    facility: Facility,
    *,
    since: date,
    until: date,
    reason: str,
    opens: int | None = None,
    closes: int | None = None,
) -> Closure:
    """On some days it is closed, or open at other hours. Whoever booked in that time is told."""
    why = told(reason, facility.community_id)
    line_up(facility)
    row = Closure.objects.create(
        community_id=facility.community_id, facility=facility, since=since, until=until,
        opens=opens, closes=closes, reason=why,
    )  # fmt: skip
    first = datetime.combine(min(since, LAST_DAY), time(), tzinfo=SHANGHAI)
    last = datetime.combine(min(until, LAST_DAY) + timedelta(days=1), time(), tzinfo=SHANGHAI)
    touched = [
        each
        for each in coming_between([facility, *facility.parts.all()], max(first, act.at), last)
        if opens is None or closes is None or not _within(each, opens, closes)
    ]
    _tell_each(act, "facilities.closed_then", touched)
    act.note(facility=facility.name, since=f"{since:%F}", until=f"{until:%F}", n=len(touched))
    return row


@action("facilities.strike_other_hours", needs="facilities.register")
def strike_other_hours(act: Act, row: Closure) -> Facility:
    """Those days are like others again."""
    facility = row.facility
    act.note(facility=facility.name, since=f"{row.since:%F}", until=f"{row.until:%F}")
    row.delete()
    return facility


@action("facilities.put_out", needs="facilities.keep")
def put_out(
    act: Act, facility: Facility, *, reason: str, until: datetime | None = None
) -> list[Booking]:
    """Out of service at once, in one step; whoever booked in that time is told. Says which
    bookings those are. While something of it is broken nobody knows an end, and whoever puts it
    out by hand puts it back by hand, whatever is repaired meanwhile."""
    require(Finding(bool(reason.strip()), "facilities.reason_given"))
    why = told(reason, facility.community_id)
    line_up(facility)
    if open_on(facility):
        until = None
    Defect.objects.filter(
        community=facility.community_id, facility=facility, closed_at__isnull=True, put_out=True
    ).update(put_out=False)
    touched = stop_using(act, facility, why, until)
    act.note(facility=facility.name, n=len(touched))
    return touched


def stop_using(act: Act, facility: Facility, why: str, until: datetime | None) -> list[Booking]:
    """Out of service from this moment, in words that were judged; whoever booked is told."""
    facility.out_since, facility.out_until, facility.out_for = act.at, until, why[:200]
    facility.save(update_fields=["out_since", "out_until", "out_for"])
    touched = coming_between([facility, *relatives_of(facility)], act.at, until)
    _tell_each(act, "facilities.put_out", touched)
    return touched


@action("facilities.put_back", needs="facilities.keep")
def put_back(act: Act, facility: Facility) -> Facility:
    """In order again: whoever booked is told, and who waits is offered what is free. Not while a
    defect keeps the whole of it out: that is repaired and looked at again first."""
    line_up(facility)
    require(Finding(not open_on(facility), "facilities.nothing_broken"))
    facility.out_since, facility.out_until, facility.out_for = None, None, ""
    facility.save(update_fields=["out_since", "out_until", "out_for"])
    _tell_each(
        act,
        "facilities.put_back",
        coming_between([facility, *relatives_of(facility)], act.at, None),
    )
    offer(act, facility, act.at, act.at + OFFERED_AHEAD)
    act.note(facility=facility.name)
    return facility


@action("facilities.withdraw", needs="facilities.register")
def withdraw(act: Act, facility: Facility) -> Facility:
    """Is no more to be had: what is booked is cancelled and told. Its past stays."""
    line_up(facility)
    facility.withdrawn_at = act.at
    facility.save(update_fields=["withdrawn_at"])
    coming = coming_between([facility], act.at, None)
    cancel_all(act, coming)
    _tell_each(act, "facilities.cancelled", coming)
    act.note(facility=facility.name, n=len(coming))
    return facility


@action("facilities.add_photo", needs="facilities.register")
def add_photo(act: Act, facility: Facility, *, photo: Any) -> StoredFile:
    """A photograph of the place, without people, for everybody."""
    file = take_in(act, facility.community_id, photo, Purpose(facility, "photo", "public"))
    act.note(facility=facility.name)
    return file


@action("facilities.drop_photo", needs="facilities.register")
def drop_photo(act: Act, facility: Facility, *, file: StoredFile) -> Facility:
    """Takes a photograph away."""
    assert file.owner == facility.pk
    forget(act, file, "taken_down")
    act.note(facility=facility.name)
    return facility


@action("facilities.new_tag", needs="facilities.register")
def new_tag(act: Act, facility: Facility) -> Facility:
    """Another code for the door; the sheet that hangs there leads nowhere any more."""
    facility.tag = _new_tag()
    facility.save(update_fields=["tag"])
    act.note(facility=facility.name)
    return facility


def open_on(facility: Facility) -> bool:
    """Whether a defect keeps the whole facility out of use."""
    return Defect.objects.filter(
        community=facility.community_id, facility=facility, device__isnull=True,
        out_at__isnull=False, closed_at__isnull=True,
    ).exists()  # fmt: skip


def _check_given(facility: Facility) -> None:
    areas = (facility.residents_area, facility.elder_area)
    fits = facility.area is None or all(each is None or each <= facility.area for each in areas)
    require(Finding(fits, "facilities.areas_fit"))
    twins = Facility.objects.filter(
        community=facility.community_id, name=facility.name, withdrawn_at__isnull=True
    ).exclude(pk=facility.pk)
    named = {"name": facility.name}
    require(Finding(not twins.exists(), "facilities.named_once", numbers=named))


@contextmanager
def _once_named(facility: Facility) -> Iterator[None]:
    """Of two who give one name at once the second is told."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        if "name" not in str(error):
            raise
        named = {"name": facility.name}
        raise Refused(Finding(False, "facilities.named_once", numbers=named)) from None


def _bump(act: Act, facility: Facility, given: Mapping[str, Any], version: int) -> None:
    rows = Facility.objects.filter(community=facility.community_id, pk=facility.pk)
    if not rows.filter(version=version).update(version=F("version") + 1):
        require(is_fresh(version, version + 1))
    with _once_named(facility):
        facility.save(update_fields=list(given))
    facility.version = version + 1
    act.note(facility=facility.name)


def _write_hours(facility: Facility, weekly: Weekly) -> None:
    OpenHours.objects.bulk_create(
        OpenHours(
            community_id=facility.community_id,
            facility=facility,
            weekday=weekday,
            opens=opens,
            closes=closes,
        )
        for weekday, spans in weekly.items()
        for opens, closes in spans
    )


def _share_holds(part: Facility, whole: Facility) -> None:
    """What is booked of the hall holds its new part as well."""
    held = Hold.objects.filter(community=whole.community_id, lane=whole.pk)
    Hold.objects.bulk_create(
        Hold(
            community_id=whole.community_id,
            facility=whole,
            booking_id=each.booking_id,
            wish_id=each.wish_id,
            lane=part.pk,
            from_minute=each.from_minute,
            until_minute=each.until_minute,
        )
        for each in held
    )


def _within(booking: Booking, opens: int, closes: int) -> bool:
    starts = booking.starts_at.astimezone(SHANGHAI)
    midnight = datetime.combine(starts.date(), time(), tzinfo=SHANGHAI)
    return midnight + timedelta(
        minutes=opens
    ) <= booking.starts_at and booking.ends_at <= midnight + timedelta(minutes=closes)


def _tell_each(act: Act, kind: str, bookings: Sequence[Booking]) -> None:
    for booking in bookings:
        if booking.account_id:
            act.tell(kind, account=booking.account_id, facility=booking.facility.name,
                     starts=booking.starts_at)  # fmt: skip
    owned = [each for each in bookings if each.owner is not None and not each.account_id]
    if owned:
        act.tell("facilities.owned_changed", post="worker", facility=owned[0].facility.name,
                 starts=owned[0].starts_at, n=len(owned))  # fmt: skip
    if any(booking.phone and not booking.account_id for booking in bookings):
        act.tell("facilities.call_them", post="worker", n=sum(
            bool(each.phone) and not each.account_id for each in bookings))  # fmt: skip


def _new_tag() -> str:
    return "".join(secrets.choice(_LETTERS) for _letter in range(_LENGTH))
