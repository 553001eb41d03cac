"""A check belongs to the round it was opened from; nothing is ticked beforehand; the paper list
has room to write; what cannot be undone asks first."""

import re
from datetime import timedelta

import pytest

from linli.lib.identity.ids import new_id
from linli.lib.law import Refused
from linli.safety.hazards.actions import fire, found, police, rounds
from linli.safety.hazards.actions.rounds import Looked, Planned
from linli.safety.hazards.models import Check, CheckPoint
from linli.safety.hazards.queries.points import rounds_at, unseen_at
from linli.safety.hazards.queries.standing import alerts_now, keeper_of

pytestmark = pytest.mark.django_db


def refused(rule):
    return pytest.raises(Refused, match=rule)


@pytest.fixture
def plan(setting, lane, add_point, by, today):
    """Weekly; last week's round was missed, this week's is due tomorrow."""
    kit = add_point("消防栓", "fire_kit")
    planned = Planned(
        "周巡查", "week", today - timedelta(days=6), today + timedelta(days=20), "worker",
        [lane, kit],
    )  # fmt: skip
    return rounds.plan_rounds(setting.community, planned=planned, **by("worker"))


def on_round(round_, point):
    return f"hazards/rounds/{round_.pk}/points/{point.pk}/check/"


FINE = {"result": "ok", "item_0": "on", "item_1": "on", "item_2": "on"}


def test_a_check_belongs_to_the_round_it_was_opened_from_and_leads_on(plan, lane, pages, today):
    missed, due, later = plan.rounds.order_by("due_on")[:3]
    worker = pages("worker")
    kit = plan.stops.exclude(point=lane).get().point
    page = f"desk/hazards/rounds/{due.pk}/"
    told = worker.get(page).content.decode()
    assert on_round(due, lane) in told
    sent = worker.post(on_round(due, lane), **FINE, once=new_id())
    assert sent["Location"].endswith(page)
    assert (missed.checks.count(), due.checks.count()) == (0, 1)
    told = worker.get(page).content.decode()
    onward = re.search(r'class="btn btn-primary" href="([^"]+)"', told)
    assert onward is not None
    assert onward[1].endswith(on_round(due, kit))
    assert worker.post(onward[1], **FINE, once=new_id()).status_code == 302
    due.refresh_from_db()
    missed.refresh_from_db()
    assert (due.done_on, missed.done_on) == (today, None)
    assert worker.post(on_round(missed, lane), **FINE, once=new_id()).status_code == 302
    assert missed.checks.count() == 1
    ahead = f"desk/hazards/rounds/{later.pk}/"
    assert on_round(later, lane) not in worker.get(ahead).content.decode()
    assert f"{ahead}type-in/" not in worker.get(ahead).content.decode()
    early = worker.post(on_round(later, lane), **FINE, once=new_id())
    assert early.status_code == 409
    assert later.checks.count() == 0


def test_a_scanned_code_asks_which_round_is_walked_and_means_the_nearest(
    plan, lane, add_point, pages, by, today
):
    missed, due, _later = plan.rounds.order_by("due_on")[:3]
    assert unseen_at(lane, today) == [due, missed]
    worker, address = pages("worker"), f"hazards/points/{lane.pk}/check/"
    assert re.search(rf'value="{due.pk}"[^>]*checked', worker.get(address).content.decode())
    sent = worker.post(address, **FINE, round=str(missed.pk), once=new_id())
    assert sent["Location"].endswith(f"desk/hazards/rounds/{missed.pk}/")
    kit = plan.stops.exclude(point=lane).get().point
    assert rounds.check_point(kit, looked=Looked(kit, "ok"), **by("worker")).round == due
    assert rounds.check_point(kit, looked=Looked(kit, "ok"), **by("worker")).round == due
    assert rounds_at(kit, today)[0] == due  # a second look on a day makes up for no other round
    elsewhere = add_point("电梯", "lift")
    with refused("hazards.point_of_round"):
        rounds.check_point(elsewhere, looked=Looked(elsewhere, "ok"), walked=due, **by("worker"))
    assert worker.get(on_round(due, elsewhere)).status_code == 404


def test_nothing_is_ticked_beforehand_and_what_is_missing_is_told_beside_it(plan, lane, pages):
    worker = pages("worker")
    address = on_round(plan.rounds.order_by("due_on")[1], lane)
    blank = worker.get(address).content.decode()
    assert not re.search(r'name="(?:item_\d|result)"[^>]*checked', blank)

    def told(**given):
        answered = worker.post(address, **given, once=new_id())
        assert answered.status_code == 422, given
        return answered.content.decode()

    assert told(what="停了车", none_for="夜里")  # no result
    assert "没打勾" in told(result="ok", item_0="on")
    assert "每一项都打了勾" in told(**{**FINE, "result": "hazard"}, what="停了车", none_for="夜里")
    both = told(result="hazard", item_1="on")
    for field in ("what", "none_for"):
        assert f'id="id_{field}_error"' in both
        assert "选填" not in both.partition(f'for="id_{field}"')[2].partition("</label>")[0]
    assert Check.objects.filter(community=plan.community_id).count() == 0
    assert worker.post(address, result="not_reached", once=new_id()).status_code == 302


def test_paper_begins_on_no_day_that_has_not_come_and_has_a_line_for_each_point(plan, pages, today):
    due = plan.rounds.order_by("due_on")[1]
    assert due.due_on > today
    worker, page = pages("worker"), f"desk/hazards/rounds/{due.pk}/"
    blank = worker.get(f"{page}type-in/").content.decode()
    assert f'value="{today.isoformat()}"' in blank
    paper = {"result_0": "ok", "result_1": "ok"}
    for on in (today + timedelta(days=1), today - timedelta(days=30)):
        late = worker.post(f"{page}type-in/", **paper, on=on.isoformat(), once=new_id())
        assert late.status_code == 422
        assert 'id="id_on_error"' in late.content.decode()
    bare = worker.post(
        f"{page}type-in/", on=today.isoformat(), result_0="hazard", once=new_id()
    )  # fmt: skip
    assert 'id="id_what_0_error"' in bare.content.decode()
    sent = worker.post(f"{page}type-in/", **paper, on=today.isoformat(), once=new_id())
    assert sent.status_code == 302
    sheet = worker.get(f"{page}paper/").content.decode()
    assert sheet.count("paper-line") == 1 + plan.stops.count()


def test_what_cannot_be_undone_asks_first_without_a_script(
    setting, plan, lane, pages, by, today, at
):
    worker, ours = pages("worker"), setting.community
    keeper = fire.name_fire_keeper(ours, office="副主任", office_phone="", paper="1 号文",
                                   since=today, **by("director"))  # fmt: skip
    alert = police.put_alert(ours, kind="fraud", title="谨防冒充客服", words="不转账。",
                             told_by="示范派出所", until=today, **by("worker"))  # fmt: skip
    lost = found.report_lost(ours, thing="伞", where="菜场", lost_on=today, contact="门口粮店",
                             **by("elder"))  # fmt: skip
    tag = lane.tag
    listed = worker.get("desk/hazards/points/").content.decode().partition("<main")[2]
    assert 'method="post"' not in listed
    asked = [
        f"points/{lane.pk}/new-code/", f"plans/{plan.pk}/end/", f"points/{lane.pk}/withdraw/",
        f"fire/keeper/{keeper.pk}/end/", f"alerts/{alert.pk}/down/", f"lost/{lost.pk}/end/",
    ]  # fmt: skip
    for address in asked:
        page = worker.get(f"desk/hazards/{address}")
        assert page.status_code == 200, address
        assert 'name="once"' in page.content.decode(), address
    lane.refresh_from_db()
    plan.refresh_from_db()
    assert (lane.tag, lane.withdrawn_at, plan.ended_at) == (tag, None, None)
    assert keeper_of(ours) == keeper
    assert list(alerts_now(ours, today)) == [alert]
    for address in asked:
        sent = worker.post(f"desk/hazards/{address}", once=new_id())
        assert sent.status_code == 302, address
    point = CheckPoint.objects.get(community=ours, pk=lane.pk)
    assert point.tag != tag
    assert point.withdrawn_at is not None
    assert keeper_of(ours) is None
    assert not alerts_now(ours, today)
