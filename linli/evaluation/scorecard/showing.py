"""A meeting as pages show it: a chapter for each standard that was taken to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from linli.core.pages.shapes import Step
from linli.evaluation.scorecard.figures import ToldFigure, tell_figures
from linli.evaluation.scorecard.flows import MEETING
from linli.evaluation.scorecard.models import AgreedAction, ScoreMeeting, ScoreTopic
from linli.evaluation.scorecard.said import say_hands, say_moved, title_of
from linli.evaluation.standards import standard_of


@dataclass(frozen=True, slots=True)
class ShownAction:
    """An action, which figure it should move and how that went."""

    row: AgreedAction
    figure: str
    moved: str


@dataclass(frozen=True, slots=True)
class ShownChapter:
    """One standard: its figures, what was said, what was agreed."""

    topic: ScoreTopic
    title: str
    says: str
    figures: tuple[ToldFigure, ...]
    hands: str
    views: tuple[Any, ...]
    actions: tuple[ShownAction, ...]


def chapters_shown(topics: Sequence[ScoreTopic]) -> list[ShownChapter]:
    """The chapters in the reader's words; reads nothing more."""
    return [_chapter(topic) for topic in topics]


def stages_of(meeting: ScoreMeeting) -> list[Step]:
    """How far a meeting has come."""
    names = list(MEETING.states)
    if meeting.state == "called_off":
        return [Step(MEETING.states["called_off"].label, "stopped")]
    here = names.index(meeting.state)
    over = meeting.state == "looked_at"
    return [
        Step(
            MEETING.states[name].label,
            "done" if place < here or over else "current" if place == here else "coming",
        )
        for place, name in enumerate(names[:-1])
    ]


def _chapter(topic: ScoreTopic) -> ShownChapter:
    standard = standard_of(topic.standard)
    agreed = getattr(topic, "actions_agreed", ())
    return ShownChapter(
        topic=topic,
        title=f"{standard.code} {standard.title}",
        says=str(standard.says),
        figures=tuple(tell_figures(topic.figures)),
        hands=say_hands(topic),
        views=tuple(getattr(topic, "views_given", ())),
        actions=tuple(
            ShownAction(each, title_of(each.indicator) if each.indicator else "", say_moved(each))
            for each in agreed
        ),
    )
