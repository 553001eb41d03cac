"""The pages of this room, as everybody, the desk and whoever must mend open them."""

from datetime import timedelta

import pytest

from linli.core.audit.actor import NOBODY
from linli.core.files.queries import files_of
from linli.lib.identity.ids import new_id
from linli.safety.hazards.actions import (
    finding,
    fire,
    found,
    meeting,
    mending,
    police,
    rounds,
    telling,
)
from linli.safety.hazards.actions.finding import Seen, Shots
from linli.safety.hazards.actions.rounds import Planned
from linli.safety.hazards.flows import FOUND, HAZARD
from linli.safety.hazards.models import Check, FoundThing, Hazard

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(setting, lane, add_point, by, today):
    kit = add_point("消防栓", "fire_kit")
    planned = Planned("周巡查", "week", today, today + timedelta(days=20), "worker", [lane, kit])
    return rounds.plan_rounds(setting.community, planned=planned, **by("worker"))


def test_everybody_reads_hazards_by_place_and_reports_one_by_its_code(setting, pages, lane, find):
    hazard = find(point=lane)
    visitor = pages()
    listed = visitor.get("hazards/")
    assert hazard.what in listed.content.decode()
    assert "示范" not in hazard.what
    told = visitor.get("hazards.json").json()
    assert (told["open"], told["hazards"][0]["number"]) == (1, hazard.number)
    assert set(told["hazards"][0]) == {
        "number", "kind", "place", "what", "state", "found_on", "due_on", "closed_on", "days",
    }  # fmt: skip
    assert visitor.get("hazards/", kind="lift").status_code == 200
    for page in (f"hazards/{hazard.pk}/", "hazards/situation/", "hazards/situation.json",
                 f"hazards/at/{lane.tag}/", "hazards/report/", "hazards/fire/", "hazards/police/",
                 "hazards/found/", "hazards/lost/"):  # fmt: skip
        assert visitor.get(page).status_code == 200, page
    once = str(new_id())
    for _twice in range(2):
        sent = visitor.post(f"hazards/at/{lane.tag}/report/", what="停了一辆车", once=once)
        assert sent.status_code == 302
    reported = Hazard.objects.get(community=setting.community, state="reported")
    assert (reported.account_id, reported.point) == (None, lane)
    assert visitor.get(f"hazards/{reported.pk}/").status_code == 404
    named = visitor.post(f"hazards/at/{lane.tag}/report/", what="打 13800000000", once=new_id())
    assert named.status_code == 422
    assert "诉求" in named.content.decode()
    for path in ("hazards/at/nothing/", "hazards/at/nothing/report/"):
        gone = visitor.get(path)
        assert gone.status_code == 404
        assert "hazards/report/" in gone.content.decode()  # what is dangerous can be said


def test_who_reports_reads_the_emergency_numbers_first_and_chooses_the_kind(pages):
    visitor = pages()
    form = visitor.get("hazards/report/").content.decode()
    lead = form.split('class="lead"')[1]
    assert lead.index("119") < lead.index("<details")
    assert len(lead.split("</p>")[0]) < 40
    assert '<option value="" selected>' in form
    once = str(new_id())
    assert visitor.post("hazards/report/", what="停了一辆车", once=once).status_code == 422
    asked = visitor.get("hazards/report/", kind="lift").content.decode()
    assert '<option value="lift" selected>' in asked


def test_an_alert_is_copied_with_one_press_and_the_menu_calls_the_page_by_its_name(
    pages, setting, by, today
):
    alert = police.put_alert(
        setting.community, kind="fraud", title="谨防冒充客服", words="不转账。",
        told_by="示范派出所", until=today, **by("worker"),
    )  # fmt: skip
    html = pages().get(f"hazards/alerts/{alert.pk}/").content.decode()
    assert 'data-copy="【防诈骗】谨防冒充客服\n不转账。\n来源：示范派出所"' in html
    fire_page = pages().get("hazards/fire/").content.decode()
    assert "消防" in fire_page
    assert "<span>防火</span>" not in fire_page
    assert ">防火<" not in fire_page


def test_what_happened_is_told_as_an_event_never_as_the_button_that_was_pressed():
    for flow in (HAZARD, FOUND):
        for move in flow.moves:
            assert str(move.told) != str(move.title), move.name


def test_a_round_is_walked_with_a_phone_and_typed_in_from_paper(setting, pages, lane, plan, today):
    round_ = plan.rounds.first()
    worker = pages("worker")
    for page in ("rounds/", "rounds/new/", f"rounds/{round_.pk}/", f"rounds/{round_.pk}/paper/",
                 f"rounds/{round_.pk}/type-in/", "points/", "points/new/", "points/codes/",
                 f"points/{lane.pk}/"):  # fmt: skip
        assert worker.get(f"desk/hazards/{page}").status_code == 200, page
    address = f"hazards/points/{lane.pk}/check/"
    assert worker.get(address).status_code == 200
    given = {"result": "hazard", "what": "堆了装修垃圾", "item_1": "on", "item_2": "on"}
    empty = worker.post(address, **given, once=new_id())
    assert empty.status_code == 422  # neither a photograph nor why there is none
    once = new_id()
    for _twice in range(2):
        sent = worker.post(address, **given, none_for="手机没电", once=once)
        assert sent.status_code == 302
    assert Check.objects.filter(community=setting.community).count() == 1
    paper = {"on": today.isoformat(), "result_1": "ok", "once": new_id()}
    worker.post(f"desk/hazards/rounds/{round_.pk}/type-in/", **paper)
    round_.refresh_from_db()
    assert round_.done_on == today
    assert pages().get(address).status_code in (302, 404)
    again = {"name": "半月巡查", "every": "fortnight", "first": today.isoformat(),
             "until": today.isoformat(), "walker": "worker", "points": [str(lane.pk)],
             "once": new_id()}  # fmt: skip
    assert worker.post("desk/hazards/rounds/new/", **again).status_code == 302
    changed = worker.post(f"desk/hazards/points/{lane.pk}/new-code/", once=new_id())
    assert changed.status_code == 302
    assert pages().get(f"hazards/at/{lane.tag}/").status_code == 404


def test_the_desk_settles_a_hazard_step_by_step_and_the_owner_mends(setting, pages, find, at):
    hazard, worker, manager = find(), pages("worker"), pages("manager")
    base = f"desk/hazards/{hazard.pk}/"
    body = setting.accounts["manager"].holdings.get().body_id
    assert manager.get(base).status_code == 404
    for page in ("desk/hazards/", "desk/hazards/new/", base, f"{base}assign/", f"{base}forward/",
                 f"{base}dismiss/"):  # fmt: skip
        assert worker.get(page).status_code == 200, page
    assert worker.post(f"{base}assign/", owner=str(body), seen=hazard.version).status_code == 302
    hazard.refresh_from_db()
    assert manager.get("desk/hazards/owed/").status_code == 200
    assert hazard.what in manager.get(base).content.decode()
    assert worker.get(f"{base}hand-over/").status_code == 200
    bare = manager.post(f"{base}mend/", how="清走了", seen=hazard.version)
    assert bare.status_code == 422
    assert pages("supervisor").get(base).status_code == 200
    assert pages("supervisor").get(f"{base}mend/").status_code == 404
    manager.post(f"{base}mend/", how="清走了纸箱", none_for="没带手机", seen=hazard.version)
    assert "清走了纸箱" not in pages().get(f"hazards/{hazard.pk}/").content.decode()
    assert "复查合格" in worker.get(base).content.decode()
    assert worker.get(f"{base}fail/").status_code == 200
    assert worker.post(f"{base}press/pass/").status_code == 302
    assert pages("supervisor").get(base).status_code == 200
    hazard.refresh_from_db()
    assert hazard.state == "closed"
    assert "清走了纸箱" in pages().get(f"hazards/{hazard.pk}/").content.decode()
    assert "当天销号" in pages().get("hazards/").content.decode()
    telling.hide(hazard, reason="看得出是谁", by=setting.actor("worker", hazard.found_on), at=at)
    assert "清走了纸箱" not in pages().get(f"hazards/{hazard.pk}/").content.decode()


def test_the_desk_finds_what_is_closed_and_narrows_by_kind_and_compound(
    setting, pages, find, by, picture
):
    worker = pages("worker")
    closed = find(what="电梯门关不上", kind="lift", place=setting.old)
    mending.assign(closed, post="worker", **by("director"))
    mending.mend(closed, how="换了门轮", shots=Shots([picture()]), **by("worker"))
    mending.look_again(closed, good=True, **by("director"))
    find(what="通道停了车")
    find(what="路灯不亮", kind="power", place=setting.old)

    def told(**narrow):
        page = worker.get("desk/hazards/", **narrow)
        assert page.status_code == 200
        words = page.content.decode()
        return [each for each in ("电梯门关不上", "通道停了车", "路灯不亮") if each in words]

    assert told() == ["通道停了车", "路灯不亮"]
    assert told(state="closed") == ["电梯门关不上"]
    assert told(state="closed", kind="gas") == []
    assert told(state="unfounded") == []
    assert told(kind="power") == ["路灯不亮"]
    assert told(place=str(setting.new.pk)) == ["通道停了车"]
    assert told(place="nowhere", kind="nothing", state="never") == ["通道停了车", "路灯不亮"]


def test_fire_police_meeting_and_found_things_at_the_desk(setting, pages, by, at, today):
    worker, ours = pages("worker"), setting.community
    for page in ("fire/", "fire/keeper/", "fire/covenant/", "fire/force/", "police/",
                 "police/office/", "alerts/new/", "meetings/new/", "found/",
                 "found/new/"):  # fmt: skip
        assert worker.get(f"desk/hazards/{page}").status_code == 200, page
    covenant = {"text": "不占通道。", "adopted_on": today.isoformat(), "adopted_by": "居民会议",
                "once": new_id()}  # fmt: skip
    assert worker.post("desk/hazards/fire/covenant/", **covenant).status_code == 302
    assert worker.get("desk/hazards/fire/signed/").status_code == 200
    fire.name_fire_keeper(ours, office="居委会副主任", office_phone="0838-0000", paper="1 号文",
                          since=today, **by("director"))  # fmt: skip
    assert "居委会副主任" in pages().get("hazards/fire/").content.decode()
    alert = police.put_alert(
        ours, kind="fraud", title="谨防冒充客服", words="不转账。", told_by="示范派出所",
        until=today, **by("worker"),
    )  # fmt: skip
    assert "不转账" in pages().get(f"hazards/alerts/{alert.pk}/").content.decode()
    called = meeting.call_meeting(
        ours, title="社区安全例会", venue="警务室", starts_at=at + timedelta(days=1),
        agenda=["消防通道"], called_by="居委会", **by("worker"),
    )  # fmt: skip
    base = f"desk/hazards/meetings/{called.gathering_id}/"
    assert worker.post(f"{base}open/", chair="主任", once=new_id()).status_code == 302
    wanted = {"what": "装标志", "owner": "物业", "due_on": today.isoformat(), "once": new_id()}
    assert worker.post(f"{base}points/", **wanted).status_code == 302
    assert "装标志" in worker.get(base).content.decode()
    assert worker.post(f"{base}close/").status_code == 302
    assert "装标志" in pages().get("hazards/police/").content.decode()
    thing = {"thing": "一串钥匙", "where": "北门", "found_on": today.isoformat(),
             "marks": "红绳", "finder": "", "once": new_id()}  # fmt: skip
    assert worker.post("desk/hazards/found/new/", **thing).status_code == 302
    row = FoundThing.objects.get(community=ours)
    public = pages().get("hazards/found/").content.decode()
    assert "一串钥匙" in public
    assert "红绳" not in public
    back = worker.post(f"desk/hazards/found/{row.pk}/back/", claimant="示范甲", proof="红绳",
                       seen=row.version)  # fmt: skip
    assert back.status_code == 302
    slip = worker.get(back["Location"]).content.decode()
    assert "示范甲" not in slip
    assert row.number in slip
    found.report_lost(
        ours, thing="伞", where="菜场", lost_on=today, contact="示范", by=NOBODY, at=at
    )
    assert "伞" in worker.get("desk/hazards/found/").content.decode()
    assert pages("elder").get("desk/hazards/found/").status_code in (403, 404)


def test_photographs_of_a_passer_by_wait_for_somebody_to_look(setting, pages, lane, at, picture):
    seen = Seen(
        "fire_lane", "停了车", lane.place, lane, source="resident", shots=Shots([picture()])
    )
    hazard = finding.report(setting.community, seen=seen, by=NOBODY, at=at)
    worker, base = pages("worker"), f"desk/hazards/{hazard.pk}/"
    assert worker.post(f"{base}confirm/", serious="on", seen=hazard.version).status_code == 302
    assert "照片还没有公开" in pages().get(f"hazards/{hazard.pk}/").content.decode()
    assert "show/" in worker.get(base).content.decode()
    shown = worker.post(f"{base}photos/show/", photo=str(files_of(hazard).get().pk))
    assert shown.status_code == 302
    assert "整改前第 1 张照片" in pages().get(f"hazards/{hazard.pk}/").content.decode()
