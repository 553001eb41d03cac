"""B28: every published figure is what a recount of the rows gives; whoever was served often counts
once for how many were reached."""

from datetime import date

import pytest

from linli.evaluation.definitions import catalogue
from linli.evaluation.models import Figure
from linli.evaluation.periods import Period
from linli.evaluation.tests import by_hand
from linli.evaluation.tests.cast import DAY, busy_months
from linli.evaluation.tests.conftest import room, scene

ROW, ROOM, PAGES = "B28", "evaluation", ("evaluation:indicator", "evaluation:records")


@pytest.mark.django_db
def test_b28_a_recount_of_the_rows_gives_the_published_figure(scene):
    busy_months(scene.room, scene.community, months=[3])
    scene.reckon()
    known, told = catalogue(), 0
    for row in Figure.objects.filter(community=scene.community, period_kind="year"):
        period = Period(row.starts, row.ends, row.period_kind)
        facts = list(scene.room.rows(scene.community, date(2020, 1, 1), min(period.ends, DAY)))
        definition = known.version(row.indicator, row.version)
        expected = by_hand.figure(definition, period, facts, DAY)
        assert (row.numerator is None) is (expected is None), row.indicator
        told += expected is not None
    assert told


def test_b28_rate_breadth_regularity_and_field_are_defined_over_distinct_people():
    how = {row.id: (row.aggregator, row.of) for row in catalogue().rows}
    assert how["BS01"][0] == "distinct"
    assert how["BS02"] == ("distinct", "household")
    assert [how[name][0] for name in ("BS03", "BS04")] == ["kinds_each", "share_at_least"]
