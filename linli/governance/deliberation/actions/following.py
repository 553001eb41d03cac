"""What was agreed is followed until its result is published, and looked back at."""

from datetime import date

from linli.core.audit.door import Act, action
from linli.core.clocks import actions as clocks
from linli.core.places.laid_down import number_laid_down
from linli.core.places.queries import jurisdictions_of
from linli.governance.deliberation.actions.posting import post_outcome
from linli.governance.deliberation.actions.telling import tell_everybody
from linli.governance.deliberation.flows import POINT, POINT_CLOCK, TOPIC
from linli.governance.deliberation.models import Point, Topic
from linli.governance.deliberation.queries.topics import (
    open_points,
    points_of,
    waits_for_meeting,
)
from linli.governance.deliberation.rules import agreements as rules
from linli.governance.deliberation.rules.topics import (
    is_for_the_meeting,
    long_enough_ago,
    points_told,
    public_words,
    residents_decide,
    stands_alone,
)
from linli.lib.calendar import Unit, local_day
from linli.lib.law import Finding, require
from linli.mechanisms.flow.actions import take

LONGEST = 400


@action("deliberation.report", needs="deliberation.follow")
def report(act: Act, point: Point, *, words: str, seen: int | None = None) -> Point:
    """Says how far it is; everybody reads it."""
    _published(point)
    require(stands_alone(words))
    require(public_words(words))
    act.note(number=point.topic.number, point=point.number)
    return take(act, POINT, point, "report", seen=seen, public_note=words.strip())


@action("deliberation.finish", needs="deliberation.follow")
def finish(
    act: Act, point: Point, *, result: str, done_on: date | None = None, seen: int | None = None
) -> Point:
    """It is done, on that day, with that result: published, and told to everybody who took part.
    Without a result it does not close; what the residents' meeting must decide is not done before
    it did."""
    _published(point)
    require(Finding(not waits_for_meeting(point.topic), "deliberation.meeting_decides_first"))
    today = local_day(act.at)
    point.done_on = done_on or today
    require(rules.done_by_now(point.done_on, today))
    _settle(act, point, result)
    take(act, POINT, point, "finish", seen=seen, public_note=point.result, result=point.result)
    _tell(act, point)
    return point


@action("deliberation.leave", needs="deliberation.follow")
def leave(act: Act, point: Point, *, reason: str, seen: int | None = None) -> Point:
    """It is not done, and why: published and told like a result."""
    _published(point)
    _settle(act, point, reason)
    take(act, POINT, point, "leave", seen=seen, public_note=point.result, reason=point.result)
    _tell(act, point)
    return point


@action("deliberation.reopen", needs="deliberation.keep")
def reopen(act: Act, point: Point, *, reason: str, seen: int | None = None) -> Point:
    """What came of it was recorded wrongly: it is open again, and why, everybody reads. Not after
    it was looked back at, and not where the meeting refused it."""
    require(stands_alone(reason))
    require(public_words(reason))
    require(Finding(point.topic.state == "agreed", "deliberation.still_followed"))
    # The move first: a point whose result is gone may not be closed.
    why = reason.strip()
    take(act, POINT, point, "reopen", seen=seen, public_note=why[:LONGEST], reason=why)
    point.result, point.done_on = "", None
    point.save(update_fields=["result", "done_on"])
    run_clock(act, point)
    act.note(number=point.topic.number, point=point.number)
    post_outcome(act, point.topic)
    tell_everybody(act, point.topic, "deliberation.point_reopened", point=point.number)
    return point


@action("deliberation.take_to_assembly", needs="deliberation.publish")
def take_to_assembly(act: Act, topic: Topic, *, seen: int | None = None) -> Topic:
    """What a meeting must decide goes to the residents' meeting. Which one, the meetings' own
    room says."""
    topic.to_assembly_on, topic.decision = local_day(act.at), ""
    topic.save(update_fields=["to_assembly_on", "decision"])
    take(act, TOPIC, topic, "take_to_assembly", seen=seen)
    act.note(number=topic.number)
    tell_everybody(act, topic, "deliberation.at_assembly")
    return topic


@action("deliberation.record_decision", needs="deliberation.keep")
def record_decision(
    act: Act, topic: Topic, *, words: str, adopted: bool, seen: int | None = None
) -> Topic:
    """What the meeting decided, as everybody who talked it over reads it. Adopted, the days of the
    points that waited begin to run; refused, the points are left, and the decision says why."""
    require(stands_alone(words))
    require(public_words(words))
    points = points_of(topic)
    waiting = [each for each in points if each.current.open]
    waited = waits_for_meeting(topic)
    topic.decision = words.strip()
    topic.save(update_fields=["decision"])
    holds = adopted and any(each.state != "undone" for each in points)
    move, note = "decided" if holds else "decided_open", topic.decision[:LONGEST]
    of = jurisdictions_of(topic.community)
    take(act, TOPIC, topic, move, seen=seen, of=of, public_note=note)
    for point in waiting:
        if not adopted:
            point.result = " ".join(topic.decision.split())[:LONGEST]
            point.save(update_fields=["result"])
            take(act, POINT, point, "leave", public_note=point.result, reason=point.result)
        elif waited:
            run_clock(act, point)
    act.note(number=topic.number)
    post_outcome(act, topic)
    tell_everybody(act, topic, "deliberation.decided")
    return topic


@action("deliberation.look_back", needs="deliberation.keep")
def look_back(act: Act, topic: Topic, *, words: str, seen: int | None = None) -> Topic:
    """Half a year on: what came of it, in words, published and told to everybody who took part.
    Refused while a point has no result, before there was time for one, and where all residents
    are concerned and were not asked."""
    require(stands_alone(words))
    require(public_words(words))
    on = local_day(act.at)
    conditions = [points_told(open_points(topic))]
    if topic.published_on is not None:
        days = number_laid_down("deliberation.look_back_from", topic.community, on)
        conditions.append(long_enough_ago(topic.published_on, on, days=days))
    agreement = getattr(topic, "agreement", None)
    needs = agreement is not None and agreement.needs_decision
    taken = topic.to_assembly_on is not None
    conditions.append(residents_decide(is_for_the_meeting(topic.touches_all, needs), taken))
    topic.looked_on, topic.looked_words = on, words.strip()
    topic.save(update_fields=["looked_on", "looked_words"])
    take(act, TOPIC, topic, "look_back", seen=seen, conditions=conditions)
    act.note(number=topic.number)
    post_outcome(act, topic)
    tell_everybody(act, topic, "deliberation.looked_back")
    return topic


def run_clock(act: Act, point: Point) -> None:
    """Lets the days of a point run, where any are left; a step of acts."""
    ahead = (point.due_on - local_day(act.at)).days
    if ahead < 1:
        return
    face = point.face()
    clocks.start(
        act,
        point,
        POINT_CLOCK,
        length=ahead,
        unit=Unit.DAYS,
        title=face.title,
        url_name=face.url_name,
        url_args=face.url_args,
        holder=face.holder,
        weekend_rolls=False,  # the agreement names a day, and that day it is
    )


def _published(point: Point) -> None:
    found = point.topic.published_on is not None
    require(Finding(found, "deliberation.agreement_published"))


def _settle(act: Act, point: Point, result: str) -> None:
    require(stands_alone(result, "deliberation.result_told"))
    require(public_words(result))
    point.result = " ".join(result.split())[:LONGEST]
    point.save(update_fields=["result", "done_on"])
    act.note(number=point.topic.number, point=point.number)


def _tell(act: Act, point: Point) -> None:
    post_outcome(act, point.topic)
    tell_everybody(act, point.topic, "deliberation.point_told", point=point.number)
