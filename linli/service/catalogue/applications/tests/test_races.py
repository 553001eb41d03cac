"""Several at once, for real: of two who record one status, one is told that it is done; of two who
take up one application, one handles it; a second list is made by nobody."""

import pytest

from linli.core.clocks.tests.together import shared_database, together
from linli.lib.calendar import local_day
from linli.lib.law import Refused
from linli.service.catalogue.applications import actions
from linli.service.catalogue.applications.actions import Told
from linli.service.catalogue.applications.models import MissingList, ToldByOffice
from linli.service.catalogue.applications.tests.conftest import fresh

pytestmark = pytest.mark.django_db(transaction=True)


def one_of(results):
    refused = [each for each in results if isinstance(each, Refused)]
    assert len(refused) == 1, results
    return refused[0].finding.rule


def test_of_two_who_record_one_status_one_is_told_of_the_other(
    accepted, actor, at, tmp_path, setting
):
    row = accepted()
    actions.name_second(row, to=setting.accounts["director"], by=actor("worker"), at=at)
    granted, refused = Told(local_day(at), paper="12号"), Told(local_day(at), paper="13号")

    def give():
        return actions.record_granted(fresh(row), told=granted, by=actor("worker"), at=at).state

    def deny():
        return actions.record_refused(
            fresh(row), told=refused, reasons="超过", by=actor("director"), at=at
        ).state

    with shared_database(tmp_path):
        one_of(together([give, deny]))
        kept = fresh(row)
        papers = {"granted": "12号", "refused": "13号"}
        assert kept.decision_paper == papers[kept.state]
        told = ToldByOffice.objects.filter(community=row.community_id, help=row)
        assert sorted(told.values_list("move", flat=True)) == sorted(
            ["told_accepted", f"told_{kept.state}"]
        )


def test_of_two_who_take_up_one_application_one_handles_it(asked, actor, at, tmp_path):
    row = asked()
    both = [actor("worker"), actor("director")]

    def take(by):
        return lambda: actions.take_up(fresh(row), by=by, at=at).handler_id

    with shared_database(tmp_path):
        results = together([take(by) for by in both])
        one_of(results)
        assert fresh(row).handler_id in results


def test_two_windows_make_one_list(taken, actor, at, tmp_path):
    row, by = taken(), actor("worker")

    def tell(kind):
        return lambda: actions.list_missing(fresh(row), kinds=[kind], by=by, at=at).state

    with shared_database(tmp_path):
        results = together([tell("id_card"), tell("declaration")])
        assert results.count("missing") == 1, results
        assert MissingList.objects.filter(community=row.community_id, help=row).count() == 1
