from datetime import timedelta

import pytest

from linli.core.access.models import Holding
from linli.governance.elections.actions import Plan, plan
from linli.governance.elections.actions.sitting import end_term, enter_member
from linli.governance.elections.models import Election
from linli.governance.elections.queries.sitting import committee_on, vacancies
from linli.lib.law import Refused
from linli.mechanisms.publication.queries import postings_of

pytestmark = pytest.mark.django_db


def rule_of(refused):
    return refused.value.finding.rule


@pytest.fixture
def end(seat, actor, at, on):
    def ended(reason="resigned", *, days_ago=1, paper="居民代表会议决定", **more):
        if reason == "resigned":
            more.setdefault("approved_by", "representatives_meeting")
        return end_term(
            seat, reason=reason, ended_on=on - timedelta(days=days_ago), paper=paper,
            by=actor("director"), at=at, **more,
        )  # fmt: skip

    return ended


def test_a_resignation_works_only_once_a_meeting_has_approved_it(end, seat):
    with pytest.raises(Refused) as refused:
        end(approved_by="")
    assert rule_of(refused) == "elections.resignation_approved"
    end()
    seat.refresh_from_db()
    assert seat.ended_for == "resigned"


def test_a_term_does_not_end_in_the_future_or_without_its_paper(end):
    for given in ({"days_ago": -1, "reason": "void"}, {"paper": " ", "reason": "void"}):
        with pytest.raises(Refused) as refused:
            end(**given)
        assert rule_of(refused) == "elections.may_end"


def test_a_term_ends_once(end):
    end()
    with pytest.raises(Refused) as refused:
        end()
    assert rule_of(refused) == "elections.still_sits"


def test_a_recall_is_never_entered_as_an_end(end):
    with pytest.raises(Refused):
        end(reason="recalled")


def test_who_leaves_early_leaves_a_vacancy_and_who_serves_the_term_does_not(end, seat, setting, on):
    assert vacancies(setting.community, on) == {}
    end()
    assert vacancies(setting.community, on) == {"committee_member": 1}
    assert vacancies(setting.community, seat.term_ends) == {}
    assert list(committee_on(setting.community, on)) == []


def test_a_person_sits_once_and_there_is_one_director(setting, seat, actor, at, on, residents):
    one, other = residents(2)
    given = {
        "since": on - timedelta(days=9), "term_ends": on + timedelta(days=9),
        "by": actor("worker"), "at": at,
    }  # fmt: skip
    enter_member(setting.community, person=one, office="director", **given)
    with pytest.raises(Refused) as refused:
        enter_member(setting.community, person=other, office="director", **given)
    assert rule_of(refused) == "elections.one_director"
    with pytest.raises(Refused) as refused:
        enter_member(setting.community, person=one, office="committee_member", **given)
    assert rule_of(refused) == "elections.sits_once"


def test_the_post_that_opened_the_desk_ends_with_the_seat(setting, actor, at, on):
    account = setting.accounts["representative"]
    held = Holding.objects.create(
        account=account, post="committee_member", place=setting.community,
        since=on - timedelta(days=50),
    )  # fmt: skip
    seat = enter_member(
        setting.community, person=account.person, office="committee_member",
        since=on - timedelta(days=50), term_ends=on + timedelta(days=50),
        by=actor("director"), at=at,
    )  # fmt: skip
    assert seat.holding == held
    end_term(
        seat, reason="void", ended_on=on, paper="街道办事处调查认定", by=actor("director"), at=at
    )
    held.refresh_from_db()
    assert held.until == on


def test_why_somebody_left_is_told_only_where_a_meeting_decided_it(end, visit, url, seat):
    end("incapacity", paper="法院判决书")
    page = visit().get(url("members")).content.decode()
    assert seat.name in page
    assert "丧失" not in page
    assert "判决" not in page
    assert "why" not in postings_of(seat).get().fields
    assert visit().get(url("members_json")).json()["former"][0]["ended_for"] == ""


def test_the_register_at_the_desk(visit, url, seat):
    browser = visit("worker")
    for address in (
        url("register_of_members"), url("member", membership_id=seat.pk),
        url("enter_member"), url("end_term", membership_id=seat.pk),
    ):  # fmt: skip
        assert browser.get(address).status_code == 200, address
    done = browser.post(
        url("end_term", membership_id=seat.pk),
        {"reason": "resigned", "approved_by": "", "ended_on": seat.since, "paper": "决定"},
    )
    assert done.status_code == 409
    assert "第二十一条" in done.content.decode() or "21" in done.content.decode()


def test_somebody_is_found_ticked_and_entered(visit, url, setting, residents, on):
    [person] = residents(1)
    browser = visit("director")
    found = browser.post(url("enter_member"), {"q": person.name, "find": "1"})
    assert str(person.pk) in found.content.decode()
    sent = {
        "q": person.name, "person": str(person.pk), "office": "deputy_director",
        "since": on - timedelta(days=5), "term_ends": on + timedelta(days=5), "paper": "公告",
        "once": "018f0000-0000-7000-8000-000000000001",
    }  # fmt: skip
    for _twice in range(2):
        assert browser.post(url("enter_member"), sent).status_code == 302
    assert committee_on(setting.community, on).count() == 1


def test_a_by_election_is_for_vacant_seats_and_the_rest_of_the_term(
    end, seat, setting, actor, at, on, visit, url
):
    def call(seats, days=30):
        day = on + timedelta(days=days)
        given = Plan(kind="by_election", title="补选", day=day, seats=list(seats.items()))
        return plan(setting.community, plan=given, by=actor("director"), at=at)

    with pytest.raises(Refused) as refused:
        call({"committee_member": 1})
    assert rule_of(refused) == "elections.seats_are_vacant"
    end()
    for seats, days, rule in (
        ({"committee_member": 2}, 30, "elections.seats_are_vacant"),
        ({}, 30, "elections.seats_are_vacant"),
        ({"committee_member": 1}, 19, "elections.plan_feasible"),
        ({"committee_member": 1}, 0, "elections.day_to_come"),
        ({"committee_member": 1}, 900, "elections.term_still_runs"),
    ):
        with pytest.raises(Refused) as refused:
            call(seats, days)
        assert rule_of(refused) == rule
    assert visit("director").get(url("call_by_election")).status_code == 200
    sent = {
        "title": "补选", "day": (on + timedelta(days=40)).isoformat(),
        "seats_committee_member": 1, "once": "018f0000-0000-7000-8000-000000000002",
    }  # fmt: skip
    assert visit("director").post(url("call_by_election"), sent).status_code == 302
    election = Election.objects.get(community=setting.community)
    assert (election.kind, election.term_ends) == ("by_election", seat.term_ends)
    assert [(each.office, each.seats) for each in election.offices.all()] == [
        ("committee_member", 1)
    ]
    with pytest.raises(Refused) as refused:
        call({"committee_member": 1})
    assert rule_of(refused) == "elections.one_at_a_time"
