"""Two at once, for real, on election day: one of them wins and the other is told."""

import pytest

from linli.core.clocks.tests.together import shared_database, together
from linli.governance.elections.actions import polling, printing
from linli.governance.elections.models import Printing
from linli.governance.elections.tests.polling.election_day import marks
from linli.lib.identity.ids import new_id
from linli.lib.law import Refused
from linli.mechanisms.ballot.actions import evening
from linli.mechanisms.ballot.models import Mark, Sheet

pytestmark = pytest.mark.django_db(transaction=True)

HERE, THERE = "一号站", "二号站"
LINES = [(marks(1, 1, (1, 2, 3)), 3)]


def sorted_out(results):
    """Those who did it, and the findings of those who were refused."""
    unexpected = [
        result for result in results
        if isinstance(result, Exception) and not isinstance(result, Refused)
    ]  # fmt: skip
    assert not unexpected, unexpected
    done = [result for result in results if not isinstance(result, Refused)]
    return done, [result.finding for result in results if isinstance(result, Refused)]


def test_of_two_who_close_the_polls_at_once_one_does(ready, tmp_path):
    ready.open(HERE)
    evening.seal_box(ready.station(HERE), by=ready.committee, at=ready.at)
    rows, by = [ready.again(), ready.again()], ready.committee
    with shared_database(tmp_path):
        results = together(
            [lambda row=row: polling.close_polls(row, by=by, at=ready.at) for row in rows]
        )
        election, poll = ready.again(), ready.round.poll
    done, findings = sorted_out(results)
    assert (len(done), len(findings)) == (1, 1)
    assert findings[0].rule in ("flow.fresh", "flow.move_open", "ballot.closed_once")
    assert (election.state, poll.state) == ("counting", "closed")


def test_of_two_stations_that_hand_the_same_elector_a_paper_one_does(ready, tmp_path):
    ready.set_up(THERE)
    ready.open(HERE, THERE)
    stations, worker = [ready.station(HERE), ready.station(THERE)], ready.actor("worker")
    elector = ready.electors[0]
    with shared_database(tmp_path):
        results = together(
            [
                lambda station=station: evening.hand_out(
                    station, elector=elector, by=worker, at=ready.at
                )
                for station in stations * 2
            ]
        )
        issued = ready.station(HERE).issued + ready.station(THERE).issued
        marked = Mark.objects.filter(community=ready.setting.community).count()
    done, findings = sorted_out(results)
    assert (len(done), len(findings), issued, marked) == (1, 3, 1, 1)
    assert {finding.rule for finding in findings} == {"ballot.one_paper"}


def test_nobody_gets_a_paper_at_a_box_that_is_being_sealed(ready, tmp_path):
    """Whoever is served in that moment is counted before the seal or refused after it."""
    ready.open(HERE)
    row, other, worker = ready.station(HERE), ready.station(HERE), ready.actor("worker")
    by = ready.committee
    with shared_database(tmp_path):
        results = together(
            [
                lambda: evening.hand_out(row, elector=ready.electors[0], by=worker, at=ready.at),
                lambda: evening.seal_box(other, by=by, at=ready.at),
            ]
        )
        station = ready.station(HERE)
        marked = Mark.objects.filter(community=ready.setting.community).count()
    sorted_out(results)
    assert station.state == "closed"
    assert station.issued == marked


def test_a_station_entered_twice_at_the_same_moment_is_entered_once(ready, tmp_path):
    ready.open(HERE)
    ready.hand_out(HERE, 1, 2, 3)
    ready.seal(HERE)
    key, teller, row = new_id(), ready.actor("worker"), ready.station(HERE)
    evening.open_box(row, returned=3, unreturned=0, by=teller, at=ready.at)
    rows = [ready.station(HERE) for _time in range(4)]
    with shared_database(tmp_path):
        results = together(
            [
                lambda row=row: evening.enter_sheet(
                    row, part="first", key=key, lines=LINES, by=teller, at=ready.at
                )
                for row in rows
            ]
        )
        sheets = list(Sheet.objects.filter(community=ready.setting.community))
    done, findings = sorted_out(results)
    assert (len(done), findings) == (4, [])
    assert {sheet.pk for sheet in done} == {sheets[0].pk}
    assert len(sheets) == 1


def test_both_tellers_at_once_are_both_entered(ready, tmp_path):
    ready.open(HERE)
    ready.hand_out(HERE, 1, 2, 3)
    ready.seal(HERE)
    teller = ready.actor("worker")
    evening.open_box(ready.station(HERE), returned=3, unreturned=0, by=teller, at=ready.at)
    who = {"first": ready.actor("worker"), "second": ready.actor("mediator")}
    rows = {part: ready.station(HERE) for part in who}
    with shared_database(tmp_path):
        results = together(
            [
                lambda part=part: evening.enter_sheet(
                    rows[part], part=part, key=new_id(), lines=LINES, by=who[part], at=ready.at
                )
                for part in who
            ]
        )
        station = evening.confirm_count(
            ready.station(HERE), by=ready.actor("supervisor"), at=ready.at
        )
    done, findings = sorted_out(results)
    assert (len(done), findings, station.state) == (2, [], "counted")


def test_two_runs_printed_at_once_share_no_serial(ready, tmp_path):
    station, round_, by = ready.station(HERE), ready.round, ready.committee
    with shared_database(tmp_path):
        results = together(
            [lambda: printing.print_ballots(round_, station=station, number=10, by=by, at=ready.at)]
            * 4
        )
        runs = Printing.objects.filter(community=ready.setting.community)
        serials = [number for run in runs for number in range(run.first, run.last + 1)]
    done, findings = sorted_out(results)
    assert (len(done), findings) == (4, [])
    assert sorted(serials) == list(range(1, 41))
