"""What stands around a form's rows: who reports, for which month, who filled it."""

from datetime import date
from typing import Any
from uuid import UUID

from linli.core.access.models import Account, Body
from linli.partners.paperwork.models import Asking


def around_of(asking: Asking, account: UUID | None, on: date) -> dict[str, Any]:
    """By what is asked (`unit`, `date`, `month`, `filler`, `phone`). Who approves signs by hand:
    that is never filled."""
    committee = Body.objects.filter(
        community=asking.community_id, kind="residents_committee", until__isnull=True
    ).first()
    filler = Account.objects.filter(pk=account).first() if account else None
    return {
        "unit": committee.name if committee else f"{asking.community.name}居民委员会",
        "date": on,
        "month": f"{on.year}年{on.month}月",
        "filler": filler.label if filler else "",
        "phone": committee.office_phone if committee else "",
    }
