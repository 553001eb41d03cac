"""A bought service walked through at the desk, from the need to the evaluation."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linli.partners.organisations.models import Milestone, Purchase

pytestmark = pytest.mark.django_db


def test_the_desk_follows_a_service_to_its_end(setting):
    here, on, desk = setting.community, timezone.localdate(), Client()
    desk.force_login(setting.accounts["worker"], "linli.core.access.sign_in.AccountBackend")

    def send(name, *parts, **given):
        address = reverse(f"organisations:{name}", args=[here.code, *parts])
        form = desk.get(address).context["form"]
        kept = {key: form.get_initial_for_field(each, key) for key, each in form.fields.items()}
        kept = {key: value for key, value in kept.items() if value not in (None, "")}
        assert desk.post(address, {**kept, **given}).status_code == 302, name

    send("begin_purchase", title="老人探访", need="入冬前看一遍", department="民政科")
    row = Purchase.objects.get(community=here)
    send("move_purchase", row.pk, "money", money_line="福彩公益金")
    send("move_purchase", row.pk, "tender", tender="比选")
    send("move_purchase", row.pk, "contract", provider="晨光社会工作服务中心", fen="30000", ends=on)
    send("add_milestone", row.pk, title="走访八十户", fen="15000")
    send("finish_milestone", Milestone.objects.get(community=here).pk, told="走访了八十二户")
    send("move_purchase", row.pk, "accept", result="fulfilled")
    send("move_purchase", row.pk, "evaluate", evaluation="老人都见到了人", asked="40", content="30")
    send("keep_receipt", office="民政科", paper="结项报告", number="S-7", purchase=row.pk)
    row.refresh_from_db()
    assert (row.stage, row.fen) == ("evaluated", 3_000_000)
    gone = Client().get(reverse("organisations:move_purchase", args=[here.code, row.pk, "stop"]))
    assert gone.status_code == 302
