"""The pages of keeping, as the cast meets them: every one of them opens, none tells of anybody."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linli.culture.facilities.actions import lending
from linli.culture.facilities.models import Defect, Loan, Match, Offer, Season, SeasonWish

BACKEND = "linli.core.access.sign_in.AccountBackend"
pytestmark = pytest.mark.django_db


@pytest.fixture
def url(setting):
    return lambda name, *args: reverse(f"facilities:{name}", args=[setting.community.code, *args])


@pytest.fixture
def visit(setting):
    """Somebody's browser; without a name, of who has not signed in."""

    def browser(key=""):
        client = Client()
        if key:
            client.force_login(setting.accounts[key], BACKEND)
        return client

    return browser


def read(response):
    return response.content.decode()


def send(client, address, **said):
    """Opens a form, fills it in, sends it; where it leads is read."""
    form = client.get(address).context["form"]
    hidden = {name: form[name].value() for name in ("once", "seen") if name in form.fields}
    return client.post(address, {**hidden, **said}, follow=True)


def test_a_season_is_run_by_its_pages_alone(setting, add, url, visit, at):
    on = timezone.localdate()
    hall = add("多功能厅", "hall", people_most=40, step_free=True)
    worker, elder, anybody = visit("worker"), visit("elder"), visit()
    assert anybody.get(url("season_desk")).status_code == 302
    assert elder.get(url("season_desk")).status_code == 404
    drafted = {
        "title": "春季", "since": on + timedelta(days=9), "until": on + timedelta(days=40),
        "wishes_until": on + timedelta(days=9), "wishes_most": 2, "slots_most": 1,
    }  # fmt: skip
    wrong = send(worker, url("draft_season"), **drafted)
    assert wrong.status_code == 422
    assert "志愿截止要在学季开始以前" in read(wrong)
    page = send(worker, url("draft_season"), **{**drafted, "wishes_until": on})
    row = Season.objects.get(community=setting.community)
    assert "还没有时段" in read(page)
    slots = {"facility": hall.pk, "weekdays": ["0", "2"], "starts": "14:00", "ends": "16:00"}
    assert "2号" in read(send(worker, url("put_slots", row.pk), **slots))
    assert anybody.get(url("season", row.pk)).status_code == 404  # a draft is nobody's yet
    assert "种子的指纹" in read(send(worker, url("publish_season", row.pk)))
    one, two = row.slots.values_list("pk", flat=True)
    wished = {"group_name": "合唱队", "purpose": "排练", "for_whom": "elders", "size": 20}
    twice = send(elder, url("wish_slots", row.pk), **wished, wish_1=one, wish_2=one)
    assert twice.status_code == 409
    assert "每个时段只填一次" in read(twice)
    page = send(elder, url("wish_slots", row.pk), **wished, wish_1=one, wish_2=two, named="on")
    assert "撤回重填" in read(page)
    by_paper = {**wished, "group_name": "棋社", "name": "孙示范", "phone": "19900001234"}
    page = send(worker, url("wish_for", row.pk), **by_paper, wish_1=two)
    assert "孙示范" not in read(page)  # masked at the desk too
    early = send(worker, url("allocate_season", row.pk), called="7")
    assert early.status_code == 409
    assert "合唱队" not in read(anybody.get(url("season", row.pk)))  # not before the lot
    Season.objects.filter(community=setting.community).update(wishes_until=on - timedelta(days=1))
    page = read(send(worker, url("allocate_season", row.pk), called="7"))
    assert "订了" in page
    shown = read(anybody.get(url("season", row.pk)))
    assert "合唱队（1号）" in shown
    assert "棋社" not in shown
    assert row.seed in shown
    data = anybody.get(url("season_data", row.pk)).json()
    assert sorted(data["order"]) == [1, 2]
    assert "合唱队" not in str(data)
    assert {each["number"] for each in data["got"]} == {1, 2}
    mine = elder.get(url("own_kept"))
    turn = mine.context["wishes"][0][1][0]
    assert visit("tenant").post(url("give_slot_back", turn.pk)).status_code == 403
    assert "还回了" in read(elder.post(url("give_slot_back", turn.pk), follow=True))
    slip = SeasonWish.objects.get(community=setting.community, number=2).slip
    assert "棋社" in read(anybody.get(url("find_kept_slip"), {"code": slip}, follow=True))
    assert anybody.get(url("find_kept_slip"), {"code": "nothing"}).status_code == 422
    for name in ("seasons", "out_of_use", "lending", "offers", "room_use"):
        assert anybody.get(url(name)).status_code == 200, name


def test_a_broken_treadmill_from_the_path_to_the_map_and_back(setting, add, url, visit, actor, at):
    site = add("中心花园健身点", "fitness_site", where="中心花园")
    worker, anybody = visit("worker"), visit()
    page = send(worker, url("put_device", site.pk), kind="treadmill", label="漫步机 1 号")
    mill = site.devices.get()
    assert "漫步机 1 号" in read(page)
    named = send(
        anybody,
        url("report_broken", site.pk),
        device=mill.pk,
        what="请找19900001234修",
        danger="on",
    )
    assert named.status_code == 422
    page = send(
        anybody, url("report_broken", site.pk), device=mill.pk, what="踏板断了", danger="on"
    )
    assert "工作人员会去看" in read(page)
    assert "踏板断了" not in read(page)  # said, and nobody has looked
    defect = Defect.objects.get(community=setting.community)
    assert "有危险" in read(worker.get(url("defects")))
    assert "停用了" in read(worker.post(url("press_defect", defect.pk, "stop"), follow=True))
    here = reverse("catalogue:map", args=[setting.community.code])
    assert "停用的设施和器材" in read(anybody.get(here))
    assert "踏板断了" in read(anybody.get(url("out_of_use")))
    assert anybody.get(url("out_of_use_data")).json()["out_of_use"][0]["device"] == "漫步机 1 号"
    page = send(worker, url("repair_defect", defect.pk), repair="换了踏板")
    assert "修的人不能自己复查" in read(page)
    assert worker.post(url("press_defect", defect.pk, "pass")).status_code == 409
    done = visit("director").post(url("press_defect", defect.pk, "pass"), follow=True)
    assert "恢复使用了" in read(done)
    assert "现在没有停用的" in read(anybody.get(url("out_of_use")))
    plan = {"every_days": 30, "checker": "worker", "items": "牢固\n地面", "next_on": at.date()}
    send(worker, url("plan_inspection", site.pk), **plan)
    row = worker.get(url("kept", site.pk)).context["plan"]
    missing = send(worker, url("inspect", row.pk), on=at.date(), item_0="yes")
    assert missing.status_code == 422
    page = send(worker, url("inspect", row.pk), on=at.date(), item_0="no", item_1="yes")
    assert page.context["form"]["what"].value() == "牢固"  # what is not in order, written on
    found = send(worker, url("find_defect", site.pk), what="底座松动", device=mill.pk, usable="on")
    assert "小毛病" in read(found)
    for name, args in (("condition", site.pk), ("kept", site.pk), ("alter_device", mill.pk)):
        assert worker.get(url(name, args)).status_code == 200, name
    assert "最近一次巡查" in read(anybody.get(url("condition", site.pk)))


def test_borrowing_and_offering_name_nobody_to_anybody(setting, url, visit, actor, at):
    given = {"by": actor("worker"), "at": at}
    here = setting.community
    worker, elder, anybody = visit("worker"), visit("elder"), visit()
    page = send(
        worker, url("list_lent"), kind="wheelchair", title="轮椅", labels="1 号", days_most=30
    )
    assert "轮椅" in read(page)
    item = page.context["shelf"][0].item
    page = send(worker, url("ask_loan_for", item.pk), days=5, name="孙示范", phone="19900001234")
    loan = Loan.objects.get(community=here)
    assert loan.slip in read(page)
    assert "19900001234" not in read(page)
    assert "借出去了" in read(send(worker, url("move_loan", loan.pk, "hand_out"), condition="好"))
    assert "前面还有" in read(send(elder, url("ask_loan", item.pk), days=3))
    assert "孙示范" not in read(anybody.get(url("lending"))) + read(elder.get(url("own_kept")))
    assert anybody.get(url("lending_data")).json()["things"][0]["free"] == 0
    page = send(worker, url("move_loan", loan.pk, "take_back"), condition="正常")
    assert "收回了" in read(page)
    mine = Loan.objects.get(community=here, state="ready")
    assert visit("tenant").post(url("cancel_loan", mine.pk)).status_code == 404
    assert "不借了" in read(elder.post(url("cancel_loan", mine.pk), follow=True))
    piece = lending.mark_piece(loan.piece, state="fine", **given)
    for name, key in (("lent", item.pk), ("loan", loan.pk), ("mark_piece", piece.pk),
                      ("alter_lent", item.pk)):  # fmt: skip
        assert worker.get(url(name, key)).status_code == 200, name
    said = {"by": "resident", "kind": "skill", "title": "修自行车", "name": "王示范"}
    assert "修自行车" in read(send(elder, url("new_offer"), **said))
    assert "王示范" not in read(anybody.get(url("offers")))
    wanting = send(worker, url("new_need"), kind="skill", title="小修日缺人手", needed_by="group")
    need = wanting.context["needs"][0]
    offer = Offer.objects.get(community=here)
    send(worker, url("match_need", need.pk), offer=offer.pk)
    match = Match.objects.get(community=here)
    unsaid = send(worker, url("match_outcome", match.pk), used="no")
    assert unsaid.status_code == 422
    assert "用上了" in read(send(worker, url("match_outcome", match.pk), used="yes"))
    assert anybody.get(url("offers_data")).json()["used"] == 1
    gone = anybody.post(url("take_back_slip", offer.slip), follow=True)
    assert "马上不再公开" in read(gone)
    assert "修自行车" not in read(anybody.get(url("offers")))
