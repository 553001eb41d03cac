"""A meeting is prepared, held, written down, published, and looked at again."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from linli.core.access.models import Body
from linli.core.audit.door import Act, action
from linli.core.clocks import actions as clocks
from linli.core.places.models import Place
from linli.core.places.queries import jurisdictions_of
from linli.evaluation.scorecard import rules
from linli.evaluation.scorecard.actions.wording import fit_for_everybody, masked
from linli.evaluation.scorecard.figures import keep_figures, picture_on
from linli.evaluation.scorecard.flows import ACTION_CLOCK, MEETING
from linli.evaluation.scorecard.models import (
    AgreedAction,
    ProviderView,
    ScoreMeeting,
    ScoreTopic,
)
from linli.evaluation.scorecard.queries import agreed_in, views_in
from linli.lib.calendar import Unit, local_day
from linli.lib.law import Finding, Refused, require
from linli.mechanisms.flow.actions import begin, take


@action("scorecard.prepare", needs="scorecard.keep")
def prepare_meeting(
    act: Act,
    community: Place,
    *,
    year: int,
    round: str,
    taken: Mapping[str, Sequence[str]],
) -> ScoreMeeting:
    """Prepares the meeting of a year: which standards are taken to it, and with which figures
    (`taken`: indicator ids by standard). The figures are kept as everybody sees them today."""
    on = local_day(act.at)
    require(Finding(bool(taken), "scorecard.something_taken"))
    meeting = ScoreMeeting(community=community, year=year, round=round)
    try:
        with transaction.atomic():
            begin(act, MEETING, meeting, "prepare")
    except IntegrityError:
        raise Refused(Finding(False, "scorecard.once", numbers={"year": year})) from None
    picture = picture_on(community, year, on)
    ScoreTopic.objects.bulk_create(
        ScoreTopic(
            community=community,
            meeting=meeting,
            standard=standard,
            figures=keep_figures(picture, names, on),
        )
        for standard, names in taken.items()
    )
    act.note(year=year, topics=len(taken))
    return meeting


@action("scorecard.call_off", needs="scorecard.keep")
def call_off_meeting(
    act: Act, meeting: ScoreMeeting, *, reason: str, seen: int | None = None
) -> ScoreMeeting:
    """It is not held after all, and why; another of the same round can be prepared."""
    act.note(year=meeting.year)
    return take(act, MEETING, meeting, "call_off", seen=seen, reason=reason)


@action("scorecard.hold", needs="scorecard.keep")
def hold_meeting(
    act: Act,
    meeting: ScoreMeeting,
    *,
    held_on: date,
    venue: str,
    present: int,
    seen: int | None = None,
) -> ScoreMeeting:
    """It was held: on that day, there, with so many residents."""
    fit_for_everybody(venue)
    numbers = {"day": held_on}
    require(Finding(held_on <= local_day(act.at), "scorecard.held_by_now", numbers=numbers))
    meeting.held_on, meeting.venue, meeting.present = held_on, venue.strip(), present
    meeting.save(update_fields=["held_on", "venue", "present"])
    act.note(year=meeting.year, present=present)
    return take(act, MEETING, meeting, "hold", seen=seen)


@action("scorecard.write_topic", needs="scorecard.keep")
def write_topic(
    act: Act,
    topic: ScoreTopic,
    *,
    words: str,
    hands: tuple[int, int, int] | None = None,
    seen: int | None = None,
) -> ScoreTopic:
    """What residents said of one standard, in their own words (masked), and how many hands were
    raised for better, the same, worse. May be bettered until it is published."""
    meeting = topic.meeting
    if hands is not None:
        require(rules.hands_fit(*hands, present=meeting.present or 0))
    topic.words = masked(words)
    topic.better, topic.same, topic.worse = hands if hands is not None else (None, None, None)
    require(Finding(topic.is_heard, "scorecard.something_said"))
    take(act, MEETING, meeting, "write", seen=seen)
    topic.save(update_fields=["words", "better", "same", "worse"])
    act.note(standard=topic.standard)
    return topic


@action("scorecard.record_view", needs="scorecard.keep")
def record_view(
    act: Act, topic: ScoreTopic, *, body: Body, words: str, seen: int | None = None
) -> ProviderView:
    """What a body that provides says of itself on one standard; said again, it takes the place of
    what it said before. Residents are heard first, on everything that was taken."""
    meeting = topic.meeting
    topics = ScoreTopic.objects.filter(community=topic.community_id, meeting=meeting)
    require(rules.everyone_heard(sum(not each.is_heard for each in topics)))
    ours = body.community_id == topic.community_id
    require(Finding(ours and bool(words.strip()), "scorecard.something_said"))
    take(act, MEETING, meeting, "view", seen=seen)
    rows = ProviderView.objects.filter(community=topic.community_id)
    view, _new = rows.update_or_create(
        community_id=topic.community_id,
        topic=topic,
        body=body,
        defaults={"words": masked(words)},
    )
    act.note(standard=topic.standard, body=body.name)
    return view


@action("scorecard.publish", needs="scorecard.publish")
def publish_meeting(act: Act, meeting: ScoreMeeting, *, seen: int | None = None) -> ScoreMeeting:
    """Everybody may read what was said and what was agreed; the days become clocks of those who
    carry the actions, and in half a year it is looked at again."""
    agreed = agreed_in(meeting)
    require(Finding(bool(agreed), "scorecard.something_agreed"))
    require(Finding(bool(views_in(meeting)), "scorecard.providers_heard"))
    take(act, MEETING, meeting, "publish", seen=seen, of=jurisdictions_of(meeting.community))
    for each in agreed:
        _start_clock(act, each)
    act.note(year=meeting.year, actions=len(agreed))
    return meeting


@action("scorecard.look_again", needs="scorecard.keep")
def look_again(
    act: Act, meeting: ScoreMeeting, *, words: str = "", seen: int | None = None
) -> ScoreMeeting:
    """Half a year later: of every action it is said whether it was done, and each figure it
    should move is kept beside what it was."""
    fit_for_everybody(words)
    agreed = agreed_in(meeting)
    require(rules.all_told(sum(each.state == "agreed" for each in agreed)))
    on = local_day(act.at)
    picture = picture_on(meeting.community, on.year, on)
    for each in (each for each in agreed if each.indicator):
        each.after = keep_figures(picture, [each.indicator], on)[0]
        each.save(update_fields=["after"])
    meeting.looked_words = words.strip()
    meeting.save(update_fields=["looked_words"])
    act.note(year=meeting.year, done=sum(each.state == "done" for each in agreed))
    return take(act, MEETING, meeting, "look_again", seen=seen)


def _start_clock(act: Act, agreed: AgreedAction) -> None:
    ahead = (agreed.due_on - local_day(act.at)).days
    if ahead < 1 or agreed.state != "agreed":
        return
    face: Any = agreed.face()
    clocks.start(
        act,
        agreed,
        ACTION_CLOCK,
        length=ahead,
        unit=Unit.DAYS,
        title=face.title,
        url_name=face.url_name,
        url_args=face.url_args,
        holder=face.holder,
        weekend_rolls=False,  # the meeting named a day, and that day it is
    )
