"""The budget of a year is drafted, settled by what residents decided, and changed the same way."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F

from linli.core.audit.door import Act, action
from linli.core.links.linking import link
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import Finding, Refused, require
from linli.stewardship.funds import rules
from linli.stewardship.funds.actions.wording import told_to_all
from linli.stewardship.funds.models import Budget, BudgetEdition, BudgetLine, Receipt, Source

MOST_LINES = 60
Key = tuple[object, str, str]


@dataclass(frozen=True)
class LineGiven:
    """One line as it is written down."""

    source: Source
    side: str
    title: str
    fen: int


@action("funds.draft_budget", needs="funds.keep")
def draft_budget(
    act: Act, community: Place, *, year: int, lines: Sequence[LineGiven], seen: int | None = None
) -> Budget:
    """Writes the draft of a year, or writes it anew; what was decided is changed by a decision.
    `seen`: the version whoever writes had before them, nought where there was none yet."""
    _sound(lines)
    budget = Budget.objects.filter(community=community, year=year).first()
    if budget is None:
        require(Finding(not seen, "funds.budget_unchanged"))
        budget = _begin(community, year)
    else:
        require(Finding(not budget.is_settled, "funds.still_draft"))
        _turn(budget, seen)
        BudgetLine.objects.filter(community=community, budget=budget).delete()
    _write(budget, lines)
    act.note(year=year)
    return budget


@action("funds.settle_budget", needs="funds.settle_budget")
def settle_budget(
    act: Act,
    budget: Budget,
    *,
    decided_on: date,
    decided_by: str,
    decision: Any = None,
    seen: int | None = None,
) -> Budget:
    """Enters the decision that approved the draft: from now on requests stand on its lines.
    `decision`: the row it was recorded as, which the budget then *follows from*."""
    require(Finding(not budget.is_settled, "funds.still_draft"))
    require(Finding(budget.lines.exists(), "funds.has_lines"))
    _decide(act, budget, decided_on, decided_by, "", seen)
    if decision is not None:
        link(act, budget, "follows_from", decision)
    return budget


@action("funds.revise_budget", needs="funds.settle_budget")
def revise_budget(
    act: Act,
    budget: Budget,
    *,
    lines: Sequence[LineGiven],
    decided_on: date,
    decided_by: str,
    reason: str,
    decision: Any = None,
    seen: int | None = None,
) -> Budget:
    """Changes a settled budget by a further decision. A line is known by source, side and title;
    none falls below what was approved on it, and none that was used is left out."""
    require(Finding(budget.is_settled, "funds.is_settled"))
    require(Finding(bool(reason.strip()), "funds.reason_given"))
    _sound(lines)
    earlier: dict[Key, BudgetLine] = {_key(line): line for line in budget.lines.all()}
    wanted = {(each.source.pk, each.side, each.title): each for each in lines}
    for key, line in earlier.items():
        fen = wanted[key].fen if key in wanted else 0
        require(rules.line_keeps_committed(fen, line.committed, line.title))
        if key not in wanted:
            used = line.requests.exists() or _received(line)
            require(Finding(not used, "funds.line_unused"))
            line.delete()
    for order, each in enumerate(lines, 1):
        before = earlier.get((each.source.pk, each.side, each.title))
        if before is None:
            _add(budget, order, each)
        else:
            _amend(before, order, each.fen)
    _decide(act, budget, decided_on, decided_by, reason, seen)
    if decision is not None:
        link(act, budget, "follows_from", decision)
    return budget


def _sound(lines: Sequence[LineGiven]) -> None:
    require(Finding(0 < len(lines) <= MOST_LINES, "funds.has_lines"))
    for each in lines:
        require(rules.more_than_nothing(each.fen))


def _decide(
    act: Act, budget: Budget, decided_on: date, decided_by: str, reason: str, seen: int | None
) -> None:
    words = " ".join(decided_by.split())
    require(Finding(bool(words), "funds.decision_named", cites=("rcl2025.30",)))
    require(rules.not_ahead(decided_on, local_day(act.at)))
    _turn(budget, seen)
    budget.edition += 1
    budget.decided_on, budget.decided_by = decided_on, words
    budget.save(update_fields=["edition", "decided_on", "decided_by"])
    BudgetEdition.objects.create(
        community_id=budget.community_id,
        budget=budget,
        number=budget.edition,
        decided_on=decided_on,
        decided_by=words,
        reason=told_to_all(reason, budget.community_id),
        lines=[
            {"source": line.source.title, "side": line.side, "title": line.title, "fen": line.fen}
            for line in budget.lines.select_related("source")
        ],
    )
    act.note(year=budget.year, edition=budget.edition)


def _turn(budget: Budget, seen: int | None) -> None:
    """Of two who write at once the later is told."""
    version = budget.version if seen is None else seen
    rows = Budget.objects.filter(community=budget.community_id, pk=budget.pk, version=version)
    require(Finding(bool(rows.update(version=F("version") + 1)), "funds.budget_unchanged"))
    budget.version = version + 1


def _begin(community: Place, year: int) -> Budget:
    try:
        with transaction.atomic():
            return Budget.objects.create(community=community, year=year)
    except IntegrityError:
        raise Refused(Finding(False, "funds.budget_unchanged")) from None


def _write(budget: Budget, lines: Sequence[LineGiven]) -> None:
    for order, each in enumerate(lines, 1):
        _add(budget, order, each)


def _add(budget: Budget, order: int, each: LineGiven) -> None:
    try:
        with transaction.atomic():
            BudgetLine.objects.create(
                community_id=budget.community_id,
                budget=budget,
                order=order,
                source=each.source,
                side=each.side,
                title=each.title,
                fen=each.fen,
            )
    except IntegrityError:
        raise Refused(Finding(False, "funds.line_once", numbers={"title": each.title})) from None


def _amend(line: BudgetLine, order: int, fen: int) -> None:
    rows = BudgetLine.objects.filter(community=line.community_id, pk=line.pk, committed__lte=fen)
    if not rows.update(order=order, fen=fen):
        line.refresh_from_db()
        raise Refused(rules.line_keeps_committed(fen, line.committed, line.title))


def _received(line: BudgetLine) -> bool:
    return Receipt.objects.filter(community=line.community_id, line=line).exists()


def _key(line: BudgetLine) -> Key:
    return (line.source_id, line.side, line.title)
