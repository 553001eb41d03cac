"""Wishes, notes, counts and reviews: what is whose, and for how long."""

from collections import Counter
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from linli.core.audit.models import ClosedEntry
from linli.core.clocks.models import Clock
from linli.lib.calendar import local_day
from linli.lib.law import Refused
from linli.mechanisms.rounds import actions as rounds
from linli.mechanisms.rounds.declaration import StopGiven
from linli.service.catalogue.applications import actions, due, facts, queries
from linli.service.catalogue.applications.actions import Told
from linli.service.catalogue.applications.actions.forgetting import forget_applications_of
from linli.service.catalogue.applications.counts import Counted, counts_by_scheme, told_of
from linli.service.catalogue.applications.filing import settled_years
from linli.service.catalogue.applications.models import (
    ApplicationHelp,
    NeedWish,
    PrivateSuggestion,
)
from linli.service.catalogue.applications.paths import paths
from linli.service.catalogue.applications.tests.conftest import fresh, refused

pytestmark = pytest.mark.django_db


def test_wishes_are_ones_own_and_gone_at_once(setting, actor, at):
    elder, place = actor("elder"), setting.community
    for shared in (True, False):
        actions.wish_for_help(place, scheme="elder_allowance", shared=shared, by=elder, at=at)
        assert queries.shared_wishes(place).exists() is shared
    assert queries.own_wishes(elder, place).count() == 1
    actions.take_back_wish(place, scheme="elder_allowance", by=elder, at=at)
    assert not NeedWish.objects.filter(community=place).exists()


def test_a_note_is_its_writers_alone_and_gone_after_its_day(setting, actor, at, later, elder):
    worker, place = actor("worker"), setting.community
    note = actions.note_privately(
        place, person=elder, scheme="elder_allowance", ground="刚满年龄", next_step="上门说一声",
        by=worker, at=at,
    )  # fmt: skip
    on = timezone.localdate(at)
    assert queries.own_notes(worker, place, on).get() == note
    assert not queries.own_notes(actor("director"), place, on).exists()
    refused("access.permitted", actions.drop_own_note, note, by=actor("director"), at=at)
    due.run(later(60))
    assert PrivateSuggestion.objects.filter(community=place).exists()
    due.run(later(61))
    assert not PrivateSuggestion.objects.filter(community=place).exists()


def test_counts_below_ten_are_nobodys_business(setting, asked, at):
    first = asked()
    place, day = setting.community, timezone.localdate(at)

    def more(number):
        like = {"community": place, "scheme": first.scheme, "state": "refused", "opened_at": at}
        like |= {"state_since": at, "decided_on": day, "decision_paper": "1号", "office": "街道"}
        ApplicationHelp.objects.bulk_create(ApplicationHelp(**like) for _each in range(number))

    def told():
        return counts_by_scheme(place, day, day)

    more(8)
    # Nine, and every other scheme of which there is none: alike, and all of them are listed.
    assert {(each.all, each.refused) for each in told()} == {(None, None)}
    assert len(told()) == len(paths())
    assert list(settled_years(place, day, day.replace(year=day.year + 1))) == []
    more(1)
    # Nine of ten would give the tenth away.
    assert [(each.all, each.refused) for each in told() if each.all] == [(10, None)]
    more(10)
    assert [(each.all, each.refused) for each in told() if each.all] == [(20, None)]
    more(20)
    # Evaluation hears of a month only what is no count of a few, whoever reads it there.
    like = ApplicationHelp.objects.filter(community=place, state="refused").order_by("pk")
    for sent, heard in ((9, {}), (10, {"applications.forwarded": 10})):
        these = [row.pk for row in like[:sent]]
        like.filter(pk__in=these).update(forwarded_at=at, forward_consent="signed")
        span = facts.rows(place, day, day + timedelta(days=62))
        assert {fact.kind: fact.part for fact in span} == heard
    own = Counter({"all": 30, "forwarded": 25, "granted": 12, "refused": 11})
    cells = told_of("", own, 10)
    # Two of 25 await an answer, seven of 30 have none: no cell may give them back.
    assert (cells.all, cells.forwarded) == (30, None)
    assert None in (cells.granted, cells.refused)
    own = Counter({"all": 40, "forwarded": 40, "granted": 20, "refused": 20})
    assert told_of("", own, 10) == Counted("", 40, 40, 20, 20)


def test_a_review_is_a_round_by_two_and_tells_only_whether_something_changed(
    accepted, actor, at, later, setting
):
    row, by = accepted(), actor("worker")
    told = Told(later(5).date(), paper="12号")
    row = actions.record_granted(row, told=told, reviewed_every=6, by=by, at=later(5))
    assert queries.due_for_review(by, row.community_id, later(100)) == []
    assert queries.due_for_review(by, row.community_id, later(180)) == [row]
    made = rounds.plan(
        setting.community, kind="catalogue.review", day=later(6).date(),
        stops=[StopGiven(person=row.person_id, ref=row.pk)],
        carriers=[setting.accounts["worker"].pk, setting.accounts["director"].pk],
        by=by, at=later(6),
    )  # fmt: skip
    stop = made.stops.get(community_id=row.community_id)
    rounds.record(
        stop, answers={"changed": "yes"}, key=uuid4(), said_at=later(6),
        by=actor("director"), at=later(6),
    )  # fmt: skip
    row = fresh(row)
    assert (row.visited_on, row.visit_changed) == (later(6).date(), True)
    assert row.state == "granted"
    # Two said something different: nothing is recorded until it is decided.
    rounds.record(
        stop, answers={"changed": "no"}, key=uuid4(), said_at=later(7), by=by, at=later(7)
    )
    row = fresh(row)
    assert (row.visited_on, row.visit_changed) == (later(6).date(), True)
    # Whoever is forgotten is forgotten at the doors and in the book too, though it was open.
    forget_applications_of(row.person, later(8))
    row, stop = fresh(row), made.stops.get(community_id=row.community_id)
    assert (row.person, row.forgotten_at, stop.ref, stop.place) == (None, later(8), None, None)
    assert not ClosedEntry.objects.filter(subject=row.pk, about__isnull=False).exists()
    assert not queries.handled_by(by, row.community_id).exists()
    its = {"community": row.community_id, "owner": row.pk}
    assert not Clock.objects.filter(**its, settled_at__isnull=True).exists()


def test_nobody_goes_to_the_door_of_a_relative(accepted, actor, at, setting):
    director, worker = setting.accounts["director"], setting.accounts["worker"]
    row = accepted(kin="yes", kin_who="姨妈", kin_staff=[director])
    with pytest.raises(Refused) as refused:
        rounds.plan(
            setting.community, kind="catalogue.review", day=local_day(at),
            stops=[StopGiven(person=row.person_id, ref=row.pk)],
            carriers=[worker.pk, director.pk], by=actor("worker"), at=at,
        )  # fmt: skip
    assert refused.value.finding.rule == "rounds.no_ties"
