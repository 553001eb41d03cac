"""Figures as they are kept: recounted from the rows, replaced whole, hidden where they are few."""

from datetime import date, timedelta
from fractions import Fraction

import pytest

from linli.core.access.queries import actor_for
from linli.core.audit.actor import Actor, the_clock
from linli.core.audit.models import Entry
from linli.core.jobs.models import Job
from linli.core.places.tests.town import a_community
from linli.evaluation.actions import ask, ask_past, reckon
from linli.evaluation.definitions import catalogue
from linli.evaluation.models import Evidence, Figure, Reckoning
from linli.evaluation.outcome import Outcome
from linli.evaluation.periods import Period, plan_span
from linli.evaluation.reckoning import reckon_at_once
from linli.evaluation.tests import by_hand
from linli.evaluation.tests.cast import AT, DAY, busy_months
from linli.lib.law import Refused

pytestmark = pytest.mark.django_db


def figure(scene, indicator, key="2026", place=None):
    kind = "year" if len(key) == 4 else "month"
    starts = date(int(key[:4]), int(key[5:] or 1), 1)
    return Figure.objects.get(
        community=place or scene.community, indicator=indicator, period_kind=kind, starts=starts
    )


def test_every_published_number_is_the_one_recounted_from_the_rows(scene):
    busy_months(scene.room, scene.community, months=range(1, 12))
    scene.reckon()
    known, checked = catalogue(), 0
    for row in Figure.objects.filter(community=scene.community):
        period = Period(row.starts, row.ends, row.period_kind)
        end = min(period.ends, DAY)
        # The rows afresh, as the rooms tell them for that period.
        facts = list(scene.room.rows(scene.community, date(2020, 1, 1), end))
        expected = by_hand.figure(known.version(row.indicator, row.version), period, facts, DAY)
        kept = None if row.numerator is None else Fraction(row.numerator, row.denominator)
        assert kept == expected, row
        checked += expected is not None
    assert checked > 60


def test_a_value_is_kept_as_two_whole_numbers(scene):
    busy_months(scene.room, scene.community, months=[6])
    scene.reckon()
    in_time = figure(scene, "MT01", "2026-06")
    assert (in_time.numerator, in_time.denominator, in_time.n) == (27, 30, 30)
    reached = figure(scene, "BS01")
    assert (reached.numerator, reached.denominator) == (25, 900)


def test_reckoning_twice_changes_nothing(scene):
    busy_months(scene.room, scene.community, months=[5, 6])
    scene.reckon()
    fields = ("indicator", "period_kind", "starts", "numerator", "denominator", "gap", "suppressed")
    first = list(
        Figure.objects.filter(community=scene.community).order_by(*fields[:3]).values_list(*fields)
    )
    evidence = Evidence.objects.filter(community=scene.community).count()
    scene.reckon(at=AT + timedelta(hours=1))
    second = list(
        Figure.objects.filter(community=scene.community).order_by(*fields[:3]).values_list(*fields)
    )
    assert first == second
    assert Evidence.objects.filter(community=scene.community).count() == evidence
    assert Reckoning.objects.filter(community=scene.community, state="done").count() == 2


def test_a_late_record_changes_its_own_month_and_year_only(scene):
    busy_months(scene.room, scene.community, months=[5, 6, 7])
    scene.reckon()
    may, june, year = (
        figure(scene, "MT05", key).numerator for key in ("2026-05", "2026-06", "2026")
    )
    scene.room.add(scene.community, date(2026, 6, 3), "matters.raised")
    scene.reckon(at=AT + timedelta(hours=1))
    assert figure(scene, "MT05", "2026-05").numerator == may
    assert figure(scene, "MT05", "2026-06").numerator == june + 1
    assert figure(scene, "MT05", "2026").numerator == year + 1


def test_what_lies_before_the_span_is_left_as_it_was(scene):
    busy_months(scene.room, scene.community, months=[3], year=2025)
    scene.reckon(since_year=2025)
    assert figure(scene, "MT05", "2025-03").numerator == 30
    scene.room.facts.clear()
    scene.reckon(at=AT + timedelta(days=1))
    assert figure(scene, "MT05", "2025-03").numerator == 30
    assert figure(scene, "MT05", "2025").numerator == 30


def test_a_month_before_the_first_record_is_a_gap_and_not_a_nought(scene):
    busy_months(scene.room, scene.community, months=[6])
    scene.reckon()
    before, after = figure(scene, "MT05", "2026-05"), figure(scene, "MT05", "2026-07")
    assert (before.gap, before.numerator) == ("no_records", None)
    assert (after.gap, after.numerator) == ("", 0)


def test_without_a_register_of_residents_the_rate_says_so(scene):
    busy_months(scene.room, scene.community, months=[6])
    scene.room.stocks = [stock for stock in scene.room.stocks if stock[1] != "people.residents"]
    scene.reckon()
    assert figure(scene, "BS01").gap == "no_register"
    assert figure(scene, "BS02").gap == ""


def test_a_hidden_month_takes_another_with_it_while_the_year_is_shown(scene):
    for month, times in ((1, 9), (2, 14), (3, 40)):
        scene.room.add(scene.community, date(2026, month, 5), "matters.raised", times=times)
    scene.reckon()
    hidden = {
        row.starts.month
        for row in Figure.objects.filter(
            community=scene.community, indicator="MT05", period_kind="month", suppressed=True
        )
    }
    assert hidden == {1, 2}  # nine alone could be had back from the year
    assert not figure(scene, "MT05").suppressed


def test_the_overdue_are_published_to_the_last_one(scene):
    scene.room.add(scene.community, date(2026, 10, 5), "matters.raised", times=20)
    scene.room.stock(scene.community, "matters.overdue", 1)
    scene.reckon()
    assert figure(scene, "MT04").numerator == 1
    assert not figure(scene, "MT04").suppressed


def test_communities_do_not_mix(scene):
    other = a_community(2, "东湖社区", town=scene.town)
    busy_months(scene.room, scene.community, months=[6])
    busy_months(scene.room, other, months=[6], a_month=12)
    scene.reckon()
    scene.reckon(other)
    assert figure(scene, "MT05").numerator == 30
    assert figure(scene, "MT05", place=other).numerator == 12


def test_evidence_counts_records_and_gives_the_latest_day(scene):
    busy_months(scene.room, scene.community, months=[6, 9])
    scene.reckon()
    recent = Evidence.objects.get(
        community=scene.community, criterion="S2.2", kind="", period_kind="recent"
    )
    assert recent.records == 60
    assert recent.latest == date(2026, 9, 22)


def test_only_those_who_work_here_have_figures_reckoned(scene):
    outcome = Outcome(plan_span(DAY), 0, 10, (), ())
    for actor in (Actor(), Actor(account=scene.account("supervisor").pk)):
        with pytest.raises(Refused):
            ask(scene.community, by=actor, at=AT)
        with pytest.raises(Refused):
            reckon(scene.community, by=actor, at=AT, outcome=outcome)


def test_asking_begins_a_job_that_reckons(scene, django_capture_on_commit_callbacks):
    busy_months(scene.room, scene.community, months=[6])
    with django_capture_on_commit_callbacks(execute=True):
        reckoning = ask(scene.community, by=the_clock(), at=AT)
    reckoning.refresh_from_db()
    job = Job.objects.get(community=scene.community)
    assert (job.state, job.trouble) == ("done", "")
    assert reckoning.state == "done"
    assert job.result["figures"] == Figure.objects.filter(community=scene.community).count()
    written = Entry.objects.filter(community=scene.community.pk).values_list("action", flat=True)
    assert {"evaluation.ask", "evaluation.reckon"} <= set(written)


def test_figures_of_record_stand_unless_the_director_says_why(scene):
    place = scene.community
    busy_months(scene.room, place, months=[6], year=2025)
    reckon_at_once(place, by=the_clock(), at=AT)  # the first: also last year
    scene.room.add(place, date(2025, 6, 9), "matters.raised", times=20)

    def recorded(**given):
        span = plan_span(DAY, since_year=2025)
        reckon_at_once(place, by=the_clock(), at=AT, span=span, **given)
        rows = Figure.objects.filter(community=place, period_kind="year", starts__year=2025)
        return {row.indicator: row.numerator for row in rows if row.indicator in ("MT05", "MT01")}

    assert recorded()["MT05"] == 30
    assert recorded(only="MT05") == {"MT05": 50, "MT01": 27}
    scene.room.add(place, date(2025, 6, 9), "matters.raised", times=20)
    assert recorded(again=2025)["MT05"] == 70
    worker, director = (actor_for(scene.account(post), DAY) for post in ("worker", "director"))
    for refused in (
        lambda: ask(place, year=2025, by=worker, at=AT),
        lambda: ask_past(place, year=2025, reason="录错了", by=worker, at=AT),
        lambda: ask_past(place, year=2025, reason=" ", by=director, at=AT),
    ):
        with pytest.raises(Refused):
            refused()
    assert ask_past(place, year=2025, reason="录错了", by=director, at=AT).job is not None


def test_one_reckoning_at_a_time(scene):
    first = ask(scene.community, by=the_clock(), at=AT)
    assert ask(scene.community, by=the_clock(), at=AT).pk == first.pk
    # One whose job came to nothing gives way.
    Job.objects.filter(community=scene.community).update(state="failed", finished_at=AT)
    assert ask(scene.community, by=the_clock(), at=AT).pk != first.pk
    assert Reckoning.objects.get(community=scene.community, pk=first.pk).state == "failed"


def test_the_engine_never_holds_a_persons_token_in_what_it_keeps(scene):
    busy_months(scene.room, scene.community, months=[6])
    scene.reckon()
    for model in (Figure, Evidence, Reckoning):
        for row in model.objects.filter(community=scene.community).values():
            assert not any("person" in str(value) for value in row.values())
