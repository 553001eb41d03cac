"""Two people at the same moment, in transactions of their own."""

from dataclasses import replace
from datetime import timedelta

import pytest

from linli.core.clocks.tests.cast import make_holder
from linli.core.clocks.tests.together import shared_database, together
from linli.core.local_law import actions
from linli.core.local_law.models import LocalValue
from linli.core.local_law.tests.conftest import NOW, TODAY
from linli.core.places.queries import jurisdictions_of
from linli.lib.law import Refused, parameter

pytestmark = pytest.mark.django_db(transaction=True)


def refusals(results):
    return [each.finding.rule for each in results if isinstance(each, Refused)]


def attempt(work):
    try:
        return work()
    except Refused as refused:
        return refused


def test_a_value_is_settled_once_and_a_proposal_is_made_once(
    community, director, supervisor, forward, tmp_path
):
    with shared_database(tmp_path):
        entered = together(
            [lambda: attempt(lambda: actions.enter(community, given=forward, by=director, at=NOW))]
            * 2
        )
        assert refusals(entered) == ["local_law.one_at_a_time"]
        value = LocalValue.objects.get()
        deputy = make_holder(community, "deputy_director", "吴德胜")
        settled = together(
            [
                lambda: attempt(
                    lambda: actions.confirm(community, value=value, by=supervisor, at=NOW)
                ),
                lambda: attempt(
                    lambda: actions.withdraw(
                        community, value=value, reason="条文不对", by=deputy, at=NOW
                    )
                ),
            ]
        )
        assert refusals(settled) == ["local_law.waits"]
        value.refresh_from_db()
        holds = parameter("matters.forward", TODAY, jurisdictions_of(community)).value
        assert holds == (8 if value.state == "confirmed" else 15)


def test_another_process_sees_a_change_as_soon_as_it_is_committed(
    community, director, supervisor, forward, tmp_path
):
    def lay_down(given):
        value = actions.enter(community, given=given, by=director, at=NOW)
        actions.confirm(community, value=value, by=supervisor, at=NOW)

    def now():
        on = TODAY + timedelta(days=40)
        return parameter("matters.forward", on, jurisdictions_of(community)).value

    with shared_database(tmp_path):
        assert together([now]) == [15]
        together([lambda: lay_down(forward)])
        assert together([now, now]) == [8, 8]
        later = replace(forward, value=6, in_force_from=TODAY + timedelta(days=30))
        together([lambda: lay_down(later)])
        assert now() == 6
