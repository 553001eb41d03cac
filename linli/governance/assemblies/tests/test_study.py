"""The Party organisation's secretary writes down what was studied, and keeps no meeting by that."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linli.core.access.actions import appoint, open_account
from linli.core.audit.actor import the_operator
from linli.governance.assemblies.queries import topics_of
from linli.web.demo.cast import PASSWORD

pytestmark = pytest.mark.django_db
BACKEND = "linli.core.access.sign_in.AccountBackend"


def test_the_secretary_opens_the_record_of_a_study_and_nothing_else_of_the_desk(
    plan, setting, visit
):
    now = timezone.now()
    account = open_account(label="书记", login="+8619900000091", password=PASSWORD, at=now)
    appoint(
        setting.community, account=account, post="party_secretary", since=timezone.localdate(),
        by=the_operator(), at=now,
    )  # fmt: skip
    secretary = Client()
    secretary.force_login(account, BACKEND)
    assembly = plan({"title": "年度工作报告", "matter": "annual_report"})
    (topic,) = topics_of(assembly)
    page = reverse("assemblies:study", args=[setting.community.code, topic.pk])
    assert visit("elder").get(page).status_code == 404
    form = secretary.get(page).context["form"]
    said = {name: form[name].value() or "" for name in form.fields}
    said |= {"on": date(2026, 4, 1), "by_whom": "东湖社区党委", "opinion": "同意提交会议"}
    sent = secretary.post(page, said)
    assert sent.status_code == 302
    assert secretary.get(sent.url).status_code == 200
    topic.refresh_from_db()
    assert topic.study.opinion == "同意提交会议"
    desk = reverse("assemblies:meeting", args=[setting.community.code, assembly.pk])
    assert secretary.get(desk).status_code == 404
