"""Who hears of what happens to a case: its handlers by name, and nobody by a post."""

from datetime import date
from typing import Any
from uuid import UUID

from linli.core.access.queries import accounts_holding
from linli.core.audit.door import Act
from linli.service.casework.queries import cases


def handler_ids(case: Any) -> list[UUID]:
    """The accounts that handle a case now, the lead first."""
    return [row.account_id for row in cases.handlers_of(case)]


def lead_id(case: Any) -> UUID | None:
    """Whoever leads it."""
    return next(iter(handler_ids(case)), None)


def tell_handlers(act: Act, case: Any, kind: str) -> None:
    """Lets everybody who handles it know that there is something to see."""
    for account in handler_ids(case):
        if account != act.by.account:
            act.tell(kind, account=account)


def in_post(community: Any, post: str, on: date) -> list[UUID]:
    """The accounts that hold a post here, one by one."""
    return [row.pk for row in accounts_holding(community.pk, post, on=on)]
