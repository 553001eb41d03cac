"""One owner at two doors at once, for real: one paper, and the other is told."""

import pytest

from linli.core.clocks.tests.together import shared_database, together
from linli.core.people.models import Person
from linli.governance.property.actions import papers, rosters
from linli.governance.property.models import OwnerPaper
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
