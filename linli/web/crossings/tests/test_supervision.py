"""What the supervision of the committee and its elections, and meetings, ask of each other."""

from datetime import timedelta

import pytest

from linli.core.access.seats import seats_of, seats_until
from linli.core.audit.actor import the_operator
from linli.core.audit.door import Act
from linli.core.audit.models import Entry
from linli.core.people.actions import register_person
from linli.governance.assemblies import actions as assemblies
from linli.governance.elections import actions as elections
from linli.governance.elections.actions import polling
from linli.governance.elections.actions.sitting import end_term, enter_member
from linli.governance.elections.models import Membership
from linli.governance.elections.queries.sitting import directors_to_account
from linli.governance.elections.tests.conftest import at, village  # noqa: F401
from linli.governance.elections.tests.polling.conftest import day, ready  # noqa: F401
from linli.governance.oversight.actions import audits
from linli.governance.oversight.actions.committee import seat_supervisor
from linli.governance.oversight.models import SittingIn, SupervisorSeat
from linli.governance.oversight.queries.audits import items_of
from linli.lib.calendar import local_day
from linli.lib.law import Refused
from linli.web.crossings.supervisors_stand_apart import elected_leave_supervision

pytestmark = pytest.mark.django_db


def _director(setting, at, name="周明", office="director"):  # noqa: F811
    on = local_day(at)
    person = register_person(setting.community, name=name, by=the_operator(), at=at)
    return enter_member(
        setting.community, person=person, office=office, since=on - timedelta(days=90),
        term_ends=on + timedelta(days=200), paper="当选证书",
        by=setting.actor("director", on), at=at,
    )  # fmt: skip


def _audit(setting, at, seat, kind="departure"):  # noqa: F811
    """The street has the term audited, and it is published."""
    on = local_day(at)
    by = {"by": setting.actor("supervisor", on), "at": at}
    [told] = [each for each in seats_until(setting.community, on) if each.id == seat.pk]
    audit = audits.commission_audit(
        setting.community, seat=told, kind=kind, items=["财务收支"],
        commission=audits.Commission(
            "湖滨街道办事处", on, "12 号", "事务所", on - timedelta(days=90), on
        ), **by,
    )  # fmt: skip
    found = {each.pk: "未发现问题" for each in items_of(audit)}
    audits.report_audit(audit, reported_on=on, summary="真实。", found=found, **by)
    audit.refresh_from_db()
    return audits.publish_audit(audit, **by)


def test_residents_are_told_the_day_only_when_the_audit_is_published(village):  # noqa: F811
    setting, when = village.setting, village.at
    seat = _director(setting, when)
    election = village.registering()
    elections.register_many(
        election, persons=[*village.people, village.person("elder")], way="desk",
        **village.by("worker"),
    )  # fmt: skip
    elections.prepare_roll(election, **village.by("worker"))
    with pytest.raises(Refused, match="departure_audited") as refused:
        elections.post_roll(election, **village.by("elder"))
    assert refused.value.finding.cites == ("rcl2025.38",)
    election.refresh_from_db()
    assert election.state == "registering", "nothing of it came about"
    _audit(setting, when, seat, kind="in_term")
    with pytest.raises(Refused, match="departure_audited"):
        elections.post_roll(election, **village.by("elder"))
    _audit(setting, when, seat)
    election.refresh_from_db()
    elections.post_roll(election, **village.by("elder"))
    assert election.state == "listed"


def test_without_a_director_in_office_nothing_is_asked(village):  # noqa: F811
    _director(village.setting, village.at, office="committee_member")
    assert village.listed().state == "listed"


def test_the_polls_stay_shut_while_the_audit_is_not_published(ready):  # noqa: F811
    seat = _director(ready.setting, ready.at)
    with pytest.raises(Refused, match="departure_audited"):
        polling.open_polls(ready.again(), by=ready.committee, at=ready.at)
    _audit(ready.setting, ready.at, seat)
    polling.open_polls(ready.again(), by=ready.committee, at=ready.at)


def test_a_director_who_resigned_is_audited_before_the_by_election(village):  # noqa: F811
    setting, when = village.setting, village.at
    seat = _director(setting, when)
    end_term(
        seat, reason="resigned", ended_on=local_day(when), paper="决定",
        approved_by="assembly", **village.by("director"),
    )  # fmt: skip
    for_director = village.plan(kind="by_election", seats=[("director", 1)])
    assert directors_to_account(for_director, local_day(when)) == [seat]
    elections.cancel(for_director, reason="重排", **village.by("director"))
    _director(setting, when, "吴德", "deputy_director")


def test_the_election_that_is_planned_reminds_of_the_audit(village):  # noqa: F811
    _director(village.setting, village.at)
    village.plan()
    assert Entry.objects.filter(action="oversight.remind_of_audit").count() == 1


def test_supervisors_are_told_when_residents_are_called_together(setting, at):  # noqa: F811
    on = local_day(at)
    director, worker = setting.actor("director", on), setting.actor("worker", on)
    assembly = assemblies.plan_assembly(
        setting.community, body="assembly", counted_by="residents", title="居民会议",
        venue="广场", starts_at=at + timedelta(days=15), by=worker, at=at,
    )  # fmt: skip
    assemblies.add_topic(assembly, title="楼道照明", by=worker, at=at)
    assemblies.state_figure(
        setting.community, kind="residents", number=2000, on=on, source="派出所", by=director, at=at,
    )  # fmt: skip
    assemblies.call_assembly(assembly, by=director, at=at)
    sitting = SittingIn.objects.get(community=setting.community)
    assert (sitting.gathering_id, sitting.title) == (assembly.gathering_id, "居民会议")


def test_whoever_is_elected_leaves_the_supervisory_committee(setting, at):  # noqa: F811
    on = local_day(at)
    person = setting.accounts["elder"].person
    seat = seat_supervisor(
        setting.community, person=person, source="resident", body="assembly", present=30,
        votes_for=20, decision="居民会议", since=on - timedelta(days=30),
        ends=on + timedelta(days=900), by=setting.actor("director", on), at=at,
    )  # fmt: skip
    row = Membership.objects.create(
        community=setting.community, person=person, name=person.name, office="committee_member",
        since=on,
    )  # fmt: skip
    act = Act("elections.declare", setting.actor("worker", on), at, setting.community)
    elected_leave_supervision(act, row)
    seat = SupervisorSeat.objects.get(community=setting.community, pk=seat.pk)
    assert (seat.until, seat.ended_for) == (on, "barred")
    assert [each.id for each in seats_of(setting.community, on)] == [row.pk]
