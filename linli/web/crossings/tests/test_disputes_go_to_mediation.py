"""A dispute goes to the mediators where both are willing; nothing comes back but the end."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linli.core.audit.models import Entry
from linli.core.links.queries import links_of
from linli.governance.property.actions import disputes, estates, mediated
from linli.governance.property.models import Dispute
from linli.lib.law import Refused
from linli.safety.mediation import actions
from linli.safety.mediation.models import Mediation
from linli.safety.mediation.origins import origins_of

pytestmark = pytest.mark.django_db
BACKEND = "linli.core.access.sign_in.AccountBackend"
SECRET = "对方答应退三百元"


@pytest.fixture
def at():
    return timezone.now()


@pytest.fixture
def by(setting, at):
    return lambda who: {"by": setting.actor(who, timezone.localdate(at)), "at": at}


@pytest.fixture
def dispute(setting, by, at):
    given = {"regime": "provider", "developer": "示范置业"}
    estate = estates.enter_estate(
        setting.community, name="东湖花园", place=setting.new, given=given,
        since=timezone.localdate(at) - timedelta(days=900), **by("worker"),
    )  # fmt: skip
    row = disputes.tell_dispute(estate, kind="fees", words="多收了三百元", **by("elder"))
    return disputes.take_dispute(row, **by("worker"))


def pages(setting, who):
    client = Client()
    client.force_login(setting.accounts[who], backend=BACKEND)
    return client


def fill(client, address, **said):
    form = client.get(address).context["form"]
    return client.post(address, {"seen": form["seen"].value(), **said}, follow=True)


def test_both_are_willing_or_it_does_not_go(setting, dispute, by):
    def hand(both=True, who="worker"):
        return mediated.hand_to_mediators(dispute, other_side="示范物业", both=both, **by(who))

    with pytest.raises(Refused, match="both_willing"):
        hand()
    with pytest.raises(Refused):
        mediated.wish_mediation(dispute, willing=True, **by("worker"))
    mediated.wish_mediation(dispute, willing=True, **by("elder"))
    with pytest.raises(Refused, match="both_willing"):
        hand(both=False)
    mediated.wish_mediation(dispute, willing=False, **by("elder"))
    with pytest.raises(Refused, match="both_willing"):
        hand()
    mediated.wish_mediation(dispute, willing=True, **by("elder"))
    with pytest.raises(Refused):
        hand(who="director")
    director, worker = setting.accounts["director"], setting.accounts["worker"]
    disputes.pass_on_dispute(dispute, to=director, **by("worker"))
    dispute.refresh_from_db()
    page = reverse("property:dispute", args=[setting.community.code, dispute.pk])
    assert "交给别人办" in pages(setting, "director").get(page).content.decode()
    with pytest.raises(Refused):  # who may not write down for the mediators passes it on first
        hand(who="director")
    disputes.pass_on_dispute(dispute, to=worker, **by("director"))
    dispute.refresh_from_db()
    assert dispute.mediation_on is None
    hand()
    with pytest.raises(Refused, match="mediated_once"):
        hand()
    with pytest.raises(Refused, match="mediated_once"):
        mediated.wish_mediation(dispute, willing=False, **by("elder"))
    assert Mediation.objects.filter(community=setting.community).count() == 1
    assert not Entry.objects.filter(
        action="property.wish_mediation",
        account=setting.accounts["elder"].pk,
    ).exists()  # fmt: skip


def test_it_goes_in_one_step_and_its_handler_sees_only_that_it_is_over(setting, dispute, by, at):
    code, desk, own = setting.community.code, pages(setting, "worker"), pages(setting, "elder")

    def url(name):
        return reverse(f"property:{name}", args=[code, dispute.pk])

    assert url("hand_to_mediators") not in desk.get(url("dispute")).content.decode()
    fill(own, url("wish_mediation"), willing="yes")
    assert url("hand_to_mediators") in desk.get(url("dispute")).content.decode()
    assert pages(setting, "mediator").get(url("hand_to_mediators")).status_code == 404
    offered = desk.get(url("hand_to_mediators")).context["form"]["other_side"].value()
    assert offered == "示范置业"
    fill(desk, url("hand_to_mediators"), other_side="示范物业公司", both="on")
    case = Mediation.objects.get(community=setting.community)
    sides = {side.role: side for side in case.sides}
    assert (case.kind, case.state, case.facts) == ("property", "received", "多收了三百元")
    assert sides["applicant"].person_id == setting.accounts["elder"].person_id
    assert (sides["other"].name, sides["other"].is_unit) == ("示范物业公司", True)
    assert links_of(dispute) == []
    assert origins_of(case, by("mediator")["by"]) == []
    dispute.refresh_from_db()
    assert (dispute.route, dispute.answer_by is not None) == ("mediation", True)
    assert "在调解" in desk.get(url("dispute")).content.decode()
    actions.take_on(case, apart=True, **by("mediator"))
    case.refresh_from_db()
    actions.fail(case, why=SECRET, routes=["court"], **by("mediator"))
    row = Dispute.objects.get(community=setting.community, pk=dispute.pk)
    assert row.mediation_ended_on == timezone.localdate(at)
    for page in (desk.get(url("dispute")), own.get(url("own_dispute"))):
        shown = page.content.decode()
        assert "结束了" in shown
        assert SECRET not in shown
        assert "调解不成" not in shown
    assert desk.get(reverse("mediation:case", args=[code, case.pk])).status_code == 404
    row = disputes.answer_dispute(row, words="请看调解的结果", **by("worker"))
    assert row.closed_at == at
