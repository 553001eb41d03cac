"""An emergency goes before and has an hour; whoever must hear of it when it is over does."""

from datetime import timedelta

import pytest

from linli.lib.calendar import local_day
from linli.service.catalogue.applications import actions, due, facts, queries
from linli.service.catalogue.applications.tests.conftest import clock, fresh, parcel

pytestmark = pytest.mark.django_db


def test_an_emergency_goes_before_and_is_forwarded_without_papers(asked, actor, at, later):
    asked()
    urgent = asked("tenant", when=later(1), scheme="temporary_aid", urgent=True, kin="")
    worker = actor("worker")
    row = actions.take_up(fresh(urgent), by=worker, at=later(1))
    sent = parcel(row, papers=[], purpose="急难救助")
    row = actions.forward_application(row, parcel=sent, by=worker, at=later(1))
    assert row.state == "forwarded"
    assert clock(row, "forward").state == "met"
    kinds = {fact.kind: fact.part for fact in facts.rows(
        row.community, local_day(at), local_day(at) + timedelta(days=62))}  # fmt: skip
    assert kinds == {}, "one is nobody's count"


def test_the_hour_of_an_emergency_calls_handler_stand_in_and_director_at_its_minute(
    setting, asked, actor, at, called
):
    urgent = {"scheme": "temporary_aid", "urgent": True, "kin": ""}
    minutes = [at + timedelta(minutes=number) for number in range(100)]
    row = asked("tenant", **urgent)
    assert called(lambda: due.run(minutes[60])) == [], "the last minute is within the hour"
    everybody = called(lambda: due.run(minutes[61]))
    assert {"director", "worker"} <= set(everybody), "nobody has it: all who could take it up"
    assert len(everybody) == len(set(everybody))
    assert called(lambda: due.run(minutes[62])) == [], "said once"
    taken = actions.take_up(fresh(asked("elder", **urgent)), by=actor("worker"), at=minutes[5])
    hour = clock(taken, "forward")
    assert (hour.unit, hour.length, hour.started_at, hour.quiet) == ("hours", 1, at, True)
    actions.list_missing(fresh(taken), kinds=["id_card"], by=actor("worker"), at=minutes[6])
    assert clock(taken, "forward").state == "running", "missing papers stop no emergency"
    assert sorted(called(lambda: due.run(minutes[61]))) == ["director", "worker"]
    colleague = setting.accounts["worker"].label
    assert queries.lies_too_long(actor("director"), setting.community) == [colleague]
    assert queries.lies_too_long(actor("worker"), setting.community) == []
    sent = parcel(taken, papers=[], purpose="急难救助")
    taken = fresh(taken)
    taken = actions.forward_application(taken, parcel=sent, by=actor("worker"), at=minutes[90])
    assert clock(taken, "forward").state == "missed"
    assert queries.lies_too_long(actor("director"), setting.community) == []
    assert fresh(row).alarmed_at == minutes[61]


def test_a_relative_hears_of_no_alarm(setting, asked, actor, at, called):
    director = setting.accounts["director"]
    given = {"scheme": "temporary_aid", "urgent": True, "kin": "yes", "kin_who": "侄女"}
    row = asked("tenant", **given, kin_staff=[director])
    heard = called(lambda: due.run(at + timedelta(minutes=61)))
    assert "worker" in heard
    assert "director" not in heard
    actions.take_up(fresh(row), by=actor("worker"), at=at + timedelta(minutes=62))
    assert queries.lies_too_long(actor("director"), setting.community) == []
