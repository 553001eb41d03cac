"""What of 诉求 counts: rows without words, names, or places finer than the community."""

from datetime import timedelta

import pytest
from django.utils import timezone

from linli.core.audit.actor import NOBODY
from linli.core.people.tests.living import live_here
from linli.service.matters import actions
from linli.service.matters.facts import KINDS, rows

pytestmark = pytest.mark.django_db


@pytest.fixture
def facts(setting, at):
    """The facts of the last days, of one kind or all."""

    def of(kind="", days=30, until=0):
        on = timezone.localdate(at) + timedelta(days=until)
        found = rows(setting.community, on - timedelta(days=days), on)
        return [fact for fact in found if kind in ("", fact.kind)]

    return of


def test_every_fact_is_of_a_declared_kind_and_says_nothing_of_a_person(
    report, facts, actor, at, setting
):
    matter = report(
        sender=setting.accounts["elder"], contact_name="王秀兰", contact_phone="19900000003"
    )
    actions.answer(matter, text="好了", by=actor("worker"), at=at)
    actions.rate(matter, score="fair", by=NOBODY.bearing(matter.pk), at=at)
    found = facts()
    assert {fact.kind for fact in found} <= {each.kind for each in KINDS}
    told = repr(found)
    for secret in (
        "王秀兰",
        "19900000003",
        str(setting.accounts["elder"].pk),
        matter.receipt,
        "灯",
    ):
        assert secret not in told


def test_a_matter_counts_on_the_day_it_was_raised_and_nowhere_else(report, facts, setting, at):
    report()
    report(when=at - timedelta(days=40))
    report(community=setting.neighbour, place=None, where="桥头")
    (fact,) = facts("matters.raised")
    assert (fact.community, fact.on) == (setting.community.code, timezone.localdate(at))
    assert fact.standard == "S3.1"


def test_in_time_is_what_the_promise_settled_as(report, facts, actor, at):
    early = report(when=at - timedelta(days=1))
    late = report(when=at - timedelta(days=60))
    for matter in (early, late):
        actions.answer(matter, text="好了", by=actor("worker"), at=at)
    found = {fact.record: (fact.part, fact.whole) for fact in facts("matters.answered")}
    assert found == {early.pk: (1, 1), late.pk: (0, 1)}


def test_what_was_declined_is_no_answer(matter, facts, actor, at):
    actions.decline(matter, reason="归市政", office="城管", by=actor("worker"), at=at)
    assert facts("matters.answered") == []
    assert facts("matters.benefit") == []


def test_one_household_is_one_household_within_a_year_and_cannot_be_traced(
    report, facts, actor, at, setting
):
    live_here(setting.community, setting.accounts["elder"].person_id)
    for _time in range(2):
        mine = report(sender=setting.accounts["elder"])
        actions.answer(mine, text="好了", by=actor("worker"), at=at)
    nobody, joined, mine_too = report(), report(), report(sender=setting.accounts["elder"])
    actions.merge(joined, into=nobody, by=actor("worker"), at=at)
    actions.merge(mine_too, into=mine, by=actor("worker"), at=at)
    actions.answer(nobody, text="好了", by=actor("worker"), at=at)
    poor = report(when=at - timedelta(days=29))
    actions.answer(poor, text="好了", by=actor("worker"), at=at - timedelta(days=28))
    actions.rate(poor, score="poor", by=NOBODY.bearing(poor.pk), at=at)
    benefits = facts("matters.benefit")
    persons = {fact.person for fact in benefits}
    # Whoever's matter was joined to it got the answer as well; nobody by one found poor.
    assert [fact.record for fact in benefits].count(joined.pk) == 1
    assert not {poor.pk, mine_too.pk} & {fact.record for fact in benefits}
    assert len(persons) == 2
    assert None in persons
    token = next(person for person in persons if person)
    assert setting.accounts["elder"].pk.hex not in str(token)
    assert {fact.field for fact in benefits} == {"basic"}


def test_only_a_good_or_fair_rating_is_satisfied(report, facts, actor, at):
    for score in ("good", "fair", "poor"):
        matter = report()
        actions.answer(matter, text="好了", by=actor("worker"), at=at)
        actions.rate(matter, score=score, by=NOBODY.bearing(matter.pk), at=at)
    found = facts("matters.rated")
    assert sum(fact.part for fact in found) == 2
    assert sum(fact.whole for fact in found) == 3


def test_what_is_past_its_promise_and_open_is_overdue_until_it_is_answered(
    report, facts, actor, at
):
    late = report(when=at - timedelta(days=60))
    report()
    assert [fact.record for fact in facts("matters.overdue")] == [late.pk]
    actions.answer(late, text="晚了", by=actor("worker"), at=at)
    assert facts("matters.overdue") == []


def test_an_imported_matter_counts_as_raised_and_never_as_a_promise_of_ours(
    facts, setting, at, report
):
    from linli.service.matters.models import Matter

    old = report()
    Matter.objects.filter(community=setting.community, pk=old.pk).update(channel="import")
    assert len(facts("matters.raised")) == 1
