"""Who is told what: in the inbox where there is an account, else somebody must ring. Whoever was
typed in by telephone or on paper is rung, and reads it too where they have an account."""

from collections.abc import Iterable, Sequence
from typing import Any

from linli.core.access.models import Account
from linli.core.audit.door import Act
from linli.mechanisms.signup import rules
from linli.mechanisms.signup.models import Call, Sheet, SignUp

MESSAGES = {
    "offer": "signup.offered",
    "lapsed": "signup.lapsed",
    "removed": "signup.removed",
    "called_off": "signup.called_off",
    "moved": "signup.moved",
    "cancelled": "signup.cancelled",
    "drawn": "signup.drawn",
    "words": "signup.words",
    "put_down": "signup.put_down",
}
NOT_RUNG = ("lapsed",)
"""Whoever has been rung about an offer need not be rung again that it lapsed."""


def tell(act: Act, signup: SignUp, about: str, **values: Any) -> None:
    """Lets whoever put the name down know of something about this entry."""
    account = signup.told_account
    if account is not None:
        title, code = signup.sheet.title, signup.code
        act.tell(MESSAGES[about], account=account, title=title, code=code, **values)
        return
    for own in _accounts_of([signup]).values():
        act.tell(MESSAGES[about], account=own, title=signup.sheet.title, code=signup.code, **values)
    if about not in NOT_RUNG:
        _call(act, signup, about, values).save(force_insert=True)


def tell_everyone(
    act: Act, sheet: Sheet, about: str, *, whom: Sequence[str] = rules.LIVE, **values: Any
) -> int:
    """Tells everybody on the sheet once, however many dates it is about. How many were told."""
    rows = SignUp.objects.filter(community=sheet.community_id, sheet=sheet, state__in=whom)
    return tell_these(act, sheet, rows.order_by("number"), about, **values)


def tell_these(
    act: Act, sheet: Sheet, rows: Iterable[SignUp], about: str, **values: Any
) -> int:  # fmt: skip
    """The same for some of them: each account once, each telephone once, however many names they
    put down."""
    reached = 0
    told: set[Any] = set()
    calls: list[Call] = []
    rows = list(rows)
    own = _accounts_of(rows)
    for each in rows:
        account = each.told_account
        whom = account or each.phone or each.pk
        if whom in told:
            continue
        told.add(whom)
        reached += 1
        if account is not None:
            act.tell(MESSAGES[about], account=account, title=sheet.title, **values)
            continue
        calls.append(_call(act, each, about, values))
        if own.get(each.person_id) not in (None, *told):
            told_too = own[each.person_id]
            told.add(told_too)
            act.tell(MESSAGES[about], account=told_too, title=sheet.title, **values)
    Call.objects.bulk_create(calls, batch_size=500)
    return reached


def _accounts_of(rows: Iterable[SignUp]) -> dict[Any, Any]:
    """The accounts of those who were typed in from the register, by person."""
    persons = {each.person_id for each in rows if each.told_account is None and each.person_id}
    found = Account.objects.filter(person__in=persons, is_active=True) if persons else ()
    return {each.person_id: each.pk for each in found}


def _call(act: Act, signup: SignUp, about: str, values: dict[str, Any]) -> Call:
    return Call(
        community_id=signup.community_id,
        signup=signup,
        about=about,
        words=str(values.get("words", ""))[:400],
        asked_at=act.at,
        until=values.get("until"),
    )
