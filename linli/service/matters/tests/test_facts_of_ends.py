"""What is decided once about each matter: first answer, promise, end, and whether it came again."""

from datetime import datetime, timedelta

import pytest

from linli.core.audit.actor import NOBODY, the_clock
from linli.core.clocks.models import Clock
from linli.core.people.tests.living import live_here
from linli.lib.calendar import SHANGHAI, local_day
from linli.service.matters import actions
from linli.service.matters.actions.joining import Part
from linli.service.matters.facts import rows
from linli.service.matters.models import Matter

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 6, 1, 9, 0, tzinfo=SHANGHAI)
"""A week without holidays; the first answer is promised within three working days."""


@pytest.fixture
def told(setting):
    """`told("responded")`: the days, parts and wholes of a kind in June, by matter."""

    def of(kind, since=MONDAY, until=MONDAY + timedelta(days=29)):
        found = rows(setting.community, local_day(since), local_day(until))
        return {
            fact.record: ((fact.on - MONDAY.date()).days, fact.part, fact.whole)
            for fact in found
            if fact.kind == f"matters.{kind}"
        }

    return of


def test_a_first_answer_counts_once_whenever_it_comes(report, told, actor, setting):
    def answered(days, hour=9):
        matter = report(when=MONDAY)
        then = MONDAY.replace(hour=hour) + timedelta(days=days)
        actions.answer(matter, text="好了", by=actor("worker"), at=then)
        return matter.pk

    same, last, late = answered(0, 10), answered(3, 23), answered(4, 0)
    silent, gone, joined = (report(when=MONDAY) for _number in range(3))
    actions.withdraw(gone, by=NOBODY.bearing(gone.pk), at=MONDAY + timedelta(days=1))
    actions.merge(joined, into=silent, by=actor("worker"), at=MONDAY + timedelta(days=1))
    Matter.objects.filter(community=setting.community, pk=report(when=MONDAY).pk).update(
        channel="import"
    )
    assert told("responded") == {
        same: (0, 1, 1), last: (3, 1, 1), late: (4, 0, 1), silent.pk: (4, 0, 1),
    }  # fmt: skip
    # A letter from the box runs from the day it was written down; one divided is one matter,
    # answered by the first word about a part.
    letter = report(when=MONDAY + timedelta(days=14), raised_at=MONDAY - timedelta(days=9))
    whole = report(when=MONDAY + timedelta(days=14))
    part = Part(letter.kind, "一", "一。")
    parts = actions.split(
        whole, parts=[part, part], by=actor("worker"), at=MONDAY + timedelta(days=15)
    )
    for matter in (letter, parts[1]):
        actions.answer(matter, text="好了", by=actor("worker"), at=MONDAY + timedelta(days=17))
    assert told("responded", since=MONDAY + timedelta(days=14)) == {
        letter.pk: (17, 1, 1), whole.pk: (17, 1, 1),
    }  # fmt: skip
    # What came in before is judged in its own time.
    assert told("responded", MONDAY + timedelta(days=4), MONDAY + timedelta(days=13)) == {
        late: (4, 0, 1), silent.pk: (4, 0, 1),
    }  # fmt: skip
    assert told("responded", until=MONDAY + timedelta(days=3)) == {
        same: (0, 1, 1), last: (3, 1, 1),
    }  # fmt: skip


def test_an_end_is_resolved_unless_somebody_said_no_and_what_is_overdue_stays(
    report, told, actor, setting
):
    worker, clock = actor("worker"), the_clock()

    def ended(code="waste", rated=None):
        matter = report(code, when=MONDAY)
        actions.answer(matter, text="好了", by=worker, at=MONDAY + timedelta(days=1))
        matter.refresh_from_db()
        if rated:
            day = MONDAY + timedelta(days=2)
            actions.rate(matter, score=rated, by=NOBODY.bearing(matter.pk), at=day)
        else:
            actions.close(matter, by=clock, at=MONDAY + timedelta(days=9))
        return matter.pk

    good, unsaid = ended(rated="good"), ended()
    overdue = report("waste", when=MONDAY)
    due = Clock.objects.get(community=setting.community, owner=overdue.pk, name="promise").due_at
    day = (local_day(due) - timedelta(days=1) - MONDAY.date()).days
    declined = report("waste", when=MONDAY)
    actions.decline(declined, reason="归市政", office="城管", by=worker, at=MONDAY)
    assert told("settled") == {good: (2, 1, 1), unsaid: (9, 1, 1), overdue.pk: (day, 0, 1)}
    assert told("environment") == {good: (1, 1, 1), unsaid: (1, 1, 1), overdue.pk: (day, 0, 1)}
    # Whatever became of it later, it had run out while it was ours.
    actions.withdraw(overdue, by=NOBODY.bearing(overdue.pk), at=MONDAY + timedelta(days=28))
    assert told("settled")[overdue.pk] == told("environment")[overdue.pk] == (day, 0, 1)
    # Reopened by a poor rating after it was closed: that end had not resolved it.
    closed = Matter.objects.get(community=setting.community, pk=unsaid)
    later = MONDAY + timedelta(days=20)
    actions.rate(closed, score="poor", by=NOBODY.bearing(unsaid), at=later)
    assert told("settled")[unsaid] == (9, 0, 1)


def test_the_same_again_within_ninety_days_counts_when_the_ninety_are_over(
    report, told, actor, setting
):
    worker, clock, home = actor("worker"), the_clock(), setting.stair

    def closed(code="stair_light", **where):
        matter = report(code, when=MONDAY - timedelta(days=5), **where)
        actions.answer(matter, text="好了", by=worker, at=MONDAY - timedelta(days=4))
        actions.close(matter, by=clock, at=MONDAY)
        return matter.pk

    again, alone = closed(), closed("waste", place=None, where="东门口")
    other_kind, far = closed("water_pipes"), closed("noise", place=setting.community)
    report(when=MONDAY + timedelta(days=90), place=home)
    report("waste", when=MONDAY + timedelta(days=91), place=None, where="东门口")
    report("noise", when=MONDAY + timedelta(days=9), place=setting.community)
    known = MONDAY + timedelta(days=90)
    assert told("repeated", since=known, until=known) == {
        again: (90, 1, 1), alone: (90, 0, 1), other_kind: (90, 0, 1), far: (90, 0, 1),
    }  # fmt: skip
    assert told("repeated", until=known - timedelta(days=1)) == {}


def test_a_suggestion_is_taking_part_and_asking_for_a_repair_is_not(report, setting):
    elder = setting.accounts["elder"]
    live_here(setting.community, elder.person_id)
    said = report("suggestion", when=MONDAY, sender=elder)
    wished = report("service_wish", when=MONDAY, sender=elder)
    gone = report("suggestion", when=MONDAY, sender=elder)
    actions.withdraw(gone, by=NOBODY.bearing(gone.pk), at=MONDAY)
    report("stair_light", when=MONDAY, sender=elder)
    nobody = report("suggestion", when=MONDAY)
    took = {
        fact.record: (fact.person, fact.field)
        for fact in rows(setting.community, local_day(MONDAY), local_day(MONDAY))
        if fact.kind == "matters.took_part"
    }
    (token,) = {person for person, _field in took.values() if person}
    assert took == {
        said.pk: (token, "development"),
        wished.pk: (token, "development"),
        nobody.pk: (None, "development"),
    }


def test_many_matters_ask_no_more_of_the_database_than_a_few(
    report, actor, setting, django_assert_max_num_queries
):
    for _number in range(6):
        matter = report("waste", when=MONDAY, sender=setting.accounts["elder"])
        actions.answer(matter, text="好了", by=actor("worker"), at=MONDAY)
        actions.close(matter, by=the_clock(), at=MONDAY)
    with django_assert_max_num_queries(26):
        list(rows(setting.community, local_day(MONDAY), local_day(MONDAY)))
