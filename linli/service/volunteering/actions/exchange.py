"""Time exchange: residents switch it on, neighbours join, help, give on, and leave."""

from datetime import date, timedelta

from linli.core.audit.door import Act, action
from linli.core.places.laid_down import number_laid_down
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.mechanisms.ledger.actions import hold, open_account, open_book, reverse
from linli.mechanisms.ledger.models import Account
from linli.service.volunteering.actions.minutes import (
    at_desk,
    enter_deed,
    entry_of,
    fit_purpose,
    known_member,
    new_deed,
    not_both_hands,
    own_hand,
    stay_within,
    take_hold,
    tell,
    whole,
)
from linli.service.volunteering.models import (
    TimeCheque,
    TimeDecision,
    TimeDeed,
    TimeMember,
    TimeScheme,
)
from linli.service.volunteering.queries.exchange import (
    balance_now,
    last_member,
    own_membership,
    scheme_of,
    waiting_of,
)
from linli.service.volunteering.rules import exchange as rules, plain_words

BOOK = "TIME"


@action("volunteering.switch_time_on", needs="volunteering.decide_time")
def switch_on(act: Act, community: Place, *, reference: str, decided_on: date) -> TimeScheme:
    """Switches the time exchange on, by a decision of the residents that is named. The first time
    a book in minutes is opened."""
    Place.objects.select_for_update().get(pk=community.pk)
    scheme = scheme_of(community)
    require(Finding(scheme is None or not scheme.on, "volunteering.switched_once"))
    require(rules.decided(reference, decided_on, local_day(act.at)))
    require(plain_words.names_nobody(reference))
    if scheme is None:
        scheme = _found(act, community)
    scheme.on = True
    scheme.save(update_fields=["on"])
    _decided(act, scheme, "on", reference, decided_on)
    return scheme


@action("volunteering.switch_time_off", needs="volunteering.decide_time")
def switch_off(act: Act, scheme: TimeScheme, *, reference: str, decided_on: date) -> TimeScheme:
    """Switches it off: nothing new is entered; everybody still reads what they hold."""
    take_hold(act, scheme, on=False)
    require(Finding(scheme.on, "volunteering.switched_once"))
    require(rules.decided(reference, decided_on, local_day(act.at)))
    require(plain_words.names_nobody(reference))
    scheme.on = False
    scheme.save(update_fields=["on"])
    _decided(act, scheme, "off", reference, decided_on)
    return scheme


@action("volunteering.join_time", needs="volunteering.join_time")
def join(
    act: Act, community: Place, *, agrees: bool, name: str = "", at_desk: bool = False
) -> TimeMember:
    """Joins by the rules: free, not money, never for public services, left on any day. At the
    desk for somebody who signed them on paper."""
    scheme = scheme_of(community)
    require(rules.may_begin(on=scheme is not None and scheme.on))
    assert scheme is not None
    take_hold(act, scheme)
    require(Finding(agrees, "volunteering.rules_signed"))
    if at_desk:
        require(plain_words.said(name, "volunteering.name_on_paper"))
    else:
        earlier = own_membership(act.by, community)
        require(Finding(earlier is None, "volunteering.joined_once"))
    number = last_member(scheme) + 1
    held = open_account(
        act, scheme.book, code=f"M{number:05}", title=f"成员 {number}", kind="liability"
    )
    member = TimeMember(
        community=community,
        scheme=scheme,
        number=number,
        account_id=None if at_desk else act.by.account,
        name=name.strip(),
        held=held,
        joined_on=local_day(act.at),
    )
    member.save(force_insert=True)
    act.note(number=number)
    return member


@action("volunteering.leave_time", needs="volunteering.leave_time")
def leave(act: Act, member: TimeMember) -> TimeMember:
    """Leaves, on any day and without a reason, also while it is switched off. What is held goes
    into the pot; what is owed the pot bears as far as it can, and the rest is let go: nobody is
    asked to work it off. At the desk only for who has no account."""
    scheme = member.scheme
    own_hand(act, member)
    take_hold(act, scheme, on=False)
    member.refresh_from_db(fields=["left_on"])
    require(Finding(member.is_in, "volunteering.member_is_in", numbers={"number": member.number}))
    balance = balance_now(member.held)
    if balance > 0:
        deed = new_deed(act, scheme, "leaving", balance, giver=member)
        enter_deed(act, deed, member.held, scheme.pot)
    for payer, minutes in _bearers(scheme, -balance):
        deed = new_deed(act, scheme, "leaving", minutes, receiver=member)
        enter_deed(act, deed, payer, member.held)
    mine = TimeDeed.objects.filter(community=member.community_id, state="waiting")
    for given in ({"giver": member}, {"receiver": member}):
        mine.filter(**given).update(state="declined", settled_at=act.at)
    slips = TimeCheque.objects.filter(community=member.community_id, member=member, state="blank")
    slips.update(state="void", ended_at=act.at)
    member.left_on, member.name = local_day(act.at), ""
    member.save(update_fields=["left_on", "name"])
    act.note(number=member.number)
    if not act.by.is_clock:
        tell(act, member, "volunteering.time_left")
    return member


@action("volunteering.write_help", needs="volunteering.own_time")
def write_help(
    act: Act,
    member: TimeMember,
    *,
    gave: bool,
    other: int,
    minutes: int,
    on: date,
    purpose: str,
) -> TimeDeed:
    """One of the two writes down a help; nothing moves until the other says yes."""
    scheme = member.scheme
    require(rules.may_begin(on=scheme.on))
    fit_purpose(purpose, minutes, on, act, scheme.community)
    neighbour = known_member(scheme, other)
    require(rules.between_two(same=neighbour.pk == member.pk))
    if at_desk(act, member):
        not_both_hands(act, member, neighbour)
    today = local_day(act.at)
    again = number_laid_down("volunteering.ask_again_days", scheme.community, today)
    most = number_laid_down("volunteering.exchange_waiting", scheme.community, today)
    require(rules.not_pressing(waiting_of(member, act.at - timedelta(days=again)), most, again))
    giver, receiver = (member, neighbour) if gave else (neighbour, member)
    deed = new_deed(
        act, scheme, "help", minutes, on=on, giver=giver, receiver=receiver, purpose=purpose,
        state="waiting", waits_for=neighbour,
    )  # fmt: skip
    deed.save(force_insert=True)
    act.note(minutes=minutes)
    tell(act, neighbour, "volunteering.help_to_confirm", minutes=minutes)
    if at_desk(act, member):
        tell(act, member, "volunteering.help_written", minutes=minutes)
    return deed


@action("volunteering.confirm_help", needs="volunteering.own_time")
def confirm_help(act: Act, deed: TimeDeed) -> TimeDeed:
    """The other says yes as well: an hour for an hour, whatever was done. At the desk for whoever
    signed it on paper and has no account; never by whoever wrote it down."""
    scheme = deed.scheme
    take_hold(act, scheme)
    giver, receiver = _parties(deed)
    writer, other = (giver, receiver) if deed.waits_for_id == receiver.pk else (receiver, giver)
    own_hand(act, other)
    not_both_hands(act, writer, wrote=deed.written_by_id)
    deed.refresh_from_db(fields=["state"])
    require(Finding(deed.state == "waiting", "volunteering.deed_waits"))
    today = local_day(act.at)
    stay_within(act, giver, deed.minutes, today)
    stay_within(act, receiver, -deed.minutes, today)
    enter_deed(act, deed, receiver.held, giver.held)
    tell(act, writer, "volunteering.help_confirmed", minutes=deed.minutes)
    return deed


@action("volunteering.decline_help", needs="volunteering.own_time")
def decline_help(act: Act, deed: TimeDeed) -> TimeDeed:
    """The other does not say yes; nothing is entered, and no reason is asked."""
    hold(act, deed.scheme.book)
    deed.refresh_from_db(fields=["state"])
    require(Finding(deed.state == "waiting", "volunteering.deed_waits"))
    deed.state, deed.settled_at = "declined", act.at
    deed.save(update_fields=["state", "settled_at"])
    giver, receiver = _parties(deed)
    writer, other = (giver, receiver) if deed.waits_for_id == receiver.pk else (receiver, giver)
    for member in (writer, other) if at_desk(act, other) else (writer,):
        tell(act, member, "volunteering.help_declined", minutes=deed.minutes)
    return deed


@action("volunteering.give_time", needs="volunteering.own_time")
def give_time(act: Act, member: TimeMember, *, to: int, minutes: int) -> TimeDeed:
    """Gives minutes one holds to a neighbour who could use them."""
    scheme, today = member.scheme, local_day(act.at)
    take_hold(act, scheme)
    whole(minutes, scheme.community, act)
    neighbour = known_member(scheme, to)
    require(rules.between_two(same=neighbour.pk == member.pk))
    own_hand(act, member)
    if at_desk(act, member):
        not_both_hands(act, neighbour)
    require(rules.covered(balance_now(member.held), minutes))
    stay_within(act, member, -minutes, today)
    stay_within(act, neighbour, minutes, today)
    deed = new_deed(act, scheme, "gift", minutes, giver=member, receiver=neighbour)
    enter_deed(act, deed, member.held, neighbour.held)
    tell(act, neighbour, "volunteering.time_given", minutes=minutes)
    return deed


@action("volunteering.give_to_pot", needs="volunteering.own_time")
def give_to_pot(act: Act, member: TimeMember, *, minutes: int) -> TimeDeed:
    """Gives minutes one holds into the common pot, for those who cannot earn any."""
    scheme, today = member.scheme, local_day(act.at)
    take_hold(act, scheme)
    whole(minutes, scheme.community, act)
    own_hand(act, member)
    require(rules.covered(balance_now(member.held), minutes))
    stay_within(act, member, -minutes, today)
    deed = new_deed(act, scheme, "pot_gift", minutes, giver=member)
    return enter_deed(act, deed, member.held, scheme.pot)


@action("volunteering.grant_time", needs="volunteering.keep_time")
def grant_time(act: Act, scheme: TimeScheme, *, to: int, minutes: int) -> TimeDeed:
    """Gives minutes out of the pot to a member who cannot earn any; why is written down nowhere.
    Nobody grants to themselves."""
    take_hold(act, scheme)
    whole(minutes, scheme.community, act)
    member = known_member(scheme, to)
    not_both_hands(act, member)
    stay_within(act, member, minutes, local_day(act.at))
    require(rules.covered(balance_now(scheme.pot), minutes))
    deed = new_deed(act, scheme, "grant", minutes, receiver=member)
    enter_deed(act, deed, scheme.pot, member.held)
    tell(act, member, "volunteering.time_granted", minutes=minutes)
    return deed


@action("volunteering.take_deed_back", needs="volunteering.keep_time")
def take_deed_back(act: Act, deed: TimeDeed, *, reason: str) -> TimeDeed:
    """Takes back what was entered wrongly, by its mirror image; both stay in the book. Refused
    where one of the two would then owe or hold more than the limits. A slip that was typed in under
    the wrong name is blank again."""
    require(plain_words.said(reason))
    require(plain_words.names_nobody(reason))
    take_hold(act, deed.scheme, on=False)
    deed.refresh_from_db(fields=["state"])
    mirrored = deed.kind not in ("abroad", "expiry", "leaving")
    require(Finding(deed.state == "entered" and mirrored, "volunteering.deed_reversible"))
    today = local_day(act.at)
    not_both_hands(act, deed.giver, deed.receiver)
    if deed.giver is not None:
        stay_within(act, deed.giver, deed.minutes * _earned(deed) * -1, today)
    if deed.receiver is not None:
        stay_within(act, deed.receiver, deed.minutes * _earned(deed), today)
    reverse(act, entry_of(deed), on=today, words="冲销")
    deed.state, deed.settled_at, deed.back_for = "taken_back", act.at, reason.strip()
    deed.save(update_fields=["state", "settled_at", "back_for"])
    act.note(minutes=deed.minutes)
    _slip_is_blank_again(act, deed)
    for member in (deed.giver, deed.receiver):
        tell(act, member, "volunteering.deed_taken_back", minutes=deed.minutes)
    return deed


def _earned(deed: TimeDeed) -> int:
    """1 where whoever gave earned by it (help), -1 where they gave away (a gift, a grant)."""
    return 1 if deed.kind in ("help", "cheque") else -1


def _found(act: Act, community: Place) -> TimeScheme:
    book = open_book(act, community, code=BOOK, title="时间互助", unit="minute")
    pot = open_account(
        act, book, code="POT", title="公共时间池", kind="liability", never_negative=True
    )
    let_go = open_account(act, book, code="LETGO", title="退出时免去", kind="liability")
    scheme = TimeScheme(community=community, book=book, pot=pot, let_go=let_go)
    scheme.save(force_insert=True)
    return scheme


def _decided(act: Act, scheme: TimeScheme, way: str, reference: str, decided_on: date) -> None:
    TimeDecision.objects.create(
        community_id=scheme.community_id,
        scheme=scheme,
        way=way,
        reference=reference.strip(),
        decided_on=decided_on,
        typed_at=act.at,
        typed_by_id=act.by.account,
    )
    act.note(decided=f"{decided_on:%F}")


def _bearers(scheme: TimeScheme, owed: int) -> list[tuple[Account, int]]:
    """Who bears what a member who leaves still owes: the pot as far as it holds, then nobody."""
    if owed <= 0:
        return []
    from_pot = min(owed, balance_now(scheme.pot))
    parts = [(scheme.pot, from_pot), (scheme.let_go, owed - from_pot)]
    return [(account, minutes) for account, minutes in parts if minutes > 0]


def _parties(deed: TimeDeed) -> tuple[TimeMember, TimeMember]:
    assert deed.giver is not None
    assert deed.receiver is not None
    return deed.giver, deed.receiver


def _slip_is_blank_again(act: Act, deed: TimeDeed) -> None:
    if deed.cheque_id is not None:
        slips = TimeCheque.objects.filter(community=deed.community_id, pk=deed.cheque_id)
        slips.update(state="blank", ended_at=None)
