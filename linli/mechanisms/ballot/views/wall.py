"""The wall that residents watch as the count goes up (公开计票).

It shows what two tellers entered alike and a witness confirmed, station by station. A number on a
wall that is taken back later is worse than one that comes a little later; what is being read out
at this moment is drawn on the table's own board, in the room where everybody sees the papers.
"""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from linli.core.access.gates import public
from linli.core.pages.answer import answer
from linli.lib.law import Finding
from linli.mechanisms.ballot.models import Poll
from linli.mechanisms.ballot.queries import evening as queries
from linli.mechanisms.ballot.queries.counts import OVER, count_of, counts_by_station, stations_of
from linli.mechanisms.ballot.queries.polls import participation
from linli.mechanisms.ballot.rules.counting import StationCounts
from linli.mechanisms.ballot.rules.secrecy import may_be_told, screens_sheltered
from linli.mechanisms.ballot.views.shapes import StationRow


@public
@require_safe
def show_wall(request: Any, poll: UUID) -> HttpResponse:
    """The count so far, legible from the other end of a hall; asks again every ten seconds."""
    found = queries.poll_to_keep(request.community.pk, poll)
    if found is None or not found.secret:
        raise Http404
    rows = [StationRow(each, {}, frozenset()) for each in stations_of(found)]
    open_ = sum(row.station.state not in ("counted", "merged", "void") for row in rows)
    counted, held_back = _counted(found)
    joined = counts_by_station(found)
    context = {
        "poll": found,
        "stations": [_line(row, found, joined.get(row.station.pk)) for row in rows],
        "stations_open": open_,
        "stations_counted": sum(row.station.state == "counted" for row in rows),
        "counted": counted,
        "held_back": held_back if not open_ else None,
        "participation": participation(found),
        "goes_on": found.state in ("preparing", "open", "closed"),
        "at": timezone.now(),
    }
    return answer(
        request,
        "ballot/wall.html",
        context,
        fragment="ballot/_wall.html",
        json=lambda: _data(found, counted, open_),
    )


def _counted(poll: Poll) -> tuple[queries.Counted | None, Finding | None]:
    """The count without the names that were written in, which concern people who never agreed
    to stand; nothing while so few papers are counted that they would tell of single people, and
    why. Where papers were cast on screens as well, nothing before all are counted: what a
    station adds to those could be read off."""
    if poll.state not in OVER or poll.state == "void":
        return None, None
    count = count_of(poll)
    enough = may_be_told(count.tally.papers)
    if enough and count.complete:
        enough = screens_sheltered(count.on_screen, count.on_paper)
    if not enough or not count.tally.papers or (poll.on_screen and not count.complete):
        return None, None if enough else enough
    told = queries.in_words(poll, count.tally)
    return replace(told, questions=tuple(map(_without_names, told.questions))), None


def _without_names(question: queries.CountedQuestion) -> queries.CountedQuestion:
    return replace(question, lines=tuple(line for line in question.lines if not line.written))


def _line(row: StationRow, poll: Poll, joined: StationCounts | None) -> dict[str, Any]:
    """A station with the papers of the boxes joined to it; of one that was joined, none."""
    told = joined if poll.state in OVER else None
    return {
        "name": row.station.name,
        "state_label": row.state_label,
        "tone": row.tone,
        "issued": told.issued if told else None,
        "returned": told.returned if told else None,
    }


def _data(poll: Poll, counted: queries.Counted | None, open_: int) -> dict[str, Any]:
    return {
        "title": poll.title,
        "state": poll.state,
        "stations_open": open_,
        "counted": counted,
    }
