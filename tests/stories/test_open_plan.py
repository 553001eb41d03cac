"""A wish becomes a task: the director drafts the year's plan from what residents wish for, the
representatives approve it, what they decided beside it is on the calendar, and the half-year's
report writes itself."""

from datetime import timedelta

import pytest
from django.utils import timezone

from linli.core.places.queries import areas_of
from linli.governance.assemblies import actions as assemblies
from linli.mechanisms.gathering import actions as door
from linli.stewardship.planning.models import AnnualPlan, Task, Wish
from tests.stories.steps import fill, send
from tests.stories.telling import Device, faults_of

pytestmark = pytest.mark.story

LOOKS = [Device(1440, "en"), Device(390, scripts=False)]
BENCH, SHED = "楼下装几把长椅", "修车棚"


def seen(page, house, look, name):
    """Nothing on the page bars anybody's way, and it is no wider than the screen."""
    if look.scripts:
        assert faults_of(page) == [], name
        wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1")
        assert not wide, name
    house.picture(page, look, name)


def sent(page):
    send(page, "main form[method=post] button[type=submit]")


def a_meeting_decides(house):
    """The representatives approve the plan, and decide on one thing more."""
    place, now = house.setting.community, timezone.now()
    on = timezone.localdate(now)
    by = {key: house.setting.actor(key, on) for key in ("director", "worker")}
    group = areas_of(place, on, "residents_group").first()
    then = now - timedelta(days=20)
    for name in ("李建国", "郑玉梅", "吴海涛", "冯雪", "褚志强"):
        assemblies.choose_representative(
            place, group=group, name=name, since=on - timedelta(days=30), by=by["director"], at=then
        )
    meeting = assemblies.plan_assembly(
        place,
        body="representatives_meeting",
        counted_by="residents",
        title="居民代表会议",
        venue="活动室",
        starts_at=now,
        by=by["worker"],
        at=then,
    )
    for title in ("本年度工作计划", SHED):
        assemblies.add_topic(meeting, title=title, by=by["worker"], at=then)
    assemblies.call_assembly(meeting, by=by["director"], at=then)
    for expected in list(meeting.gathering.expected.order_by("name")):
        door.check_in(meeting.gathering, expected=expected, by=by["worker"], at=now)
    assemblies.open_assembly(meeting, chair="周明华", by=by["director"], at=now)
    for topic in meeting.topics.order_by("order"):
        due_on = on.replace(month=12, day=31) if topic.title == SHED else None
        given = {"votes_for": 6, "votes_against": 0, "abstained": 0, "text": "照此办理。"}
        assemblies.decide_topic(
            topic, **given, due_on=due_on if due_on != on else None, by=by["worker"], at=now
        )
    assemblies.close_assembly(meeting, by=by["worker"], at=now)


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_the_plan_of_the_year_begins_with_a_wish_and_ends_in_a_report(own_house, look):
    house, today = own_house, timezone.localdate()
    house.speak(look)
    place = house.setting.community
    with house.visit(look) as page:
        page.goto(house.at("wishes/new/"))
        fill(page, "title", BENCH)
        sent(page)
    wish = Wish.objects.get(community=place)
    with house.visit(look, "worker") as page:
        page.goto(house.at(f"desk/planning/wishes/{wish.pk}/list/"))
        sent(page)
        seen(page, house, look, "p1-wish")
    with house.visit(look, "director") as page:
        page.goto(house.at("desk/planning/plans/new/"))
        fill(page, "year", str(today.year))
        sent(page)
        plan = AnnualPlan.objects.get(community=place)
        page.goto(house.at(f"desk/planning/plans/{plan.pk}/months/{today.month}/"))
        fill(page, "form-0-title", "装六把长椅")
        fill(page, "form-0-due_on", today.isoformat())
        fill(page, "form-0-standard", "S5")
        fill(page, "form-0-need", f"wish:{wish.pk}")
        fill(page, "form-0-fen", "9600")
        seen(page, house, look, "p2-month")
        send(page, "main form[method=post] button[name=stay]")
        page.goto(house.at(f"desk/planning/plans/{plan.pk}/consult/"))
        fill(page, "comments_until", (today + timedelta(days=9)).isoformat())
        sent(page)
    with house.visit(look) as page:
        page.goto(house.at(f"plan/{today.year}/"))
        page.locator(f"a[href$='/plan/{today.year}/comment/']").first.click()
        fill(page, "title", "请装带扶手的")
        sent(page)
    with house.visit(look, "director") as page:
        page.goto(house.at(f"desk/planning/plans/{plan.pk}/settle/"))
        sent(page)
        a_meeting_decides(house)
        page.goto(house.at(f"desk/planning/plans/{plan.pk}/approve/"))
        options = page.locator("#id_decision option")
        label = next(text for text in options.all_inner_texts() if "本年度工作计划" in text)
        page.select_option("#id_decision", label=label)
        sent(page)
        seen(page, house, look, "p3-approved")
        wish.refresh_from_db()
        assert wish.state == "taken_up"
        task = Task.objects.get(community=place, title="装六把长椅")
        if today.replace(month=12, day=31) != today:
            assert Task.objects.filter(community=place, title=SHED, need="decision").exists()
        page.goto(house.at(f"desk/planning/tasks/{task.pk}/finish/"))
        fill(page, "done_on", today.isoformat())
        fill(page, "result", "装好六把，都带扶手。")
        sent(page)
        page.goto(house.at(f"desk/planning/plans/{plan.pk}/"))
        send(page, "main button[name=kind][value=year]")
        seen(page, house, look, "p4-report")
        all_tasks = Task.objects.filter(plan=plan, community=place).count()
        assert page.locator("#rows tbody tr").count() == all_tasks
        send(page, "main form[action$='/publish/'] button")
    with house.visit(look) as page:
        page.goto(house.at(f"plan/{today.year}/"))
        seen(page, house, look, "p5-public")
        page.goto(house.at(f"plan/{today.year}/report/year/"))
        seen(page, house, look, "p6-report")
        assert "都带扶手" in page.locator("main").inner_text()
