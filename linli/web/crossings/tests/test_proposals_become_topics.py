"""A suggestion becomes a topic in one step; each public page leads to the other."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linli.governance.deliberation.actions import accept
from linli.governance.deliberation.models import Topic
from linli.lib.law import Refused
from linli.partners.organisations.actions import proposals
from linli.partners.organisations.models import Proposal

pytestmark = pytest.mark.django_db


def test_a_suggestion_is_talked_over_and_its_page_leads_there(setting):
    at, here = timezone.now(), setting.community

    def by(who):
        return {"by": setting.actor(who, timezone.localdate(at)), "at": at}

    row = proposals.propose(here, words="李四家门口要装灯", **by("tenant"))
    given = {"what": "to_talk", "answer": "请大家一起来议"}
    with pytest.raises(Refused, match="proposal_shown"):
        proposals.answer_proposal(row, **given, **by("worker"))
    proposals.show_proposal(row, title="凉亭装灯", about="晚上看不清台阶", **by("worker"))
    desk = Client()
    desk.force_login(setting.accounts["worker"], "linli.core.access.sign_in.AccountBackend")
    page = reverse("organisations:answer_proposal", args=[here.code, row.pk])
    form = desk.get(page).context["form"]
    hidden = {name: form[name].value() for name in ("seen", "once") if name in form.fields}
    desk.post(page, {**hidden, **given})
    topic = Topic.objects.get(community=here)
    assert (topic.title, topic.text, topic.proposer_id) == ("凉亭装灯", "晚上看不清台阶", None)
    row = Proposal.objects.get(community=here, pk=row.pk)
    assert row.state == "passed_on"
    assert row.way_on
    box = reverse("organisations:proposal", args=[here.code, row.pk])
    talk = reverse("deliberation:topic", args=[here.code, topic.pk])
    anybody = Client()
    assert talk not in anybody.get(box).content.decode()
    said = {
        "answer": "议一议",
        "form": "council",
        "touches_all": False,
        "touches_why": "只涉及凉亭",
    }
    accept(topic, **said, **by("director"))
    assert talk in anybody.get(box).content.decode()
    shown = anybody.get(talk).content.decode()
    assert box in shown
    assert "李四" not in shown
    proposals.hide_proposal(row, **by("worker"))
    assert box not in anybody.get(talk).content.decode()


def test_what_is_only_passed_on_becomes_no_topic(setting):
    at, here = timezone.now(), setting.community
    by = {"by": setting.actor("worker", timezone.localdate(at)), "at": at}
    row = proposals.propose(here, words="多放两张长椅", **by)
    given = {"what": "passed_on", "answer": "请物业看", "way_on": "物业，下月底以前"}
    proposals.answer_proposal(row, **given, **by)
    assert not Topic.objects.filter(community=here).exists()
