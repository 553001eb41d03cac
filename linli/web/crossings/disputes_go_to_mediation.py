"""A dispute with the firm or the developer goes to the mediators where both sides are willing.

The property room knows that they are, and what was told; the mediation room who mediates. The case
is written down there in one step, with the words of whoever told it, who has said that the
mediators may read them. Back comes that it is over, and nothing of what was said. Of the tie only
the mediation tells, and only to somebody who may open both.
"""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from linli.core.access.models import Account
from linli.core.audit.actor import Actor
from linli.core.audit.door import Act, crosses, may
from linli.core.links.linking import link
from linli.core.links.queries import links_of
from linli.core.people.queries import dwelling_of
from linli.governance.property.actions.mediated import end_mediation
from linli.governance.property.models import Dispute
from linli.governance.property.origins import tell_mediators
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.safety.mediation.actions import PartyGiven, Quarrel, register
from linli.safety.mediation.models import Mediation
from linli.safety.mediation.origins import Origin, tell_origins

KIND = "property.Dispute"
TALKS_OVER = ("in_force", "performed", "not_performed")


def may_write_down(actor: Actor, community: Any) -> bool:
    """Whether this handler of disputes may write an application down for the mediators."""
    return may("mediation.register", actor, community)


@crosses("property.hand_to_mediators")
def dispute_goes_to_mediators(act: Act, dispute: Dispute) -> None:
    """Writes it down as an application of whoever told it against the other side."""
    require(Finding(dispute.account_id is not None, "property.both_willing"))
    assert dispute.account_id is not None, "asked for"
    told_by = Account.objects.select_related("person").get(pk=dispute.account_id)
    quarrel = Quarrel("property", dispute.words, channel="portal")
    other = PartyGiven("other", dispute.other_side, is_unit=True)
    parties = (_applicant(told_by, dispute, act), other)
    case = register(dispute.community, quarrel=quarrel, parties=parties, by=act.by, at=act.at)
    link(act, dispute, "referred_to", case)


def mediation_is_over(act: Act, _made: Any) -> None:
    """The dispute hears that it is over, however it ended."""
    case = act.subject
    if not isinstance(case, Mediation) or not (case.ended_on or case.state in TALKS_OVER):
        return
    for tied in links_of(case, "referred_to"):
        if tied.kind == KIND:
            end_mediation(case.community_id, tied.id, local_day(act.at))


for _end in (
    "refuse", "withdraw", "fail", "decline", "hand_to_police", "agree", "sign", "perform",
    "break_off",
):  # fmt: skip
    crosses(f"mediation.{_end}")(mediation_is_over)


def origins_of_disputes(case: Mediation, actor: Actor) -> Iterable[Origin]:
    """The dispute it comes from, for a mediator who handles that as well."""
    keys = [tied.id for tied in links_of(case, "referred_to") if tied.kind == KIND]
    rows = Dispute.objects.filter(community=case.community_id, pk__in=keys)
    for dispute in rows.select_related("estate", "community"):
        if may("property.handle_dispute", actor, dispute):
            url = reverse("property:dispute", args=[dispute.community.code, dispute.pk])
            yield Origin(dispute.get_kind_display(), url)


def _applicant(account: Account, dispute: Dispute, act: Act) -> PartyGiven:
    """Whoever told it, as the register knows them."""
    person = account.person
    if person is None or person.community_id != dispute.community_id:
        return PartyGiven("applicant", account.label)
    home = dwelling_of(person, local_day(act.at))
    address = home.name_inside if home else ""
    return PartyGiven("applicant", person.name, person=person, address=address)


tell_mediators(may_write_down)
tell_origins(origins_of_disputes)
