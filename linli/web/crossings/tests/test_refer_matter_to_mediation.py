"""A matter is referred to the mediators: the tie shows to who may open both, and to nobody else."""

import pytest
from django.utils import timezone

from linli.core.access.actions import appoint
from linli.core.access.models import Account
from linli.core.audit.actor import NOBODY, the_operator
from linli.core.links.models import Link
from linli.core.links.queries import links_of
from linli.lib.law import Refused
from linli.safety.mediation import actions
from linli.safety.mediation.actions import PartyGiven, Quarrel
from linli.safety.mediation.models import Mediation
from linli.safety.mediation.origins import origins_of
from linli.service.matters.actions import raise_matter
from linli.service.matters.actions.raising import Raised
from linli.service.matters.queries import kinds_of

pytestmark = pytest.mark.django_db


def test_the_tie_shows_to_who_may_open_both_and_to_nobody_else(setting):
    at = timezone.now()
    on, community = timezone.localdate(at), setting.community
    kind = kinds_of(community).get(code="neighbour_dispute")
    said = Raised(kind=kind, title="楼上滴水", text="被子湿了", channel="web")
    matter = raise_matter(community, raised=said, by=NOBODY, at=at)
    parties = (PartyGiven("applicant", "甲"), PartyGiven("other", "乙"))

    def register(receipt):
        quarrel = Quarrel("neighbour", "楼上滴水", receipt=receipt)
        worker = setting.actor("worker", on)
        return actions.register(community, quarrel=quarrel, parties=parties, by=worker, at=at)

    with pytest.raises(Refused) as refusal:
        register("没有这个号")
    assert refusal.value.finding.rule == "mediation.matter_known"
    assert not Mediation.objects.filter(community=community).exists()
    case = register(matter.receipt)
    assert links_of(matter) == []
    assert Link.objects.get(community=community).by_id is None
    mediator = setting.actor("mediator", on)
    assert origins_of(case, mediator) == []
    appoint(
        community,
        account=Account.objects.get(pk=mediator.account),
        post="worker",
        since=on,
        by=the_operator(),
        at=at,
    )
    [origin] = origins_of(case, setting.actor("mediator", on))
    assert origin.title == matter.receipt
