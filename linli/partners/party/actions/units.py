"""Units of the register check in; letters go back. What they offer stands on the one list."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F

from linli.core.audit.door import Act, action
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.partners.party.actions.holding import entered, held, phone_told, saved, told_to_all
from linli.partners.party.lists import unit_known, work_of_unit
from linli.partners.party.models import Letter, UnitCheckIn
from linli.partners.party.rules.periods import not_ahead


@action("party.check_in_unit", needs="party.keep")
def check_in_unit(
    act: Act,
    community: Place,
    *,
    unit: UUID,
    office: str,
    since: date,
    phone: str = "",
    living_here: int | None = None,
) -> UnitCheckIn:
    """A unit of the register checks in: through which office, and how many of its members it says
    live here. A number, no list. Its name and code stand in the register and nowhere else."""
    on = local_day(act.at)
    require(not_ahead(since, on))
    known = unit_known(community, unit)
    require(Finding(known is not None, "party.unit_known"))
    assert known is not None
    rows = UnitCheckIn.objects.filter(community=community, until__isnull=True, unit=unit)
    require(Finding(not rows.exists(), "party.unit_once"))
    row = UnitCheckIn(
        community=community,
        unit=known.id,
        name=known.name,
        office=told_to_all(office),
        phone=phone_told(phone),
        since=since,
        living_here=living_here,
        told_on=on if living_here is not None else None,
    )
    entered(row, Finding(False, "party.unit_once"))
    act.note(unit=row.name)
    return row


@action("party.change_unit", needs="party.keep")
def change_unit(
    act: Act,
    unit: UnitCheckIn,
    *,
    office: str,
    phone: str,
    living_here: int | None,
    seen: int,
) -> UnitCheckIn:
    """Another office, or another number as the unit tells it now."""
    row = held(unit, seen)
    require(Finding(row.until is None, "party.row_open"))
    said: dict[str, Any] = {"office": told_to_all(office), "phone": phone_told(phone)}
    if living_here != row.living_here:
        said.update(living_here=living_here, told_on=local_day(act.at))
    act.note(unit=row.name)
    return saved(row, **said)


@action("party.end_unit", needs="party.keep")
def end_unit(act: Act, unit: UnitCheckIn, *, until: date, seen: int | None = None) -> UnitCheckIn:
    """It takes part in the council no more. What it offers and does stands on the one list as
    before."""
    row = held(unit, seen)
    require(Finding(row.until is None and until >= row.since, "party.row_open"))
    require(not_ahead(until, local_day(act.at)))
    act.note(unit=row.name)
    return saved(row, until=until)


@action("party.write_letter", needs="party.keep")
def write_letter(
    act: Act, unit: UnitCheckIn, *, starts: date, ends: date, words: str = ""
) -> Letter:
    """Tells the unit, in counts, what it took on and met in a time that is over. Nothing of
    members, not even a number: an employer has the list. No points."""
    on = local_day(act.at)
    require(Finding(starts <= ends < on, "party.time_over", numbers={"ends": ends}))
    row = held(unit)
    made = Letter.objects.filter(community=row.community_id, unit=row, starts=starts, ends=ends)
    require(Finding(not made.exists(), "party.letter_once"))
    work = work_of_unit(row.community_id, row.unit, starts, ends)
    letter = Letter(
        community_id=row.community_id,
        unit=row,
        starts=starts,
        ends=ends,
        written_on=on,
        taken=work.taken,
        met=work.met,
        in_time=work.in_time,
        words=told_to_all(words),
    )
    letter.save(force_insert=True)
    act.note(unit=row.name)
    return letter


def follow_unit(
    act: Act, community: UUID, unit: UUID, *, name: str = "", gone: bool = False
) -> None:
    """A step of the register's own act: the unit is called otherwise, or is no longer here."""
    rows = UnitCheckIn.objects.filter(community=community, unit=unit, until__isnull=True)
    if name:
        rows.exclude(name=name).update(name=name, version=F("version") + 1)
    if gone:
        rows.update(until=local_day(act.at), version=F("version") + 1)
