"""What the evaluation is told: counts, on their days."""

from datetime import date, timedelta

import pytest

from linli.core.access.tokens import AccountTokens
from linli.core.people.tests.living import live_here
from linli.governance.assemblies import actions, due, facts
from linli.governance.assemblies.models import Duty, Resolution
from linli.governance.assemblies.queries import topics_of
from linli.mechanisms.gathering import actions as door
from linli.mechanisms.gathering.models import Attendance

pytestmark = pytest.mark.django_db
YEAR = (date(2026, 1, 1), date(2026, 12, 31))


def told(setting, kind):
    return [
        (fact.on, fact.part, fact.whole)
        for fact in facts.rows(setting.community, *YEAR)
        if fact.kind == f"assemblies.{kind}"
    ]


def test_a_meeting_held_is_the_half_years_and_its_resolution_is_followed(
    plan, call, meet, decide, close, setting, actor, at
):
    assert due.run(at) == 1
    assert due.run(at) == 0
    assembly = meet(call(plan()), come=5)
    decide(topics_of(assembly)[0], 5, due_on=date(2026, 6, 30))
    close(assembly)
    day = assembly.meets_on
    assert told(setting, "half_year") == [(day, 1, 1)]
    assert told(setting, "attended") == [(day, 5, 6)]
    assert told(setting, "adopted") == [(day, 1, None)]
    assert told(setting, "due") == [(date(2026, 6, 30), 0, 1)]
    resolution = Resolution.objects.get(community=setting.community)
    actions.carry_out(resolution, words="换好了。", by=actor("worker"), at=at + timedelta(days=60))
    assert told(setting, "due") == [(date(2026, 6, 30), 1, 1)]


def test_who_came_is_a_token_and_who_voted_how_is_nowhere(
    plan, call, meet, decide, close, setting, actor, at, django_assert_max_num_queries
):
    assembly = meet(call(plan()), come=5)
    decide(topics_of(assembly)[0], 4, 1)
    then = assembly.gathering.starts_at
    given = {"capacity": "observer", "name": "王", "at": then}
    door.check_in_myself(
        assembly.gathering, door_code=assembly.gathering.door_code, by=actor("elder"), **given
    )
    for capacity, name in (("observer", "没登记的邻居"), ("invited", "街道干部")):
        given |= {"capacity": capacity, "name": name, "by": actor("worker")}
        door.check_in(assembly.gathering, **given)
    close(assembly)
    came = Attendance.objects.filter(community=setting.community, gathering=assembly.gathering)
    counted = came.exclude(capacity__in=["member", "invited"])
    here = {each.person_id for each in counted if each.person_id}
    live_here(setting.community, *here, *({setting.accounts["elder"].person_id} - here))
    with django_assert_max_num_queries(16):
        every = list(facts.rows(setting.community, *YEAR))
    took = [fact for fact in every if fact.kind == "assemblies.took_part"]
    assert len(took) == counted.count()
    tokens = AccountTokens(setting.community)
    tokens.meet_accounts([setting.accounts["elder"].pk])
    mine = tokens.of(assembly.meets_on, account=setting.accounts["elder"].pk)
    assert mine.person in {fact.person for fact in took}
    assert sum(fact.person is None for fact in took) == 1
    assert {(fact.on, fact.field) for fact in took} == {(assembly.meets_on, "development")}
    assert "没登记的邻居" not in repr(every)
    # It was no matter of all residents; had it been, it was put to them, and the other was not.
    assert told(setting, "weighty") == []
    alone = {"title": "换门锁", "text": "活动室换门锁。", "by": actor("director"), "at": then}
    actions.decide_in_committee(setting.community, **alone)
    Resolution.objects.filter(community=setting.community).update(matter="major")
    assert sorted(told(setting, "weighty")) == [
        (assembly.meets_on, 0, 1), (assembly.meets_on, 1, 1),
    ]  # fmt: skip
    day = assembly.meets_on + timedelta(days=1)
    assert [f for f in facts.rows(setting.community, day, YEAR[1]) if f.kind == took[0].kind] == []


def test_a_half_year_without_a_meeting_counts_on_its_last_day(setting, representatives, at):
    due.run(at)
    assert told(setting, "half_year") == [(date(2026, 6, 30), 0, 1)]


def test_the_duty_stands_on_the_directors_list_until_the_last_day(setting, representatives, at):
    from linli.core.clocks.models import Clock

    due.run(at)
    duty = Duty.objects.get(community=setting.community)
    clock = Clock.objects.get(community=setting.community, owner=duty.pk)
    assert (clock.holder_post, clock.last_day) == ("director", date(2026, 6, 30))


def test_where_nobody_represents_anybody_there_is_nothing_to_remind_of(setting, at):
    assert due.run(at) == 0


def test_the_name_of_a_former_representative_goes_after_a_year(setting, representatives, actor, at):
    gone = representatives[1]
    actions.end_representative(
        gone, until=date(2026, 5, 1), ended_for="moved", by=actor("director"), at=at
    )
    later = at.replace(year=2027, month=5, day=3)
    due.run(later)
    gone.refresh_from_db()
    assert (gone.name, gone.person) == ("", None)
