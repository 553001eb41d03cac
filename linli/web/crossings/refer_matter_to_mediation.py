"""A matter between neighbours goes to the mediators, where whoever handles it writes it down there
with the matter's receipt.

The matters room knows what was asked and who handles it, the mediation room who mediates. The two
rows are tied: the matter was *referred to* the mediation. Of the tie only the mediation tells, and
only to somebody who may open both; the matter's own pages say nothing of it.
"""

from collections.abc import Iterable

from django.urls import reverse

from linli.core.audit.actor import Actor
from linli.core.audit.door import Act, crosses, may
from linli.core.links.linking import link
from linli.core.links.queries import links_of
from linli.lib.law import Finding, require
from linli.safety.mediation.models import Mediation
from linli.safety.mediation.origins import Origin, tell_origins
from linli.service.matters.models import Matter

KIND = "matters.Matter"


@crosses("mediation.register")
def refer_matter_to_mediation(act: Act, case: Mediation) -> None:
    """Ties the matter of the receipt that was given to the mediation. Refused where there is none
    of it here, or whoever writes it down does not handle matters."""
    receipt = case.from_receipt.strip()
    if not receipt:
        return
    rows = Matter.objects.filter(community=case.community_id, receipt=receipt)
    matter = rows.select_related("community").first()
    known = matter is not None and may("matters.handle", act.by, matter)
    require(Finding(known, "mediation.matter_known"))
    link(act, matter, "referred_to", case)


def origins_of_matters(case: Mediation, actor: Actor) -> Iterable[Origin]:
    """The matter it comes from, for a mediator who may open that as well."""
    keys = [tied.id for tied in links_of(case, "referred_to") if tied.kind == KIND]
    if not keys:
        return
    for matter in Matter.objects.filter(community=case.community_id, pk__in=keys):
        if may("matters.see", actor, matter):
            here = {"community_code": case.community.code, "matter_id": matter.pk}
            yield Origin(matter.receipt, reverse("matters:show", kwargs=here))


tell_origins(origins_of_matters)
