"""The pages as everybody, as a member, as the secretary meets them."""

import pytest

from linli.partners.party.actions import calendar, serving
from linli.partners.party.models import Branch, CheckIn, Need, PostClaim, UnitCheckIn

pytestmark = pytest.mark.django_db


def send(browser, address, **given):
    """Opens the form, sends it with what it carries, and follows."""
    form = browser.get(address).context["form"]
    carried = {name: form.get_initial_for_field(field, name) for name, field in form.fields.items()}
    kept = {name: value for name, value in carried.items() if value not in (None, "")}
    response = browser.post(address, {**kept, **given})
    assert response.status_code == 302, response.content.decode()[-3000:]
    return response


def test_the_secretarys_desk_from_branch_to_letter(setting, visit, url, today):
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
    send(
        desk, url("check_in_unit"), name="区图书馆", office="机关党委", since=today, living_here=30
    )
    unit = UnitCheckIn.objects.get(community=setting.community)
    send(desk, url("change_unit", unit.pk), office="办公室", living_here=31)
    send(desk, url("offer", unit.pk), kind="place", title="周六多功能厅")
    send(desk, url("list_need"), kind="place", title="排练场地", due_on=today)
    need = Need.objects.get(community=setting.community)
    send(desk, url("match_need", need.pk), resource=unit.resources.get().pk)
    send(desk, url("meet_need", need.pk), met_on=today, told="合唱队有地方排练了")
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
    assert "合唱队有地方排练了" in visit().get(url("together")).content.decode()
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
