"""The covenant is changed: drafted, talked over, adopted, filed, and read side by side."""

from datetime import timedelta

import pytest
from django.utils import timezone

from linli.core.places.queries import areas_of
from linli.governance.assemblies import actions
from linli.governance.assemblies.models import Assembly, Topic, Version
from linli.mechanisms.gathering import actions as door
from linli.mechanisms.publication.models import Posting
from tests.stories.telling import Device
from tests.stories.test_an_assembly_called_by_residents import bring_the_day, send, walk

pytestmark = pytest.mark.story

LOOKS = [Device(390, scripts=False), Device(1440, "en", theme="dark")]
OLD = "爱护楼道，不堆放杂物。\n晚上九点以后不装修。"
NEW = f"{OLD.replace('不堆放杂物', '不堆放杂物、不停放电动车')}\n高空抛物的罚款五百元。"
MENDED = NEW.replace("罚款五百元", "请他听一次安全课，造成损害的依法赔偿")


def prepare(house):
    """Representatives in office, an earlier covenant in force, the assembly's authorisation."""
    setting, now = house.setting, timezone.now()
    on, place = timezone.localdate(now), house.setting.community
    director, worker = setting.actor("director", on), setting.actor("worker", on)
    group = areas_of(place, on, "residents_group").first()
    for name in ("李建国", "郑玉梅", "吴海涛", "冯雪", "褚志强"):
        actions.choose_representative(
            place,
            group=group,
            name=name,
            account=setting.accounts["representative"] if name == "李建国" else None,
            since=on - timedelta(days=30),
            by=director,
            at=now,
        )
    version = actions.draft_version(place, kind="covenant", text=OLD, by=worker, at=now)
    days = {"adopted_on": on - timedelta(days=90), "filed_on": on - timedelta(days=80)}
    Version.objects.filter(community=place, pk=version.pk).update(
        state="in_force", filed_with="湖滨街道办事处", **days
    )
    actions.authorise(
        place,
        matter="covenant",
        source="年初居民会议决议",
        since=on - timedelta(days=90),
        by=director,
        at=now,
    )
    return place


def draft_and_consult(house, look):
    """The worker drafts; a clause that fines shows art. 31; residents say what they think."""
    tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()
    with house.visit(look, "worker") as page:
        walk(page, house, look, "desk/assemblies/rules/covenant/draft/", "b1-draft")
        page.fill("#id_text", NEW)
        page.fill("#id_plain", "楼道留空，夜里安静。")
        send(page)
        page.locator("main a.leaf-title").first.click()
        page.wait_for_selector(".clauses")
        assert page.locator(".clauses .finding-unmet").count() == 1
        house.picture(page, look, "b2-warning")
        page.locator("a[href$='/write/']").click()
        page.fill("#id_text", MENDED)
        send(page)
        assert page.locator(".clauses .finding-unmet").count() == 0
        page.locator("a[href$='/consult/']").click()
        page.fill("#id_until", tomorrow)
        send(page)
    with house.visit(look, "tenant") as page:
        page.goto(house.at("assemblies/rules/covenant/"))
        page.locator(".notice a").first.click()
        page.fill("#id_clause", "2")
        page.fill("#id_text", "周末能不能晚一点？")
        send(page, "form[action$='/opinion/'] button")
        walk(page, house, look, page.url.replace(house.at(""), ""), "b3-opinions")
    with house.visit(look) as page:
        page.goto(house.at("assemblies/rules/covenant/"))
        page.locator(".notice a").first.click()
        page.locator("a[href$='/compare/']").first.click()
        page.wait_for_selector("ins")
        assert page.locator("ins").count() >= 2
        house.picture(page, look, "b4-compare")


def answer_and_settle(house, look, version):
    """Every opinion is answered; the time being over, the text is settled."""
    with house.visit(look, "worker") as page:
        page.goto(house.at(f"desk/assemblies/versions/{version.pk}/"))
        page.locator("a[href*='/opinions/']").first.click()
        page.select_option("#id_taken", "not")
        page.fill("#id_answer", "夜里安静对老人孩子都要紧，周末也一样。")
        send(page)
        past = timezone.localdate() - timedelta(days=1)
        Version.objects.filter(community=version.community_id, pk=version.pk).update(
            consulted_until=past
        )
        page.locator("a[href$='/settle/']").click()
        send(page)
        house.picture(page, look, "b5-settled")


def adopt(house, look, version):
    """The Party organisation studies it as a step of its own; the representatives adopt it."""
    place = house.setting.community
    held = (timezone.localdate() + timedelta(days=12)).isoformat()
    with house.visit(look, "director") as page:
        page.goto(house.at("desk/assemblies/plan/"))
        page.check("[name=body][value=representatives_meeting]")
        for field, value in {"title": "居民代表会议", "day": held, "hour": "19:00"}.items():
            page.fill(f"#id_{field}", value)
        page.fill("#id_venue", "社区活动室")
        send(page)
        page.locator("a[href$='/topics/']").click()
        page.fill("#id_title", "修改居民公约")
        page.select_option("#id_matter", "covenant")
        page.select_option("#id_version", str(version.pk))
        page.select_option("#id_authorisation", index=1)
        send(page)
        assert page.locator(".leaves .finding-unmet").count() == 1  # not studied yet
        house.picture(page, look, "b6-unstudied")
        page.locator("a[href$='/study/']").click()
        page.fill("#id_on", timezone.localdate().isoformat())
        page.fill("#id_by_whom", "东湖社区党委")
        page.fill("#id_opinion", "同意提交会议。")
        send(page)
        assembly = Assembly.objects.select_related("gathering").get(community=place)
        page.goto(house.at(f"desk/assemblies/{assembly.pk}/call/"))
        send(page)
        gathering = bring_the_day(house)
        now = timezone.now()
        by = house.setting.actor("worker", timezone.localdate(now))
        for expected in gathering.expected.all():
            door.check_in(gathering, expected=expected, by=by, at=now)
        page.goto(house.at(f"desk/assemblies/{assembly.pk}/open/"))
        page.fill("#id_chair", "周明华")
        send(page)
        topic = Topic.objects.get(community=place)
        page.goto(house.at(f"desk/assemblies/topics/{topic.pk}/decide/"))
        for field, value in {"for": "5", "against": "1"}.items():
            page.fill(f"#id_votes_{field}", value)
        page.fill("#id_abstained", "0")
        page.fill("#id_text", "通过修改后的居民公约。")
        send(page)
        page.goto(house.at(f"desk/assemblies/{assembly.pk}/close/"))
        send(page)
        house.picture(page, look, "b7-adopted")


def file_it(house, look, version):
    """Filed with the street: now, and not before, it is in force."""
    with house.visit(look) as page:
        page.goto(house.at("assemblies/rules/covenant/"))
        assert "电动车" not in page.locator(".clauses").first.inner_text()
    with house.visit(look, "worker") as page:
        page.goto(house.at(f"desk/assemblies/versions/{version.pk}/file/"))
        page.fill("#id_filed_on", timezone.localdate().isoformat())
        page.fill("#id_filed_with", "湖滨街道办事处")
        send(page)
    with house.visit(look) as page:
        walk(page, house, look, "assemblies/rules/covenant/", "b8-in-force")
        assert "电动车" in page.locator(".clauses").first.inner_text()


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_a_covenant_is_changed_by_those_it_binds(own_house, look):
    house = own_house
    house.speak(look)
    place = prepare(house)
    draft_and_consult(house, look)
    version = Version.objects.select_related("document").get(community=place, number=2)
    answer_and_settle(house, look, version)
    adopt(house, look, version)
    file_it(house, look, version)
    version.refresh_from_db()
    assert version.state == "in_force"
    assert Version.objects.get(community=place, number=1).state == "superseded"
    assert Posting.objects.filter(community=place, template="assemblies.document").count() == 1
