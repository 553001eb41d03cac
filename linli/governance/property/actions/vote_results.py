"""The count of an owners' vote, and the result on the board."""

from collections.abc import Mapping
from typing import Any

from django.utils import translation

from linli.core.audit.door import Act, action
from linli.core.places.queries import jurisdictions_of
from linli.governance.property.actions.vote_words import held
from linli.governance.property.models import OwnersVote
from linli.governance.property.postings import RESULT
from linli.governance.property.queries.tallies import outcome_of, waiting_papers
from linli.governance.property.rules import votes as rules
from linli.governance.property.vote_shown import judged, result_fields
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.mechanisms.ballot import actions as ballot
from linli.mechanisms.publication.actions import post


@action("property.count_vote", needs="property.run_votes")
def count_vote(act: Act, vote: OwnersVote, *, seen: int | None = None) -> OwnersVote:
    """Counts paper and screen together, by heads and by area, once every paper that came back was
    typed by two. What is kept are totals."""
    row = held(vote, seen)
    require(rules.in_state(row.state, "closed"))
    require(rules.all_entered(waiting_papers(row)))
    assert row.poll is not None
    ballot.settle_poll(act, row.poll)
    row.outcome = outcome_of(row)
    return _counted(act, row)


@action("property.enter_totals", needs="property.run_votes")
def enter_totals(
    act: Act, vote: OwnersVote, *, outcome: Mapping[str, Any], document_no: str,
    seen: int | None = None,
) -> OwnersVote:  # fmt: skip
    """Enters what the government's system came to, with the number of its document; the majorities
    are judged here all the same, and figures that cannot be are refused."""
    row = held(vote, seen)
    require(rules.in_state(row.state, "noticed"))
    require(Finding(row.method == "government", "property.vote_elsewhere"))
    require(Finding(bool(document_no.strip()), "property.vote_document"))
    assert row.closes_at is not None
    require(rules.closes_after(act.at, row.closes_at))
    row.outcome, row.document_no = dict(outcome), document_no.strip()
    for each in judged(row):
        require(each.adds_up)
    return _counted(act, row)


@action("property.note_export", needs="property.keep_roster")
def note_export(act: Act, vote: OwnersVote) -> OwnersVote:
    """The roll and the questions were taken away for the government's system."""
    row = held(vote)
    require(Finding(row.electorate_id is not None, "property.vote_in_state"))
    row.exported_on = local_day(act.at)
    row.save(update_fields=["exported_on"])
    act.note(vote=row.title, heads=row.heads)
    return row


@action("property.publish_vote", needs="property.run_votes")
def publish_vote(act: Act, vote: OwnersVote, *, seen: int | None = None) -> OwnersVote:
    """Hangs the result on the board, totals alone, and tells the residents' committee and the
    owners. Who had a paper is of no more use and goes; each owner still sees their own."""
    row = held(vote, seen)
    require(rules.in_state(row.state, "counted"))
    on = local_day(act.at)
    with translation.override("zh-hans"):
        post(act, RESULT, row, result_fields(row), on, of=jurisdictions_of(row.community))
    row.published_on, row.state, row.version = on, "published", row.version + 1
    row.save(update_fields=["published_on", "state", "version"])
    if row.poll is not None:
        ballot.forget_marks(act, row.poll)
    act.tell("property.vote_resolved", post="director", vote=row.title)
    persons = row.papers.filter(owner__person__isnull=False).values_list("owner__person", flat=True)
    for person in list(persons):
        act.tell("property.vote_result", person=person, vote=row.title)
    act.note(vote=row.title)
    return row


@action("property.forget_papers", needs="property.forget_papers")
def forget_papers(act: Act, vote: OwnersVote) -> int:
    """Destroys how each owner voted, once the year to challenge the decision is over; the totals
    stay."""
    row = held(vote)
    require(rules.in_state(row.state, "published", "void"))
    number = 0
    if row.poll is not None:
        number = ballot.forget_named_papers(act, row.poll)
    row.papers.filter(first__isnull=False).update(first=None, first_by=None)
    act.note(vote=row.title, papers=number)
    return number


def _counted(act: Act, row: OwnersVote) -> OwnersVote:
    row.state, row.counted_on, row.version = "counted", local_day(act.at), row.version + 1
    row.save()
    act.note(vote=row.title, heads=row.outcome["part"]["heads"])
    return row
