"""The pages as everybody, as a member, as the secretary meets them."""

import pytest

from linli.partners.party.actions import calendar, serving
from linli.partners.party.models import Branch, CheckIn, PostClaim, UnitCheckIn
from linli.partners.party.tests.conftest import LIBRARY

pytestmark = pytest.mark.django_db
KEEPER = "由社区党组织书记办理"


def send(browser, address, **given):
    """Opens the form, sends it with what it carries, and follows."""
    form = browser.get(address).context["form"]
    carried = {name: form.get_initial_for_field(field, name) for name, field in form.fields.items()}
    kept = {name: value for name, value in carried.items() if value not in (None, "")}
    response = browser.post(address, {**kept, **given})
    assert response.status_code == 302, response.content.decode()[-3000:]
    return response


def test_the_secretarys_desk_from_branch_to_letter(setting, visit, room, url, today):
    desk = visit("party")
    send(desk, url("found_branch"), kind="branch", name="东湖第一党支部", counted_from="2026-01-01")
    branch = Branch.objects.get(community=setting.community)
    send(desk, url("change_branch", branch.pk), duties="联系群众", name="东湖第一党支部")
    send(desk, url("plan_meeting", branch.pk), sort="theme_day", topic="清理楼道", planned_on=today)
    meeting = branch.meetings.get()
    send(desk, url("move_meeting", meeting.pk), topic="清理楼道和车棚")
    send(desk, url("hold_meeting", meeting.pk), present="12", minutes="主题党日记录")
    send(desk, url("promise", branch.pk), title="每月一次义诊", due_on=today)
    send(desk, url("keep_pledge", branch.pledges.get().pk), kept_on=today, told="来了四十位")
    send(desk, url("tell_total"), kind="members", on=today, value="85")
    send(desk, url("publish", "service", "2026-07-01"), text="办了两个项目")
    said = {"office": "机关党委", "since": today, "living_here": 30}
    send(desk, url("check_in_unit"), unit=LIBRARY.id, **said)
    taken = desk.get(url("check_in_unit")).context["form"]
    assert str(LIBRARY.id) not in dict(taken.fields["unit"].choices)
    unit = UnitCheckIn.objects.get(community=setting.community)
    send(desk, url("change_unit", unit.pk), office="办公室", living_here=31)
    for page, door in ((url("units"), "登记一项需求"), (url("unit", unit.pk), "登记一项资源")):
        shown = desk.get(page).content.decode()
        assert "周六多功能厅" in shown
        assert door in shown
    assert "需求：排练场地" in desk.get(url("plan_council")).context["form"]["agenda"].value()
    send(desk, url("write_letter", unit.pk), starts="2026-07-01", ends="2026-09-30")
    send(desk, url("plan_council"), title="联席会议", venue="服务站", on="2099-01-05", hour="15:00",
         agenda="需求清单\n资源")  # fmt: skip
    for name in ("calendar", "affairs", "branches", "units", "council", "posts_desk", "wishes",
                 "studies", "checkins"):  # fmt: skip
        assert desk.get(url(name)).status_code == 200, name
    assert desk.get(url("unit", unit.pk)).status_code == 200
    assert "没有名单" in desk.get(url("letter", unit.letters.get().pk)).content.decode()
    assert visit("director").get(url("calendar")).status_code == 200
    assert visit("director").get(url("checkins")).status_code == 404
    assert visit("worker").get(url("calendar")).status_code == 404
    shown = visit().get(url("public")).content.decode()
    assert "逾期未公开" in shown
    assert "每月一次义诊" in shown
    room.open = False
    together = visit().get(url("together")).content.decode()
    assert "排练场地" in together
    assert "登记一项需求" not in together
    assert visit().get(url("public_data")).json()["affairs"]


def test_a_resident_claims_a_post_and_a_member_checks_in(
    setting, visit, url, secretary, branch, actor, at, today
):
    post = serving.open_post(
        setting.community, title="楼道绿植", about="每周浇水", wanted=2, by=secretary, at=at
    )
    calendar.promise(branch, title="修伞", due_on=today, by=secretary, at=at)
    mine = visit("tenant")
    send(mine, url("claim", post.pk), contact="晚上在家")
    claim = PostClaim.objects.get(community=setting.community)
    send(mine, url("record", claim.pk), on=today, minutes="30", told="浇了三楼的水")
    refused = mine.post(url("check_in"), {"name": "小何", "once": claim.pk})
    assert refused.status_code == 422
    send(mine, url("check_in"), name="小何", consents="on")
    checked = mine.get(url("mine")).content.decode()
    assert "报到了" in checked
    assert "还没有记。" not in checked
    checkin = CheckIn.objects.get(community=setting.community)
    page = mine.get(url("mine")).content.decode()
    assert "浇了三楼的水" in page
    for other in ("worker", "director", "elder"):
        assert visit(other).get(url("row", checkin.pk)).status_code == 404
        assert visit(other).get(url("record", checkin.pk)).status_code == 404
    desk = visit("party")
    assert "小何" not in desk.get(url("checkins")).content.decode()
    assert "小何" in desk.get(url("row", checkin.pk)).content.decode()
    send(desk, url("answer", claim.services.get().pk), words="谢谢")
    once = mine.get(url("mine")).context["once"].get_initial_for_field
    field = mine.get(url("mine")).context["once"].fields["once"]
    mine.post(url("leave", checkin.pk), {"once": once(field, "once")})
    assert not CheckIn.objects.filter(community=setting.community).exists()


def test_an_empty_page_of_ones_own_leads_to_the_posts(setting, visit, url):
    assert url("together") in visit("tenant").get(url("mine")).content.decode().split("<h2>", 1)[1]


def test_who_only_reads_the_desk_is_told_who_keeps_it(
    setting, visit, url, secretary, branch, at, today
):
    calendar.plan_meeting(
        branch, sort="theme_day", topic="清理楼道", planned_on=today, by=secretary, at=at
    )
    for name in ("calendar", "affairs", "branches", "units", "council", "posts_desk", "wishes"):
        assert KEEPER in visit("director").get(url(name)).content.decode(), name
        assert KEEPER not in visit("party").get(url(name)).content.decode(), name
    column = '<th scope="col">办理</th>'
    assert column in visit("party").get(url("calendar")).content.decode()
    read = visit("director").get(url("calendar")).content.decode()
    assert "清理楼道" in read
    assert column not in read
    assert "通知各单位" not in visit("director").get(url("council")).content.decode()


def test_days_are_written_in_the_readers_way(setting, visit, url, secretary, branch, at, today):
    row = calendar.promise(branch, title="修伞", due_on=today, by=secretary, at=at)
    calendar.keep_pledge(row, kept_on=today, told="来了四十位", by=secretary, at=at)
    form = visit("party").get(url("publish", "service", "2026-07-01"))
    assert "2026年7月1日" in form.context["note"]
    reader = visit()
    reader.cookies["django_language"] = "en"
    kept = reader.get(url("public")).content.decode().split("来了四十位", 1)
    assert not {"（", "）"} & set(kept[0][-200:] + kept[1][:200])
