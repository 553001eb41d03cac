"""Two at once, for real: one of them does it, the other is told that it is done."""

import pytest

from linli.core.clocks.tests.together import shared_database, together
from linli.governance.elections.models import Membership
from linli.governance.oversight.actions import appraisal
from linli.governance.oversight.models import Appraisal, SupervisorSeat
from linli.lib.law import Refused
from linli.mechanisms.publication.models import Posting

pytestmark = pytest.mark.django_db(transaction=True)

NAMES = [f"代表{number}" for number in "甲乙丙丁戊己庚辛壬癸子"]


def _rules(results):
    """What those who were refused were told; everybody else did it."""
    assert all(not isinstance(each, Exception) or isinstance(each, Refused) for each in results)
    return [each.finding.rule for each in results if isinstance(each, Refused)]


def test_of_two_who_enter_a_supervisor_or_publish_an_appraisal_one_does(
    setting, members, seat, by, tmp_path
):
    place, who = setting.community, by("supervisor")
    held = appraisal.plan_appraisal(
        place, kind="members", year=2026, title="评议", base=12, base_source="名册", **who
    )
    appraisal.open_appraisal(held, on_paper=NAMES, **who)
    appraisal.close_appraisal(held, counts=[[0, 0, 0, 11]] * 3, returned=11, **who)
    person = setting.accounts["elder"].person
    with shared_database(tmp_path):
        entered = together([lambda: seat(person), lambda: seat(person)])
        rows = [Appraisal.objects.get(community=place, pk=held.pk) for _each in range(2)]
        posted = together([lambda row=row: appraisal.publish_appraisal(row, **who) for row in rows])
        seats = SupervisorSeat.objects.filter(community=place, until__isnull=True).count()
        notices = Posting.objects.filter(community=place, template="oversight.appraisal").count()
        still = Membership.objects.filter(community=place, until__isnull=True).count()
    assert _rules(entered) == ["oversight.serves_once"]
    assert _rules(posted) == ["oversight.appraisal_at_step"]
    assert (seats, notices, still) == (1, 1, 3)
