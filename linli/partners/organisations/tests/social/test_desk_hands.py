"""What the desk types for a group, who opens which form, and the register that follows."""

from datetime import timedelta

import pytest

from linli.core.access.models import Account
from linli.core.audit.models import Entry
from linli.core.clocks.models import Clock
from linli.core.people.models import Person
from linli.lib.law import Refused
from linli.partners.organisations import actions
from linli.partners.organisations.actions import social
from linli.partners.organisations.actions.social import Proposed
from linli.partners.organisations.forgetting import let_founding_go
from linli.partners.organisations.models import Organisation, Term
from linli.partners.organisations.models.social import SocialOrganisation
from linli.partners.organisations.tests.social.conftest import CHOIR

pytestmark = pytest.mark.django_db


def again(row):
    return type(row).objects.get(community=row.community_id, pk=row.pk)


def read(response):
    return response.content.decode()


def test_what_the_desk_types_is_the_desks_and_no_clerks_own(propose, visit, url, actor, at):
    row = propose(by="worker")
    assert row.handed_in_by_id is None
    case = url("social_case", row_id=row.pk)
    assert "王秀英" in read(visit("worker").get(case))
    looks = Entry.objects.filter(action="organisations.open_social", subject=row.pk)
    assert looks.count() == 1  # also whoever typed it is written down
    assert visit("tenant").get(case).status_code == 404
    social.withdraw_social(row, by=actor("director"), at=at)  # and not only who typed it
    row = again(row)
    assert (row.state, row.leader, row.phone) == ("withdrawn", "", "")


def test_whoever_left_the_desk_reads_nothing_they_typed(propose, setting, today, visit, url):
    row = propose(by="worker")
    posts = setting.accounts["worker"].holdings.filter(place=setting.community)
    posts.update(until=today - timedelta(days=1))
    assert visit("worker").get(url("social_case", row_id=row.pk)).status_code == 404


def test_a_refusal_and_being_forgotten_leave_no_leader(propose, file, actor, setting, at, visit,
                                                       url):  # fmt: skip
    row = propose(contact_public=True, contact="王老师 19900000077")
    social.hand_in_social(row, by=actor("tenant"), at=at)
    why = {"reason": "和已有的重复", "remedy": "可以合并，或换一个方向再来"}
    social.refuse_social(row, **why, by=actor("director"), at=at)
    row = again(row)
    assert (row.leader, row.phone, row.contact) == ("", "", "")
    shown = read(visit("tenant").get(url("social_case", row_id=row.pk)))
    assert why["remedy"] in shown
    assert "还缺负责人" not in shown
    draft, filed = propose(name="编织社"), file(name="棋友会")
    account = Account.objects.get(pk=setting.accounts["tenant"].pk)
    let_founding_go(Person.objects.get(community=row.community_id, pk=account.person_id), at)
    draft, filed = again(draft), again(filed)
    assert (draft.leader, draft.phone, draft.handed_in_by_id) == ("", "", None)
    assert filed.leader == CHOIR["leader"]  # the organisation on record is not theirs alone
    social.withdraw_social(draft, by=actor("worker"), at=at)


def test_forms_are_there_for_whoever_may_take_the_step(propose, file, visit, url, actor, at):
    row = propose()
    social.hand_in_social(row, by=actor("tenant"), at=at)
    step = lambda move, row=row: url("social_move", row_id=row.pk, move=move)  # noqa: E731
    tenant, worker, director = visit("tenant"), visit("worker"), visit("director")
    for move in ("file", "register", "refuse"):
        assert tenant.get(step(move)).status_code == 404
        assert worker.get(step(move)).status_code == 404
        assert director.get(step(move)).status_code == 200
    for move in ("end", "guide", "ask_more", "send_to_register"):
        assert tenant.get(step(move)).status_code == 404
    assert worker.get(step("withdraw")).status_code == 404  # the group's own
    assert tenant.get(step("withdraw")).status_code == 200
    filed = file(name="编织社")
    change = url("social_write", row_id=filed.pk)
    assert tenant.get(change).status_code == 404  # what is on record the desk changes
    assert worker.get(change).status_code == 200
    begin, guide = url("social_propose"), url("social_guide")
    outsider = visit("outsider")
    assert outsider.get(begin).status_code == 404
    assert begin not in read(outsider.get(guide))
    assert "到窗口登记" in read(outsider.get(guide))
    assert begin in read(visit().get(guide))
    assert begin in read(tenant.get(guide))


def test_a_filed_organisation_ends_on_its_own_page_and_its_offices_with_it(
    file, office, seat, visit, url, actor, at, today
):
    row, worker = file(), actor("worker")
    body = row.organisation
    led = office(body, "队长", since=body.since)
    seat(led, "甲示范", today - timedelta(days=9))
    office(body, "副队长", since=body.since)
    open_tasks = lambda: Clock.objects.filter(  # noqa: E731
        community=row.community_id, name="organisation_vacancy", settled_at__isnull=True
    )
    assert open_tasks().exists()
    with pytest.raises(Refused, match=r"organisations.ends_on_own_page"):
        actions.end(again(body), until=today, reason="解散了", by=worker, at=at)
    desk = visit("worker")
    page = read(desk.get(url("body", organisation_id=body.pk)))
    assert url("end", organisation_id=body.pk) not in page
    assert url("social_case", row_id=row.pk) in page
    before = again(body).version
    social.end_social(row, reason="成员决定解散", by=worker, at=at)
    body = again(body)
    assert (body.until, body.version) == (today, before + 1)
    assert not body.offices.filter(until__isnull=True).exists()
    term = Term.objects.get(community=row.community_id, office=led)
    assert (term.until, term.ended_for) == (today, "office_gone")
    assert not open_tasks().exists()
    assert row.organisation.until == today


def test_a_change_of_the_filing_is_no_lost_change_of_the_register(file, actor, at):
    row, worker = file(), actor("worker")
    drawn = again(row.organisation).version
    said = Proposed(**{**CHOIR, "about": "每周五晚上一起唱歌", "venue": "文化站"})
    social.change_social(row, said=said, reason="换了日子", by=worker, at=at)
    body = Organisation.objects.get(community=row.community_id, pk=row.organisation_id)
    assert (body.duties, body.address, body.version) == (
        "每周五晚上一起唱歌", "文化站", drawn + 1,
    )  # fmt: skip
    with pytest.raises(Refused, match=r"flow.fresh"):
        actions.alter(body, given={"address": "社区活动室"}, seen=drawn, by=worker, at=at)
    assert SocialOrganisation.objects.filter(community=row.community_id).count() == 1
