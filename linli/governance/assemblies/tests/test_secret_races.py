"""A secret vote opened, closed and broken off while others act at the same moment, for real: on a
SQLite file and on PostgreSQL one of them wins, and nobody's paper is counted beside hands."""

from contextlib import suppress

import pytest

from linli.core.audit.models import Entry
from linli.core.clocks.tests.together import shared_database, together
from linli.governance.assemblies import actions
from linli.governance.assemblies.queries.secret import votes_of
from linli.governance.assemblies.tests.test_secret import NO, YES, meeting
from linli.lib.law import Refused
from linli.mechanisms.ballot.models import Elector, Mark, Paper, Poll
from linli.mechanisms.gathering.models import Decision

pytestmark = pytest.mark.django_db(transaction=True)
__all__ = ["meeting"]
TYPED = {"votes_for": 5, "votes_against": 0, "abstained": 0, "text": "通过。"}


def at_once(meeting, tmp_path, *steps, look):
    """Each on its own copy of the topic, as it lay on the screen; what was done and refused, and
    what `look` finds on the shared database afterwards."""

    def step(act, given):
        topic = meeting.topic
        return lambda: act(topic, by=meeting.by, at=meeting.at, **given)

    works = [step(act, given) for act, given in steps]
    with shared_database(tmp_path):
        results = together(works)
        seen = look()
    wrong = [each for each in results if isinstance(each, Exception | None)
             and not isinstance(each, Refused)]  # fmt: skip
    assert not wrong, wrong
    refusals = [each.finding.rule for each in results if isinstance(each, Refused)]
    return len(results) - len(refusals), refusals, seen


def standing(meeting):
    """How many decisions there are, how many polls, and whether the topic has one."""
    here = {"community": meeting.assembly.community_id}
    return (
        Decision.objects.filter(**here).count(),
        Poll.objects.filter(**here).count(),
        meeting.topic.poll_id is not None,
    )


@pytest.mark.parametrize("turn", range(3))
def test_a_vote_is_opened_or_its_numbers_are_typed_in_and_never_both(meeting, tmp_path, turn):
    opening, typing = (actions.open_vote, {}), (actions.decide_topic, TYPED)
    steps = [opening, typing] if turn % 2 else [typing, opening]
    done, refusals, seen = at_once(meeting, tmp_path, *steps, look=lambda: standing(meeting))
    assert done == 1
    assert (refusals, seen) in [
        (["assemblies.no_vote_runs"], (0, 1, True)),
        (["assemblies.voted_once"], (1, 0, False)),
    ]


def test_a_vote_is_opened_or_its_topic_put_off_and_never_both(meeting, tmp_path):
    steps = (actions.open_vote, {}), (actions.put_off_topic, {"reason": "再议"})
    done, refusals, seen = at_once(meeting, tmp_path, *steps, look=lambda: standing(meeting))
    assert done == 1
    assert (refusals, seen) in [
        (["assemblies.no_vote_runs"], (0, 1, True)),
        (["assemblies.voted_once"], (0, 0, False)),
    ]


def test_two_at_the_desk_open_one_vote_over_one_roll(meeting, tmp_path):
    def look():
        here = {"community": meeting.assembly.community_id}
        return standing(meeting), Elector.objects.filter(**here).count()

    steps = [(actions.open_vote, {})] * 4
    done, refusals, seen = at_once(meeting, tmp_path, *steps, look=look)
    assert (done, refusals) == (1, ["assemblies.voted_once"] * 3)
    assert seen == ((0, 1, True), 5)


def test_a_paper_for_a_late_comer_while_the_vote_closes_is_counted_or_refused(meeting, tmp_path):
    meeting.do(actions.open_vote)
    late = meeting.come("褚志强")
    none = {"votes_for": 0, "votes_against": 0, "abstained": 0, "void": 0}

    def look():
        here = {"community": meeting.assembly.community_id}
        return (
            votes_of(meeting.topic).present,
            Elector.objects.filter(**here).count(),
            Mark.objects.filter(**here, how="paper").count(),
        )

    steps = (actions.give_paper, {"attendance": late.pk}), (actions.close_vote, none)
    done, refusals, (present, roll, papers) = at_once(meeting, tmp_path, *steps, look=look)
    assert (present, roll) == (6, 6)
    assert (done, refusals, papers) in [(2, [], 3), (1, ["assemblies.vote_runs"], 2)]


def test_the_result_is_written_down_once(meeting, tmp_path):
    meeting.do(actions.open_vote)
    for name in ("李建国", "郑玉梅"):
        meeting.cast(name, YES)
    meeting.cast("吴海涛", NO)
    meeting.close(votes_for=1)

    def look():
        written = Entry.objects.filter(action="assemblies.decide_by_vote").count()
        return standing(meeting), written

    steps = [(actions.decide_by_vote, {"text": "照此办理。"})] * 3
    done, refusals, seen = at_once(meeting, tmp_path, *steps, look=look)
    assert (done, set(refusals)) == (1, {"assemblies.vote_over"})
    assert seen == ((1, 1, True), 1)


def test_who_casts_while_the_vote_is_broken_off_leaves_no_paper_that_counts(meeting, tmp_path):
    meeting.do(actions.open_vote)
    old = meeting.topic.poll
    topic = meeting.topic

    def casting():
        with suppress(Refused):
            meeting.cast("李建国", YES)
        return True

    works = [casting, lambda: actions.void_vote(topic, by=meeting.by, at=meeting.at)]
    with shared_database(tmp_path):
        results = together(works)
        old.refresh_from_db()
        marks = Mark.objects.filter(community=old.community_id, poll=old).count()
        papers = Paper.objects.filter(community=old.community_id, poll=old).count()
        has_poll = meeting.topic.poll_id is not None
        meeting.do(actions.open_vote)
        meeting.cast("李建国", NO)
        meeting.close()
        votes = votes_of(meeting.topic)
    unexpected = [each for each in results if isinstance(each, Exception)]
    assert not unexpected, unexpected
    assert (old.state, marks, has_poll) == ("void", 0, False)
    assert papers <= 1, "it lies in a box that counts for nothing"
    assert (votes.votes_for, votes.votes_against) == (0, 1)
