"""B65: Government as a partner: what departments commission comes with its money, or is told to
everybody as incomplete and goes no further; a bought service is followed from the need over the
contract to the evaluation; receipts of what was filed are kept; residents rate departments, and
only totals of enough answers are told. (The directory has its own check.)"""

import pytest
from django.db.models import ProtectedError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linli.evaluation.surveys.bank import bank
from linli.lib.law import Refused
from linli.partners.organisations.actions import purchases as acts
from linli.partners.organisations.models import FilingReceipt, Purchase
from linli.partners.organisations.rules.purchases import share_told

ROW = "B65"
ROOM = "partners/organisations"
PAGES = ("organisations:purchases", "organisations:purchase", "organisations:receipts")


def refused(rule):
    return pytest.raises(Refused, match=rule)


@pytest.mark.django_db
def test_b65_a_commission_without_money_is_incomplete_until_it_names_it(setting):
    at = timezone.now()
    here, on = setting.community, timezone.localdate(at)
    by = {"by": setting.actor("worker", on), "at": at}
    row = acts.need_service(
        here, title="独居老人探访", need="入冬前看一遍", department="民政科", **by
    )
    page = Client().get(reverse("organisations:purchase", args=[here.code, row.pk]))
    assert "手续不全" in page.content.decode()
    with refused("organisations.commission_has_money"):
        acts.tender(row, tender="比选", tendered_on=on, **by)
    row = acts.name_money(row, money_line="福彩公益金 2026-07", **by)
    row = acts.tender(row, tender="公告栏和网上比选，三家以上", tendered_on=on, **by)
    with refused("organisations.next_stage"):
        acts.accept_service(row, accepted_on=on, result="fulfilled", **by)
    row = acts.sign_contract(
        row, provider="晨光社会工作服务中心", contract="HB-2026-3", fen=3_000_000, signed_on=on,
        starts=on, ends=on, **by,
    )  # fmt: skip
    step = acts.add_milestone(row, title="走访八十户", due_on=on, fen=3_000_000, **by)
    with refused("organisations.within_contract"):
        acts.add_milestone(row, title="再加一次", due_on=on, fen=1, **by)
    with refused("organisations.milestones_done"):
        acts.accept_service(row, accepted_on=on, result="fulfilled", **by)
    acts.finish_milestone(step, done_on=on, told="走访了八十二户", **by)
    row = acts.accept_service(row, accepted_on=on, result="fulfilled", **by)
    row = acts.evaluate_service(row, evaluation="老人都见到了人", asked=40, content=30, **by)
    acts.keep_receipt(
        here, office="民政科", paper="项目结项报告", on=on, number="S-7", purchase=row, **by
    )
    with refused("organisations.receipt_once"):
        acts.keep_receipt(here, office="民政科", paper="再交", on=on, number="S-7", **by)
    with pytest.raises(ProtectedError):
        Purchase.objects.get(community=here, pk=row.pk).delete()
    assert FilingReceipt.objects.filter(community=here).count() == 1
    page = Client().get(reverse("organisations:purchase", args=[here.code, row.pk]))
    assert "75%" in page.content.decode()
    assert Client().get(reverse("organisations:purchases", args=[here.code])).status_code == 200
    outside = Client().get(reverse("organisations:receipts", args=[here.code]))
    assert outside.status_code == 302
    desk = Client()
    desk.force_login(setting.accounts["worker"], "linli.core.access.sign_in.AccountBackend")
    assert "S-7" in desk.get(reverse("organisations:receipts", args=[here.code])).content.decode()


def test_b65_a_share_of_few_is_told_to_nobody():
    assert share_told(40, 30, 10) == 75
    assert share_told(9, 9, 10) is None
    assert share_told(40, 31, 10) is None
    assert share_told(40, 40, 10) == 100
    assert share_told(None, None, 10) is None


def test_b65_residents_rate_departments_and_utilities_in_the_yearly_survey():
    found = bank().sets["departments"]
    assert len(found.questions) == 8
