"""A secret vote among those present: on their phones, and on paper for whoever prefers it.

The roll is a snapshot of those present with a vote when it opens; whoever comes later is put on
it by hand with a paper, and counts as present. Papers go into the one box before the close, so
that no count tells screens from paper. Never an election: those are held on paper alone.
"""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from linli.core.access.models import Body
from linli.core.audit.door import Act, action
from linli.governance.assemblies import rules
from linli.governance.assemblies.actions.convening import conditions_of
from linli.governance.assemblies.actions.holding import write_decision
from linli.governance.assemblies.laws import law_of
from linli.governance.assemblies.models import Topic
from linli.governance.assemblies.queries.secret import (
    Voter,
    elector_for,
    not_on_roll,
    present_voters,
    votes_of,
)
from linli.lib.calendar import local_day
from linli.lib.law import Finding, Refused, require
from linli.mechanisms.ballot import actions as ballot
from linli.mechanisms.ballot.models import Poll
from linli.mechanisms.ballot.rules.papers import ABSTAIN, AGAINST, FOR
from linli.mechanisms.gathering.actions.moving import hold
from linli.mechanisms.gathering.models import Decision
from linli.mechanisms.gathering.rules import OPEN, stands

ROLL_BASE = {"representatives": "members", "households": "households", "residents": "adults"}


@action("assemblies.open_vote", needs="assemblies.decide")
def open_vote(act: Act, topic: Topic, *, on_paper: Collection[UUID] = ()) -> Topic:
    """Opens the secret vote on a topic among those present now with a vote. `on_paper`: the
    attendances of those who take a paper though they have an account; whoever has none takes
    one anyway."""
    topic = _held(topic)
    assembly = topic.assembly
    require(Finding(topic.decides and topic.way == "secret", "assemblies.secret_way"))
    require(Finding(topic.poll is None and _undecided(topic), "assemblies.voted_once"))
    on = local_day(act.at)
    for finding in conditions_of(topic, on):
        require(finding)
    voters = present_voters(assembly.gathering)
    law = law_of(assembly.community, on)
    require(rules.quorum(assembly.body, len(voters), assembly.base or 0, law=law))
    by_phone = [each for each in voters if each.by_phone and each.attendance not in on_paper]
    require(Finding(bool(by_phone), "assemblies.somebody_by_phone"))
    roll = ballot.draft_electorate(
        act,
        assembly.community,
        base=ROLL_BASE[assembly.counted_by],
        title=topic.title,
        as_of=on,
    )
    ballot.add_electors(act, roll, [_entrant(each) for each in voters])
    ballot.freeze(act, roll)
    poll = ballot.prepare_poll(
        act,
        roll,
        title=topic.title,
        on_paper=True,
        on_screen=True,
        url_name="assemblies:public_meeting",
        url_args={"assembly_id": str(assembly.pk)},
    )
    ballot.ask(act, poll, title=topic.title, form="motion")
    ballot.open_poll(act, poll)
    for each in voters:
        if each not in by_phone:
            _hand_out(act, poll, each)
    topic.poll = poll
    topic.save(update_fields=["poll"])
    act.note(order=topic.order, present=len(voters))
    return topic


@action("assemblies.give_paper", needs="assemblies.decide")
def give_paper(act: Act, topic: Topic, *, attendance: UUID) -> Topic:
    """Hands a paper to somebody present with a vote: who came after the vote was opened, or
    cannot vote on their phone after all. Refused for who has voted or has one already."""
    topic = _held(topic)
    poll = _poll(topic, "open")
    voters = present_voters(topic.assembly.gathering)
    voter = next((each for each in voters if each.attendance == attendance), None)
    require(Finding(voter is not None, "assemblies.here_with_vote"))
    assert voter is not None
    if voter in not_on_roll(poll, voters):
        _enrol(act, poll, voter)
    _hand_out(act, poll, voter)
    act.note(order=topic.order)
    return topic


@action("assemblies.close_vote", needs="assemblies.decide")
def close_vote(
    act: Act, topic: Topic, *, votes_for: int, votes_against: int, abstained: int, void: int
) -> Topic:
    """Puts what was read out from the papers into the box and ends the vote. Whoever came
    meanwhile with a vote and took no paper counts as present, as with a show of hands."""
    topic = _held(topic)
    poll = _poll(topic, "open")
    read_out = {FOR: votes_for, AGAINST: votes_against, ABSTAIN: abstained}
    papers = [({"1": {"marks": {"0": said}}}, number) for said, number in read_out.items()]
    returned = ballot.put_in_papers(act, poll, [*papers, ({}, void)])
    voters = present_voters(topic.assembly.gathering)
    for voter in not_on_roll(poll, voters):
        _enrol(act, poll, voter)
    ballot.close_poll(act, poll)
    act.note(order=topic.order, returned=returned)
    return topic


@action("assemblies.void_vote", needs="assemblies.decide")
def void_vote(act: Act, topic: Topic) -> Topic:
    """Breaks off a vote that still runs, of which nobody knows anything yet; it can be opened
    anew. A vote that is over stands."""
    topic = _held(topic)
    poll = _poll(topic, "open")
    ballot.void_poll(act, poll)
    ballot.forget_marks(act, poll)
    topic.poll = None
    topic.save(update_fields=["poll"])
    act.note(order=topic.order)
    return topic


@action("assemblies.decide_by_vote", needs="assemblies.decide")
def decide_by_vote(
    act: Act, topic: Topic, *, text: str, owner: Body | None = None, due_on: date | None = None
) -> Decision:
    """Writes down what the box says, against those who were there when it was voted on."""
    topic = _held(topic)
    poll = _poll(topic, "closed")
    votes = votes_of(topic)
    assert votes is not None
    decision = write_decision(
        act,
        topic,
        votes_for=votes.votes_for,
        votes_against=votes.votes_against,
        abstained=votes.abstained,
        present=votes.present,
        text=text,
        owner=owner,
        due_on=due_on,
    )
    # Who had a paper is of no more use: nobody can vote any more, and the number stays.
    ballot.settle_poll(act, poll)
    ballot.forget_marks(act, poll)
    return decision


def _held(topic: Topic) -> Topic:
    """The topic as it now is, its meeting open and held until the act is over: of two at the
    desk at once, the second sees what the first did."""
    gathering = hold(topic.assembly.gathering)
    require(stands(gathering.state, OPEN))
    found = (
        Topic.objects.filter(community=topic.community_id, pk=topic.pk)
        .select_related(
            "item", "assembly__gathering", "assembly__community", "community", "poll__electorate"
        )
        .select_related("study", "version__document", "alters", "authorisation")
        .get()
    )
    require(Finding(found.item is not None, "assemblies.votes_taken"))
    return found


def _undecided(topic: Topic) -> bool:
    assert topic.item is not None
    decided = Decision.objects.filter(community=topic.community_id, item=topic.item).exists()
    return not decided and not topic.item.put_off


def _poll(topic: Topic, state: str) -> Poll:
    poll = topic.poll
    if poll is None or poll.state != state:
        rule = "assemblies.vote_runs" if state == "open" else "assemblies.vote_over"
        raise Refused(Finding(False, rule))
    return poll


def _entrant(voter: Voter) -> ballot.Entrant:
    return ballot.Entrant(name=voter.name, person=voter.person, ground=voter.capacity)


def _enrol(act: Act, poll: Poll, voter: Voter) -> None:
    ballot.enrol(act, poll.electorate, _entrant(voter), reason=_("投票开始以后到会"))


def _hand_out(act: Act, poll: Poll, voter: Voter) -> None:
    elector = elector_for(poll, voter)
    assert elector is not None
    ballot.hand_out_here(act, poll, elector)
