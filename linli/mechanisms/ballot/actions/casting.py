"""Casting a paper: the mark on the roll and the paper in the box, in one transaction."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import IntegrityError, connection, transaction

from linli.core.audit.door import Act, action
from linli.lib.law import Refused, require
from linli.mechanisms.ballot.models import Elector, Mark, NamedPaper, Paper, Poll, Proxy
from linli.mechanisms.ballot.numbers import new_number
from linli.mechanisms.ballot.queries.polls import paper_form, papers_handed_out
from linli.mechanisms.ballot.queries.rolls import elector_of, proxy_between
from linli.mechanisms.ballot.receipts import receipt_of
from linli.mechanisms.ballot.rules import casting as rules, papers
from linli.mechanisms.ballot.rules.counting import (
    StationCounts,
    not_more_than_issued,
    numbers_given,
)
from linli.mechanisms.ballot.rules.proxies import holds_it


@dataclass(frozen=True, slots=True)
class Receipt:
    """That a paper was cast, for whom, and nothing of what it says. `paper`: in a listed poll,
    the paper's own number, to be shown to whoever cast it now, and never again."""

    poll: UUID
    elector: UUID
    number: str
    by_proxy: bool
    paper: str = field(default="", repr=False)


@action("ballot.cast", needs="ballot.cast")
def cast(act: Act, poll: Poll, *, pattern: Any, principal: UUID | None = None) -> Receipt:
    """Casts a paper on a screen: for oneself, or for `principal`, whose proxy one holds. The
    book says that a paper was cast that day, not by whom."""
    act.leave_out_who()
    hold_open(act, poll)
    require(rules.takes(channel=poll.on_screen))
    own = elector_of(poll.electorate, act.by)
    require(rules.on_the_roll(found=own is not None))
    assert own is not None
    elector, by_proxy = own, principal is not None and principal != own.pk
    if by_proxy:
        assert principal is not None
        mandate = proxy_between(principal, own.pk, poll.community_id)
        require(holds_it(held=mandate is not None))
        assert mandate is not None
        elector = mandate.principal
    form = paper_form(poll)
    require(papers.has_known_marks(form, pattern))
    require(papers.within_seats(form, pattern))
    require(papers.within_points(form, pattern))
    mark(poll, elector, how="screen", by_proxy=by_proxy)
    paper = new_number() if poll.listed else ""
    put_in(poll, elector, papers.canonical(form, pattern), number=paper)
    return Receipt(poll.pk, elector.pk, receipt_of(poll.pk, elector.pk), by_proxy, paper)


def enter_named_paper(
    act: Act, poll: Poll, elector: Elector, pattern: Any, *, by_proxy: bool = False
) -> NamedPaper:
    """Enters a paper of an open vote that was handed in on paper and bears its elector; a step
    of a domain's act. Over-marked questions are entered as they are, and judged at the count."""
    hold_open(act, poll)
    require(rules.takes(channel=poll.on_paper and not poll.secret))
    same_roll = elector.electorate_id == poll.electorate_id and elector.struck_at is None
    require(rules.on_the_roll(found=same_roll))
    require(papers.has_known_marks(paper_form(poll), pattern))
    mark(poll, elector, how="paper", by_proxy=by_proxy)
    return NamedPaper.objects.create(
        community_id=poll.community_id,
        poll=poll,
        elector=elector,
        content=papers.canonical(paper_form(poll), pattern),
    )


def take_back_named_paper(
    act: Act, poll: Poll, elector: Elector, *, entered_late: bool = False
) -> None:
    """The paper of an open vote has come back from its elector: marked on the roll from now on, so
    that nobody casts another on a screen before it is typed. `entered_late`: it came back before
    the close, as the domain has made sure, and is only written down now, before the result is
    settled. A step of a domain's act."""
    if entered_late:
        held = Poll.objects.select_for_update(of=("self",)).get(
            community=poll.community_id, pk=poll.pk
        )
        require(rules.in_state(held.state, "open", "closed"))
    else:
        hold_open(act, poll)
    require(rules.takes(channel=poll.on_paper and not poll.secret))
    same_roll = elector.electorate_id == poll.electorate_id and elector.struck_at is None
    require(rules.on_the_roll(found=same_roll))
    mark(poll, elector, how="paper", by_proxy=False)


def type_named_paper(act: Act, poll: Poll, elector: Elector, pattern: Any) -> NamedPaper:
    """Types a paper that came back before the close (`take_back_named_paper`), also after it, until
    the result is settled. Typed once more, it is corrected: what was typed by mistake is replaced.
    Never for what was cast on a screen. A step of a domain's act."""
    held = Poll.objects.select_for_update(of=("self",)).get(community=poll.community_id, pk=poll.pk)
    require(rules.in_state(held.state, "open", "closed"))
    came_back = Mark.objects.filter(
        community=poll.community_id, poll=poll, elector=elector, how="paper"
    )
    require(rules.on_the_roll(found=not poll.secret and came_back.exists()))
    form = paper_form(poll)
    require(papers.has_known_marks(form, pattern))
    paper, _new = NamedPaper.objects.update_or_create(
        community_id=poll.community_id,
        poll=poll,
        elector=elector,
        defaults={"content": papers.canonical(form, pattern)},
    )
    return paper


def hand_out_here(act: Act, poll: Poll, elector: Elector) -> None:
    """Hands a paper to somebody in the room, where there are no stations: the mark on the roll.
    Refused where they have had one, on whatever channel. A step of a domain's act."""
    hold_open(act, poll)
    require(rules.takes(channel=poll.on_paper and poll.secret))
    same_roll = elector.electorate_id == poll.electorate_id and elector.struck_at is None
    require(rules.on_the_roll(found=same_roll))
    mark(poll, elector, how="paper", by_proxy=False)


def put_in_papers(act: Act, poll: Poll, papers_in: Iterable[tuple[Any, int]]) -> int:
    """Puts papers that were handed out in the room (`hand_out_here`) and read out into the one
    box, before the close: each pattern with how many. So nobody can tell afterwards what was
    cast on paper from what was cast on screens. Refused for more than were handed out."""
    hold_open(act, poll)
    form = paper_form(poll)
    read = [(pattern, number) for pattern, number in papers_in if number]
    for pattern, number in read:
        require(papers.has_known_marks(form, pattern))
        require(numbers_given([number]))
    returned = sum(number for _pattern, number in read)
    require(not_more_than_issued(StationCounts(papers_handed_out(poll), 0, returned, 0)))
    Paper.objects.bulk_create(
        [
            Paper(
                community_id=poll.community_id,
                poll=poll,
                number=new_number() if poll.listed else "",
                content=papers.canonical(form, pattern),
            )
            for pattern, number in read
            for _each in range(number)
        ],
        batch_size=500,
    )
    return returned


def hold_open(act: Act, poll: Poll) -> None:
    """Refused unless the poll is open now, and holds it so until the act is over: a close that
    comes meanwhile waits, one that came before is seen. (SQLite has one writer anyway.)"""
    share = " FOR SHARE" if connection.vendor == "postgresql" else ""
    key = Poll._meta.pk.get_db_prep_value(poll.pk, connection)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT state FROM ballot_poll WHERE id = %s{share}", [key])  # noqa: S608
        (poll.state,) = cursor.fetchone()
    require(rules.is_open(poll.state, act.at, poll.opened_at, poll.closes_at))


def mark(poll: Poll, elector: Elector, *, how: str, by_proxy: bool) -> None:
    """Marks on the roll that this elector has had their paper. The database decides; refused
    where they have, or where they vote themselves and have given a proxy."""
    if not by_proxy:
        given = Proxy.objects.filter(
            community=poll.community_id, principal=elector, revoked_at__isnull=True
        ).exists()
        require(rules.not_given_away(given=given))
    try:
        with transaction.atomic():
            Mark(
                community_id=poll.community_id,
                poll=poll,
                elector=elector,
                how=how,
                by_proxy=by_proxy,
            ).save(force_insert=True)
    except IntegrityError as error:
        raise Refused(rules.one_paper(marked=True)) from error


def put_in(poll: Poll, elector: Elector, content: dict[str, Any], *, number: str = "") -> None:
    """Into the box; an open vote's paper bears its elector."""
    if poll.secret:
        Paper(community_id=poll.community_id, poll=poll, number=number, content=content).save(
            force_insert=True
        )
    else:
        NamedPaper(
            community_id=poll.community_id, poll=poll, elector=elector, content=content
        ).save(force_insert=True)
