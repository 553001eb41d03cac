"""One owner at two doors at once, for real: one paper, and the other is told."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from linli.core.clocks.tests.together import shared_database, together
from linli.core.people.models import Person
from linli.governance.property.actions import papers, rosters, vote_results, votes
from linli.governance.property.models import OwnerPaper, OwnersVote
from linli.governance.property.queries.votes import own_papers
from linli.governance.property.tests.votes.voting import FOR
from linli.lib.law import Refused
from linli.mechanisms.ballot.actions import cast
from linli.mechanisms.ballot.models import Mark, NamedPaper, Poll

pytestmark = pytest.mark.django_db(transaction=True)


def test_one_owner_on_two_screens_and_at_the_desk_has_one_paper(small, tmp_path):
    elder = small.by("elder")
    here = small.estate.community_id
    owner = rosters.Owner.objects.filter(community=here).order_by("id")[4]
    person = Person.objects.get(community=here, pk=elder.person)
    rosters.tie_owner(owner, person=person, by=small.by("worker"), at=small.at)
    vote = small.open("other")
    paper = own_papers(vote, elder).get()
    worker = small.by("worker")

    def on_screen():
        mine = Poll.objects.get(community=here, pk=vote.poll_id)
        return cast(mine, pattern=FOR, by=elder, at=small.at)

    def at_the_desk():
        mine = OwnerPaper.objects.get(community=here, pk=paper.pk)
        return papers.take_paper_back(
            mine, on=small.at.date(), seen=mine.version, by=worker, at=small.at
        )

    with shared_database(tmp_path):
        results = together([on_screen, on_screen, at_the_desk])
        marks = Mark.objects.filter(community=here, poll=vote.poll_id).count()
        cast_ones = NamedPaper.objects.filter(community=here, poll=vote.poll_id).count()
    refused = [each for each in results if isinstance(each, Refused)]
    assert not [e for e in results if isinstance(e, Exception) and not isinstance(e, Refused)]
    assert (marks, len(refused)) == (1, 2)
    assert {each.finding.rule for each in refused} == {"ballot.one_paper"}
    assert cast_ones <= 1


def test_a_late_paper_is_typed_before_the_count_or_refused(small, tmp_path):
    here, vote = small.estate.community_id, small.open("other")
    paper = small.paper(vote, 1)
    small.at = vote.closes_at
    vote = votes.close_vote(vote, by=small.by("director"), at=small.at)
    worker, director = small.by("worker"), small.by("director")

    def late():
        mine = OwnerPaper.objects.get(community=here, pk=paper.pk)
        return papers.take_paper_back(
            mine, on=small.at.date(), late_for="截止时开箱取出", seen=mine.version, by=worker,
            at=small.at,
        )  # fmt: skip

    def count():
        mine = OwnersVote.objects.get(community=here, pk=vote.pk)
        return vote_results.count_vote(mine, by=director, at=small.at)

    with shared_database(tmp_path):
        results = together([late, count])
        row = OwnerPaper.objects.get(community=here, pk=paper.pk)
        state = OwnersVote.objects.get(community=here, pk=vote.pk).state
    refused = [each for each in results if isinstance(each, Refused)]
    assert not [e for e in results if isinstance(e, Exception) and not isinstance(e, Refused)]
    assert {each.finding.rule for each in refused} <= {
        "property.papers_entered", "property.vote_in_state",
    }  # fmt: skip
    assert len(refused) == 1
    assert (row.returned_on is None) == (state == "counted")


def test_every_act_on_a_paper_holds_its_vote_first(small):
    """The count holds the vote and looks at the papers: the same order leaves no gap."""
    vote = small.open("other")
    row = OwnerPaper.objects.get(community=vote.community_id, vote=vote, number=1)
    assert row.vote.state == "open"  # known before, so that what is read below is read to be held
    tables = [each._meta.db_table for each in (OwnersVote, OwnerPaper)]
    with CaptureQueriesContext(connection) as seen:
        papers.take_paper_back(
            row, on=small.at.date(), seen=row.version, by=small.by("worker"), at=small.at
        )
    read = [
        table for each in seen.captured_queries for table in tables
        if f'FROM "{table}"' in each["sql"]
    ]  # fmt: skip
    assert read[:2] == tables
