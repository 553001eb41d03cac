"""The pages of the work calendar, as the cast meets them."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from linli.core.access.models import Holding
from linli.core.audit.actor import NOBODY
from linli.core.clocks import due
from linli.core.clocks.models import Clock, DutyChange, Turn
from linli.service.matters import actions as matters
from linli.service.matters.actions.raising import Raised
from linli.service.matters.models import Matter
from linli.service.matters.queries import kinds_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def url(setting):
    return lambda name, *more: reverse(f"clocks:{name}", args=[setting.community.code, *more])


@pytest.fixture
def come_round(setting):
    due.run(timezone.now())


def _matter(setting):
    at, kind = timezone.now(), kinds_of(setting.community).get(code="stair_light")
    raised = Raised(kind=kind, title="灯", text="不亮", channel="web", place=setting.stair)
    matter = matters.raise_matter(setting.community, raised=raised, by=NOBODY, at=at)
    worker = setting.actor("worker", timezone.localdate(at))
    return matters.accept(matter, by=worker, at=at)


def test_the_director_sees_every_duty_with_its_ground_and_switches_one_off(
    sign_in, setting, url, come_round
):
    client = sign_in("director")
    page = client.get(url("duties")).text
    assert "召开居民代表会议" in page
    assert "国家宪法日" in page
    assert page.count("待核对") >= 3
    law = client.get(url("duty", "oversight.yearly_appraisal")).text
    assert "不能关掉" in law
    assert "第三十七条" in law
    where = url("change_duty", "cn.week_patrol", "off")
    assert client.post(where, {"reason": ""}).status_code == 422
    assert client.post(where, {"reason": "网格员天天巡查"}).status_code == 302
    assert "本社区不做" in client.get(url("duty", "cn.week_patrol")).text
    refused = client.post(url("change_duty", "oversight.yearly_appraisal", "off"), {"reason": "忙"})
    assert refused.status_code == 409
    assert client.post(url("change_duty", "cn.week_patrol", "burn"), {}).status_code == 404
    new = {"title": "清洗水箱", "every": "month", "post": "worker", "reason": "居民要求"}
    assert client.post(url("new_duty"), new).status_code == 422
    assert client.post(url("new_duty"), {**new, "day": 15}).status_code == 302
    assert DutyChange.objects.filter(community=setting.community, own=True).exists()
    worker = sign_in("worker")
    assert worker.get(url("duties")).status_code == 200
    assert worker.get(url("new_duty")).status_code == 404


def test_a_duty_is_said_done_on_its_page_and_stands_on_the_list_no_more(
    sign_in, setting, url, come_round
):
    turn = Turn.objects.filter(community=setting.community, key="cn.month_books").first()
    clock = Clock.objects.get(community=setting.community, owner=turn.pk)
    client = sign_in("director")
    assert client.get(url("open", clock.pk)).url == url("clock", clock.pk)
    page = client.get(url("clock", clock.pk)).text
    assert "确认完成" in page
    Turn.objects.filter(pk=turn.pk, community=setting.community).update(
        opens=timezone.localdate() - timedelta(days=2)
    )
    assert client.post(url("move", clock.pk, "done"), {"note": ""}).status_code == 422
    assert client.post(url("move", clock.pk, "done"), {"note": "对过账"}).status_code == 302
    assert "对过账" in client.get(url("clock", clock.pk)).text
    assert client.post(url("move", clock.pk, "burn"), {}).status_code == 404
    assert sign_in("outsider").get(url("clock", clock.pk)).status_code == 404


def test_a_matters_clock_leads_to_the_matters_own_ways_and_takes_it_along(sign_in, setting, url):
    matter = _matter(setting)
    clock = Clock.objects.get(community=setting.community, owner=matter.pk, name="promise")
    page = sign_in("worker").get(url("clock", clock.pk)).text
    for way in ("ask", "extend"):
        assert reverse("matters:move", args=[setting.community.code, matter.pk, way]) in page
    limit = Clock.objects.get(community=setting.community, owner=matter.pk, name="limit")
    assert "不能再延长" in sign_in("worker").get(url("clock", limit.pk)).text
    to = setting.accounts["director"].pk
    given = {"to": to, "reason": "请主任看"}
    assert sign_in("worker").post(url("move", clock.pk, "hand-over"), given).status_code == 302
    assert Matter.objects.get(community=setting.community, pk=matter.pk).assignee_id == to
    held = Clock.objects.filter(community=setting.community, owner=matter.pk)
    assert set(held.values_list("holder_account", flat=True)) == {to}


def test_while_a_body_has_a_matter_it_stands_among_what_waits(sign_in, setting):
    matter, at = _matter(setting), timezone.now()
    worker = setting.actor("worker", timezone.localdate(at))
    body = setting.bodies["property"]
    matters.forward(matter, body=body, purpose="修", fields=["title"], by=worker, at=at)
    page = sign_in("worker").get(reverse("desk", args=[setting.community.code])).text
    assert 'id="workday-waiting"' in page
    assert f"在{body.name}" in page
    matters.take_back(matter, reason="自己办", by=worker, at=at)
    assert not Clock.objects.filter(community=setting.community).exclude(waits_for="").exists()


def test_an_ended_post_leaves_its_items_with_the_director_who_gives_them_on_together(
    sign_in, setting, url
):
    made = [_matter(setting) for _number in range(3)]
    held = Holding.objects.get(account=setting.accounts["worker"], post="worker")
    client = sign_in("director")
    ends = reverse("access_end_post", args=[setting.community.code, held.pk])
    client.post(ends, {"last_day": timezone.localdate() - timedelta(days=1)})
    desk = client.get(reverse("desk", args=[setting.community.code])).text
    assert url("hand_over") in desk
    page = client.get(url("hand_over")).text
    keys = re.findall(r'name="clock" value="([^"]+)"', page)
    assert len(keys) == 3
    to = setting.accounts["director"].pk
    assert client.post(url("hand_over"), {"to": to, "reason": "离职"}).status_code == 422
    given = {"clock": keys, "to": to, "reason": "离职"}
    assert client.post(url("hand_over"), given).status_code == 302
    assert "原经办" not in client.get(url("hand_over")).text
    assignees = Matter.objects.filter(community=setting.community, pk__in=[m.pk for m in made])
    assert set(assignees.values_list("assignee", flat=True)) == {to}
    assert sign_in("mediator").get(url("hand_over") + "?of=left").status_code == 404


def test_month_wall_stand_ins_and_feed_are_drawn_and_work(sign_in, setting, url, come_round):
    client, today = sign_in("director"), timezone.localdate()
    month = client.get(url("month", today.year, today.month))
    assert month.status_code == 200
    assert client.get(url("month", 2026, 13)).status_code == 404
    everybody = client.get(url("month", today.year, today.month) + "?whose=all").text
    assert 'aria-current="date"' in everybody
    wall = client.get(url("wall", 2026) + "?both=1").text
    for told in ("居委会成员年度民主评议", "National fitness day", "全民健身日"):
        assert told in wall
    assert "每周工作例会" not in wall
    assert "尚未公布" in client.get(url("wall", 2027)).text
    given = {
        "absent": setting.accounts["director"].pk,
        "stand_in": setting.accounts["worker"].pk,
        "since": today,
        "until": today,
        "reason": "培训",
    }
    assert client.post(url("stand_ins"), given, follow=True).status_code == 200
    assert client.post(url("stand_ins"), given).status_code == 409
    page = sign_in("worker").get(reverse("desk", args=[setting.community.code])).text
    assert 'id="away"' in page
    shown = sign_in("worker").post(url("feed"), {"make": "1"})
    assert shown["Cache-Control"] == "no-store"
    address = re.search(r'value="(http://testserver/[^"]+\.ics)"', shown.text).group(1)
    assert "BEGIN:VCALENDAR" in sign_in("outsider").get(address).text
    assert "作废链接" in sign_in("worker").get(url("feed")).text
    sign_in("worker").post(url("feed"), {"revoke": "1"})
    assert sign_in("worker").get(address).status_code == 404
