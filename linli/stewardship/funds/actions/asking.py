"""Somebody asks to spend, and may take it back."""

from dataclasses import dataclass

from linli.core.audit.door import Act, action
from linli.core.links.linking import link
from linli.core.places.serials import take_next_serial
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.mechanisms.flow.actions import begin, take
from linli.stewardship.funds import books, rules
from linli.stewardship.funds.actions.holding import let_go
from linli.stewardship.funds.actions.steps import enterable
from linli.stewardship.funds.actions.wording import told_to_all
from linli.stewardship.funds.flows import REQUEST
from linli.stewardship.funds.law import assembly_from
from linli.stewardship.funds.models import BudgetLine, Request, Reserve, Source
from linli.stewardship.funds.origins import decision_called, row_of
from linli.stewardship.funds.queries.budgets import has_outgo_lines
from linli.stewardship.funds.queries.desk import chosen_by_residents
from linli.stewardship.funds.words import NAMED_PARTIES


@dataclass(frozen=True)
class Asked:
    """What is asked for. `what` is read by everybody and names nobody; `name`: who is to be paid.
    `reserve`: where it is paid out of what is kept for a project, which is its ground beside the
    budget's lines. `decision`: the residents' decision it stands on (`origins.Decision.ref`)."""

    fen: int
    what: str
    purpose: str
    party: str
    name: str = ""
    more: str = ""
    line: BudgetLine | None = None
    reserve: Reserve | None = None
    decision: str = ""


@action("funds.ask", needs="funds.keep")
def ask(act: Act, source: Source, *, asked: Asked) -> Request:
    """Asks to spend so much of a source. Refused at once where it is for something else than the
    money was given for, where there is not as much, or where residents have to decide first."""
    on, community = local_day(act.at), source.community
    line, kept = asked.line, asked.reserve
    require(rules.more_than_nothing(asked.fen))
    require(rules.source_is_open(source.closed_on, on))
    require(rules.for_its_purpose(source.restricted, source.purpose, asked.purpose))
    fits = line is None or (line.source_id == source.pk and line.side == "outgo")
    require(Finding(fits, "funds.line_of_source"))
    require(Finding(kept is None or kept.source_id == source.pk, "funds.reserve_of_source"))
    if kept is None:
        require(rules.line_named(has_outgo_lines(source, on.year), line is not None))
        require(rules.enough_free(books.free(source), asked.fen))
    else:
        require(rules.reserve_decided(kept.undecided))
        require(rules.within_reserve(kept.left, asked.fen))
    if line is not None:
        require(rules.within_line(line.left, asked.fen))
    decision = decision_called(community, asked.decision) if asked.decision else None
    require(Finding(bool(decision) or not asked.decision, "funds.decision_known"))
    require(
        rules.decided_where_needed(
            asked.fen, assembly_from(community, on), bool(decision) or chosen_by_residents(kept)
        )
    )
    named = asked.party in NAMED_PARTIES
    what = told_to_all(asked.what, community, "" if named else asked.name)

    def numbered(serial: int) -> Request:
        row = Request(
            community=community,
            year=on.year,
            serial=serial,
            source=source,
            line=line,
            reserve=kept,
            fen=asked.fen,
            what=what,
            more=asked.more.strip(),
            purpose=asked.purpose,
            decision=f"{decision.told}（{decision.on}）" if decision else "",
            party=asked.party,
            party_name=asked.name.strip() if named else "",
            person_name="" if named else asked.name.strip(),
            asked_by_id=act.by.account,
        )
        return begin(act, REQUEST, row, "ask")

    row = take_next_serial(Request, community, on.year, numbered)
    if decision is not None:
        link(act, row, "follows_from", row_of(community, decision))
    act.note(source=source.title, number=row.number)
    act.tell("funds.to_approve", post="director", number=row.number)
    return row


@action("funds.withdraw", needs="funds.keep")
def withdraw(act: Act, row: Request, *, reason: str, seen: int | None = None) -> Request:
    """Takes a request back; what was set apart for it is free again."""
    was_approved = row.state == "approved"
    take(act, REQUEST, row, "withdraw", seen=seen, reason=reason)
    if was_approved:
        enterable(act, row.source, local_day(act.at))
        let_go(act, row, row.fen)
    act.note(number=row.number)
    return row
