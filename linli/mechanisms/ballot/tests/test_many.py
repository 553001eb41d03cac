"""A roll of thousands and sheets of many kinds of papers cost as many queries as small ones."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from linli.mechanisms.ballot import actions
from linli.mechanisms.ballot.models import Elector
from linli.mechanisms.ballot.queries.evening import at_the_desk, words_of
from linli.mechanisms.ballot.queries.polls import standing_of
from linli.mechanisms.ballot.tests.votes import make_poll

pytestmark = pytest.mark.django_db


def asked(work):
    """How many queries it takes."""
    with CaptureQueriesContext(connection) as queries:
        work()
    return len(queries)


def test_a_roll_of_three_thousand_asks_no_more_than_one_of_twelve(take, roll, voter):
    poll, who = make_poll(take, roll, on_paper=True), voter(1)
    where = [roll.community.code, poll.pk]
    pages = [reverse(f"ballot:{name}", args=where) for name in ("poll", "poll_data", "wall")]
    pages.append(reverse("ballot:polls", args=where[:1]))
    works = [lambda path=path: Client().get(path) for path in pages]
    works += [
        lambda: at_the_desk(poll, "7"),
        lambda: at_the_desk(poll, "居民7"),
        lambda: standing_of(poll, who),
    ]
    for work in works:
        work()  # what is kept between requests is kept from here on
    few = [asked(work) for work in works]
    Elector.objects.bulk_create(
        Elector(
            community_id=roll.community_id,
            electorate=roll,
            number=number,
            name=f"居民{number}",
        )
        for number in range(13, 3013)
    )
    assert [asked(work) for work in works] == few


def test_thirty_kinds_of_papers_are_told_in_words_with_as_many_queries_as_one(take, roll):
    poll = make_poll(take, roll, on_paper=True, opened=False, on_screen=False)
    options = [actions.Choice(f"候选人{number}") for number in range(1, 31)]
    take(actions.ask, poll, title="选一人", form="choose", options=options)
    take(actions.open_poll, poll)
    patterns = [{"2": {"marks": {str(number): "for"}}} for number in range(1, 31)]
    assert asked(lambda: words_of(poll, patterns[:1])) == asked(lambda: words_of(poll, patterns))
    assert words_of(poll, patterns[:2]) == ["候选人1", "候选人2"]
