"""What of a topic a page shows, to whom."""

from datetime import date, datetime
from typing import Any

from django.utils.timezone import localdate

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.core.clocks.queries import clocks_of, deadline_of, work_calendar
from linli.core.pages.shapes import Deadline
from linli.core.places.laid_down import floor_laid_down
from linli.governance.deliberation.actions.posting import owner_of, signed_as
from linli.governance.deliberation.flows import ANSWER_CLOCK
from linli.governance.deliberation.models import Draw, Point, Talk, Topic
from linli.governance.deliberation.queries.draws import draws_of
from linli.governance.deliberation.queries.frame import told
from linli.governance.deliberation.queries.opinion_map import agreed_on
from linli.governance.deliberation.queries.talks import minutes_of, talks_of
from linli.governance.deliberation.queries.topics import (
    considered_in,
    course_of,
    dissents_in,
    points_of,
)
from linli.governance.deliberation.views.standing import answered_by
from linli.governance.deliberation.words import STRATA, TALK_RULES
from linli.lib.calendar import local_day


def shown(topic: Topic, actor: Actor, at: datetime, *, desk: bool = False) -> dict[str, Any]:
    """The context of a topic's page at a moment. What it came to is shown to everybody once it is
    published; before, to those who took part from the day the draft was shown, and to the desk."""
    published = topic.published_on is not None
    sees_draft = topic.state == "shown" and may("deliberation.see_draft", actor, topic)
    sees = published or sees_draft or desk
    points = points_of(topic) if sees else []
    dissents = dissents_in(topic) if sees else []
    mine = [each for each in dissents if each.account_id and each.account_id == actor.account]
    return {
        **answered_by(topic, actor),
        "topic": topic,
        "agreement": getattr(topic, "agreement", None) if sees else None,
        "is_draft": not published,
        "answer_by": answer_by(topic, at) if topic.state == "proposed" else None,
        "points": [(each, owner_of(each), late(each, local_day(at))) for each in points],
        "considered": considered_in(topic) if sees else [],
        "dissents": [(each, signed_as(each)) for each in dissents],
        "my_dissent": mine[0] if mine else None,
        "may_dissent": sees_draft and not mine and may("deliberation.dissent", actor, topic),
        "may_withdraw": topic.state == "proposed" and may("deliberation.withdraw", actor, topic),
        "parties": list(topic.parties.select_related("body")),
        "talks": [talk_shown(each, desk=desk) for each in talks_of(topic)],
        "draws": [draw_shown(each) for each in draws_of(topic)],
        "may_check": may("deliberation.check_draw", actor, topic),
        "talk_rules": TALK_RULES,
        "entries": course_of(topic, public=not desk),
    }


def answer_by(topic: Topic, at: datetime) -> Deadline | None:
    """Until when a proposal is answered."""
    running = [clock for clock in clocks_of(topic, ANSWER_CLOCK) if clock.is_open]
    return deadline_of(running[-1], work_calendar(topic.community_id), at) if running else None


def late(point: Point, today: date) -> Deadline | None:
    """How far an open point is past its day; nothing while it is not."""
    days = (today - point.due_on).days
    if days <= 0 or not point.current.open:
        return None
    return Deadline(point.due_on, -days, workdays=False)


def talk_shown(talk: Talk, *, desk: bool = False) -> dict[str, Any]:
    """A talk as its topic's page shows it; what was said once its minutes are published."""
    seen = talk.minutes_on is not None
    return {
        "talk": talk,
        "gathering": talk.gathering,
        "known": desk or talk.gathering.state != "prepared",
        "minutes": minutes_of(talk) if seen else None,
    }


def draw_shown(draw: Draw) -> dict[str, Any]:
    """A draw as everybody may see it: small strata without their counts."""
    sizes = told([each["size"] for each in draw.strata])
    return {
        "draw": draw,
        "by": [words for code, words in STRATA if code in draw.by],
        "strata": [
            {"title": each["title"], "size": size, "wanted": each["wanted"]}
            for each, size in zip(draw.strata, sizes, strict=True)
        ],
    }


def as_data(topic: Topic, *, whole: bool = False) -> dict[str, Any]:
    """The public page's data twin; `whole`: with what everybody agreed on in the opinions."""
    published = topic.published_on is not None
    return {
        "id": topic.pk,
        "number": topic.number,
        "title": topic.title,
        "text": topic.text,
        "source": topic.source,
        "unit": topic.unit.name if topic.unit else "",
        "state": topic.state,
        "form": topic.form,
        "touches_all": topic.touches_all,
        "answer": topic.answer,
        "way_on": topic.way_on,
        "published_on": topic.published_on,
        "agreement": topic.agreement.text if published and hasattr(topic, "agreement") else "",
        "points": [point_as_data(each) for each in (points_of(topic) if published else [])],
        **({"opinions": opinions_as_data(topic) if published else None} if whole else {}),
        "decision": topic.decision,
        "looked_on": topic.looked_on,
        "looked_words": topic.looked_words,
    }


def opinions_as_data(topic: Topic) -> list[dict[str, Any]] | None:
    """What everybody agreed on in the opinions, in tens until they are closed; None where none
    were gathered or too few voted."""
    told = agreed_on(topic, floor=floor_laid_down(topic.community, localdate()))
    if told is None:
        return None
    return [
        {
            "number": each.statement.number,
            "text": each.statement.text,
            "agree": each.all.agree,
            "disagree": each.all.disagree,
            "pass": each.all.passed,
        }
        for each in told.agreed
    ]


def point_as_data(point: Point) -> dict[str, Any]:
    """A point as plain data."""
    return {
        "id": point.pk,
        "number": point.number,
        "title": point.title,
        "owner": owner_of(point),
        "due_on": point.due_on,
        "state": point.state,
        "done_on": point.done_on,
        "result": point.result,
    }
