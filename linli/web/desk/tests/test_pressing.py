"""What presses stands on top of the first page: for whom its page opens, with a number, at little
cost."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linli.core.audit.door import may
from linli.governance.property.actions import contracts, estates
from linli.governance.property.models import Owner, OwnerPaper, OwnersVote
from linli.lib.calendar import SHANGHAI
from linli.mechanisms.ballot.models import Elector, Electorate
from linli.partners.organisations.actions import units
from linli.partners.organisations.models import Pledge
from linli.partners.party.models import Branch
from linli.safety.emergencies.actions import incident
from linli.safety.emergencies.actions.incident import Begun
from linli.safety.hazards.actions import finding, mending, police
from linli.safety.hazards.actions.finding import Seen, Shots
from linli.web.desk import pressing

pytestmark = pytest.mark.django_db
BACKEND = "linli.core.access.sign_in.AccountBackend"
WHY = Shots(none_for="夜里看不清")
DAY = timedelta(days=1)
READERS = ("worker", "director", "supervisor", "mediator", "manager", "elder")


@pytest.fixture
def at():
    return timezone.now().astimezone(SHANGHAI).replace(hour=7, minute=0, second=0, microsecond=0)


@pytest.fixture
def by(setting, at):
    return lambda who, ago=0: {
        "by": setting.actor(who, timezone.localdate(at)), "at": at - ago * DAY,
    }  # fmt: skip


def desk(setting, who):
    client = Client()
    client.force_login(setting.accounts[who], BACKEND)
    return client, client.get(reverse("desk", args=[setting.community.code]))


def test_every_line_opens_for_its_reader_and_for_nobody_else(setting, at):
    today = timezone.localdate(at)
    for who in READERS:
        client, actor = desk(setting, who)[0], setting.actor(who, today)
        for way in pressing.WAYS:
            opens = client.get(reverse(way.page, args=[setting.community.code])).status_code
            asked = may(way.permission, actor, setting.community)
            assert not asked or opens == 200, (who, way.page)


def test_a_line_asks_the_database_once(setting, at, django_assert_max_num_queries):
    today, actor = timezone.localdate(at), setting.actor("director", timezone.localdate(at))
    Branch.objects.create(
        community=setting.community,
        kind="branch",
        name="第一党支部",
        counted_from=today - 400 * DAY,
    )
    for way in pressing.WAYS:
        with django_assert_max_num_queries(2 if way.page == "party:affairs" else 1):
            way.count(setting.community, today, actor)


def test_what_is_late_or_runs_out_is_told_with_its_number(setting, by, at):
    here, today = setting.community, timezone.localdate(at)
    assert desk(setting, "worker")[1].context["pressing"] == []

    def find(ago, **more):
        seen = Seen("fire_lane", "通道被占", setting.new, shots=WHY, **more)
        return finding.find(here, seen=seen, **by("worker", ago))

    late, mended = find(9), find(9)
    mending.assign(late, body=setting.bodies["property"], **by("worker", 9))
    mending.assign(mended, post="worker", **by("director"))
    mending.mend(mended, how="清走了", shots=WHY, **by("worker"))
    for days in (1, 30):
        police.put_alert(
            here, kind="fraud", title="冒充客服", words="不要转账", told_by="派出所",
            until=today + days * DAY, **by("worker"),
        )  # fmt: skip
    estate = estates.enter_estate(
        here, name="东湖花园", place=setting.new, given={"regime": "provider"},
        since=today - 900 * DAY, **by("worker"),
    )  # fmt: skip
    given = {"since": today - 330 * DAY, "ends_on": today + 89 * DAY, "fee": 185, "staff": 9}
    firm = setting.bodies["property"]
    contracts.enter_contract(estate, body=firm, given=given, **by("worker"))
    _pledge(here, by, today)
    _half_typed(here, estate, today, setting)
    told = {each.title: each for each in desk(setting, "worker")[1].context["pressing"]}
    assert {str(title): each.count for title, each in told.items()} == {
        "超期的隐患": 1,
        "驻社区单位超期的承诺": 1,
        "整改了、等复查的隐患": 1,
        "三天内到期的安全提醒": 1,
        "九十天内到期的物业合同": 1,
        "业主表决等第二个人录的票": 1,
    }
    assert [each.tone for each in told.values()][:2] == ["late", "late"]
    others = {key: desk(setting, key)[1].context["pressing"] for key in ("manager", "mediator")}
    assert [str(each.title) for each in others["manager"]] == ["我们单位超期没整改的"]
    assert others["mediator"] == []


def test_an_incident_stands_above_everything_until_it_is_over(setting, by):
    begun = Begun("flood", "orange", "暴雨内涝", "区气象台橙色预警", [setting.old])
    row = incident.begin(setting.community, begun=begun, **by("director"))
    for who, sees in (("worker", True), ("mediator", False)):
        page = desk(setting, who)[1]
        assert (page.context["incidents"] == [row]) == sees, who
        assert ("暴雨内涝" in page.content.decode()) == sees
    shown = desk(setting, "worker")[1].content.decode()
    assert shown.index("暴雨内涝") < shown.index("待受理")
    front = Client().get(reverse("home", args=[setting.community.code])).content.decode()
    assert "暴雨内涝" in front


def _pledge(here, by, today):
    unit = units.open_unit_file(here, name="湖滨小学", does="小学", **by("worker"))
    Pledge.objects.create(
        community=here, unit=unit, title="开放操场", made_on=today - 9 * DAY, due_on=today - DAY
    )


def _half_typed(here, estate, today, setting):
    roll = Electorate.objects.create(community=here, base="owners", title="名册", as_of=today - DAY)
    vote = OwnersVote.objects.create(
        community=here, estate=estate, title="换门禁", state="open", electorate=roll
    )
    for number, first in ((1, {"answers": []}), (2, None)):
        owner = Owner.objects.create(community=here, estate=estate, name="业主", added_on=today)
        elector = Elector.objects.create(community=here, electorate=roll, name="业主")
        OwnerPaper.objects.create(
            community=here, vote=vote, owner=owner, elector=elector, number=number,
            label="101", delivered_on=today, returned_on=today, first=first,
        )  # fmt: skip
