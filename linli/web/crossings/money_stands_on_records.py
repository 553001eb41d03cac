"""Money stands on what other rooms recorded: a budget and a large payment on a decision of
residents, commissioned money on the department's request it pays for.

The assemblies room knows what was decided, the intake room what departments ask and pay for. The
funds room is told titles; the rows are tied by links: a budget and a request for money *follow
from* the resolution, a source *follows from* the department's request.
"""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from linli.core.audit.actor import Actor
from linli.core.audit.door import Act, crosses, may
from linli.core.links.linking import link
from linli.governance.assemblies.queries import alterable
from linli.governance.assemblies.words import COMMITTEE
from linli.lib.law import Finding, require
from linli.partners.intake.models import Request
from linli.stewardship.funds.models import Source
from linli.stewardship.funds.origins import (
    Commission,
    Decision,
    tell_commissions,
    tell_decisions,
)

MOST = 60
LONGEST = 120


def commissions_of_intake(community: Any, actor: Actor) -> Iterable[Commission]:
    """What departments asked for, was taken on and says who pays, the latest first."""
    if not may("intake.see_desk", actor, community):
        return
    rows = Request.objects.filter(community=community, state__in=("accepted", "done"))
    rows = rows.exclude(money="").exclude(money="none").select_related("body")
    for row in rows.order_by("-received_on", "-id")[:MOST]:
        yield Commission(row.pk, f"{row.body.name} · {row.title}", row.body_id, row.fen)


def decisions_of_assemblies(community: Any) -> Iterable[Decision]:
    """What residents decided and still holds, the latest first; what the committee decided by
    itself is no decision of residents."""
    for row in alterable(community).exclude(body=COMMITTEE)[:MOST]:
        told = f"{row.number} {row.title}"[:LONGEST]
        yield Decision("assemblies.Resolution", row.pk, told, row.adopted_on)


tell_commissions(commissions_of_intake)
tell_decisions(decisions_of_assemblies)


@crosses("funds.open_source")
def source_follows_request(act: Act, source: Source) -> None:
    """Ties a source to the department's request it pays for. Refused where there is no such
    request of that department here."""
    named = getattr(source, "origin", "")
    if not named or source.body_id is None:
        return
    row = Request.objects.filter(
        community=source.community_id, pk=UUID(named), body_id=source.body_id
    ).first()
    known = row is not None and may("intake.see_desk", act.by, row)
    require(Finding(known, "funds.commission_known", cites=("rcl2025.43",)))
    link(act, source, "follows_from", row)
