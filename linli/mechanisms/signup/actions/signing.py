"""A name is put down: by oneself, for the family, or by a keeper for whoever rang or came."""

import secrets
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from django.db.models import Q

from linli.core.access.models import Account
from linli.core.access.queries import account_of
from linli.core.audit.door import Act, action, may
from linli.core.people.queries import own_record
from linli.core.people.rules import age_on
from linli.core.people.sealed import blind_index_or_none
from linli.lib.calendar import local_day
from linli.lib.identity.receipt import receipt_from
from linli.lib.law import Finding, Refused, require
from linli.mechanisms.signup import rules
from linli.mechanisms.signup.actions.line import (
    count_taken,
    first_date,
    in_turn,
    locked,
    waiting_line,
)
from linli.mechanisms.signup.actions.telling import MESSAGES
from linli.mechanisms.signup.kinds import Applicant
from linli.mechanisms.signup.models import Sheet, SignUp
from linli.mechanisms.signup.queries.sheets import names_on
from linli.mechanisms.signup.queries.speaking import acts_for, speaks_for

NAME_PURPOSE = "signup.name"
MOST_AT_ONCE = 500


class PutDown(NamedTuple):
    """What became of many names: those that stand on the sheet now, and the others by their place
    in what was given, with the reason."""

    rows: list[SignUp]
    refused: list[tuple[int, Finding]]


@action("signup.sign_up", needs="signup.sign_up")
def sign_up(act: Act, sheet: Sheet, *, who: Applicant, via: str = "web", seats: int = 1) -> SignUp:
    """Puts a name down: in where there is a place, on the waiting list where there is none, into
    the pot where a lot decides. A keeper may type in names that came on paper or by telephone
    until the sheet is cancelled; everybody else while it is open."""
    sheet = locked(sheet)
    _require_way(act, sheet, who, via)
    row = _put_down(act, sheet, who, via, seats)
    count_taken(sheet)
    if via == "family":
        _tell_whom_it_is(act, row)
    act.about = row.person_id
    act.note(via=str(row.get_via_display()), state=str(row.get_state_display()), seats=seats)
    return row


@action("signup.put_down_many", needs="signup.keep")
def put_down_many(
    act: Act, sheet: Sheet, *, names: Sequence[tuple[Applicant, int]], via: str = "chain"
) -> PutDown:
    """Puts many names down at once, in the order in which they are given, each with how many
    seats: a chain out of a group, a list on paper. Whoever the sheet is not open to, or who is
    on it already, by now also under nothing but that name, is left out, and the others stand."""
    require(Finding(0 < len(names) <= MOST_AT_ONCE, "signup.names_given"))
    assert via in rules.TYPED_WAYS, via
    sheet = locked(sheet)
    rows, refused, down = [], [], names_on(sheet)
    for place, (who, seats) in enumerate(names):
        _require_way(act, sheet, who, via)
        try:
            named = who.person is None and who.account is None and not who.phone
            twice = named and "".join(who.name.split()) in down
            require(Finding(not twice, "signup.not_yet_down"))
            rows.append(_put_down(act, sheet, who, via, seats))
        except Refused as refusal:
            refused.append((place, refusal.finding))
        else:
            count_taken(sheet)
    waiting = sum(each.state == rules.WAITING for each in rows)
    act.note(count=len(rows), waiting=waiting, left_out=len(refused))
    return PutDown(rows, refused)


def _require_way(act: Act, sheet: Sheet, who: Applicant, via: str) -> None:
    assert via in dict(SignUp.VIAS), via
    if via in rules.TYPED_WAYS:
        require(Finding(may("signup.keep", act.by, sheet), "signup.keeper_types"))
        require(Finding(sheet.state in (rules.OPEN, rules.CLOSED), "signup.takes_typed"))
        return
    require(rules.is_open(sheet.state, sheet.opens_at, sheet.closes_at, act.at))
    person = who.person.pk if who.person is not None else None
    account = getattr(who.account, "pk", who.account)
    if via == "web":
        own = account in (None, act.by.account) and person in (None, act.by.person)
    else:
        own = account is None and act.by.account is not None
        own = own and (person is None or speaks_for(act.by, who.person, local_day(act.at)))
    require(Finding(own, "signup.speaks_for"))


def _put_down(act: Act, sheet: Sheet, who: Applicant, via: str, seats: int) -> SignUp:
    who = _completed(sheet, who, via, act)
    index = index_of(who.name, _phone_of(who), str(act.by.account) if via == "family" else "")
    _require_own_word(sheet, who, via, act)
    require_fits(sheet, who, seats, act, index)
    state = _where(sheet, seats)
    sheet.last_number += 1
    Sheet.objects.filter(community=sheet.community_id, pk=sheet.pk).update(
        last_number=sheet.last_number, forgotten_at=None
    )
    row = SignUp.objects.create(
        community_id=sheet.community_id,
        sheet=sheet,
        number=sheet.last_number,
        turn=sheet.last_number,
        state=state,
        state_since=act.at,
        person=who.person,
        account_id=getattr(who.account, "pk", who.account),
        name=who.name,
        phone=who.phone,
        name_index=index,
        seats=seats,
        via=via,
        put_down_by_id=act.by.account,
        at=act.at,
        age=who.age if sheet.asks_age or rules.is_minor(who.age) else None,
        guardian=who.guardian,
        guardian_phone=who.guardian_phone,
        guardian_way=who.guardian_way,
        needs=list(who.needs),
        remark=who.remark,
        code=new_code(),
    )
    row.sheet = sheet
    return row


def new_code() -> str:
    """A code nobody can guess."""
    return receipt_from(secrets.token_bytes(16))


def _completed(sheet: Sheet, who: Applicant, via: str, act: Act) -> Applicant:
    """What the roster knows: the name, the telephone of whoever must be rung, and the age."""
    person = who.person
    if person is not None:
        who = replace(
            who,
            name=who.name.strip() or person.name,
            phone=who.phone or (person.phone if via in rules.TYPED_WAYS else ""),
        )
        if person.birth_date is not None:
            # What was typed beside it does not make anybody older.
            day = local_day(first_date(sheet, act.at) or act.at)
            who = replace(who, age=age_on(person.birth_date, day))
    if not rules.is_minor(who.age):
        return replace(who, guardian="", guardian_phone="", guardian_way="")
    way = who.guardian_way or ("online" if via in rules.OWN_WAYS else "spoken")
    if way == "online" and who.guardian.strip() and act.by.account is not None:
        own = own_record(act.by)
        label = own.name if own is not None else account_of(act.by.account).label
        who = replace(who, guardian=label or who.guardian)
    return replace(who, guardian_way=way)


def _require_own_word(sheet: Sheet, who: Applicant, via: str, act: Act) -> None:
    """Nobody under age agrees for a child, not for themselves either; and where it must be known
    who comes, a grown-up says so, or whoever acts for them."""
    on = local_day(act.at)
    if via in rules.OWN_WAYS and rules.is_minor(who.age) and who.guardian_way == "online":
        own = own_record(act.by)
        born = own.birth_date if own is not None else None
        young = born is not None and rules.is_minor(age_on(born, on))
        require(Finding(not young, "signup.guardian_signs"))
    if via == "family" and sheet.sort.account_only and who.person is not None:
        may_say = rules.is_minor(who.age) or acts_for(act.by, who.person, on)
        require(Finding(may_say, "signup.signs_oneself"))


def _tell_whom_it_is(act: Act, row: SignUp) -> None:
    """A grown-up whom somebody of the household put down hears of it by their own account."""
    if row.person_id is None or rules.is_minor(row.age):
        return
    accounts = Account.objects.filter(person=row.person_id, is_active=True)
    for account in accounts:
        if account.pk == act.by.account:
            continue
        act.tell(MESSAGES["put_down"], account=account.pk, title=row.sheet.title, code=row.code)


def require_fits(
    sheet: Sheet, who: Applicant, seats: int, act: Act, index: bytes | None
) -> None:  # fmt: skip
    """Refuses whom the sheet is not open to, with the reason."""
    most = sheet.most_each if sheet.seats is None else min(sheet.most_each, sheet.seats)
    require(
        Finding(1 <= seats <= most, "signup.seats_each", numbers={"seats": seats, "most": most})
    )
    known = who.person is not None or who.account is not None
    require(Finding(known or not sheet.sort.account_only, "signup.known_person"))
    require(Finding(bool(who.name.strip()), "signup.name_given"))
    require(Finding(not sheet.asks_age or who.age is not None, "signup.age_given"))
    require(rules.is_of_age(who.age, sheet.age_from, sheet.age_to))
    require(rules.guardian_agrees(who.age, who.guardian))
    own_child = rules.is_minor(who.age) and who.account is not None
    require(Finding(not own_child, "signup.guardian_signs"))
    # Whoever has not signed in is not told who stands on the sheet.
    down = "signup.not_yet_down" if act.by.account is not None else "signup.not_taken_here"
    require(Finding(not _stands_already(sheet, who, index), down))
    if sheet.sort.fits is not None:
        for finding in sheet.sort.fits(sheet, who, local_day(act.at)):
            require(finding)


def index_of(name: str, phone: str, whose: str = "") -> bytes | None:
    """By what the same name with the same telephone is found on one sheet, however the number is
    written; none without both. `whose`: whoever put it down, where there is no telephone."""
    plain = "".join(name.split()), _digits(phone) or whose
    return blind_index_or_none("|".join(plain), NAME_PURPOSE) if all(plain) else None


def _digits(phone: str) -> str:
    written = unicodedata.normalize("NFKC", phone)
    digits = "".join(each for each in written if each.isdecimal())
    return digits[2:] if len(digits) == 13 and digits.startswith("861") else digits


def _phone_of(who: Applicant) -> str:
    return who.phone or (who.person.phone if who.person is not None else "")


def _stands_already(sheet: Sheet, who: Applicant, index: bytes | None) -> bool:
    same = Q(pk__isnull=True)
    if who.person is not None:
        same |= Q(person=who.person)
    if who.account is not None:
        same |= Q(account=who.account)
    if index is not None:
        same |= Q(name_index=index)
    rows = SignUp.objects.filter(community=sheet.community_id, sheet=sheet, state__in=rules.LIVE)
    return bool(rows.filter(same).exists())


def _where(sheet: Sheet, seats: int) -> str:
    if sheet.way == rules.BY_LOT and sheet.drawn_at is None:
        return rules.APPLIED
    line: Any = waiting_line(sheet)
    # Whoever comes later overtakes only those who want more than there is.
    if rules.goes_in(in_turn(line), sheet.left, seats):
        return rules.IN
    require(rules.may_wait(sheet.waiting_most, len(line)))
    return rules.WAITING
