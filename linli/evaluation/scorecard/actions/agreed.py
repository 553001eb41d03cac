"""An action is agreed face to face, done, or not done and why."""

from datetime import date
from typing import Any

from django.db.models import Max

from linli.core.access.models import Body
from linli.core.audit.door import Act, action
from linli.evaluation.scorecard import rules
from linli.evaluation.scorecard.actions.wording import fit_for_everybody
from linli.evaluation.scorecard.figures import keep_figures, picture_on
from linli.evaluation.scorecard.flows import ACTION, MEETING
from linli.evaluation.scorecard.models import AgreedAction, ScoreMeeting, ScoreTopic
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.mechanisms.flow.actions import begin, take


@action("scorecard.agree", needs="scorecard.keep")
def agree_action(
    act: Act,
    topic: ScoreTopic,
    *,
    title: str,
    due_on: date,
    indicator: str = "",
    post: str = "",
    body: Body | None = None,
    seen: int | None = None,
) -> AgreedAction:
    """Agrees one action: what, by when, carried by one post or one body, and which of the
    figures taken to the meeting it should move; none where nothing measures it yet."""
    meeting = topic.meeting
    fit_for_everybody(title)
    require(rules.carried_by_one(int(bool(post)), int(body is not None)))
    on = local_day(act.at)
    require(rules.due_ahead(due_on, meeting.held_on or on))
    topics = ScoreTopic.objects.filter(community=meeting.community_id, meeting=meeting)
    names = {each["id"] for one in topics for each in one.figures}
    require(Finding(not indicator or indicator in names, "scorecard.figure_taken"))
    take(act, MEETING, meeting, "agree", seen=seen)
    rows = AgreedAction.objects.filter(community=meeting.community_id, topic__meeting=meeting)
    known = [indicator] if indicator else []
    kept = keep_figures(picture_on(meeting.community, meeting.year, on), known, on)
    agreed = AgreedAction(
        community=meeting.community,
        topic=topic,
        number=(rows.aggregate(last=Max("number"))["last"] or 0) + 1,
        title=title.strip(),
        post=post,
        body=body,
        indicator=indicator,
        due_on=due_on,
        before=kept[0] if kept else None,
    )
    begin(act, ACTION, agreed, "agree")
    act.note(number=agreed.number)
    return agreed


@action("scorecard.strike", needs="scorecard.keep")
def strike_action(act: Act, agreed: AgreedAction, *, seen: int | None = None) -> ScoreMeeting:
    """Takes an action back that was not meant so; only until the meeting is published."""
    meeting = agreed.topic.meeting
    take(act, MEETING, meeting, "strike", seen=seen)
    act.note(number=agreed.number)
    agreed.delete()
    return meeting


@action("scorecard.finish", needs="scorecard.keep")
def finish_action(
    act: Act,
    agreed: AgreedAction,
    *,
    result: str,
    done_on: date | None = None,
    seen: int | None = None,
) -> AgreedAction:
    """It is done, on that day, with that result, which everybody reads."""
    fit_for_everybody(result)
    today = local_day(act.at)
    done_on = done_on or today
    require(Finding(done_on <= today, "scorecard.done_by_now", numbers={"day": done_on}))
    require(Finding(bool(result.strip()), "scorecard.something_said"))
    agreed.done_on, agreed.result = done_on, result.strip()
    agreed.save(update_fields=["done_on", "result"])
    act.note(number=agreed.number)
    given: Any = {"seen": seen, "conditions": (_running(agreed),)}
    return take(act, ACTION, agreed, "finish", public_note=result.strip(), **given)


@action("scorecard.leave", needs="scorecard.keep")
def leave_action(
    act: Act, agreed: AgreedAction, *, reason: str, seen: int | None = None
) -> AgreedAction:
    """It was not done, and why; everybody reads the reason."""
    fit_for_everybody(reason)
    agreed.result = reason.strip()
    agreed.save(update_fields=["result"])
    act.note(number=agreed.number)
    given: Any = {"seen": seen, "conditions": (_running(agreed),)}
    return take(act, ACTION, agreed, "leave", reason=reason, public_note=reason.strip(), **given)


def _running(agreed: AgreedAction) -> Finding:
    """Work on it begins once the meeting is published and ends when it is looked at again."""
    return Finding(agreed.topic.meeting.state == "published", "scorecard.running")
