"""A poll from its paper to the forgetting of the roll's marks. Steps of a domain's acts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Q

from linli.core.audit.door import Act, action
from linli.core.places.unordered import erase_thoroughly, write_anew
from linli.lib.law import Refused, require
from linli.mechanisms.ballot.actions.listing import write_list
from linli.mechanisms.ballot.keepers import keeper_of
from linli.mechanisms.ballot.models import (
    Electorate,
    Mark,
    NamedPaper,
    Option,
    Paper,
    Poll,
    Question,
    Station,
)
from linli.mechanisms.ballot.queries.counts import papers_within_marks
from linli.mechanisms.ballot.rules import casting as rules, counting, listing, papers
from linli.mechanisms.ballot.rules.roll import is_frozen

NO_ARGS: Mapping[str, Any] = {}


@dataclass(frozen=True, slots=True)
class Choice:
    """One option as it will stand on the paper."""

    title: str
    person: UUID | None = None


def prepare_poll(
    act: Act,
    electorate: Electorate,
    *,
    title: str,
    secret: bool = True,
    on_paper: bool = True,
    on_screen: bool = False,
    listed: bool = False,
    opens_at: datetime | None = None,
    closes_at: datetime | None = None,
    url_name: str = "",
    url_args: Mapping[str, Any] = NO_ARGS,
) -> Poll:
    """A poll over a roll, not yet open. `url_name` and `url_args` lead back to whoever holds
    it, where the community's code is added. `listed`: after the close all papers are published by
    their number; refused for an open vote, and for an election or a recall."""
    poll = Poll(
        community_id=electorate.community_id,
        electorate=electorate,
        title=title,
        secret=secret,
        on_paper=on_paper,
        on_screen=on_screen,
        listed=listed,
        opens_at=opens_at,
        closes_at=closes_at,
        url_name=url_name,
        url_args=dict(url_args),
    )
    if listed:
        keeper = keeper_of(poll)
        statutory = keeper is not None and keeper.statutory
        require(listing.may_be_listed(secret=secret, base=electorate.base, statutory=statutory))
    poll.save(force_insert=True)
    return poll


def ask(
    act: Act,
    poll: Poll,
    *,
    title: str,
    form: str,
    options: Iterable[Choice] = (),
    seats: int = 1,
    write_ins: int = 0,
    points: int = 0,
    most: int | None = None,
) -> Question:
    """Puts the next question on the paper, while the poll is being prepared. `points`: so many
    are shared out, at most `most` (or all) to one option."""
    require(rules.in_state(poll.state, "preparing"))
    highest = points if most is None else most
    require(papers.points_make_sense(form, points, highest))
    require(listing.asks_no_names(listed=poll.listed, write_ins=write_ins))
    question = Question.objects.create(
        community_id=poll.community_id,
        poll=poll,
        position=poll.questions.count() + 1,
        title=title,
        form=form,
        seats=seats,
        write_ins=write_ins,
        points=points,
        most=highest,
    )
    Option.objects.bulk_create(
        Option(
            community_id=poll.community_id,
            question=question,
            position=place,
            title=choice.title,
            person_id=choice.person,
        )
        for place, choice in enumerate(options, 1)
    )
    return question


def drop_question(act: Act, question: Question) -> None:
    """Takes the last question off a paper in preparation."""
    require(rules.in_state(question.poll.state, "preparing"))
    question.delete()


def open_poll(act: Act, poll: Poll) -> Poll:
    """Opens the vote: the roll is frozen, the paper complete. Nothing of it changes afterwards."""
    require(is_frozen(poll.electorate.version))
    asked = poll.questions.annotate(choices=Count("options"))
    bare = asked.filter(~Q(form="motion"), choices=0, write_ins=0).count()
    require(rules.is_complete(asked.count(), bare))
    return _move(act, poll, "preparing", state="open", opened_at=act.at)


def close_poll(act: Act, poll: Poll) -> Poll:
    """Ends the vote for good. Of two who close at once one does, the other is refused; whoever
    is casting at that moment is either in the box before or refused after. Every station has
    sealed its box before. Where no paper waits to be counted by hand, the list is written now."""
    stations = Station.objects.filter(community=poll.community_id, poll=poll)
    open_stations = stations.filter(state__in=["preparing", "open"]).count()
    require(counting.stations_closed(open_stations))
    closed_at = max(act.at, poll.opened_at or act.at)
    changed = _change(poll, "open", state="closed", closed_at=closed_at)
    require(rules.closed_once(closed=changed))
    for model in (Mark, Paper):
        write_anew(model, community=poll.community_id, poll=poll.pk)
    if not stations.exclude(state__in=["merged", "void"]).exists():
        write_list(act, poll)
    return poll


def settle_poll(act: Act, poll: Poll) -> Poll:
    """The domain has found a result that stands; every station was counted, merged or voided.
    No more papers than marks on the roll, while these are still there. Where papers were counted by
    hand, the list of all is written now."""
    held = Poll.objects.select_for_update(of=("self",)).get(community=poll.community_id, pk=poll.pk)
    uncounted = (
        Station.objects.filter(community=poll.community_id, poll=poll)
        .exclude(state__in=["counted", "merged", "void"])
        .count()
    )
    require(counting.all_counted(uncounted))
    require(rules.in_state(held.state, "closed"))
    if poll.secret:
        require(papers_within_marks(poll))
    if not poll.list_head:
        write_list(act, poll)
    return _move(act, poll, "closed", state="settled")


def void_poll(act: Act, poll: Poll) -> Poll:
    """The vote counts for nothing, whatever state it was in."""
    return _move(act, poll, "preparing", "open", "closed", "settled", state="void")


def forget_marks(act: Act, poll: Poll) -> int:
    """Destroys who has had a paper, once the result is final; how many they were stays."""
    require(rules.in_state(poll.state, "settled", "void"))
    if poll.marks_forgotten_at is not None:
        return poll.marked or 0
    erase_thoroughly()
    marks = Mark.objects.filter(community=poll.community_id, poll=poll)
    number = marks.count()
    marks.delete()
    poll.marked, poll.marks_forgotten_at = number, act.at
    poll.save(update_fields=["marked", "marks_forgotten_at"])
    act.note(marked=number)
    return number


def forget_named_papers(act: Act, poll: Poll) -> int:
    """Destroys the papers of an open vote that bear names, once the domain has kept its result
    and the time to contest it is over."""
    require(rules.in_state(poll.state, "settled", "void"))
    erase_thoroughly()
    return NamedPaper.objects.filter(community=poll.community_id, poll=poll).delete()[0]


def retitle_options(act: Act, poll: Poll, position: int, titles: Iterable[str]) -> None:
    """Takes names off a question's options once the vote is over (settled, void, or left lying
    after its close) and they may be told no longer; their places, and what each came to, stay. A
    step of a domain's act."""
    over = poll.closes_at is not None and act.at >= poll.closes_at
    left = ("open", "closed") if over else ()
    require(rules.in_state(poll.state, "settled", "void", *left))
    for place, title in enumerate(titles, 1):
        Option.objects.filter(
            community=poll.community_id, question__poll=poll, question__position=position,
            position=place,
        ).update(title=title, person=None)  # fmt: skip


@action("ballot.close_by_time", needs="ballot.close_by_time")
def close_by_time(act: Act, poll: Poll) -> Poll:
    """Closes a poll on screens alone when its announced time is over."""
    return close_poll(act, poll)


def _move(act: Act, poll: Poll, *start: str, **values: Any) -> Poll:
    require(rules.in_state(poll.state, *start))
    if not _change(poll, *start, **values):
        raise Refused(rules.in_state("", *start))
    act.note(state=poll.state)
    return poll


def _change(poll: Poll, *start: str, **values: Any) -> bool:
    """One UPDATE decides; on PostgreSQL it waits for those who are casting."""
    changed = Poll.objects.filter(community=poll.community_id, pk=poll.pk, state__in=start).update(
        version=F("version") + 1, **values
    )
    if changed:
        poll.refresh_from_db(fields=["state", "version", "opened_at", "closed_at"])
    return bool(changed)
