"""Who taps on two phones at once has one vote; who writes two at once keeps the limit."""

import pytest

from linli.core.clocks.tests.together import shared_database, together
from linli.governance.deliberation.actions import opining, statements as actions
from linli.governance.deliberation.models import Conversation, Statement, Vote
from linli.governance.deliberation.queries.statements import shown
from linli.lib.law import Refused

pytestmark = pytest.mark.django_db(transaction=True)


def loaded(row):
    rows = Conversation.objects.select_related("topic", "community")
    return rows.get(community=row.community_id, pk=row.pk)


def test_two_votes_and_two_statements_at_once(gather, actor, at, tmp_path):
    conversation, elder = gather(limit=1, texts=["一条。"]), actor("elder")
    rows, (one,) = [loaded(conversation) for _each in range(4)], shown(conversation)

    def cast(row, value):
        return lambda: opining.vote(row, choices={one.pk: value}, by=elder, at=at)

    def speak(row, text):
        return lambda: actions.say(row, text=text, by=elder, at=at)

    with shared_database(tmp_path):
        results = together(
            [cast(rows[0], 1), cast(rows[1], -1), speak(rows[2], "甲。"), speak(rows[3], "乙。")]
        )
        votes = Vote.objects.filter(community=conversation.community_id).count()
        own = Statement.objects.filter(community=conversation.community_id, source="resident")
        said, version = own.count(), loaded(conversation).version
    assert (votes, said) == (1, 1)
    refused = [each.finding.rule for each in results if isinstance(each, Refused)]
    assert refused == ["deliberation.statement_limit"]
    assert version == 3
