"""Steps inside the acts of time exchange: hold the book, look at the limits, enter."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils import translation

from linli.core.audit.door import Act, may
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.mechanisms.ledger.actions import Transfer, enter, hold
from linli.mechanisms.ledger.models import Account, Entry
from linli.service.volunteering.models import TimeDeed, TimeMember, TimeScheme
from linli.service.volunteering.purposes import PURPOSES, STATUTORY
from linli.service.volunteering.queries.exchange import balance_now, limits_of, member_numbered
from linli.service.volunteering.rules import exchange as rules

WORDS = {str(key): title for key, title in TimeDeed.KINDS}


def take_hold(act: Act, scheme: TimeScheme, *, on: bool = True) -> None:
    """Takes hold of the book, so that what is read of balances now stays so; refused where the
    scheme is switched off, unless what is done is due to a member anyway (`on=False`)."""
    hold(act, scheme.book)
    scheme.refresh_from_db(fields=["on"])
    if on:
        require(rules.may_begin(on=scheme.on))


def stay_within(act: Act, member: TimeMember, change: int, on: date) -> None:
    """Refused where the member would owe or hold more than the limits. The book must be held. What
    they hold only they themselves and their own desk are told; another learns that it is not so."""
    member.refresh_from_db(fields=["left_on"])
    require(Finding(member.is_in, "volunteering.member_is_in", numbers={"number": member.number}))
    limits = limits_of(member.community, on)
    found = rules.within(balance_now(member.held), change, limits.least, limits.most)
    own = act.by.account is not None and act.by.account == member.account_id
    told = own or may("volunteering.keep_time", act.by, member)
    require(found if told else Finding(found.holds, "volunteering.other_within"))


def enter_deed(act: Act, deed: TimeDeed, debit: Account, credit: Account) -> TimeDeed:
    """Enters a deed on the day of the act and keeps it; the book must be held."""
    on = local_day(act.at)
    words = in_source(WORDS[deed.kind])
    transfers = [Transfer(debit, credit, deed.minutes)]
    deed.entry = enter(act, deed.scheme.book, on=on, words=words, transfers=transfers)
    deed.state, deed.settled_at = "entered", act.at
    deed.save()
    act.note(minutes=deed.minutes)
    return deed


def new_deed(act: Act, scheme: TimeScheme, kind: str, minutes: int, **given: Any) -> TimeDeed:
    """A deed that is not saved yet."""
    return TimeDeed(
        community_id=scheme.community_id,
        scheme=scheme,
        kind=kind,
        minutes=minutes,
        on=given.pop("on", None) or local_day(act.at),
        written_at=act.at,
        written_by_id=act.by.account,
        **given,
    )


def known_member(scheme: TimeScheme, number: int) -> TimeMember:
    """The member of that number; refused where there is none."""
    found = member_numbered(scheme, number)
    require(Finding(found is not None, "volunteering.member_is_in", numbers={"number": number}))
    assert found is not None
    return found


def fit_purpose(purpose: str, minutes: int, on: date, act: Act, community: Any) -> None:
    """What it was for, how long and when: never a public service, never the future."""
    require(rules.not_statutory(purpose, dict(STATUTORY)))
    require(rules.known_purpose(purpose, dict(PURPOSES)))
    today = local_day(act.at)
    require(rules.whole_quarters(minutes, limits_of(community, today).at_once))
    require(Finding(on <= today, "volunteering.happened"))


def whole(minutes: int, community: Any, act: Act) -> None:
    """A gift or grant in whole quarters of an hour."""
    today = local_day(act.at)
    require(rules.whole_quarters(minutes, limits_of(community, today).most))


def not_both_hands(act: Act, *members: TimeMember | None, wrote: Any = None) -> None:
    """Whoever confirms is neither the other of the two nor whoever wrote it down (`wrote`)."""
    theirs: Sequence[Any] = [each.account_id for each in members if each is not None]
    if act.by.account is not None:
        require(Finding(act.by.account not in (*theirs, wrote), "volunteering.other_hand"))


def at_desk(act: Act, member: TimeMember) -> bool:
    """Whether somebody else than the member does it for them."""
    return act.by.account is None or act.by.account != member.account_id


def own_hand(act: Act, member: TimeMember) -> None:
    """What a member holds they themselves dispose of; the desk only for who has no account, and
    time where an account is gone."""
    own = act.by.is_clock or member.account_id is None or not at_desk(act, member)
    require(Finding(own, "volunteering.own_hand"))


def tell(act: Act, member: TimeMember | None, kind: str, **values: Any) -> None:
    """Lets a member know, where they have an account."""
    if member is not None and member.account_id is not None:
        act.tell(kind, account=member.account_id, **values)


def in_source(words: Any) -> str:
    """A label as the book keeps it."""
    with translation.override("zh-hans"):
        return str(words)


def entry_of(deed: TimeDeed) -> Entry:
    """The entry of a deed that stands in the book."""
    assert deed.entry is not None
    return deed.entry
