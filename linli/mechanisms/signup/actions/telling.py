"""Who is told what: in the inbox where there is an account, else somebody must ring."""

from collections.abc import Iterable, Sequence
from typing import Any

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
    elif about not in NOT_RUNG:
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
    told: set[Any] = set()
    calls: list[Call] = []
    for each in rows:
        account = each.told_account
        whom = account or each.phone or each.pk
        if whom in told:
            continue
        told.add(whom)
        if account is not None:
            act.tell(MESSAGES[about], account=account, title=sheet.title, **values)
        else:
            calls.append(_call(act, each, about, values))
    Call.objects.bulk_create(calls, batch_size=500)
    return len(told)


def _call(act: Act, signup: SignUp, about: str, values: dict[str, Any]) -> Call:
    return Call(
        community_id=signup.community_id,
        signup=signup,
        about=about,
        words=str(values.get("words", ""))[:400],
        asked_at=act.at,
        until=values.get("until"),
    )
