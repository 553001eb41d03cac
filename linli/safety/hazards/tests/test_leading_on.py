"""Where a step leads, what a page says beforehand, and what stays to be read afterwards."""

import re
from datetime import timedelta

import pytest

from linli.core.access.models import Body
from linli.core.audit.actor import NOBODY
from linli.core.messages.models import Message
from linli.core.pages.wording import tell_day
from linli.lib.identity.ids import new_id
from linli.safety.hazards.actions import finding, mending, rounds
from linli.safety.hazards.actions.finding import Seen, Shots
from linli.safety.hazards.actions.rounds import Looked, Planned
from linli.safety.hazards.law import limit_for
from linli.safety.hazards.models import Hazard
from linli.safety.hazards.queries.points import rounds_due, rounds_missed, rounds_walked

pytestmark = pytest.mark.django_db
WHY = Shots(none_for="夜里看不清")


@pytest.fixture
def body(setting):
    return Body.objects.get(
        community=setting.community, pk=setting.accounts["manager"].holdings.get().body_id
    )


def main_of(answered):
    return answered.content.decode().partition("<main")[2]


def test_who_must_mend_reads_what_is_late_and_the_day(find, by, at, body, pages):
    late, soon = find(what="晚上停满了车", when=at - timedelta(days=20)), find(what="堆了纸箱")
    mending.assign(late, body=body, **by("worker", at - timedelta(days=20)))
    mending.assign(soon, body=body, **by("worker"))
    rows = main_of(pages("manager").get("desk/hazards/owed/")).split('class="leaf"')[1:]
    told = {each.what: row for each in (late, soon) for row in rows if each.what in row}
    assert "超期" in told["晚上停满了车"]
    assert str(tell_day(late.due_on)) in told["晚上停满了车"]
    assert "超期" not in told["堆了纸箱"]


def test_a_new_hazard_leads_to_the_page_that_sets_who_mends(setting, pages):
    given = {"what": "井盖松了", "kind": "manhole", "none_for": "夜里", "once": new_id()}
    worker = pages("worker")
    sent = worker.post("desk/hazards/new/", **given)
    hazard = Hazard.objects.get(community=setting.community)
    assert sent["Location"].endswith(f"desk/hazards/{hazard.pk}/")
    assert f"desk/hazards/{hazard.pk}/assign/" in main_of(worker.get(sent["Location"]))


def test_nobody_is_chosen_beforehand_and_the_limit_is_told_before_the_press(
    setting, find, by, at, today, body, pages
):
    Body.objects.create(
        community=setting.community, name="甲单位", kind="resident_unit", place=setting.community,
        since=today,
    )  # fmt: skip
    hazard, worker = find(), pages("worker")
    page = main_of(worker.get(f"desk/hazards/{hazard.pk}/assign/"))
    assert re.search(r'<option value="" selected', page)
    assert page.index('value="worker"') < page.index(body.name) < page.index("甲单位")
    days = int(limit_for(hazard.kind, hazard.serious, setting.community, today).value)
    until = today + timedelta(days=days)
    assert f"期限从今天起算 {days} 天，最后一天是{tell_day(until)}" in page
    none = worker.post(f"desk/hazards/{hazard.pk}/assign/", owner="", seen=hazard.version)
    assert none.status_code == 422
    assert "没有定下由哪一个单位或职务整改" in none.content.decode()
    mending.assign(hazard, body=body, **by("worker"))
    assert hazard.due_on == until
    kept = f"期限不变，最后一天是{tell_day(until)}"
    assert kept in main_of(worker.get(f"desk/hazards/{hazard.pk}/hand-over/"))


def test_rounds_done_and_missed_are_listed_and_what_was_seen_is_read(
    setting, lane, add_point, by, at, today, pages
):
    kit = add_point("消防栓", "fire_kit")
    planned = Planned("周巡查", "week", today - timedelta(days=21), today, "worker", [lane, kit])
    plan = rounds.plan_rounds(setting.community, planned=planned, **by("worker"))
    missed, still, _last, now = plan.rounds.order_by("due_on")
    assert rounds_due(setting.community, today)[0].round == still
    assert list(rounds_missed(setting.community, today)) == [missed]
    looked = Looked(lane, "hazard", [("通道没被占", False)], what="停了车", shots=WHY)
    rounds.check_point(lane, looked=looked, walked=now, **by("worker"))
    fine = Looked(kit, "ok", [("压力正常", True)])
    rounds.check_point(kit, looked=fine, walked=now, **by("worker"))
    assert list(rounds_walked(setting.community)) == [now]
    worker = pages("worker")
    listed = main_of(worker.get("desk/hazards/rounds/"))
    due, rest = listed.split('id="missed"')
    late, done = rest.split('id="done"')
    for row, part in ((missed, late), (still, due), (now, done)):
        assert f"rounds/{row.pk}/" in part
        assert listed.count(f"rounds/{row.pk}/") == 1
    hazard = Hazard.objects.get(community=setting.community)
    page = main_of(worker.get(f"desk/hazards/rounds/{now.pk}/"))
    assert f"desk/hazards/{hazard.pk}/" in page
    assert hazard.number in page
    assert "压力正常" in page
    assert "/check/" not in page
    walker = main_of(pages("representative").get(f"desk/hazards/rounds/{now.pk}/"))
    assert f"/hazards/{hazard.pk}/" in walker
    assert f"desk/hazards/{hazard.pk}/" not in walker
    finding.dismiss(hazard, reason="是临时卸货", **by("worker"))
    gone = main_of(pages("representative").get(f"desk/hazards/rounds/{now.pk}/"))
    assert str(hazard.pk) not in gone
    assert hazard.number in gone


def test_how_it_was_mended_and_why_there_is_no_photograph_stay_to_be_read(find, by, pages):
    hazard = find()
    mending.assign(hazard, post="worker", **by("worker"))
    mending.mend(hazard, how="清走了纸箱", shots=Shots(none_for="手机没电"), **by("worker"))
    base, page = f"desk/hazards/{hazard.pk}/", f"hazards/{hazard.pk}/"
    assert "手机没电" in main_of(pages("director").get(base))
    assert "手机没电" not in pages().get(page).content.decode()
    mending.look_again(hazard, good=True, **by("director"))
    for answered in (pages("director").get(base), pages().get(page)):
        assert "清走了纸箱" in answered.content.decode()
        assert "手机没电" in answered.content.decode()
    public = main_of(pages().get(page))
    assert "当天销号" in public
    assert "<dd>0 天" not in public


def test_messages_say_compound_and_building_and_where_but_no_words_nobody_has_read(
    setting, find, by, at, body, django_capture_on_commit_callbacks
):
    def told(kind):
        rows = Message.objects.filter(community=setting.community, kind=kind)
        return {each.values["place"] for each in rows}

    inside = setting.stair.name_inside
    with django_capture_on_commit_callbacks(execute=True):
        hazard = find(place=setting.stair, where="三层平台")
        mending.assign(hazard, body=body, **by("worker"))
        seen = Seen("lift", "门关不上", setting.stair, where="右边那台", source="resident")
        finding.report(setting.community, seen=seen, by=NOBODY, at=at)
        finding.dismiss(hazard, reason="是临时卸货", **by("worker"))
    whole = {f"{inside} · 三层平台"}
    assert told("hazards.owed_by_body") == told("hazards.no_longer_owed_by_body") == whole
    assert told("hazards.found") <= whole
    assert told("hazards.reported") == {inside}
