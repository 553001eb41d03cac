"""A vote of owners from its draft to the last paper: prepared, noticed with the roll frozen,
opened, closed, or given up."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.utils import translation

from linli.core.audit.door import Act, action
from linli.core.places.held import locked
from linli.core.places.queries import jurisdictions_of
from linli.governance.property.actions.vote_words import held, judge_option, told_to_all
from linli.governance.property.models import Estate, OwnerPaper, OwnersVote, VoteMatter
from linli.governance.property.postings import NOTICE
from linli.governance.property.queries import vote_law
from linli.governance.property.queries.roll import Roll, roll_of
from linli.governance.property.rules import heads, votes as rules
from linli.governance.property.vote_named import draft_result
from linli.governance.property.vote_shown import notice_fields
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.mechanisms.ballot import actions as ballot
from linli.mechanisms.ballot.actions import Choice, Entrant
from linli.mechanisms.ballot.queries.rolls import electors_of
from linli.mechanisms.publication.actions import discard, post

PAGE = "property:owners_vote"
MOST_OPTIONS = 60
LONGEST_OPTION = 120
"""As long as the ballot has room for."""


@action("property.draft_vote", needs="property.run_votes")
def draft_vote(act: Act, estate: Estate, *, given: Mapping[str, Any]) -> OwnersVote:
    """Begins a vote: who votes, on what it stands that silence follows the majority (only where
    the place lets it and the owners' own rules say so), and where one votes."""
    estate = locked(estate)
    require(Finding(estate.until is None, "property.estate_open"))
    vote = OwnersVote(community_id=estate.community_id, estate=estate)
    _write(act, vote, given)
    vote.save(force_insert=True)
    act.note(vote=vote.title)
    return vote


@action("property.change_vote", needs="property.run_votes")
def change_vote(act: Act, vote: OwnersVote, *, given: Mapping[str, Any], seen: int) -> OwnersVote:
    """Writes a vote anew, before its notice; who votes still fits what is asked."""
    row = held(vote, seen)
    require(rules.in_state(row.state, "draft"))
    _write(act, row, given)
    require(rules.fund_scope([each.kind for each in row.matters.all()], row.scope))
    row.version += 1
    row.save()
    act.note(vote=row.title)
    return row


@action("property.ask_owners", needs="property.run_votes")
def ask_owners(
    act: Act,
    vote: OwnersVote,
    *,
    kind: str,
    title: str,
    text: str,
    options: Sequence[str] = (),
    agreed_on: date | None = None,
) -> VoteMatter:
    """Puts the next question on the paper; its kind settles what majority it asks, and may be for
    others to vote on. Candidates are named to everybody, so each has agreed before (`agreed_on`);
    offers name nobody."""
    row = held(vote)
    require(rules.in_state(row.state, "draft"))
    require(rules.fund_scope([kind], row.scope))
    require(Finding(len(options) <= MOST_OPTIONS, "property.vote_options"))
    whole = all(len(" ".join(each.split())) <= LONGEST_OPTION for each in options)
    require(Finding(whole, "property.vote_option_long"))
    named = kind == "committee" and bool(options)
    require(rules.candidates_agreed(named=named, on=agreed_on, today=local_day(act.at)))
    for each in options:
        require(judge_option(each))
        if not named:
            told_to_all(each, row.community_id)
    matter = VoteMatter.objects.create(
        community_id=row.community_id, vote=row, position=row.matters.count() + 1, kind=kind,
        title=told_to_all(title, row.community_id), text=told_to_all(text, row.community_id),
        options=[" ".join(each.split()) for each in options],
        agreed_on=agreed_on if named else None,
    )  # fmt: skip
    _touched(row)
    act.note(vote=row.title)
    return matter


@action("property.drop_matter", needs="property.run_votes")
def drop_matter(act: Act, matter: VoteMatter) -> OwnersVote:
    """Takes the last question off the paper again."""
    row = held(matter.vote)
    require(rules.in_state(row.state, "draft"))
    last = row.matters.order_by("-position").first()
    require(Finding(last is not None and last.pk == matter.pk, "property.vote_last_matter"))
    matter.delete()
    _touched(row)
    act.note(vote=row.title)
    return row


@action("property.notice_vote", needs="property.run_votes")
def notice_vote(
    act: Act, vote: OwnersVote, *, opens_at: datetime, closes_at: datetime, seen: int | None = None
) -> OwnersVote:
    """Gives the notice: at least so many days before the vote begins; told to the residents'
    committee, hung on the board. The roll is frozen now, with each owner's head and area."""
    row = held(vote, seen)
    require(rules.in_state(row.state, "draft"))
    on = local_day(act.at)
    matters = list(row.matters.all())
    require(rules.has_matters(len(matters)))
    for each in matters:
        require(rules.candidates_agreed(named=each.names_persons, on=each.agreed_on, today=on))
    require(rules.fund_scope([each.kind for each in matters], row.scope))
    require(rules.period(opens_at, closes_at))
    days = vote_law.notice_days(row.community, on)
    require(rules.noticed_in_time(on, local_day(opens_at), days=days))
    _check_way(row, on)
    roll = roll_of(row.estate, row.scope, row.place, on)
    require(roll.placed)
    require(heads.base(roll.units))
    row.noticed_on, row.law_on, row.opens_at, row.closes_at = on, on, opens_at, closes_at
    row.units, row.heads, row.area = len(roll.units), roll.all.heads, roll.all.area
    _freeze(act, row, roll)
    if row.method == "here":
        row.poll = _poll(act, row, matters)
    _move(row, "noticed")
    with translation.override("zh-hans"):
        post(act, NOTICE, row, notice_fields(row, matters), on,
             days=(local_day(closes_at) - on).days + 1,
             of=jurisdictions_of(row.community))  # fmt: skip
    act.tell("property.vote_noticed", post="director", vote=row.title)
    for person in _persons(row):
        act.tell("property.vote_coming", person=person, vote=row.title)
    act.note(vote=row.title, heads=row.heads, area=row.area)
    return row


@action("property.open_vote", needs="property.follow_vote")
def open_vote(act: Act, vote: OwnersVote, *, seen: int | None = None) -> OwnersVote:
    """Opens the vote, not before the announced moment; the clock does it then, so that everybody
    has their whole time."""
    row = held(vote, seen)
    require(rules.in_state(row.state, "noticed"))
    require(Finding(row.method == "here", "property.vote_here"))
    assert row.opens_at is not None
    assert row.poll is not None
    require(rules.opens_after(act.at, row.opens_at))
    ballot.open_poll(act, row.poll)
    _move(row, "open")
    act.note(vote=row.title)
    return row


@action("property.close_vote", needs="property.run_votes")
def close_vote(act: Act, vote: OwnersVote, *, seen: int | None = None) -> OwnersVote:
    """Ends the vote at its moment; papers that came back before are still typed afterwards."""
    row = held(vote, seen)
    require(rules.in_state(row.state, "open"))
    assert row.closes_at is not None
    assert row.poll is not None
    require(rules.closes_after(act.at, row.closes_at))
    ballot.close_poll(act, row.poll)
    _move(row, "closed")
    act.note(vote=row.title)
    return row


@action("property.void_vote", needs="property.run_votes")
def void_vote(act: Act, vote: OwnersVote, *, reason: str, seen: int | None = None) -> OwnersVote:
    """Gives a vote up, with the reason, which everybody reads; nothing of it counts."""
    row = held(vote, seen)
    require(rules.in_state(row.state, "draft", "noticed", "open", "closed", "counted"))
    row.void_reason = told_to_all(reason, row.community_id)
    require(Finding(bool(row.void_reason), "property.vote_reason"))
    if row.poll is not None:
        ballot.void_poll(act, row.poll)
    prepared = draft_result(row)
    if prepared is not None:
        discard(act, prepared)
    row.voided_on = local_day(act.at)
    _move(row, "void")
    act.note(vote=row.title)
    return row


def _write(act: Act, vote: OwnersVote, given: Mapping[str, Any]) -> None:
    vote.title = told_to_all(given["title"], vote.community_id)
    vote.about = told_to_all(given.get("about") or "", vote.community_id)
    vote.scope, vote.place = given["scope"], given.get("place")
    vote.method = given.get("method") or "here"
    vote.silent_follow = bool(given.get("silent_follow"))
    vote.silent_ground = told_to_all(given.get("silent_ground") or "", vote.community_id)
    vote.silent_on = given.get("silent_on")
    require(rules.place_for_scope(vote.scope, placed=vote.place is not None))
    estate = vote.estate
    inside = vote.place is None or vote.place.path.startswith(f"{estate.place.path}/")
    require(Finding(inside, "property.vote_place_inside"))
    _check_way(vote, local_day(act.at))


def _check_way(vote: OwnersVote, on: Any) -> None:
    government = vote_law.by_government_system(vote.community, on)
    require(rules.voted_here(here=vote.method == "here", government=government))
    require(
        rules.silence_stands_on(
            follows=vote.silent_follow, allowed=vote_law.silent_may_follow(vote.community, on),
            ground=vote.silent_ground, on=vote.silent_on, today=on,
        )
    )  # fmt: skip


def _freeze(act: Act, vote: OwnersVote, roll: Roll) -> None:
    electorate = ballot.draft_electorate(
        act, vote.community, base="owners", title=vote.title, as_of=local_day(act.at)
    )
    ballot.add_electors(
        act,
        electorate,
        [
            Entrant(
                name=each.label, person=each.person, group=each.group,
                heads=each.weight.heads, area=each.weight.area,
            )
            for each in roll.lines
        ],
    )  # fmt: skip
    ballot.freeze(act, electorate)
    vote.electorate = electorate
    vote.save()
    OwnerPaper.objects.bulk_create(
        (
            OwnerPaper(
                community_id=vote.community_id, vote=vote, owner_id=each.owner, elector=elector,
                number=elector.number or 0, label=each.label, units=each.units,
            )
            for each, elector in zip(roll.lines, electors_of(electorate), strict=True)
        ),
        batch_size=500,
    )  # fmt: skip


def _poll(act: Act, vote: OwnersVote, matters: Sequence[VoteMatter]) -> Any:
    assert vote.electorate is not None
    poll = ballot.prepare_poll(
        act, vote.electorate, title=vote.title, secret=False, on_paper=True, on_screen=True,
        opens_at=vote.opens_at, closes_at=vote.closes_at, url_name=PAGE,
        url_args={"vote_id": str(vote.pk)},
    )  # fmt: skip
    for each in matters:
        ballot.ask(
            act, poll, title=each.title, form="approve" if each.options else "motion",
            options=[Choice(title) for title in each.options], seats=max(len(each.options), 1),
        )  # fmt: skip
    return poll


def _persons(vote: OwnersVote) -> list[Any]:
    rows = OwnerPaper.objects.filter(
        community=vote.community_id, vote=vote, elector__person__isnull=False
    )
    return list(rows.values_list("elector__person", flat=True))


def _touched(vote: OwnersVote) -> None:
    vote.version += 1
    vote.save(update_fields=["version"])


def _move(vote: OwnersVote, state: str) -> None:
    vote.state = state
    vote.version += 1
    vote.save()
