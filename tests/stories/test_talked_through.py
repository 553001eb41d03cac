"""Parking and play in one yard: proposed, talked through, agreed with a dissent kept, and half a
year later everybody who was there reads what came of it."""

import pytest
from django.utils import timezone

from linli.core.messages.models import Message
from linli.governance.deliberation.models import Point, Topic
from linli.web.demo.talking import TalkingYear
from tests.stories.opining import begin, everybody_votes, say_it
from tests.stories.steps import fill, send
from tests.stories.telling import Device, faults_of

pytestmark = pytest.mark.story

LOOKS = [Device(390, scripts=False), Device(1440, "en")]
FORM = "main form[novalidate] button[type=submit], main form[data-guard] button[type=submit]"


def seen(page, house, look, name):
    """Nothing on the page bars anybody's way, and it is no wider than the screen."""
    if look.scripts:
        assert faults_of(page) == [], name
        wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1")
        assert not wide, name
    house.picture(page, look, name)


def take(page, address, **given):
    """Opens a step, fills its fields and takes it."""
    page.goto(address)
    for name, value in given.items():
        fill(page, name, value)
    send(page, FORM)


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_one_yard_from_the_proposal_to_what_came_of_it_half_a_year_later(own_house, look):
    house = own_house
    house.speak(look)
    place = house.setting.community
    year = TalkingYear(house.setting, timezone.now())
    yard = year.talk_the_yard_through()
    year.follow_the_yard()

    # Meanwhile a neighbour proposes something, and the director declines with a way on.
    with house.visit(look, "tenant") as page:
        page.goto(house.at("deliberation/"))
        seen(page, house, look, "d1-topics")
        take(page, house.at("deliberation/new/"), title="门口的天桥装电梯", text="老人爬不动。")
    bridge = Topic.objects.get(community=place, title="门口的天桥装电梯")
    with house.visit(look, "director") as page:
        page.goto(house.at(f"desk/deliberation/{bridge.pk}/"))
        seen(page, house, look, "d2-answer")
        step = house.at(f"desk/deliberation/{bridge.pk}/decline/")
        take(page, step, reason="天桥是市政设施，社区定不了。", way_on="我们替大家向街道反映。")
    with house.visit(look, "elder") as page:
        page.goto(house.at(f"deliberation/{bridge.pk}/"))
        assert "我们替大家向街道反映。" in page.content()

    # The yard: the topic cannot be left while a point has no result; then it has one.
    with house.visit(look, "worker") as page:
        back = house.at(f"desk/deliberation/{yard.pk}/look-back/")
        take(page, back, words=year.said["yard"]["looked"])
        assert Topic.objects.get(community=place, pk=yard.pk).state == "agreed"
        second = Point.objects.get(community=place, topic=yard, number=2)
        result = year.said["yard"]["point"][1]["result"]
        take(page, house.at(f"deliberation/points/{second.pk}/finish/"), result=result)
        take(page, back, words=year.said["yard"]["looked"])
        page.goto(house.at(f"desk/deliberation/{yard.pk}/"))
        seen(page, house, look, "d3-desk")
    assert Topic.objects.get(community=place, pk=yard.pk).state == "closed"

    # Whoever was there hears; the dissent stands in its own words, and nobody is named.
    with house.visit(look, "elder") as page:
        page.goto(house.at(f"deliberation/{yard.pk}/"))
        seen(page, house, look, "d4-came-of-it")
        text = page.content()
        for words in ("车灯正对着一楼的窗户", "升降柱装在花坛北口", "晚上停车还差几个位"):
            assert words in text, words
        assert "刘洋" not in text
    told = Message.objects.filter(community=place, kind="deliberation.looked_back")
    assert {each.account_id for each in told} >= {
        house.setting.accounts["elder"].pk, house.setting.accounts["tenant"].pk
    }  # fmt: skip


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_two_hundred_people_on_one_yard_are_two_groups_who_want_four_things_alike(own_house, look):
    house = own_house
    house.speak(look)
    setting, at = house.setting, timezone.now()
    year = TalkingYear(setting, at)
    yard = year.accept("yard", "elder", 5, "council")
    worker = setting.actor("worker", timezone.localdate(at))
    conversation = begin(yard, worker, at)
    dwelling = setting.actor("elder", timezone.localdate(at)).dwellings[0]
    everybody_votes(conversation, worker, at, dwelling)
    say_it(house, look, yard, seen)
