"""Steps that enter something in a source's book: called inside the acts of this room, of its
other nouns, and of crossings."""

from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F

from linli.core.audit.door import Act, action, id_of, kind_of
from linli.core.links.linking import link
from linli.lib.calendar import local_day
from linli.lib.law import Finding, Refused, require
from linli.mechanisms.flow import rules as flow_rules
from linli.mechanisms.flow.actions import what_happened
from linli.mechanisms.flow.queries import posts_that_may
from linli.stewardship.funds import books, charts, rules
from linli.stewardship.funds.actions.wording import told_to_all
from linli.stewardship.funds.flows import REQUEST
from linli.stewardship.funds.models import BudgetLine, Receipt, Request, Reserve, Source
from linli.stewardship.funds.queries.months import closed_through
from linli.stewardship.funds.words import NAMED_PARTIES


def receive(
    act: Act,
    source: Source,
    *,
    fen: int,
    on: date,
    what: str,
    party: str = "several",
    name: str = "",
    line: BudgetLine | None = None,
    subject: Any = None,
    key: str = "",
    opening: bool = False,
    code: str = "",
) -> Receipt:
    """Money came in: entered in the source's book from the day it was there.

    `what` is read by everybody and names nobody. `party`, `name`: who gave it; the name of a
    person lies sealed. `subject`: the row of another noun it was received for. `key`: given
    again, nothing is entered twice and the first receipt comes back. `code`: of the account it is
    entered on, where it is not new income: what was paid out and comes back lessens the expense.
    """
    require(rules.more_than_nothing(fen))
    words = told_to_all(what, source.community_id, *_person(party, name))
    enterable(act, source, on)
    usual = charts.opening_of(source.restricted) if opening else charts.income_of(source.kind)
    entry = books.enter(act, source, on, words, [(charts.FREE, code or usual, fen)], key=key)
    earlier = Receipt.objects.filter(community=source.community_id, entry=entry).first()
    if earlier is not None:
        return earlier
    named = party in NAMED_PARTIES
    return Receipt.objects.create(
        community_id=source.community_id,
        source=source,
        line=line,
        entry=entry,
        fen=fen,
        on=on,
        what=words,
        party=party,
        party_name=name.strip() if named else "",
        person_name="" if named else name.strip(),
        opening=opening,
        subject_kind=kind_of(subject),
        subject=id_of(subject),
        entered_by_id=act.by.account,
    )


def hold_source(act: Act, source: Source) -> None:
    """Keeps others from the book until the act is over, and reads whether it was closed."""
    books.hold(act, source)
    source.refresh_from_db(fields=["closed_on", "closed_by"])


def _person(party: str, name: str) -> tuple[str, ...]:
    return () if party in NAMED_PARTIES else (name,)


def enterable(act: Act, source: Source, on: date) -> None:
    """Refuses a day to come, one before the source was opened or in a closed month, and a source
    that was closed."""
    hold_source(act, source)
    require(rules.not_ahead(on, local_day(act.at)))
    require(rules.since_opened(on, source.opened_on))
    require(rules.in_open_month(on, closed_through(source.community)))
    require(rules.source_is_open(source.closed_on, on))


def require_start(row: Request, move: str, seen: int | None = None) -> None:
    """Refuses a move that does not start from here, before anything is entered for it."""
    if seen is not None and seen != row.version:
        raise Refused(what_happened(REQUEST, row, seen))
    chosen = REQUEST.move(move)
    require(flow_rules.starts_here(REQUEST, row.state, chosen, posts_that_may(chosen.who)))


@action("funds.reserve", needs="funds.approve")
def reserve(act: Act, source: Source, *, fen: int, what: str, key: str) -> Reserve:
    """Keeps so much of a source for a project residents chose, so that nothing else can be paid
    from it. `key` names the project: reserved again, what is kept already comes back."""
    return earmark(act, source, fen=fen, what=told_to_all(what, source.community_id), key=key)


def earmark(
    act: Act,
    source: Source,
    *,
    fen: int,
    what: str,
    key: str,
    decided: Any = None,
    undecided: bool = False,
) -> Reserve:
    """The same as a step of another act. `decided`: the row by which residents decided it, which
    what is kept then *follows from*. `undecided`: they still choose; nothing is paid out of it."""
    earlier = Reserve.objects.filter(community=source.community_id, key=key).first()
    if earlier is not None:
        return earlier
    on, words = local_day(act.at), " ".join(what.split())
    require(rules.more_than_nothing(fen))
    enterable(act, source, on)
    require(rules.enough_free(books.free(source), fen))
    transfers = [(charts.RESERVED, charts.FREE, fen)]
    entry = books.enter(act, source, on, words, transfers, key=f"reserve:{key}")
    try:
        with transaction.atomic():
            kept = Reserve.objects.create(
                community_id=source.community_id,
                source=source,
                key=key,
                what=words,
                fen=fen,
                entry=entry,
                undecided=undecided,
            )
    except IntegrityError:
        raise Refused(Finding(False, "funds.reserved_once")) from None
    if decided is not None:
        link(act, kept, "follows_from", decided)
    act.note(source=source.title)
    return kept


@action("funds.release", needs="funds.approve")
def release(act: Act, kept: Reserve) -> Reserve:
    """What is left of a project's money goes back to the source; what was approved stays so. Not
    by hand while residents still choose what it is for."""
    kept.refresh_from_db()
    require(rules.reserve_decided(kept.undecided))
    require(rules.more_than_nothing(kept.left))
    return take_back(act, kept)


def take_back(act: Act, kept: Reserve) -> Reserve:
    """The same as a step of another act; nothing happens where nothing is left."""
    kept.refresh_from_db()
    left, on = kept.left, local_day(act.at)
    if not left:
        return kept
    changed = Reserve.objects.filter(
        community=kept.community_id, pk=kept.pk, spent=kept.spent, released=kept.released
    ).update(released=F("released") + left, released_on=on)
    require(Finding(bool(changed), "funds.reserve_unchanged"))
    enterable(act, kept.source, on)
    books.enter(act, kept.source, on, kept.what, [(charts.FREE, charts.RESERVED, left)])
    kept.refresh_from_db()
    act.note(source=kept.source.title)
    return kept
