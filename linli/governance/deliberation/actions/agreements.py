"""What a talk came to is written, shown to those who were there, and published."""

from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max

from linli.core.access.models import Body
from linli.core.access.permissions import lives_here
from linli.core.audit.door import Act, action, may
from linli.core.pages.bilingual import in_both
from linli.core.places.laid_down import number_laid_down
from linli.core.places.queries import jurisdictions_of
from linli.governance.deliberation.actions.following import run_clock
from linli.governance.deliberation.actions.posting import post_agreement
from linli.governance.deliberation.actions.telling import tell_everybody
from linli.governance.deliberation.flows import POINT, TOPIC
from linli.governance.deliberation.gatherings import RESIDENT
from linli.governance.deliberation.models import (
    Agreement,
    Considered,
    Dissent,
    Point,
    Topic,
    TopicStep,
)
from linli.governance.deliberation.queries.taking_part import capacity_of
from linli.governance.deliberation.queries.talks import talked_over
from linli.governance.deliberation.queries.topics import points_of, waits_for_meeting
from linli.governance.deliberation.rules import agreements as rules
from linli.governance.deliberation.rules.topics import (
    public_words,
    stands_alone,
)
from linli.governance.deliberation.words import WHY_STRUCK
from linli.lib.calendar import local_day
from linli.lib.law import Finding, Refused, require
from linli.mechanisms.flow.actions import begin, take


@action("deliberation.write_agreement", needs="deliberation.keep")
def write_agreement(
    act: Act, topic: Topic, *, text: str, needs_decision: bool = False, decides_what: str = ""
) -> Agreement:
    """Writes what was agreed (or why nothing was), and what residents' meeting must decide of it;
    may be bettered until it is shown."""
    _being_written(topic)
    require(stands_alone(text))
    require(public_words(text, decides_what))
    require(Finding(not needs_decision or bool(decides_what.strip()), "deliberation.decides_what"))
    agreement, _made = Agreement.objects.update_or_create(
        community_id=topic.community_id,
        topic=topic,
        defaults={
            "text": text.strip(),
            "needs_decision": needs_decision,
            "decides_what": decides_what.strip() if needs_decision else "",
        },
        create_defaults={
            "community_id": topic.community_id,
            "text": text.strip(),
            "needs_decision": needs_decision,
            "decides_what": decides_what.strip() if needs_decision else "",
        },
    )
    act.note(number=topic.number)
    return agreement


@action("deliberation.add_point", needs="deliberation.keep")
def add_point(
    act: Act, topic: Topic, *, title: str, due_on: date, post: str = "", body: Body | None = None
) -> Point:
    """One thing that was agreed: what, by when, whose it is."""
    _being_written(topic)
    require(stands_alone(title))
    require(public_words(title))
    require(rules.owned_by_one(int(bool(post)), int(body is not None)))
    require(rules.due_ahead(due_on, local_day(act.at)))
    number = _next(Point, topic)
    point = Point(
        community=topic.community,
        topic=topic,
        number=number,
        title=title.strip(),
        due_on=due_on,
        post=post,
        body=body,
    )
    begin(act, POINT, point, "agree")
    act.note(number=topic.number, point=number)
    return point


@action("deliberation.strike_point", needs="deliberation.keep")
def strike_point(act: Act, point: Point) -> Topic:
    """Takes a point back that was not meant so; only while the agreement is being written, and
    not one of an agreement that was published before it was talked over again."""
    _being_written(point.topic)
    require(Finding(point.state == "agreed", "deliberation.being_written"))
    act.note(number=point.topic.number, point=point.number)
    point.delete()
    return point.topic


@action("deliberation.consider", needs="deliberation.keep")
def consider(
    act: Act,
    topic: Topic,
    *,
    words: str,
    source: str,
    adopted: bool,
    why: str,
    mark: str = "",
    point: Point | None = None,
) -> Considered:
    """Says of one opinion whether it was taken up, how, or why not."""
    _being_written(topic)
    for each in (words, why):
        require(stands_alone(each))
    require(public_words(words, why))
    considered = Considered.objects.create(
        community_id=topic.community_id,
        topic=topic,
        number=_next(Considered, topic),
        words=words.strip(),
        source=source,
        mark=mark.strip(),
        adopted=adopted,
        why=why.strip(),
        point=point,
    )
    act.note(number=topic.number, adopted=adopted)
    return considered


@action("deliberation.strike_considered", needs="deliberation.keep")
def strike_considered(act: Act, considered: Considered) -> Topic:
    """Takes a line back; only while the agreement is being written."""
    _being_written(considered.topic)
    act.note(number=considered.topic.number)
    considered.delete()
    return considered.topic


@action("deliberation.show_draft", needs="deliberation.keep")
def show_draft(act: Act, topic: Topic, *, seen: int | None = None) -> Topic:
    """Shows the draft to everybody who took part, before everybody else: whoever disagrees says
    so in their own words. Refused before anybody talked it over."""
    require(Finding(hasattr(topic, "agreement"), "deliberation.agreement_written"))
    _hold(topic)
    of = jurisdictions_of(topic.community)
    take(act, TOPIC, topic, "show", seen=seen, of=of, conditions=[talked_over(topic)])
    told = tell_everybody(act, topic, "deliberation.draft_shown")
    act.note(number=topic.number, told=told)
    return topic


@action("deliberation.take_draft_back", needs="deliberation.keep")
def take_draft_back(act: Act, topic: Topic, *, reason: str, seen: int | None = None) -> Topic:
    """What was said of the draft is talked over again; dissent that was written stays."""
    require(public_words(reason))
    act.note(number=topic.number)
    of = jurisdictions_of(topic.community)
    return take(act, TOPIC, topic, "take_back", seen=seen, of=of, reason=reason.strip())


@action("deliberation.dissent", needs="deliberation.dissent")
def dissent(act: Act, topic: Topic, *, words: str, name: str = "", capacity: str = "") -> Dissent:
    """Keeps what somebody holds against it, word for word; with their name only where they wish.
    From the phone of whoever took part, once each; or as somebody says it at the desk (then
    `capacity` says as what they came). The book does not say whose it is."""
    act.leave_out_who()
    _hold(topic)
    require(Finding(topic.state == "shown", "deliberation.draft_is_shown"))
    require(stands_alone(words))
    require(public_words(words))
    at_desk = bool(capacity) and may("deliberation.keep", act.by, topic)
    if not at_desk:
        capacity = capacity_of(topic, act.by.account, act.by.person)
        if not capacity and topic.is_online and lives_here(act.by, topic):
            capacity = RESIDENT.code
    require(Finding(bool(capacity), "deliberation.took_part"))
    try:
        with transaction.atomic():
            held = Dissent.objects.create(
                community_id=topic.community_id,
                topic=topic,
                words=words.strip(),
                capacity=capacity,
                name=name.strip(),
                account_id=None if at_desk else act.by.account,
                at_desk=at_desk,
                at=act.at,
            )
    except IntegrityError:
        raise Refused(Finding(False, "deliberation.dissent_once")) from None
    act.note(number=topic.number)
    return held


@action("deliberation.take_dissent_back", needs="deliberation.take_dissent_back")
def take_dissent_back(act: Act, held: Dissent) -> Topic:
    """Whoever said it takes it back, until it is published."""
    act.leave_out_who()
    _hold(held.topic)
    require(Finding(held.topic.published_on is None, "deliberation.not_yet_published"))
    act.note(number=held.topic.number)
    held.delete()
    return held.topic


@action("deliberation.strike_dissent", needs="deliberation.keep")
def strike_dissent(act: Act, held: Dissent, *, why: str) -> Topic:
    """Strikes one that was written down at the desk, for one of the reasons of `WHY_STRUCK`; the
    book says who did. What somebody sent themselves, nobody else strikes; nor anything that was
    published."""
    topic = held.topic
    _hold(topic)
    require(Finding(held.at_desk, "deliberation.written_at_desk"))
    steps = TopicStep.objects.filter(community=topic.community_id, case=topic, move="talk_again")
    again = steps.aggregate(last=Max("at"))["last"]
    fresh = topic.published_on is None and (again is None or held.at >= again)
    require(Finding(fresh, "deliberation.not_yet_published"))
    act.note(number=topic.number, reason=in_both(dict(WHY_STRUCK)[why]))
    held.delete()
    return topic


@action("deliberation.publish", needs="deliberation.publish")
def publish(act: Act, topic: Topic, *, seen: int | None = None) -> Topic:
    """Everybody reads what was agreed. The days of the points begin to run, unless the residents'
    meeting must decide first, and so does the one by which it is looked back at. Whoever took part
    hears."""
    _hold(topic)
    points = _open(topic)
    _conditions(act, topic, rules.something_agreed(len(points)))
    topic.published_on = local_day(act.at)
    take(act, TOPIC, topic, "publish", seen=seen, of=jurisdictions_of(topic.community))
    for point in () if waits_for_meeting(topic) else points:
        run_clock(act, point)
    _publish(act, topic, agreed=True)
    act.note(number=topic.number, points=len(points))
    return topic


@action("deliberation.leave_open", needs="deliberation.publish")
def leave_open(act: Act, topic: Topic, *, seen: int | None = None) -> Topic:
    """Everybody reads that nothing was agreed, and what each side says. Refused where points
    stand: then something was agreed."""
    _hold(topic)
    _conditions(act, topic, rules.nothing_agreed(len(_open(topic))))
    topic.published_on = local_day(act.at)
    take(act, TOPIC, topic, "leave_open", seen=seen, of=jurisdictions_of(topic.community))
    _publish(act, topic, agreed=False)
    act.note(number=topic.number)
    return topic


@action("deliberation.talk_again", needs="deliberation.keep")
def talk_again(act: Act, topic: Topic, *, reason: str, seen: int | None = None) -> Topic:
    """What could not be agreed is talked over again. What was published stays up on the board;
    what is written from now on nobody else reads before it is published in its turn."""
    require(public_words(reason))
    act.note(number=topic.number)
    of = jurisdictions_of(topic.community)
    take(act, TOPIC, topic, "talk_again", seen=seen, of=of, reason=reason.strip())
    topic.published_on = topic.to_assembly_on = None
    topic.decision = ""
    topic.save(update_fields=["published_on", "to_assembly_on", "decision"])
    return topic


def _hold(topic: Topic) -> None:
    """Holds the topic's row until the act is over and reads how it stands: whoever writes at the
    same time comes before or after, never in between."""
    rows = Topic.objects.select_for_update().filter(community=topic.community_id, pk=topic.pk)
    topic.state, topic.published_on = rows.values_list("state", "published_on").get()


def _open(topic: Topic) -> list[Point]:
    return [each for each in points_of(topic) if each.current.open]


def _being_written(topic: Topic) -> None:
    _hold(topic)
    require(Finding(topic.state == "talking", "deliberation.being_written"))


def _conditions(act: Act, topic: Topic, agreed: Finding) -> None:
    on = local_day(act.at)
    require(agreed)
    require(Finding(hasattr(topic, "agreement"), "deliberation.agreement_written"))
    if topic.state == "shown":
        days = number_laid_down("deliberation.draft_shown_days", topic.community, on)
        require(rules.seen_first(local_day(topic.state_since), on, days=days))


def _publish(act: Act, topic: Topic, *, agreed: bool) -> None:
    topic.save(update_fields=["published_on"])
    post_agreement(act, topic, agreed=agreed)
    # Nobody can take it back any more, so whose it is need not be known any more.
    Dissent.objects.filter(community=topic.community_id, topic=topic).update(account=None)
    tell_everybody(act, topic, "deliberation.published" if agreed else "deliberation.left_open")


def _next(model: Any, topic: Topic) -> int:
    rows = model.objects.filter(community=topic.community_id, topic=topic)
    return (rows.aggregate(last=Max("number"))["last"] or 0) + 1
