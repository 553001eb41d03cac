"""Units check in and say what they can give; needs are listed, matched, met; letters go back."""

from datetime import date
from typing import Any

from linli.core.audit.door import Act, action
from linli.core.places.laid_down import floor_laid_down
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.partners.party.actions.holding import held, saved, told_to_all
from linli.partners.party.models import Branch, CheckIn, Letter, Need, Resource, UnitCheckIn
from linli.partners.party.rules import serving
from linli.partners.party.rules.periods import not_ahead


@action("party.check_in_unit", needs="party.keep")
def check_in_unit(
    act: Act,
    community: Place,
    *,
    name: str,
    office: str,
    since: date,
    credit_code: str = "",
    phone: str = "",
    living_here: int | None = None,
) -> UnitCheckIn:
    """A unit from outside checks in: its name, code and office, and how many of its members it says
    live here. A number, no list."""
    on = local_day(act.at)
    require(not_ahead(since, on))
    require(serving.code_fits(credit_code))
    rows = UnitCheckIn.objects.filter(community=community, until__isnull=True)
    code = credit_code.strip().upper()
    taken = rows.filter(name=name.strip()).exists() or (
        bool(code) and rows.filter(credit_code=code).exists()
    )
    require(Finding(not taken, "party.unit_once"))
    unit = UnitCheckIn(
        community=community,
        name=told_to_all(name),
        credit_code=code,
        office=told_to_all(office),
        phone=phone.strip(),
        since=since,
        living_here=living_here,
        told_on=on if living_here is not None else None,
    )
    unit.save(force_insert=True)
    act.note(unit=unit.name)
    return unit


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
    said: dict[str, Any] = {"office": told_to_all(office), "phone": phone.strip()}
    if living_here != row.living_here:
        said.update(living_here=living_here, told_on=local_day(act.at))
    act.note(unit=row.name)
    return saved(row, **said)


@action("party.end_unit", needs="party.keep")
def end_unit(act: Act, unit: UnitCheckIn, *, until: date, seen: int | None = None) -> UnitCheckIn:
    """It takes part no more; needs it did not meet are free again."""
    row = held(unit, seen)
    require(Finding(row.until is None and until >= row.since, "party.row_open"))
    require(not_ahead(until, local_day(act.at)))
    needs = Need.objects.filter(community=row.community_id, unit=row, met_on__isnull=True)
    for need in needs.select_for_update():
        saved(need, unit=None, branch=None, resource=None, matched_on=None)
    act.note(unit=row.name)
    return saved(row, until=until)


@action("party.offer_resource", needs="party.keep")
def offer_resource(
    act: Act,
    unit: UnitCheckIn,
    *,
    kind: str,
    title: str,
    about: str = "",
    until: date | None = None,
) -> Resource:
    """Writes down what a unit can give, and until when."""
    on = local_day(act.at)
    require(Finding(unit.until is None, "party.row_open"))
    ahead = until is None or until >= on
    require(Finding(ahead, "party.lies_ahead", numbers={"day": until or on, "today": on}))
    row = Resource(
        community_id=unit.community_id,
        unit=unit,
        kind=kind,
        title=told_to_all(title),
        about=told_to_all(about),
        offered_on=on,
        until=until,
    )
    row.save(force_insert=True)
    act.note(unit=unit.name)
    return row


@action("party.list_need", needs="party.keep")
def list_need(
    act: Act, community: Place, *, kind: str, title: str, due_on: date, about: str = ""
) -> Need:
    """Puts a need of the community on the list that units and branches take on from."""
    on = local_day(act.at)
    require(Finding(due_on >= on, "party.lies_ahead", numbers={"day": due_on, "today": on}))
    need = Need(
        community=community,
        kind=kind,
        title=told_to_all(title),
        about=told_to_all(about),
        listed_on=on,
        due_on=due_on,
    )
    need.save(force_insert=True)
    act.note(need=need.title)
    return need


@action("party.match_need", needs="party.keep")
def match_need(
    act: Act,
    need: Need,
    *,
    unit: UnitCheckIn | None = None,
    branch: Branch | None = None,
    resource: Resource | None = None,
    seen: int | None = None,
) -> Need:
    """A unit or a branch takes it on; the first keeps it."""
    row = held(need, seen)
    require(Finding(row.matched_on is None, "party.need_open"))
    if resource is not None and unit is None and branch is None:
        unit = resource.unit
    who: UnitCheckIn | Branch | None = unit or branch
    one = (unit is None) != (branch is None)
    here = who is not None and who.community_id == row.community_id and who.until is None
    given = resource is None or (unit is not None and resource.unit_id == unit.pk)
    require(Finding(one and here and given, "party.one_takes_it"))
    act.note(need=row.title, who=str(who))
    return saved(row, unit=unit, branch=branch, resource=resource, matched_on=local_day(act.at))


@action("party.free_need", needs="party.keep")
def free_need(act: Act, need: Need, *, seen: int | None = None) -> Need:
    """Whoever took it on cannot do it after all; it is on the list again."""
    row = held(need, seen)
    open_ = row.matched_on is not None and row.met_on is None
    require(Finding(open_, "party.need_taken"))
    act.note(need=row.title)
    return saved(row, unit=None, branch=None, resource=None, matched_on=None)


@action("party.meet_need", needs="party.keep")
def meet_need(act: Act, need: Need, *, met_on: date, told: str, seen: int | None = None) -> Need:
    """It was met: on which day, and what came of it, for everybody to read."""
    row = held(need, seen)
    taken = row.matched_on is not None and row.met_on is None
    require(Finding(taken and met_on >= (row.matched_on or met_on), "party.need_taken"))
    require(not_ahead(met_on, local_day(act.at)))
    words = told_to_all(told)
    require(Finding(bool(words), "party.words_given"))
    act.note(need=row.title)
    return saved(row, met_on=met_on, told=words)


@action("party.write_letter", needs="party.keep")
def write_letter(
    act: Act, unit: UnitCheckIn, *, starts: date, ends: date, words: str = ""
) -> Letter:
    """Tells the unit, in counts, what it took on and met in a time that is over. Of members only
    how many named it, where ten or more did; nothing about anybody, and no points."""
    on = local_day(act.at)
    require(Finding(starts <= ends < on, "party.time_over", numbers={"ends": ends}))
    row = held(unit)
    made = Letter.objects.filter(community=row.community_id, unit=row, starts=starts, ends=ends)
    require(Finding(not made.exists(), "party.letter_once"))
    needs = Need.objects.filter(community=row.community_id, unit=row, matched_on__lte=ends)
    due = [need for need in needs if need.met_on is None or need.met_on >= starts]
    met = [need for need in due if need.met_on is not None and need.met_on <= ends]
    came = CheckIn.objects.filter(community=row.community_id, unit=row).count()
    letter = Letter(
        community_id=row.community_id,
        unit=row,
        starts=starts,
        ends=ends,
        written_on=on,
        taken=len(due),
        met=len(met),
        in_time=sum((need.met_on or on) <= need.due_on for need in met),
        members=serving.told(came, floor_laid_down(row.community, on)),
        words=told_to_all(words),
    )
    letter.save(force_insert=True)
    act.note(unit=row.name)
    return letter
