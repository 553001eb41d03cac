"""What everybody reads of score-card meetings."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, public
from linli.core.pages.answer import answer
from linli.evaluation.scorecard import queries
from linli.evaluation.scorecard.showing import ShownChapter, chapters_shown


@public
@require_safe
def list_meetings(request: Visit) -> HttpResponse:
    """The published meetings, the latest first."""
    rows = list(queries.public_meetings(request.community)[:40])
    return answer(request, "evaluation/scorecard/list.html", {"meetings": rows})


@public
@require_safe
def show(request: Visit, meeting_id: UUID) -> HttpResponse:
    """One meeting: the figures as they were, what was said, what was agreed and became of it."""
    meeting = queries.public_meeting(request.community, meeting_id)
    chapters = chapters_shown(queries.topics_in(meeting))
    return answer(
        request,
        "evaluation/scorecard/show.html",
        {"meeting": meeting, "chapters": chapters},
        json=lambda: _as_data(meeting, chapters),
    )


def _as_data(meeting: Any, chapters: list[ShownChapter]) -> dict[str, Any]:
    return {
        "year": meeting.year,
        "round": meeting.round,
        "held_on": meeting.held_on,
        "state": meeting.state,
        "chapters": [
            {
                "standard": each.topic.standard,
                "residents": each.topic.words,
                "hands": each.hands,
                "providers": [{"who": view.body.name, "words": view.words} for view in each.views],
                "actions": [
                    {
                        "title": shown.row.title,
                        "carried_by": shown.row.carrier,
                        "due_on": shown.row.due_on,
                        "indicator": shown.row.indicator,
                        "state": shown.row.state,
                        "done_on": shown.row.done_on,
                        "result": shown.row.result,
                    }
                    for shown in each.actions
                ],
            }
            for each in chapters
        ],
    }
