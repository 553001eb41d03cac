"""A source of money is opened with a book of its own, and closed when nothing is left in it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from linli.core.access.models import Body
from linli.core.audit.door import Act, action
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import Finding, Refused, require
from linli.stewardship.funds import books, rules
from linli.stewardship.funds.actions.steps import hold_source, receive
from linli.stewardship.funds.actions.wording import told_to_all
from linli.stewardship.funds.models import Source
from linli.stewardship.funds.queries.months import closed_through
from linli.stewardship.funds.words import ALWAYS_RESTRICTED


@dataclass(frozen=True)
class Opened:
    """A source as it is opened. `origin`: the id of another room's row it is given for (the
    department's request), which a crossing ties; `opening`: what is in it already, in fen."""

    kind: str
    title: str
    purpose: str
    purpose_told: str = ""
    restricted: bool = False
    paper: str = ""
    body: Body | None = None
    opened_on: date | None = None
    opening: int = 0
    origin: str = ""


@action("funds.open_source", needs="funds.keep")
def open_source(act: Act, community: Place, *, given: Opened) -> Source:
    """Opens a source with its book. What was there before is its first entry, from net assets."""
    return begin_source(act, community, given)


def begin_source(act: Act, community: Place, given: Opened) -> Source:
    """The same as a step, for other nouns of this room (a gift with a purpose of its own)."""
    on = given.opened_on or local_day(act.at)
    require(rules.not_ahead(on, local_day(act.at)))
    require(rules.in_open_month(on, closed_through(community)))
    restricted = given.restricted or given.kind in ALWAYS_RESTRICTED
    told = told_to_all(given.purpose_told, community)
    require(Finding(not restricted or bool(told), "funds.purpose_told", cites=("rcl2025.42",)))
    require(
        Finding(
            given.kind != "commissioned" or given.body is not None,
            "funds.who_commissions",
            cites=("rcl2025.43",),
        )
    )
    source = Source(
        community=community,
        kind=given.kind,
        title=told_to_all(given.title, community),
        purpose=given.purpose,
        purpose_told=told,
        restricted=restricted,
        paper=given.paper.strip(),
        body=given.body,
        opened_on=on,
    )
    try:
        with transaction.atomic():
            source.book = books.open_for(act, source)
            source.save(force_insert=True)
    except IntegrityError:
        raise Refused(
            Finding(False, "funds.source_once", numbers={"title": source.title})
        ) from None
    if given.opening:
        receive(
            act,
            source,
            fen=given.opening,
            on=on,
            what=str(books.OPENING_WORDS),
            party="several",
            opening=True,
        )
    # The door writes one note for the act; who follows it reads what was given here.
    origin: Any = source
    origin.origin = given.origin
    act.note(source=source.title)
    return source


@action("funds.close_source", needs="funds.keep")
def close_source(act: Act, source: Source, *, on: date) -> Source:
    """Closes a source in which nothing is left, from a day after all that was entered in it: a
    month that was closed, and a sheet that was shown, stay as they are."""
    hold_source(act, source)
    require(Finding(source.closed_on is None, "funds.source_not_closed"))
    require(rules.not_ahead(on, local_day(act.at)))
    require(rules.since_opened(on, source.opened_on))
    require(rules.in_open_month(on, closed_through(source.community)))
    require(rules.after_all_entries(on, books.last_day(source)))
    left = books.in_bank(source)
    require(Finding(left == 0, "funds.nothing_left", numbers={"left": rules.yuan(left)}))
    source.closed_on, source.closed_by_id = on, act.by.account
    source.save(update_fields=["closed_on", "closed_by"])
    act.note(source=source.title)
    return source


@action("funds.reopen_source", needs="funds.approve")
def reopen_source(act: Act, source: Source, *, reason: str) -> Source:
    """Takes the close of a source back, by another than who closed it, with why."""
    hold_source(act, source)
    require(Finding(source.closed_on is not None, "funds.source_closed"))
    require(rules.another_hand(act.by.account, [source.closed_by_id]))
    why = told_to_all(reason, source.community_id)
    require(Finding(bool(why), "funds.reason_given"))
    source.closed_on, source.closed_by_id = None, None
    source.reopened_on, source.reopened_why = local_day(act.at), why
    source.save(update_fields=["closed_on", "closed_by", "reopened_on", "reopened_why"])
    act.note(source=source.title)
    return source
