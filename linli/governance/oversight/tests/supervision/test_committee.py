"""Who may sit on the supervisory committee, and what it is told of."""

from datetime import date, timedelta

import pytest

from linli.core.access.models import Holding
from linli.governance.elections.actions.sitting import enter_member
from linli.governance.elections.models import Election, Kinship
from linli.governance.oversight.actions import committee
from linli.governance.oversight.models import SittingIn, SupervisorSeat
from linli.governance.oversight.queries.acts import acts_seen
from linli.lib.law import Refused

pytestmark = pytest.mark.django_db


def test_a_supervisor_serves_for_the_committee_s_term_and_gets_the_post(
    setting, members, seat, by, visit, url
):
    person = setting.accounts["elder"].person
    entered = seat(person, ends=None, chairs=True)
    assert entered.term_ends == members[0].term_ends
    held = Holding.objects.filter(account=setting.accounts["elder"], post="supervisor")
    assert held.filter(until__isnull=True).exists()
    with pytest.raises(Refused, match="serves_once"):
        seat(person)
    page = visit().get(url("supervision"))
    assert person.name in page.content.decode()
    with pytest.raises(Refused, match="ended_with_paper"):
        committee.end_supervisor(
            entered, reason="removed", ended_on=date(2026, 4, 8), **by("director")
        )
    gone = {"reason": "resigned", "ended_on": date(2026, 4, 8), "paper": "辞职信"}
    committee.end_supervisor(entered, **gone, **by("director"))
    assert not held.filter(until__isnull=True).exists()
    with pytest.raises(Refused, match="still_serves"):
        committee.end_supervisor(entered, **gone, **by("director"))


def test_members_and_their_near_relatives_are_refused_with_the_article(
    setting, members, seat, resident, by
):
    with pytest.raises(Refused) as refused:
        seat(members[0].person)
    assert "rcl2025.36" in refused.value.finding.cites
    with pytest.raises(Refused, match="no_near_relative") as refused:
        seat(resident("周亮"), relation="sibling")
    assert {"rcl2025.36", "civil_code.1045"} <= set(refused.value.finding.cites)
    # Vector 10: a relation that was declared for an election is known without being stated.
    sister = resident("周静")
    election = Election.objects.create(
        community=setting.community, kind="term", title="换届选举", day=date(2026, 6, 1),
        term_starts=date(2026, 6, 1), term_ends=date(2031, 6, 1), state="planned",
        state_since=by("director")["at"],
    )  # fmt: skip
    one, other = sorted((sister.pk, members[0].person_id))
    Kinship.objects.create(
        community=setting.community, election=election, one_id=one, other_id=other,
        relation="sibling", declared_on=date(2026, 4, 1),
    )  # fmt: skip
    with pytest.raises(Refused, match="may_supervise"):
        seat(sister)
    with pytest.raises(Refused, match="chosen"):
        seat(resident("孔明"), votes_for=20)
    with pytest.raises(Refused, match="term_of_committee"):
        seat(resident("孔亮"), ends=date(2029, 1, 1))


def test_a_supervisor_without_an_account_is_no_member_either(setting, members, seat, resident, by):
    person = resident("韩梅")
    seat(person)
    with pytest.raises(Refused, match="supervises_no_longer"):
        enter_member(
            setting.community, person=person, office="committee_member", since=date(2026, 1, 5),
            term_ends=date(2027, 2, 28), paper="当选证书", **by("director"),
        )  # fmt: skip


def test_supervisors_are_told_of_meetings_and_say_whether_they_sat_in(setting, by, at):
    given = {"title": "四月居委会会议", "venue": "二楼", "starts_at": at + timedelta(days=2)}
    sitting = committee.announce_meeting(setting.community, **given, **by("worker"))
    with pytest.raises(Refused, match="has_happened"):
        committee.record_sitting_in(sitting, sat_in=True, **by("supervisor"))
    later = by("supervisor", 3)
    committee.record_sitting_in(sitting, sat_in=True, remark="逐项表决。", **later)
    with pytest.raises(Refused, match="not_recorded_yet"):
        committee.record_sitting_in(SittingIn.objects.get(
            community=setting.community, pk=sitting.pk
        ), sat_in=False, **later)  # fmt: skip
    with pytest.raises(Refused):
        committee.announce_meeting(setting.community, **given, **by("supervisor"))


def test_the_book_shows_what_concerns_the_institution_and_nobody(setting, seat, visit, url, by):
    committee.state_contact(
        setting.community, phone="0990-5550001", where="社区服务中心门口意见箱", hours="周二下午",
        **by("director"),
    )  # fmt: skip
    page = visit("supervisor").get(url("acts"), {"subject": "supervision"})
    said = page.content.decode()
    assert "写明怎样找到居务监督委员会" in said
    assert setting.accounts["director"].label not in page.context["page"].lines[0].what
    before = acts_seen(setting.community.pk, subject="rules")
    assert not [line for line in before.lines if "居民" in line.what]
    assert not acts_seen(setting.community.pk, until=date(2025, 1, 1)).lines
    for key in ("worker", "director", "elder"):
        assert visit(key).get(url("acts")).status_code == 404
    assert "0990-5550001" in visit().get(url("supervision")).content.decode()


def test_seats_are_entered_at_the_desk(setting, members, resident, visit, url):
    person = resident("沈从")
    browser = visit("director")
    found = browser.post(url("seat"), {"q": "沈从", "find": "1"})
    assert "沈从" in found.content.decode()
    sent = {
        "q": "沈从", "person": str(person.pk), "source": "resident", "body": "assembly",
        "decision": "居民会议", "present": 30, "votes_for": 28, "since": "2026-04-01",
        "once": str(setting.community.pk),
    }  # fmt: skip
    assert browser.post(url("seat"), sent).status_code == 302
    assert SupervisorSeat.objects.filter(community=setting.community, person=person).count() == 1
    assert visit("supervisor").get(url("seat")).status_code == 404


def test_the_desk_s_small_steps_are_taken_on_their_pages(
    setting, members, seat, by, at, visit, url
):
    browser = visit("director")
    sent = {"title": "居委会会议", "day": "2026-04-06", "hour": "14:00", "venue": "二楼"}
    assert browser.post(url("announce"), sent).status_code == 302
    sitting = SittingIn.objects.get(community=setting.community)
    assert visit("supervisor").post(url("sat_in", sitting.pk), {"sat_in": "no"}).status_code == 302
    sitting.refresh_from_db()
    assert sitting.sat_in is False
    entered = seat(setting.accounts["elder"].person)
    ended = {"reason": "resigned", "ended_on": "2026-04-08", "paper": "辞职信"}
    assert browser.post(url("end_seat", entered.pk), ended).status_code == 302
    assert browser.post(url("contact"), {"phone": "0990-5550001"}).status_code == 302
    assert browser.get(url("supervision_desk")).status_code == 200
    assert visit("elder").get(url("supervision_desk")).status_code == 404
