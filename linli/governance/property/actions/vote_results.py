"""The count of an owners' vote, and the result on the board."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils import translation

from linli.core.audit.door import Act, action
from linli.core.places.queries import jurisdictions_of
from linli.governance.property.actions.meetings import write_resolution
from linli.governance.property.actions.vote_words import held
from linli.governance.property.models import OwnersVote
from linli.governance.property.postings import RESULT, RESULT_NAMED
from linli.governance.property.queries.tallies import outcome_of, waiting_papers
from linli.governance.property.rules import votes as rules
from linli.governance.property.vote_named import (
    draft_result,
    names_candidates,
    names_kept,
    without_names,
)
from linli.governance.property.vote_shown import judged, result_fields
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.mechanisms.ballot import actions as ballot
from linli.mechanisms.publication.actions import discard, draft, post, release


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
    """The roll and the questions were taken away for the government's system, and for nothing
    else."""
    row = held(vote)
    require(Finding(row.method == "government", "property.vote_elsewhere"))
    require(rules.in_state(row.state, "noticed"))
    require(Finding(row.electorate_id is not None, "property.vote_in_state"))
    row.exported_on = local_day(act.at)
    row.save(update_fields=["exported_on"])
    act.note(vote=row.title, heads=row.heads)
    return row


@action("property.prepare_result", needs="property.run_votes")
def prepare_result(act: Act, vote: OwnersVote, *, seen: int | None = None) -> OwnersVote:
    """Prepares the result of a vote over candidates: it names people, so a second person releases
    it."""
    row = held(vote, seen)
    require(rules.in_state(row.state, "counted"))
    require(Finding(names_candidates(row) and draft_result(row) is None, "property.result_once"))
    with translation.override("zh-hans"):
        draft(act, RESULT_NAMED, row, result_fields(row))
    row.version += 1
    row.save(update_fields=["version"])
    act.tell("property.result_prepared", post="director", vote=row.title)
    act.note(vote=row.title)
    return row


@action("property.publish_vote", needs="property.run_votes")
def publish_vote(act: Act, vote: OwnersVote, *, seen: int | None = None) -> OwnersVote:
    """Hangs the result on the board, totals alone, and tells the residents' committee and the
    owners. Candidates' names are released by another than who prepared them. Who had a paper is of
    no more use at the desk; each owner still sees their own."""
    row = held(vote, seen)
    require(rules.in_state(row.state, "counted"))
    on = local_day(act.at)
    _hang(act, row, on)
    row.published_on, row.state, row.version = on, "published", row.version + 1
    row.save(update_fields=["published_on", "state", "version"])
    if row.poll is not None:
        ballot.forget_marks(act, row.poll)
    act.tell("property.vote_resolved", post="director", vote=row.title)
    asked = row.papers.filter(elector__person__isnull=False)
    persons = asked.values_list("elector__person", flat=True)
    for person in list(persons):
        act.tell("property.vote_result", person=person, vote=row.title)
    _write_what_was_resolved(act, row, on)
    act.note(vote=row.title)
    return row


def _hang(act: Act, vote: OwnersVote, on: date) -> None:
    laws = jurisdictions_of(vote.community)
    if names_candidates(vote):
        prepared = draft_result(vote)
        require(Finding(prepared is not None, "property.result_prepared"))
        assert prepared is not None
        release(act, prepared, on, of=laws)
        return
    with translation.override("zh-hans"):
        post(act, RESULT, vote, result_fields(vote), on, of=laws)


def _write_what_was_resolved(act: Act, vote: OwnersVote, on: date) -> None:
    """What carried stands among the resolutions the residents' committee has received, as the
    assembly's or as that of the owners of a part: a line a question, by its title; whom owners
    chose stands in the result."""
    carried = {each.matter.pk: each.matter.title for each in judged(vote) if each.passed}
    for title in carried.values():
        write_resolution(
            act, vote.estate, by_whom=rules.decided_by(vote.scope), title=title,
            decided_on=vote.counted_on or on, received_on=on, posted_on=on,
        )  # fmt: skip


@action("property.forget_papers", needs="property.forget_papers")
def forget_papers(act: Act, vote: OwnersVote) -> int:
    """Destroys how each owner voted, who had a paper and which came back, once the year to
    challenge the decision is over (of a void vote: a year after); the totals stay."""
    row = held(vote)
    require(rules.in_state(row.state, "published", "void"))
    number = 0
    if row.poll is not None:
        ballot.forget_marks(act, row.poll)
        number = ballot.forget_named_papers(act, row.poll)
    row.papers.all().delete()
    if row.electorate is not None:
        ballot.untie_electors(act, row.electorate)
    act.note(vote=row.title, papers=number)
    return number


@action("property.forget_candidates", needs="property.forget_papers")
def forget_candidates(act: Act, vote: OwnersVote) -> OwnersVote:
    """Takes candidates' names off a vote whose result has come down, which is void, or which nobody
    brought to an end within a year; what each came to stays."""
    row = held(vote)
    require(Finding(not names_kept(row, act.at), "property.vote_in_state"))
    prepared = draft_result(row)
    if prepared is not None:
        discard(act, prepared)
    with translation.override("zh-hans"):
        for each in row.matters.filter(kind="committee"):
            each.options = without_names(each.options)
            each.agreed_on = None
            each.save(update_fields=["options", "agreed_on"])
            if row.poll is not None and each.options:
                ballot.retitle_options(act, row.poll, each.position, each.options)
    act.note(vote=row.title)
    return row


def _counted(act: Act, row: OwnersVote) -> OwnersVote:
    row.state, row.counted_on, row.version = "counted", local_day(act.at), row.version + 1
    row.save()
    act.note(vote=row.title, heads=row.outcome["part"]["heads"])
    return row
