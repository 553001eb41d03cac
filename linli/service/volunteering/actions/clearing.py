"""Time between two communities of one house: agreed with limits on both sides, entered in both
books at once or in neither."""

from datetime import date

from linli.core.audit.door import Act, action
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.mechanisms.ledger.actions import hold, open_account
from linli.service.volunteering.actions.minutes import (
    enter_deed,
    fit_purpose,
    known_member,
    new_deed,
    not_both_hands,
    stay_within,
    take_hold,
)
from linli.service.volunteering.models import TimeClearing, TimePartner, TimeScheme
from linli.service.volunteering.queries.clearing import mirror_of, partners_of
from linli.service.volunteering.queries.exchange import balance_now, scheme_of
from linli.service.volunteering.rules import exchange as rules, plain_words


@action("volunteering.agree_with_partner", needs="volunteering.decide_time")
def agree_with_partner(
    act: Act,
    scheme: TimeScheme,
    *,
    other: Place,
    owed_to_us: int,
    owed_by_us: int,
    agreement: str,
) -> TimePartner:
    """Opens an account for another community, with how much each may owe the other: so that the
    hand-outs of one never flood the neighbours. The other does the same in its own book."""
    take_hold(act, scheme)
    require(plain_words.said(agreement))
    earlier = [each for each in partners_of(scheme) if each.other_id == other.pk]
    require(Finding(not earlier, "volunteering.partner_once"))
    require(Finding(other.pk != scheme.community_id, "volunteering.partner_is_another"))
    number = len(partners_of(scheme)) + 1
    held = open_account(act, scheme.book, code=f"P{number:03}", title=other.name, kind="liability")
    partner = TimePartner(
        community_id=scheme.community_id,
        scheme=scheme,
        other=other,
        held=held,
        owed_to_us=owed_to_us,
        owed_by_us=owed_by_us,
        agreement=agreement.strip(),
        since=local_day(act.at),
    )
    partner.save(force_insert=True)
    act.note(partner=other.name)
    return partner


@action("volunteering.set_partner_limits", needs="volunteering.decide_time")
def set_partner_limits(
    act: Act, partner: TimePartner, *, owed_to_us: int, owed_by_us: int, ended: bool = False
) -> TimePartner:
    """Other limits, or the end of it: what is owed stays to be read and to be brought back."""
    hold(act, partner.scheme.book)
    partner.owed_to_us, partner.owed_by_us = owed_to_us, owed_by_us
    partner.ended_on = local_day(act.at) if ended else None
    partner.save(update_fields=["owed_to_us", "owed_by_us", "ended_on"])
    act.note(partner=partner.other.name)
    return partner


@action("volunteering.ask_clearing", needs="volunteering.keep_time")
def ask_clearing(
    act: Act,
    partner: TimePartner,
    *,
    giver: int,
    receiver: int,
    minutes: int,
    on: date,
    purpose: str,
) -> TimeClearing:
    """Somebody from here helped a member over there: the other community is asked to confirm. What
    would go over a limit is refused already now, with its numbers."""
    scheme = partner.scheme
    take_hold(act, scheme)
    require(Finding(partner.ended_on is None, "volunteering.partner_stands"))
    fit_purpose(purpose, minutes, on, act, scheme.community)
    member = known_member(scheme, giver)
    not_both_hands(act, member)
    stay_within(act, member, minutes, local_day(act.at))
    require(_within(partner, -minutes))
    clearing = TimeClearing(
        community_id=partner.community_id,
        partner=partner,
        other_id=partner.other_id,
        giver=member,
        receiver_number=receiver,
        minutes=minutes,
        on=on,
        purpose=purpose,
        asked_at=act.at,
    )
    clearing.save(force_insert=True)
    act.note(minutes=minutes, partner=partner.other.name)
    return clearing


@action("volunteering.confirm_clearing", needs="volunteering.keep_time")
def confirm_clearing(act: Act, partner: TimePartner, *, clearing: TimeClearing) -> TimeClearing:
    """Confirms, in the receiver's community, help that came from the partner: entered in both
    books at once, inside the limits of both. `partner`: the giver's community, as it stands in
    the book here."""
    theirs = mirror_of(partner)
    require(Finding(theirs is not None and partner.ended_on is None, "volunteering.partner_stands"))
    assert theirs is not None
    hold(act, partner.scheme.book, theirs.scheme.book)
    for side in (partner, theirs):
        side.refresh_from_db(fields=["owed_to_us", "owed_by_us", "ended_on"])
        require(Finding(side.ended_on is None, "volunteering.partner_stands"))
        scheme = scheme_of(side.community_id)
        require(rules.may_begin(on=scheme is not None and scheme.on))
    clearing.refresh_from_db(fields=["state"])
    waits = clearing.state == "waiting" and clearing.partner_id == theirs.pk
    require(Finding(waits, "volunteering.deed_waits"))
    today = local_day(act.at)
    receiver = known_member(partner.scheme, clearing.receiver_number)
    not_both_hands(act, clearing.giver, receiver)
    stay_within(act, clearing.giver, clearing.minutes, today)
    stay_within(act, receiver, -clearing.minutes, today)
    require(_within(theirs, -clearing.minutes))
    require(_within(partner, clearing.minutes))
    given = {"on": clearing.on, "purpose": clearing.purpose}
    gave = new_deed(act, theirs.scheme, "abroad", clearing.minutes, giver=clearing.giver, **given)
    got = new_deed(act, partner.scheme, "abroad", clearing.minutes, receiver=receiver, **given)
    clearing.entry_here = enter_deed(act, gave, theirs.held, clearing.giver.held).entry
    clearing.entry_there = enter_deed(act, got, receiver.held, partner.held).entry
    clearing.state, clearing.answered_at = "entered", act.at
    clearing.save(update_fields=["entry_here", "entry_there", "state", "answered_at"])
    for member in (clearing.giver, receiver):
        if member.account_id is not None:
            act.tell("volunteering.help_cleared", account=member.account_id,
                     minutes=clearing.minutes)  # fmt: skip
    return clearing


@action("volunteering.decline_clearing", needs="volunteering.keep_time")
def decline_clearing(act: Act, partner: TimePartner, *, clearing: TimeClearing) -> TimeClearing:
    """The receiver's community does not confirm; nothing is entered in either book."""
    hold(act, partner.scheme.book, clearing.partner.scheme.book)
    clearing.refresh_from_db(fields=["state"])
    between = (clearing.community_id, clearing.other_id) == (
        partner.other_id,
        partner.community_id,
    )
    require(Finding(clearing.state == "waiting" and between, "volunteering.deed_waits"))
    clearing.state, clearing.answered_at = "declined", act.at
    clearing.save(update_fields=["state", "answered_at"])
    act.note(minutes=clearing.minutes, partner=partner.other.name)
    return clearing


def _within(partner: TimePartner, change: int) -> Finding:
    balance = balance_now(partner.held)
    return rules.partner_within(
        partner.other.name, balance, change, partner.owed_to_us, partner.owed_by_us
    )
