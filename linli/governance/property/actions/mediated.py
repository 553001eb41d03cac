"""A dispute goes to the people's mediators where both sides are willing: whoever told it says so
themselves, and its handler has heard it of the other side. What is said there stays there; here
stands that it went, and that it is over."""

from datetime import date
from uuid import UUID

from linli.core.audit.door import Act, action
from linli.core.pages.bilingual import SOURCE, in_both
from linli.governance.property.actions.disputes import sent_on_its_way
from linli.governance.property.actions.saying import fresh, told
from linli.governance.property.models import Dispute
from linli.governance.property.words import MEDIATORS
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require


@action("property.wish_mediation", needs="property.own_dispute")
def wish_mediation(
    act: Act, dispute: Dispute, *, willing: bool, seen: int | None = None
) -> Dispute:
    """Whoever told it says that they are willing, and that the mediators may read what they wrote;
    or takes that back, as long as it has not gone there."""
    act.leave_out_who()
    dispute = fresh(dispute, seen)
    require(Finding(dispute.closed_at is None, "property.dispute_open"))
    require(Finding(dispute.mediation_on is None, "property.mediated_once"))
    dispute.willing_on = local_day(act.at) if willing else None
    dispute.version += 1
    dispute.save(update_fields=["willing_on", "version"])
    if willing and dispute.handler_id is not None:
        estate = dispute.estate.name
        act.tell("property.mediation_wished", account=dispute.handler_id, estate=estate)
    return dispute


@action("property.hand_to_mediators", needs="property.handle_dispute")
def hand_to_mediators(
    act: Act, dispute: Dispute, *, other_side: str, both: bool, seen: int | None = None
) -> Dispute:
    """Both are willing: what was told goes to the mediators of the community, with who told it and
    the other side's name. They ask both again, and either may say no at any time."""
    dispute = fresh(dispute, seen)
    require(Finding(dispute.closed_at is None, "property.dispute_open"))
    require(Finding(dispute.mediation_on is None, "property.mediated_once"))
    require(Finding(both and dispute.willing_on is not None, "property.both_willing",
                    cites=("people_mediation.17",)))  # fmt: skip
    require(Finding(bool(other_side.strip()), "property.said"))
    dispute.other_side = told(other_side, dispute.community_id)
    dispute.mediation_on = local_day(act.at)
    dispute.save(update_fields=["mediation_on"])
    return sent_on_its_way(act, dispute, "mediation", in_both(MEDIATORS)[SOURCE])


def end_mediation(community: UUID, key: UUID, on: date) -> None:
    """Inside the act that ended it in the mediators' room: that it is over, and no more."""
    rows = Dispute.objects.filter(community=community, pk=key, mediation_ended_on__isnull=True)
    rows.filter(mediation_on__isnull=False).update(mediation_ended_on=on)
