"""A unit promises, does it or gives it back, and residents say a word about what was done."""

from datetime import date

from django.db import IntegrityError, transaction

from linli.core.audit.door import Act, action, may
from linli.lib.calendar import local_day
from linli.lib.law import Finding, Refused, require
from linli.partners.organisations.actions.holding_units import held, keep
from linli.partners.organisations.actions.unit_lists import DESK, shown_day, tell_desk, tell_unit
from linli.partners.organisations.models import (
    JointMeeting,
    Pledge,
    PledgeRating,
    Project,
    ResidentUnit,
)
from linli.partners.organisations.rules import pledges as rules, units as said_rules


@action("organisations.pledge", needs="organisations.speak_for_unit")
def pledge(
    act: Act,
    unit: ResidentUnit,
    *,
    title: str,
    due_on: date,
    about: str = "",
    made_on: date | None = None,
    meeting: JointMeeting | None = None,
    project: Project | None = None,
) -> Pledge:
    """Writes down a promise of a unit: at the joint meeting by the desk, or by its delegate. The
    day it is due is part of the promise; nobody moves it later."""
    require(said_rules.said(title))
    require(said_rules.public_words(title, about))
    today = local_day(act.at)
    made = made_on or today
    require(rules.made_by_today(made, today))
    require(rules.due_after_made(made, due_on))
    require(Finding(unit.ended_on is None, "organisations.unit_here"))
    shown_on = shown_day(act, unit)
    tell_desk(act, unit, shown_on)
    act.note(unit=unit.name, due=f"{due_on:%F}")
    row = Pledge.objects.create(
        community_id=unit.community_id,
        unit=unit,
        meeting=meeting,
        project=project,
        title=title.strip(),
        about=about.strip(),
        made_on=made,
        due_on=due_on,
        shown_on=shown_on,
    )
    tell_unit(act, unit, "organisations.pledged", what=row.title, due=due_on)
    return row


@action("organisations.deliver_pledge", needs="organisations.speak_for_unit")
def deliver_pledge(
    act: Act, row: Pledge, *, delivered_on: date, delivered_how: str, seen: int | None = None
) -> Pledge:
    """Says that it was done, on which day and how. Of the desk this counts; what the unit itself
    says waits until somebody has looked."""
    require(said_rules.said(delivered_how))
    require(said_rules.public_words(delivered_how))
    today = local_day(act.at)
    fresh = held(row, seen)
    require(rules.still_open(fresh.standing(today)))
    require(rules.delivered_between(fresh.made_on, delivered_on, today))
    by_desk = may(DESK, act.by, row)
    keep(
        fresh,
        delivered_on=delivered_on,
        delivered_how=delivered_how.strip(),
        confirmed_on=today if by_desk else None,
        turned_down="",
        shown_on=fresh.shown_on or (today if by_desk else None),
    )
    act.note(unit=fresh.unit.name)
    if not by_desk:
        act.tell("organisations.delivery_to_check", post="worker", unit=fresh.unit.name)
    return fresh


@action("organisations.confirm_delivery", needs="organisations.keep_units")
def confirm_delivery(act: Act, row: Pledge, *, seen: int | None = None) -> Pledge:
    """Somebody of the desk has looked: it was done as the unit says."""
    fresh = held(row, seen)
    today = local_day(act.at)
    require(rules.to_be_checked(fresh.standing(today)))
    keep(fresh, confirmed_on=today, shown_on=fresh.shown_on or today)
    act.note(unit=fresh.unit.name)
    tell_unit(act, fresh.unit, "organisations.delivery_confirmed", what=fresh.title)
    return fresh


@action("organisations.turn_delivery_down", needs="organisations.keep_units")
def turn_delivery_down(act: Act, row: Pledge, *, reason: str, seen: int | None = None) -> Pledge:
    """It was not done yet, or not as promised: the unit hears why, and the pledge is open again
    (or overdue, where its day is over)."""
    require(said_rules.said(reason))
    require(said_rules.public_words(reason))
    fresh = held(row, seen)
    require(rules.to_be_checked(fresh.standing(local_day(act.at))))
    keep(fresh, delivered_on=None, delivered_how="", turned_down=reason.strip())
    act.note(unit=fresh.unit.name)
    tell_unit(act, fresh.unit, "organisations.delivery_turned_down", what=fresh.title)
    return fresh


@action("organisations.give_pledge_back", needs="organisations.speak_for_unit")
def give_pledge_back(act: Act, row: Pledge, *, reason: str, seen: int | None = None) -> Pledge:
    """The unit cannot keep it, and says why; it stays to be read as given back."""
    require(said_rules.said(reason))
    require(said_rules.public_words(reason))
    fresh = held(row, seen)
    today = local_day(act.at)
    require(rules.still_open(fresh.standing(today)))
    keep(
        fresh, given_back_on=today, given_back_why=reason.strip(), delivered_on=None,
        delivered_how="",
    )  # fmt: skip
    act.note(unit=fresh.unit.name)
    if not may(DESK, act.by, row):
        act.tell("organisations.pledge_given_back", post="worker", unit=fresh.unit.name)
    return fresh


@action("organisations.rate_pledge", needs="organisations.rate_pledge")
def rate_pledge(act: Act, row: Pledge, *, score: str) -> Pledge:
    """One resident says how useful what was done is. The book does not say who; the row serves
    that nobody does twice, and nobody reads it."""
    act.leave_out_who()
    require(rules.rateable(row.standing(local_day(act.at))))
    assert act.by.account is not None  # whoever lives here has signed in
    try:
        with transaction.atomic():
            PledgeRating.objects.create(
                community_id=row.community_id, pledge=row, account_id=act.by.account, score=score
            )
    except IntegrityError:
        raise Refused(Finding(False, "organisations.rated_once")) from None
    act.note(unit=row.unit.name)
    return row


@action("organisations.tell_pledge_late", needs="organisations.remind_of_pledge")
def tell_pledge_late(act: Act, row: Pledge) -> Pledge:
    """Its day is over and it was not kept: who speaks for the unit hears, and the desk. Once."""
    fresh = held(row)
    today = local_day(act.at)
    overdue = fresh.standing(today) == "overdue" and fresh.late_told_on is None
    require(Finding(overdue, "organisations.pledge_late_untold"))
    fresh.late_told_on = today
    fresh.save(update_fields=["late_told_on"])
    act.note(unit=fresh.unit.name)
    tell_unit(act, fresh.unit, "organisations.pledge_late", what=fresh.title, due=fresh.due_on)
    act.tell("organisations.pledge_late_desk", post="worker", unit=fresh.unit.name)
    return fresh
