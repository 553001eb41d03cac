"""The meeting itself: opened with a quorum, decided item by item, closed."""

from datetime import date

from django.db.models import Max

from linli.core.access.models import Body
from linli.core.audit.door import Act, action
from linli.core.clocks import actions as clocks
from linli.governance.assemblies import rules
from linli.governance.assemblies.actions.convening import conditions_of
from linli.governance.assemblies.actions.posting import post_resolution
from linli.governance.assemblies.flows import DOCUMENT, RESOLUTION
from linli.governance.assemblies.gatherings import quorum_now
from linli.governance.assemblies.laws import law_of
from linli.governance.assemblies.models import Assembly, Resolution, Topic
from linli.governance.assemblies.queries import duty_of, topics_of
from linli.lib.calendar import local_day
from linli.lib.identity.redact import redact
from linli.lib.law import Finding, Refused, require
from linli.mechanisms.flow.actions import begin, take
from linli.mechanisms.gathering import actions as gathering_steps
from linli.mechanisms.gathering.actions.moving import hold
from linli.mechanisms.gathering.models import Decision
from linli.mechanisms.gathering.queries import present_by_capacity

NOT_WORKING_DAYS = "days"


@action("assemblies.open", needs="assemblies.convene")
def open_assembly(act: Act, assembly: Assembly, *, chair: str) -> Assembly:
    """Calls it to order, where enough have come."""
    present = present_by_capacity(assembly.gathering)
    gathering_steps.open_gathering(
        act, assembly.gathering, chair=chair, quorum=quorum_now(assembly.gathering, present)
    )
    return assembly


@action("assemblies.decide", needs="assemblies.decide")
def decide_topic(
    act: Act,
    topic: Topic,
    *,
    votes_for: int,
    votes_against: int,
    abstained: int,
    text: str,
    owner: Body | None = None,
    due_on: date | None = None,
) -> Decision:
    """Writes down a vote, and what follows from it: a resolution, a text adopted, an earlier
    decision changed or revoked. Judged against those with a vote who are present now; without a
    quorum nothing is decided. What the Party organisation studied bears on none of the numbers.
    """
    _no_vote_runs(topic)
    gathering = topic.assembly.gathering
    return write_decision(
        act,
        topic,
        votes_for=votes_for,
        votes_against=votes_against,
        abstained=abstained,
        present=gathering.sort.voting(present_by_capacity(gathering)),
        text=text,
        owner=owner,
        due_on=due_on,
    )


def write_decision(
    act: Act,
    topic: Topic,
    *,
    votes_for: int,
    votes_against: int,
    abstained: int,
    present: int,
    text: str,
    owner: Body | None,
    due_on: date | None,
) -> Decision:
    """A vote, judged against those `present` with a vote when it was taken, and what follows."""
    require(Finding(topic.decides and topic.item is not None, "assemblies.votes_taken"))
    assembly = topic.assembly
    on = local_day(act.at)
    for finding in conditions_of(topic, on):
        require(finding)
    require(Finding(due_on is None or due_on > on, "assemblies.due_ahead", numbers={
        "due_on": due_on}))  # fmt: skip
    require(Finding(redact(text).text == text, "assemblies.public_words"))
    law = law_of(assembly.community, on)
    cast = votes_for + votes_against + abstained
    if min(votes_for, votes_against, abstained) < 0 or cast > present:
        numbers = {"cast": cast, "voting": present}
        raise Refused(Finding(False, "gathering.votes_add_up", numbers=numbers))
    enough = rules.quorum(assembly.body, present, assembly.base or 0, law=law)
    require(enough)
    carried = rules.carried(assembly.body, present, votes_for, law=law)
    assert topic.item is not None
    decision = gathering_steps.decide(
        act,
        topic.item,
        way=topic.way,
        votes_for=votes_for,
        votes_against=votes_against,
        abstained=abstained,
        finding=carried,
        text=text,
        present=present,
    )
    if decision.adopted:
        _follow(act, topic, text, owner, due_on)
    return decision


@action("assemblies.put_off", needs="assemblies.decide")
def put_off_topic(act: Act, topic: Topic, *, reason: str) -> Topic:
    """Leaves a topic for another meeting, and says why. What is being voted on, or was, is not."""
    _no_vote_runs(topic)
    require(Finding(topic.item is not None, "assemblies.votes_taken"))
    assert topic.item is not None
    gathering_steps.put_off(act, topic.item, reason=reason)
    return topic


@action("assemblies.close", needs="assemblies.convene")
def close_assembly(act: Act, assembly: Assembly) -> Assembly:
    """Ends it: resolutions are posted, representatives are asked to report back to their
    groups, and the half-year's duty is done."""
    gathering_steps.close_gathering(act, assembly.gathering)
    adopted = [
        topic.resolution
        for topic in topics_of(assembly)
        if getattr(topic, "resolution", None) is not None
    ]
    for resolution in adopted:
        post_resolution(act, resolution)
    act.note(resolutions=len(adopted))
    if assembly.body == rules.MEETING:
        _do_duty(act, assembly)
    if adopted:
        _ask_to_report(act, assembly)
    return assembly


def make_resolution(
    act: Act,
    resolution: Resolution,
    *,
    due_on: date | None,
) -> Resolution:
    """Numbers a resolution, saves it and starts the clock until it is due."""
    latest = Resolution.objects.filter(
        community=resolution.community_id, body=resolution.body, year=resolution.year
    ).aggregate(last=Max("serial"))["last"]
    resolution.serial = (latest or 0) + 1
    resolution.due_on = due_on
    begin(act, RESOLUTION, resolution, "adopt")
    if due_on is not None:
        face = resolution.face()
        clocks.start(
            act,
            resolution,
            "carry_out",
            length=(due_on - resolution.adopted_on).days,
            unit=NOT_WORKING_DAYS,
            title=face.title,
            url_name=face.url_name,
            url_args=face.url_args,
            holder=face.holder,
            weekend_rolls=False,  # the meeting set a day, and that day it is
        )
    return resolution


def _no_vote_runs(topic: Topic) -> None:
    """Looked at in the database with the meeting held: somebody may just have opened one."""
    hold(topic.assembly.gathering)
    here = Topic.objects.filter(community=topic.community_id, pk=topic.pk, poll__isnull=True)
    require(Finding(here.exists(), "assemblies.no_vote_runs"))


def _follow(
    act: Act, topic: Topic, text: str, owner: Body | None, due_on: date | None
) -> Resolution:
    on = local_day(act.at)
    assembly = topic.assembly
    resolution = make_resolution(
        act,
        Resolution(
            community=assembly.community,
            topic=topic,
            body=assembly.body,
            matter=topic.matter,
            year=on.year,
            title=topic.title,
            text=text,
            adopted_on=on,
            owner=owner,
        ),
        due_on=due_on,
    )
    if topic.version is not None:
        version = topic.version
        take(act, DOCUMENT, version, "adopt")
        version.adopted_on, version.resolution = on, resolution
        version.save(update_fields=["adopted_on", "resolution"])
    if topic.alters is not None:
        before = topic.alters
        take(act, RESOLUTION, before, topic.alters_how)
        before.changed_by = resolution
        before.save(update_fields=["changed_by"])
    return resolution


def _do_duty(act: Act, assembly: Assembly) -> None:
    duty = duty_of(assembly.community, local_day(act.at))
    if duty is not None and duty.held_by_id is None:
        duty.held_by = assembly
        duty.save(update_fields=["held_by"])
        clocks.settle(act, duty, "hold_meeting")


def _ask_to_report(act: Act, assembly: Assembly) -> None:
    gathering = assembly.gathering
    members = gathering.expected.filter(capacity="representative", account__isnull=False)
    for account in members.values_list("account_id", flat=True):
        act.tell("assemblies.decided", account=account, title=gathering.title)
