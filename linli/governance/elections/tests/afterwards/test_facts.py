from datetime import timedelta

import pytest

from linli.governance.elections import due
from linli.governance.elections.actions import declaring, recalling
from linli.governance.elections.facts import rows
from linli.governance.elections.models import RecallSignature
from linli.governance.elections.queries.counted import current_round
from linli.governance.elections.tests.afterwards.holding import marks
from linli.mechanisms.ballot.models import Mark

pytestmark = pytest.mark.django_db


@pytest.fixture
def declared(held, actor, run_by, at):
    election = held([(marks([1], [1], [1, 2, 3]), 20)])
    return declaring.declare(election, by=actor(run_by), at=at)


def test_an_election_counts_and_names_nobody(declared, on):
    found = {fact.kind: fact for fact in rows(declared.community, on, on)}
    assert (found["elections.turnout"].part, found["elections.turnout"].whole) == (20, 30)
    assert (found["elections.candidates"].part, found["elections.candidates"].whole) == (8, 5)
    assert found["elections.direct"].part == 1
    assert found["elections.not_hukou"].part == 0
    assert all(fact.person is None and fact.household is None for fact in found.values())
    assert "elections.women" not in found  # of nobody it is known here


def test_who_had_a_paper_is_destroyed_after_thirty_days(declared, at):
    poll = current_round(declared).poll
    due.run(at + timedelta(days=30))
    assert Mark.objects.filter(community=declared.community, poll=poll).count() == 20
    due.run(at + timedelta(days=31))
    due.run(at + timedelta(days=31))
    assert not Mark.objects.filter(community=declared.community, poll=poll).exists()


def test_who_signed_is_destroyed_a_year_after_the_demand_was_settled(seat, actor, at):
    recall = recalling.ask_recall(seat, reasons="不尽职", base="electors", by=actor("elder"), at=at)
    recalling.withdraw_recall(recall, by=actor("elder"), at=at)
    due.run(at + timedelta(days=364))
    assert RecallSignature.objects.filter(community=recall.community).exists()
    due.run(at + timedelta(days=366))
    assert not RecallSignature.objects.filter(community=recall.community).exists()
    recall.refresh_from_db()
    assert recall.asked_by is None
