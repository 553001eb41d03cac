"""An owner's paper on its way: delivered, come back, typed by two, put right before the close."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from linli.core.audit.door import Act, action
from linli.governance.property.actions.vote_words import held, told_to_all
from linli.governance.property.models import OwnerPaper, OwnersVote
from linli.governance.property.rules import rosters, votes as rules
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.mechanisms.ballot import actions as ballot
from linli.mechanisms.ballot.queries.polls import paper_form
from linli.mechanisms.ballot.rules import papers as marks

VOID = {"void": "unreadable"}
"""How a paper that is void as a whole lies in the box, whatever the reason."""


@action("property.deliver_papers", needs="property.enter_papers")
def deliver_papers(
    act: Act, vote: OwnersVote, *, numbers: Sequence[int], way: str, on: date
) -> int:
    """Papers were delivered: which, how, by whoever writes it down, and when. What was delivered
    before stays as it was written."""
    row = held(vote)
    require(rules.in_state(row.state, "noticed", "open"))
    require(Finding(bool(numbers), "property.papers_named"))
    assert row.noticed_on is not None
    require(rosters.passes_on(on, row.noticed_on, local_day(act.at)))
    rows = OwnerPaper.objects.filter(
        community=row.community_id, vote=row, number__in=list(numbers), delivered_on__isnull=True
    )
    done = rows.update(way=way, delivered_on=on, delivered_by=act.by.account)
    act.note(vote=row.title, count=done)
    return done


@action("property.take_paper_back", needs="property.enter_papers")
def take_paper_back(
    act: Act, paper: OwnerPaper, *, on: date, seen: int, late_for: str = ""
) -> OwnerPaper:
    """A paper has come back. From now on its owner can cast none on a screen; where they had, the
    first counts and this one is refused. One that came in time (a box emptied at the close) is
    still written down afterwards, until the count, with the reason."""
    row, vote = _held(paper, seen)
    require(rules.in_state(vote.state, "open", "closed"))
    assert vote.closes_at is not None
    late = vote.state == "closed" or act.at >= vote.closes_at
    if late:
        require(rules.came_in_time(on, local_day(vote.closes_at)))
        row.late_for = told_to_all(late_for, row.community_id)
        require(Finding(bool(row.late_for), "property.vote_reason"))
    require(rules.came_back(delivered=row.delivered_on is not None, on=on, since=row.delivered_on))
    require(rosters.passes_on(on, date.min, local_day(act.at)))
    require(rosters.seen_last(same=row.returned_on is None))
    assert vote.poll is not None
    ballot.take_back_named_paper(act, vote.poll, row.elector, entered_late=late)
    row.returned_on, row.returned_to_id = on, act.by.account
    _save(row, "returned_on", "returned_to", "late_for")
    act.note(vote=vote.title, number=row.number)
    return row


@action("property.type_paper", needs="property.enter_papers")
def type_paper(
    act: Act, paper: OwnerPaper, *, pattern: Mapping[str, Any], void_for: str = "", seen: int
) -> OwnerPaper:
    """Types what a paper says, or why it is void as a whole. The second to type is another person,
    and sees nothing of the first; only where both agree does it lie in the box. Where they differ,
    both are dropped and it is typed anew."""
    row, vote = _held(paper, seen)
    require(rules.in_state(vote.state, "open", "closed"))
    require(Finding(row.waits, "property.paper_waits"))
    require(rules.known_void(void_for, dict(OwnerPaper.VOIDS)))
    assert vote.poll is not None
    form = paper_form(vote.poll)
    given = VOID if void_for else pattern
    require(marks.has_known_marks(form, given))
    said = {"pattern": marks.canonical(form, given), "void_for": void_for}
    act.note(vote=vote.title, number=row.number)
    if row.first is None:
        row.first, row.first_by_id = said, act.by.account
        _save(row, "first", "first_by")
        return row
    require(rules.another_hand(row.first_by_id, act.by.account))
    if row.first != said:
        row.first, row.first_by_id = None, None
        _save(row, "first", "first_by")
        act.note(agreed=False)
        return row
    ballot.type_named_paper(act, vote.poll, row.elector, said["pattern"])
    row.first, row.void_for = None, void_for
    row.entered_at, row.entered_by_id = act.at, act.by.account
    _save(row, "first", "void_for", "entered_at", "entered_by")
    act.note(agreed=True)
    return row


@action("property.correct_paper", needs="property.enter_papers")
def correct_paper(act: Act, paper: OwnerPaper, *, reason: str, seen: int) -> OwnerPaper:
    """A paper was typed wrongly: two type it anew. Before the close, with the reason; what was cast
    on a screen is never touched."""
    row, vote = _held(paper, seen)
    require(rules.in_state(vote.state, "open"))
    require(Finding(row.entered_at is not None, "property.paper_typed"))
    row.corrected_for = told_to_all(reason, row.community_id)
    require(Finding(bool(row.corrected_for), "property.vote_reason"))
    row.entered_at, row.entered_by_id, row.first, row.void_for = None, None, None, ""
    _save(row, "corrected_for", "entered_at", "entered_by", "first", "void_for")
    act.note(vote=vote.title, number=row.number)
    return row


@action("property.amend_roll", needs="property.run_votes")
def amend_roll(act: Act, paper: OwnerPaper, *, area: int, reason: str, seen: int) -> OwnerPaper:
    """The area on a line of the frozen roll was wrong, by the register: put right with the reason,
    before the close. The roll keeps every version."""
    row, vote = _held(paper, seen)
    require(rules.in_state(vote.state, "noticed", "open"))
    require(rosters.area_known(area))
    before = row.elector.area
    ballot.amend(act, row.elector, reason=told_to_all(reason, row.community_id), area=area)
    vote.area += area - before
    vote.save(update_fields=["area"])
    _save(row)
    act.note(vote=vote.title, number=row.number)
    return row


def _held(paper: OwnerPaper, seen: int) -> tuple[OwnerPaper, OwnersVote]:
    """The paper and its vote, the vote first: whoever counts holds it too, so that no paper comes
    back between the look at what still waits and the count."""
    vote = held(paper.vote)
    row = OwnerPaper.objects.select_for_update(of=("self",)).select_related(
        "elector__electorate"
    ).get(community=paper.community_id, pk=paper.pk)  # fmt: skip
    require(rosters.seen_last(same=seen == row.version))
    return row, vote


def _save(row: OwnerPaper, *fields: str) -> None:
    row.version += 1
    row.save(update_fields=[*fields, "version"])
