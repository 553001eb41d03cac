"""Two who close one hazard at once, and two who note one at once, for real."""

import pytest

from linli.core.clocks.tests.together import shared_database, together
from linli.lib.law import Refused
from linli.safety.hazards.actions import mending
from linli.safety.hazards.actions.finding import Shots
from linli.safety.hazards.models import Hazard

pytestmark = pytest.mark.django_db(transaction=True)


def refusals(results):
    wrong = [
        each for each in results if isinstance(each, Exception) and not isinstance(each, Refused)
    ]
    assert not wrong, wrong
    return [each.finding.rule for each in results if isinstance(each, Refused)]


def test_two_closers_of_one_hazard_close_it_once(setting, find, by, tmp_path):
    hazard = find()
    mending.assign(hazard, post="worker", **by("worker"))
    mending.mend(hazard, how="清走了", shots=Shots(none_for="夜里"), **by("worker"))
    with shared_database(tmp_path):
        rows = [Hazard.objects.get(community=setting.community, pk=hazard.pk) for _n in range(2)]
        results = together(
            [
                lambda row=row, good=good: mending.look_again(
                    row, good=good, reason="还有", **by("director")
                )
                for row, good in zip(rows, (True, False), strict=True)
            ]
        )
        row = Hazard.objects.get(community=setting.community, pk=hazard.pk)
        seen, steps = row.mendings.get().good, row.steps.count()
    assert refusals(results) == ["flow.fresh"]
    assert (row.state, seen, steps) in (("closed", True, 4), ("owed", False, 4))
    assert (row.closed_on is not None) is (row.state == "closed")


def test_hazards_noted_at_once_are_numbered_without_a_gap(setting, find, tmp_path):
    with shared_database(tmp_path):
        results = together([lambda: find() for _n in range(3)])
        rows = Hazard.objects.filter(community=setting.community)
        serials = sorted(rows.values_list("serial", flat=True))
    assert refusals(results) == []
    assert serials == [1, 2, 3]
