"""What a form begins with when it is opened from a line of the bank or from an earlier request."""

from typing import Any
from uuid import UUID

from django.http import Http404

from linli.core.access.gates import Visit
from linli.core.audit.door import may
from linli.stewardship.funds.forms.sources import DayForm
from linli.stewardship.funds.models import BankLine, Request
from linli.stewardship.funds.queries import bank, desk


def from_address(request: Visit) -> dict[str, Any]:
    """The amount and the day in the address, as far as they are any."""
    form = DayForm(request.GET)
    form.is_valid()
    said = form.cleaned_data
    found: dict[str, Any] = {}
    if said.get("yuan"):
        found["fen"] = request.GET["yuan"]
    if said.get("on"):
        found["on"] = said["on"]
    return found


def line_of(request: Visit) -> BankLine | None:
    """The line of the bank the page was opened from, for who keeps the books."""
    key = _key(request, "line")
    if key is None or not may("funds.keep", request.actor, request.community):
        return None
    try:
        return bank.bank_line_for(request.actor, request.community, key)
    except Http404:
        return None


def asked_again(request: Visit) -> dict[str, Any]:
    """The parts of an earlier request that is asked for anew."""
    key = _key(request, "again")
    if key is None:
        return {}
    row = desk.request_for(request.actor, request.community, key)
    return {
        "fen": _yuan(row),
        "what": row.what,
        "purpose": row.purpose,
        "line": row.line_id,
        "reserve": str(row.reserve_id or ""),
        "party": row.party,
        "name": row.party_name or row.person_name,
        "more": row.more,
    }


def _yuan(row: Request) -> str:
    fen = row.paid_fen or row.fen
    return f"{fen // 100}.{fen % 100:02d}"


def _key(request: Visit, name: str) -> UUID | None:
    try:
        return UUID(request.GET.get(name, ""))
    except ValueError:
        return None
