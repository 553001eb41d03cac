"""Several at once, for real, on a SQLite file and on PostgreSQL."""

import pytest

from linli.core.clocks.tests.together import shared_database, together
from linli.lib.law import Refused
from linli.safety.mediation import actions
from linli.safety.mediation.actions import Happened
from linli.safety.mediation.models import CaseMediator, Record
from linli.safety.mediation.tests.conftest import fresh

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_who_save_notes_at_once_one_is_kept_and_the_other_hears_of_it(
    talking, actor, at, second, tmp_path
):
    case = talking()
    CaseMediator.objects.create(
        community=case.community, case=case, account=second, since=at
    )  # both mediate it
    seen = fresh(case).version
    by = [actor("mediator"), actor("second")]

    def write(who):
        happened = Happened("investigation", at, text="看了现场", result="recorded")
        return lambda: actions.write_record(
            fresh(case), happened=happened, seen=seen, by=who, at=at
        )

    with shared_database(tmp_path):
        results = together([write(who) for who in by])
        refusals = [each for each in results if isinstance(each, Refused)]
        assert len(refusals) == 1, results
        assert refusals[0].finding.rule == "flow.fresh"
        rows = Record.objects.filter(community=case.community_id, case=case, kind="investigation")
        assert rows.count() == 1


def test_of_two_who_take_one_case_one_has_it(registered, actor, at, second, tmp_path):
    case, by = registered(), [actor("mediator"), actor("second")]

    def take(who):
        return lambda: actions.take_on(fresh(case), apart=True, by=who, at=at)

    with shared_database(tmp_path):
        results = together([take(who) for who in by])
        assert sum(isinstance(each, Refused) for each in results) == 1, results
        assert CaseMediator.objects.filter(community=case.community_id, case=case).count() == 1


def test_a_refusal_and_the_beginning_at_once_leave_one_of_them(taken, actor, at, tmp_path):
    case, by = taken(), actor("mediator")
    for side in case.sides:
        actions.tell_side(case, party=side, by=by, at=at)
        actions.tell_rights(case, party=side, by=by, at=at)
    other = actor("elder")

    def refuse():
        row = fresh(case)
        return actions.refuse(row, party=row.sides[1], by=other, at=at)

    with shared_database(tmp_path):
        together([refuse, lambda: actions.begin(fresh(case), by=by, at=at)])
        row = fresh(case)
        if row.state == "mediating":  # the refusal came second and was told so; it is said again
            refuse()
        assert fresh(case).state == "refused"
