"""The three lists: what units offer, what is needed, what is done together."""

from datetime import date
from uuid import UUID

from linli.core.audit.door import Act, action, may
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.partners.organisations.actions.holding_units import held, keep
from linli.partners.organisations.models import Need, Offer, Pledge, Project, ResidentUnit
from linli.partners.organisations.rules import units as rules
from linli.partners.organisations.takers import takers_of

DESK = "organisations.keep_units"


def shown_day(act: Act, community: Place | ResidentUnit) -> date | None:
    """The day from which everybody reads what is entered: today where the desk enters it."""
    return local_day(act.at) if may(DESK, act.by, community) else None


def tell_desk(act: Act, unit: ResidentUnit, shown_on: date | None) -> None:
    """The desk hears of what it has not seen."""
    if shown_on is None:
        act.tell("organisations.entry_to_look_at", post="worker", unit=unit.name)


@action("organisations.offer", needs="organisations.speak_for_unit")
def offer(
    act: Act,
    unit: ResidentUnit,
    *,
    feature: str,
    title: str,
    about: str = "",
    conditions: str = "",
    times: str = "",
    since: date | None = None,
    until: date | None = None,
) -> Offer:
    """Puts something on the list of what units offer: on the phone by the delegate, or by the desk
    from paper. Everybody reads it once the desk has looked."""
    require(rules.said(title))
    require(rules.public_words(title, about, conditions, times))
    begins = since or local_day(act.at)
    require(rules.term_ordered(begins, until))
    require(Finding(unit.ended_on is None, "organisations.unit_here"))
    shown_on = shown_day(act, unit)
    tell_desk(act, unit, shown_on)
    act.note(unit=unit.name)
    return Offer.objects.create(
        community_id=unit.community_id,
        unit=unit,
        feature=feature,
        title=title.strip(),
        about=about.strip(),
        conditions=conditions.strip(),
        times=times.strip(),
        since=begins,
        until=until,
        shown_on=shown_on,
    )


@action("organisations.withdraw_offer", needs="organisations.speak_for_unit")
def withdraw_offer(act: Act, row: Offer, *, seen: int | None = None) -> Offer:
    """Takes an offer back: it is gone from every list at once, without a why. Where something is
    being done with it the desk hears, and looks for another way."""
    fresh = held(row, seen)
    require(rules.offer_stands(stands=fresh.withdrawn_on is None))
    keep(fresh, withdrawn_on=local_day(act.at))
    act.note(unit=fresh.unit.name)
    if fresh.projects.filter(state="running").exists():
        act.tell("organisations.offer_gone", post="worker", unit=fresh.unit.name)
    return fresh


@action("organisations.enter_need", needs="organisations.speak_for_unit")
def enter_unit_need(
    act: Act,
    unit: ResidentUnit,
    *,
    feature: str,
    title: str,
    about: str = "",
    wanted_by: date | None = None,
) -> Need:
    """Puts on the list what a unit looks for."""
    shown_on = shown_day(act, unit)
    tell_desk(act, unit, shown_on)
    act.note(unit=unit.name)
    return _need(unit.community_id, unit, feature, title, about, wanted_by, shown_on)


@action("organisations.enter_community_need", needs="organisations.keep_units")
def enter_community_need(
    act: Act,
    community: Place,
    *,
    feature: str,
    title: str,
    about: str = "",
    wanted_by: date | None = None,
) -> Need:
    """Puts on the list what the community looks for."""
    return _need(community.pk, None, feature, title, about, wanted_by, local_day(act.at))


@action("organisations.withdraw_need", needs="organisations.speak_for_unit")
def withdraw_need(act: Act, row: Need, *, seen: int | None = None) -> Need:
    """It is no longer needed."""
    fresh = held(row, seen)
    require(rules.need_open(fresh.state))
    keep(fresh, state="withdrawn", withdrawn_on=local_day(act.at))
    return fresh


@action("organisations.match", needs="organisations.keep_units")
def match(
    act: Act,
    need: Need,
    *,
    title: str,
    offer: Offer | None = None,
    taken_by: str = "",
    about: str = "",
    due_on: date | None = None,
    seen: int | None = None,
) -> Project:
    """Brings a need and an offer together as something that is done, or writes down which body that
    is no unit takes it on (`taken_by`, one that another room tells). One of two who match the same
    need at once is told; the unit that offered hears of it."""
    require(rules.said(title))
    require(rules.public_words(title, about))
    today = local_day(act.at)
    wanted, given = held(need, seen), held(offer) if offer else None
    require(rules.need_open(wanted.state))
    known = not taken_by or taken_by in takers_of(need.community)
    require(rules.one_meets_it(offered=given is not None, taken=bool(taken_by), known=known))
    require(rules.offer_stands(stands=given is None or given.stands(today)))
    keep(wanted, state="matched")
    project = Project.objects.create(
        community_id=need.community_id,
        offer=given,
        taken_by=taken_by,
        need=wanted,
        title=title.strip(),
        about=about.strip(),
        begun_on=today,
        due_on=due_on,
        shown_on=today,
    )
    act.note(unit=project.done_by)
    if given is not None:
        tell_unit(act, given.unit, "organisations.matched", what=project.title)
    return project


@action("organisations.end_project", needs="organisations.end_project")
def end_project(
    act: Act, project: Project, *, came_true: bool, outcome: str, seen: int | None = None
) -> Project:
    """Says what came of it. A need that was not met waits again, unless its unit has left. What a
    unit's delegate writes is read by everybody once the desk has looked."""
    require(rules.said(outcome))
    require(rules.public_words(outcome))
    fresh = held(project, seen)
    require(rules.project_running(fresh.state))
    today = local_day(act.at)
    shown = today if may(DESK, act.by, project) else None
    keep(
        fresh, state="done" if came_true else "stopped", outcome=outcome.strip(), ended_on=today,
        shown_on=shown,
    )  # fmt: skip
    need = held(fresh.need)
    if need.state == "matched":
        _after_project(need, today, came_true=came_true)
    if fresh.offer is not None:
        tell_desk(act, fresh.offer.unit, shown)
    act.note(unit=fresh.done_by)
    return fresh


@action("organisations.show_entry", needs="organisations.keep_units")
def show_entry(
    act: Act, row: Offer | Need | Pledge | Project, *, seen: int | None = None
) -> Offer | Need | Pledge | Project:
    """The desk has looked: everybody may read it."""
    fresh = held(row, seen)
    require(Finding(fresh.shown_on is None, "organisations.entry_unseen"))
    keep(fresh, shown_on=local_day(act.at))
    return fresh


def tell_unit(act: Act, unit: ResidentUnit, kind: str, **values: object) -> None:
    """Those who speak for a unit hear of it."""
    body = unit.organisation.body_id
    if body is None:
        return
    for post in ("unit_delegate", "property_manager"):
        act.tell(kind, post=post, body=body, **values)


def _after_project(need: Need, today: date, *, came_true: bool) -> None:
    """The unit is held: one that leaves meanwhile leaves before or after, and never in between."""
    if came_true:
        keep(need, state="met")
    elif need.unit is not None and held(need.unit).ended_on is not None:
        keep(need, state="withdrawn", withdrawn_on=today)
    else:
        keep(need, state="open")


def _need(
    community: UUID,
    unit: ResidentUnit | None,
    feature: str,
    title: str,
    about: str,
    wanted_by: date | None,
    shown_on: date | None,
) -> Need:
    require(rules.said(title))
    require(rules.public_words(title, about))
    require(Finding(unit is None or unit.ended_on is None, "organisations.unit_here"))
    return Need.objects.create(
        community_id=community,
        unit=unit,
        feature=feature,
        title=title.strip(),
        about=about.strip(),
        wanted_by=wanted_by,
        shown_on=shown_on,
    )
