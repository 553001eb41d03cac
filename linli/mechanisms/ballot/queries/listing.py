"""The papers of a poll, for a count and for the list. Nothing of it before the close."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from linli.lib.calendar import local_day
from linli.lib.law import require
from linli.mechanisms.ballot.models import Paper, PaperList, Poll, Station
from linli.mechanisms.ballot.queries.counts import hand_counted
from linli.mechanisms.ballot.queries.evening import words_of
from linli.mechanisms.ballot.queries.polls import paper_form
from linli.mechanisms.ballot.rules import listing as rules
from linli.mechanisms.ballot.rules.casting import in_state
from linli.mechanisms.ballot.rules.counting import all_counted
from linli.mechanisms.ballot.rules.papers import (
    FOR,
    canonical,
    judge_read,
    pattern_key,
    read,
)

COUNTED = ("closed", "settled")
SCRIPT = Path(__file__).resolve().parent.parent / "handed_out" / "check_papers.py"


@dataclass(frozen=True, slots=True)
class ListedPaper:
    """One paper of the list: its number, and its marks in words."""

    number: str
    words: str


def papers_of(poll: Poll) -> list[tuple[dict[str, Any], int]]:
    """Every paper of a secret poll as a pattern with how many are marked so, void and blank ones
    included, in an order that tells nothing. Refused before the close, and before every station
    has been counted."""
    require(in_state(poll.state, *COUNTED))
    _require_counted(poll)
    form, patterns = paper_form(poll), {}
    numbers: dict[str, int] = {}
    box = Paper.objects.filter(community=poll.community_id, poll=poll).order_by("pk")
    marked = [(content, 1) for content in box.values_list("content", flat=True)]
    for pattern, number in [*marked, *hand_counted(poll)]:
        written = canonical(form, pattern)
        key = pattern_key(written)
        patterns[key] = written
        numbers[key] = numbers.get(key, 0) + number
    return [(patterns[key], numbers[key]) for key in sorted(patterns)]


def marked_of(poll: Poll, question: int) -> list[tuple[dict[int, int], int]]:
    """What was marked on one question, by option, with the number of papers: the points, or 1 for
    each that is marked for. Only papers on which the question counts. Refused as `papers_of`."""
    form, found = paper_form(poll), []
    for pattern, number in papers_of(poll):
        answered = read(form, pattern)
        if judge_read(form, answered).questions.get(question) != "valid":
            continue
        of = answered.answers[question]
        chosen = {option: 1 for option, mark in of.marks.items() if mark == FOR}
        found.append(({**chosen, **of.points}, number))
    return found


def list_of(poll: Poll) -> PaperList | None:
    """The list as it was published; None before, for few papers, and for a vote that is void."""
    if poll.state not in COUNTED or not poll.list_head:
        return None
    return PaperList.objects.filter(community=poll.community_id, poll=poll).first()


def papers_in_words(poll: Poll, found: PaperList) -> list[ListedPaper]:
    """The list as its page shows it, by number."""
    _asked, papers = rules.read_back(found.text)
    said = words_of(poll, [pattern for _number, pattern in papers])
    return [
        ListedPaper(number, words) for (number, _pattern), words in zip(papers, said, strict=True)
    ]


def head_in_words(poll: Poll) -> str:
    """The head of the list as it stands on a sheet for the board; nothing where there is none."""
    found = list_of(poll)
    if found is None:
        return ""
    return _(
        "全部 {papers} 张选票已按票号逐张公布。清单的校验码：{head}。清单改动一个字，校验码就对不上。"
    ).format(papers=found.papers, head=in_groups(poll.list_head))


def in_groups(head: str) -> str:
    """The head in groups of four, so that it can be read aloud."""
    return " ".join(head[at : at + 4] for at in range(0, len(head), 4))


def filed_list(poll: Poll) -> list[tuple[str, bytes]]:
    """What of the list goes into the archive: the papers, their head, and what checks them."""
    found = list_of(poll)
    if found is None:
        return []
    return [
        ("papers.jsonl", found.text.encode()),
        ("papers-head.txt", f"{poll.list_head}\n".encode()),
        (SCRIPT.name, SCRIPT.read_bytes()),
    ]


def asked_of(poll: Poll) -> dict[str, Any]:
    """What was asked, as the first line of the list has it."""
    assert poll.closed_at is not None
    return {
        "poll": str(poll.pk),
        "title": poll.title,
        "closed": local_day(poll.closed_at).isoformat(),
        "questions": {
            str(question.position): {
                "title": question.title,
                "form": question.form,
                "seats": question.seats,
                "points": question.points,
                "most": question.most,
                "options": {
                    str(option.position): option.title for option in question.options.all()
                },
            }
            for question in poll.questions.prefetch_related("options")
        },
    }


def numbered(poll: Poll) -> list[tuple[str, Any]]:
    """The papers of the box with their numbers."""
    rows = Paper.objects.filter(community=poll.community_id, poll=poll).exclude(number="")
    return list(rows.values_list("number", "content"))


def _require_counted(poll: Poll) -> None:
    stations = Station.objects.filter(community=poll.community_id, poll=poll)
    waiting = stations.exclude(state__in=["counted", "merged", "void"]).count()
    require(all_counted(waiting))
