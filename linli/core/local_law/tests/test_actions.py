"""Two people lay a value down; from its day on it holds in its place, nothing old is touched."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import transaction

from linli.core.audit.actor import the_operator
from linli.core.audit.models import Entry
from linli.core.clocks.tests.cast import at, make_holder
from linli.core.local_law import actions
from linli.core.local_law.held import held as held_now, one_look
from linli.core.local_law.models import LocalValue
from linli.core.local_law.tests.conftest import NOW, TODAY
from linli.core.places.queries import jurisdictions_of
from linli.lib.law import Refused, cite, parameter

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def lay_down(community, given, director, second, when=NOW):
    value = actions.enter(community, given=given, by=director, at=when)
    return actions.confirm(community, value=value, by=second, at=when)


def refused(call, *given, **named):
    with pytest.raises(Refused) as found:
        call(*given, **named)
    return found.value.finding.rule


def now(rule, community, on=TODAY):
    return parameter(rule, on, jurisdictions_of(community)).value


def test_a_value_holds_once_a_second_person_confirms_and_only_in_its_place(
    community, next_door, director, supervisor, weekend
):
    value = actions.enter(community, given=weekend, by=director, at=NOW)
    assert now("calendar.weekend_rolls", community) is True, "one person alone changes nothing"
    assert refused(actions.confirm, community, value=value, by=director, at=NOW) == (
        "local_law.two_people"
    )
    actions.confirm(community, value=value, by=supervisor, at=NOW)
    assert now("calendar.weekend_rolls", community) is False
    assert now("calendar.weekend_rolls", next_door) is True
    assert now("calendar.weekend_rolls", community, TODAY - DAY) is True, "old cases stay"
    (key,) = parameter("calendar.weekend_rolls", TODAY, jurisdictions_of(community)).grounds
    assert cite(key).reference == "《某省期限计算规定》第七条"
    told = list(Entry.objects.filter(subject=value.pk).order_by("at", "pk"))
    assert [entry.action for entry in told] == ["local_law.enter", "local_law.confirm"]
    assert refused(actions.confirm, community, value=value, by=supervisor, at=NOW) == (
        "local_law.waits"
    )


def test_what_the_law_settles_or_a_finished_case_stands_on_is_refused(
    community, director, supervisor, weekend, forward
):
    turnout = replace(weekend, rule="elections.proxies_most", value=5)
    assert refused(actions.enter, community, given=turnout, by=director, at=NOW) == (
        "local_law.left_to_places"
    )
    early = replace(forward, in_force_from=TODAY - 9 * DAY)
    Entry.objects.create(
        community=community.pk, at=at(11, 3), action="matters.answer", channel="web"
    )
    assert refused(actions.enter, community, given=early, by=director, at=NOW) == (
        "local_law.judges_no_case_anew"
    )
    late = replace(early, in_force_from=TODAY - 4 * DAY)
    lay_down(community, late, director, supervisor)
    assert now("matters.forward", community, TODAY - 4 * DAY) == 8
    assert refused(
        actions.enter, community, given=replace(forward, declares=False), by=director, at=NOW
    ) in {"local_law.declared"}
    kept = replace(forward, rule="matters.sender_kept", value=366)
    assert refused(actions.enter, community, given=kept, by=director, at=NOW) == (
        "local_law.within_bound"
    )


def test_a_value_that_waited_too_long_to_be_confirmed_is_judged_again(
    community, director, supervisor, forward
):
    value = actions.enter(community, given=forward, by=director, at=NOW)
    Entry.objects.create(
        community=community.pk, at=at(11, 10), action="matters.raise", channel="web"
    )
    assert refused(actions.confirm, community, value=value, by=supervisor, at=at(11, 12)) == (
        "local_law.judges_no_case_anew"
    )
    gone = actions.withdraw(community, value=value, reason="过了", by=supervisor, at=at(11, 12))
    assert gone.state == "withdrawn"


def test_a_newer_value_closes_the_older_and_each_case_keeps_its_own(
    community, director, supervisor, forward
):
    lay_down(community, forward, director, supervisor)
    newer = replace(forward, value=6, in_force_from=TODAY + 30 * DAY)
    lay_down(community, newer, director, supervisor)
    assert now("matters.forward", community, TODAY + 29 * DAY) == 8
    assert now("matters.forward", community, TODAY + 30 * DAY) == 6
    between = replace(forward, value=7, in_force_from=TODAY + 10 * DAY)
    assert refused(actions.enter, community, given=between, by=director, at=NOW) == (
        "local_law.overlaps_none"
    )


def test_an_end_is_agreed_by_two_and_deletes_nothing(community, director, supervisor, forward):
    value = lay_down(community, forward, director, supervisor)
    key = value.cite_key
    actions.ask_end(community, value=value, last_day=TODAY + DAY, by=director, at=NOW)
    assert now("matters.forward", community, TODAY + 2 * DAY) == 8
    assert refused(actions.confirm_end, community, value=value, by=director, at=NOW) == (
        "local_law.two_people"
    )
    actions.keep_on(community, value=value, by=supervisor, at=NOW)
    actions.ask_end(community, value=value, last_day=TODAY + DAY, by=director, at=NOW)
    actions.confirm_end(community, value=value, by=supervisor, at=NOW)
    assert now("matters.forward", community, TODAY + DAY) == 8
    assert now("matters.forward", community, TODAY + 2 * DAY) == 15
    assert cite(key).title == "居民代表会议决定", "what was judged by it can still be read"
    with pytest.raises(Refused):
        actions.ask_end(community, value=value, last_day=TODAY - DAY, by=director, at=NOW)


def test_the_machine_lays_down_for_a_province_and_a_committee_there_confirms(
    community, next_door, director, supervisor, weekend
):
    wide = replace(weekend, jurisdiction="cn-37")
    assert refused(actions.enter, community, given=wide, by=director, at=NOW) == (
        "local_law.only_here"
    )
    value = actions.enter(None, given=wide, by=the_operator(), at=NOW)
    stranger = make_holder(next_door, "worker", "李梅")
    assert refused(actions.confirm, next_door, value=value, by=stranger, at=NOW) == (
        "access.permitted"
    )
    actions.confirm(community, value=value, by=supervisor, at=NOW)
    assert now("calendar.weekend_rolls", next_door) is False
    assert now("calendar.weekend_rolls", community) is False


def test_what_is_undone_never_counted(community, director, supervisor, forward):
    with transaction.atomic():
        lay_down(community, forward, director, supervisor)
        assert now("matters.forward", community) == 8
        transaction.set_rollback(True)
    assert now("matters.forward", community) == 15
    assert not LocalValue.objects.exists()


def test_a_page_asks_once_whether_the_law_has_changed(
    community, director, supervisor, forward, django_assert_num_queries
):
    lay_down(community, forward, director, supervisor)
    held_now()
    with one_look(), django_assert_num_queries(1):
        for _time in range(5):
            assert now("matters.forward", community) == 8
    with one_look():
        assert now("matters.forward", community) == 8
        newer = replace(forward, value=6, in_force_from=TODAY + DAY)
        lay_down(community, newer, director, supervisor)
        assert now("matters.forward", community, TODAY + DAY) == 6, "its own change counts at once"
