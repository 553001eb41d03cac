"""The pages of organisations, as the cast meets them."""

from datetime import timedelta

import pytest

from linli.core.audit.models import Entry
from linli.core.messages.models import Message
from linli.lib.law import Refused
from linli.partners.organisations.actions import social
from linli.partners.organisations.actions.social import Proposed
from linli.partners.organisations.models.social import Merit, SocialOrganisation
from linli.partners.organisations.tests.social.conftest import CHOIR

pytestmark = pytest.mark.django_db


def read(response):
    return response.content.decode()


def test_a_choir_comes_on_record_through_its_pages(visit, url, setting, today):
    tenant, worker, director, anybody = (
        visit("tenant"), visit("worker"), visit("director"), visit(),
    )  # fmt: skip
    assert "50" in read(anybody.get(url("social_guide")))
    assert anybody.get(url("social_propose")).status_code == 302
    form = tenant.get(url("social_propose")).context["form"]
    said = {**CHOIR, "nature": "group", "once": form["once"].value(), "phone": ""}
    turned = tenant.post(url("social_propose"), {**said, "contact_public": "on"})
    assert turned.status_code == 422
    page = tenant.post(url("social_propose"), said, follow=True)
    row = SocialOrganisation.objects.get(community=setting.community)
    assert page.redirect_chain[-1][0] == url("social_case", row_id=row.pk)
    assert "还缺负责人" in read(page)
    case = url("social_case", row_id=row.pk)
    assert visit("outsider").get(case).status_code == 404
    assert anybody.get(url("social", row_id=row.pk)).status_code == 404
    move = lambda name: url("social_move", row_id=row.pk, move=name)  # noqa: E731
    assert tenant.post(move("hand_in"), {"seen": 1}).status_code == 409
    fresh = tenant.get(url("social_write", row_id=row.pk)).context["form"]["once"].value()
    given = {**said, "phone": "19900000077", "seen": 1, "once": fresh}
    assert tenant.post(url("social_write", row_id=row.pk), given).status_code == 302
    assert tenant.post(move("hand_in"), {"seen": 2}).status_code == 302
    seen = Entry.objects.filter(action="organisations.open_social")
    assert not seen.exists()
    assert "王秀英" in read(worker.get(case))
    assert seen.get().account == setting.accounts["worker"].pk
    assert "东湖社区合唱队" in read(worker.get(url("social_desk")))
    assert tenant.get(url("social_desk")).status_code == 404
    assert director.get(move("file")).status_code == 200
    filed = director.post(move("file"), {"seen": 3, "filed_with": "street"}, follow=True)
    assert f"备{today.year}-001" in read(filed)
    receipt = read(tenant.get(url("social_receipt", row_id=row.pk)))
    assert f"备{today.year}-001" in receipt
    shown = read(anybody.get(url("social", row_id=row.pk)))
    assert "王秀英" not in shown
    assert "没有公开" in shown
    listed = anybody.get(url("social_list_data")).json()["groups"]
    assert [(each["name"], each["members"]) for each in listed] == [("东湖社区合唱队", "24")]
    other = {"category": "charity"}
    assert "东湖社区合唱队" not in read(anybody.get(url("social_list"), other))


def test_a_filing_says_all_that_is_missing_and_who_decides(
    visit, url, propose, actor, setting, at, django_capture_on_commit_callbacks
):
    row = propose(venue="", charter="", plan="")
    tenant, worker, director = visit("tenant"), visit("worker"), visit("director")
    case = url("social_case", row_id=row.pk)
    move = lambda name: url("social_move", row_id=row.pk, move=name)  # noqa: E731
    shown = read(tenant.get(case))
    assert move("hand_in") not in shown
    assert "都补齐了" in shown
    turned = tenant.post(move("hand_in"), {"seen": row.version})
    assert turned.status_code == 409
    assert all(f"还缺活动{each}" in read(turned) for each in ("地点", "规则", "计划"))
    whole = Proposed(**CHOIR)
    social.write_social(row, said=whole, by=actor("tenant"), at=at)
    assert move("hand_in") in read(tenant.get(case))
    with django_capture_on_commit_callbacks(execute=True):
        sent = tenant.post(move("hand_in"), {"seen": row.version}, follow=True)
    assert "看这一页" in read(sent)
    row.refresh_from_db()
    assert [str(each.what) for each in sent.context["entries"]][-1] == "递交了备案"
    told = Message.objects.filter(community=setting.community, account=setting.accounts["director"])
    assert "organisations.social_to_decide" in set(told.values_list("kind", flat=True))
    assert "他们已经收到消息" in read(worker.get(case))
    assert "他们已经收到消息" not in read(director.get(case))
    form = director.get(move("file")).context["form"]
    assert not form["filed_with"].value()  # nobody's choice is made for them
    said = {"seen": row.version, "given_number": "湖滨备字〔2026〕12号"}
    assert director.post(move("file"), {**said, "filed_with": "committee"}).status_code == 422
    filed = director.post(move("file"), {**said, "filed_with": "street"}, follow=True)
    assert "湖滨备字〔2026〕12号" in read(filed)
    assert "湖滨备字〔2026〕12号" in read(tenant.get(url("social_receipt", row_id=row.pk)))


def test_ones_own_telephone_is_there_and_nobody_elses(visit, url, setting):
    own = visit("tenant").get(url("social_propose")).context["form"]["phone"].value()
    assert own
    assert setting.accounts["tenant"].phone.endswith(own)
    assert not visit("worker").get(url("social_propose")).context["form"]["phone"].value()
    assert url("social_guide") in read(visit("tenant").get(url("social_mine")))


def test_what_it_did_its_story_and_its_change_are_written_on_pages(visit, url, file, setting, at):
    row = file(when=at - timedelta(days=800))
    tenant, worker, anybody = visit("tenant"), visit("worker"), visit()
    part = lambda name, **more: url(name, row_id=row.pk, **more)  # noqa: E731
    case = read(tenant.get(part("social_case")))
    assert str(at.year - 1) in case
    deed = {"on": at.date(), "what": "重阳演出", "people": 7, "once": row.pk}
    assert tenant.post(part("social_deed"), deed).status_code == 302
    assert tenant.get(part("social_merit")).status_code == 404
    summary = {
        "words": "唱了四十次", "times": 40, "people": 900, "members": 25, "received_fen": "0",
        "spent_fen": "12.50", "once": setting.community.pk,
    }  # fmt: skip
    year = part("social_summary", year=at.year - 1)
    assert tenant.post(year, summary).status_code == 302
    form = worker.get(part("social_merit")).context["form"]
    merit = {
        "title": "一起唱", "words": "三十位老人一起唱。", "agreed_on": at.date(),
        "once": form["once"].value(),
    }  # fmt: skip
    assert worker.post(part("social_merit"), merit).status_code == 302
    shown = read(anybody.get(part("social")))
    assert all(each in shown for each in ("重阳演出", "&lt;10", "一起唱", "900"))
    down = url("social_merit_down", merit_id=Merit.objects.get(community=setting.community).pk)
    assert visit("outsider").get(down).status_code == 404
    assert tenant.post(down).status_code == 302
    assert "三十位老人" not in read(anybody.get(part("social")))
    form = worker.get(part("social_write")).context["form"]
    change = {
        **CHOIR, "nature": "group", "members": 31, "reason": "新来了几位",
        "seen": form["seen"].value(), "once": form["once"].value(),
    }  # fmt: skip
    assert worker.post(part("social_write"), change).status_code == 302
    row.refresh_from_db()
    assert row.members == 31


def test_a_leaders_name_is_for_the_filing_and_each_look_is_told(
    visit, url, propose, actor, setting, at
):
    row = propose()
    case, write = url("social_case", row_id=row.pk), url("social_write", row_id=row.pk)
    supervisor, worker, tenant = visit("supervisor"), visit("worker"), visit("tenant")
    shown = supervisor.get(case)
    assert shown.status_code == 200
    assert "王秀英" not in read(shown)
    assert "19900000077" not in read(shown)
    assert supervisor.get(write).status_code == 404
    withdraw = url("social_move", row_id=row.pk, move="withdraw")
    assert supervisor.get(withdraw).status_code == 404
    seen = Entry.objects.filter(action="organisations.open_social", subject=row.pk)
    assert not seen.exists()
    assert "王秀英" in read(worker.get(write))
    assert seen.count() == 1
    assert len(tenant.get(case).context["looks"]) == 1
    assert worker.get(case).context["looks"] is None
    with pytest.raises(Refused):  # what is taken back the group takes back
        social.withdraw_social(row, by=actor("worker"), at=at)
    with pytest.raises(Refused):
        social.withdraw_social(row, by=actor("director"), at=at)
    social.withdraw_social(row, by=actor("tenant"), at=at)


def test_why_it_ended_names_nobody_and_years_have_bounds(visit, url, file, actor, at):
    row = file(when=at - timedelta(days=800))
    with pytest.raises(Refused, match=r"organisations.words_for_all"):
        social.end_social(row, reason="负责人13800138000不干了", by=actor("worker"), at=at)
    for year in (1, 1999, 99999):
        page = url("social_summary", row_id=row.pk, year=year)
        assert visit("tenant").get(page).status_code == 404
