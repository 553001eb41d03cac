"""The supervisor finds two sheets that differ and has it put right. A director leaves without an
audit, and residents cannot be told the day of the election; then the audit is published."""

from datetime import timedelta

import pytest
from django.utils import timezone

from linli.core.audit.actor import the_operator
from linli.core.people.actions import register_person
from linli.governance.elections import actions as elections
from linli.governance.elections.actions.sitting import enter_member
from linli.governance.oversight.actions import inspections
from linli.governance.oversight.models import Shortcoming
from tests.stories.electing import Course, settle_neighbours
from tests.stories.telling import Device, faults_of

pytestmark = pytest.mark.story

LOOKS = [Device(1440, "en"), Device(390, scripts=False)]


def prepare(house):
    """A director in office, a finding that hangs on the board, and an election whose roll is
    drawn up."""
    setting, now = house.setting, timezone.now()
    on, place = timezone.localdate(now), house.setting.community
    by = {"by": setting.actor("supervisor", on), "at": now}
    person = register_person(place, name="周明华", by=the_operator(), at=now)
    enter_member(
        place,
        person=person,
        office="director",
        since=on - timedelta(days=200),
        term_ends=on + timedelta(days=60),
        paper="当选证书",
        by=setting.actor("director", on),
        at=now,
    )
    found = inspections.raise_shortcoming(
        place,
        found=inspections.Found("board", "公开栏没有更新", "公开栏仍是上个月的表。", on),
        **by,
    )
    inspections.ask_correction(found, reason="请更新", **by)
    inspections.report_up(found, addressee="湖滨街道办事处", reason="没有答复", **by)
    return inspections.publish_shortcoming(found, **by)


def draw_up_the_roll(house, look):
    """The election up to the roll that waits to be posted."""
    course = Course(house, look, settle_neighbours(house, 8))
    day = timezone.localdate() + timedelta(days=45)
    seats = [("director", 1), ("deputy_director", 1), ("committee_member", 3)]
    plan = elections.Plan(
        "term", "第七届居民委员会换届选举", day, seats, day, day.replace(year=day.year + 5)
    )
    director = course.by("director")
    elections.plan(house.setting.community, plan=plan, **director)
    told = {"decision": "居民代表会议决议", "decided_on": timezone.localdate()}
    elections.decide_mode(course.election, mode="electors", **told, **director)
    seated = [course.person("elder"), *course.neighbours[:2]]
    for place, person in enumerate(seated):
        elections.place_on_committee(
            course.election, person=person, serves=True, chairs=not place, **director
        )
    chosen = {"chosen_by": "assembly", "decision": "居民会议", "chosen_on": told["decided_on"]}
    elections.form_committee(course.election, **chosen, **director)
    elections.open_registration(course.election, **course.by("elder"))
    elections.register_many(
        course.election, persons=course.neighbours, way="desk", **course.by("worker")
    )
    elections.prepare_roll(course.election, **course.by("worker"))
    return course


def seen(page, house, look, name):
    """Nothing on the page bars anybody's way, and it is no wider than the screen."""
    if look.scripts:  # what is looked at with a script cannot be where none run
        assert faults_of(page) == [], name
        wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1")
        assert not wide, name
    house.picture(page, look, name)


def send(page, button="form[data-guard] button[type=submit]"):
    with page.expect_navigation():
        page.locator(f"main {button}").first.click()


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_what_is_not_open_is_found_and_no_director_leaves_unaudited(own_house, look):
    house, desk = own_house, "desk/oversight/supervision/"
    house.speak(look)
    posting = prepare(house)
    course = draw_up_the_roll(house, look)
    with house.visit(look, "supervisor") as page:
        page.goto(house.at(f"{desk}sheets/{posting.pk}/?one=1&other=board"))
        page.fill("[name=board_outcome]", "已更换")
        send(page, "form[method=post] button")
        assert page.locator("main code").count() == 2  # both digests
        page.fill("[name=grounds]", "公开栏上写的处理结果与网上不同。")
        seen(page, house, look, "s1-two-sheets")
        send(page)
        send(page, "a[href$='/ask/']")
        page.fill("[name=reason]", "请改成一致。")
        send(page)
        seen(page, house, look, "s2-asked")
        page.goto(house.at(f"{desk}acts/"))
        seen(page, house, look, "s3-acts")
    found = Shortcoming.objects.get(community=house.setting.community, state="asked")
    with house.visit(look, "director") as page:
        page.goto(house.at(f"{desk}found/{found.pk}/answer/"))
        page.fill("[name=answer]", "已更换。")
        send(page)
    with house.visit(look, "supervisor") as page:
        page.goto(house.at(f"{desk}found/{found.pk}/settle/"))
        page.fill("[name=reason]", "看过，一致。")
        send(page)
        assert page.locator("main a[href$='/publish/']").count() == 1

    with house.visit(look, "elder") as page:
        page.goto(course.desk("roll/"))
        send(page, "form[action$='/roll/post/'] button")
        said = page.locator("main").inner_text()
        assert "第三十八条" in said or "38" in said
        house.picture(page, look, "s4-no-audit")
    assert course.election.state == "registering"
    publish_the_audit(house, look, desk)
    with house.visit(look, "elder") as page:
        page.goto(course.desk("roll/"))
        send(page, "form[action$='/roll/post/'] button")
    assert course.election.state == "listed"
    with house.visit(look) as page:
        page.goto(house.at("oversight/supervision/"))
        page.locator("main a[href*='/oversight/audits/']").first.click()
        page.wait_for_selector("main dl.facts")
        seen(page, house, look, "s7-audit")


def publish_the_audit(house, look, desk):
    """The supervisor enters the street's audit from its letter, and publishes it."""
    today = timezone.localdate()
    with house.visit(look, "supervisor") as page:
        page.goto(house.at(f"{desk}audits/new/"))
        page.fill("[name=paper]", "湖街办〔2026〕12 号")
        page.fill("[name=auditor]", "诚信会计师事务所")
        page.fill("[name=begins]", (today - timedelta(days=200)).isoformat())
        page.fill("[name=ends]", today.isoformat())
        send(page)
        seen(page, house, look, "s5-audits")
        send(page, "ul.leaves a.leaf-title")
        send(page, "a[href$='/report/']")
        page.fill("[name=summary]", "收支真实，账实相符。")
        for field in page.locator("[name^=found_]").all():
            field.fill("未发现问题")
        send(page)
        send(page, "a[href$='/publish/']")
        send(page)
        seen(page, house, look, "s6-published")
