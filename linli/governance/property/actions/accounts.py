"""Common income, the maintenance fund and repairs, told with sums that must come out."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db import IntegrityError, transaction

from linli.core.audit.door import Act, action
from linli.core.places.held import locked
from linli.governance.property import rules
from linli.governance.property.actions.saying import told
from linli.governance.property.models import (
    Contract,
    Estate,
    FundReport,
    IncomeLine,
    IncomeReport,
    RepairHelp,
)
from linli.governance.property.words import KINDS_OF
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require

DAY = timedelta(days=1)
Lines = Mapping[tuple[str, str], int]
"""Fen by side and kind."""


@action("property.publish_income", needs="property.report")
def publish_income(
    act: Act, estate: Estate, *, since: date, until: date, lines: Lines, note: str = "",
    corrects: IncomeReport | None = None,
) -> IncomeReport:  # fmt: skip
    """Tells the owners of the common income of a period: what came in, reasonable costs, and what
    became of the rest, which is theirs. What was told is not changed; a second report corrects. No
    day is told of twice."""
    require(rules.money.period_over(since, until, local_day(act.at)))
    locked(estate)
    sums = {side: sum(fen for (at, _kind), fen in lines.items() if at == side) for side in KINDS_OF}
    require(rules.money.something_told(sums["income"], sums["cost"]))
    require(rules.money.net_allocated(sums["income"], sums["cost"], sums["use"]))
    _require_correctable(estate, corrects, since, until)
    _require_apart(estate.common_reports, corrects, since, until)
    report = IncomeReport(
        community_id=estate.community_id, estate=estate, since=since, until=until,
        reported_by=_speaker(act, estate), note=told(note, estate.community_id),
        corrects=corrects, published_at=act.at, entered_by_id=act.by.account,
    )  # fmt: skip
    _save_once(report)
    IncomeLine.objects.bulk_create(
        IncomeLine(community_id=estate.community_id, report=report, side=side, kind=kind, fen=fen)
        for (side, kind), fen in lines.items()
        if fen
    )
    act.note(estate=estate.name, since=since.isoformat(), until=until.isoformat())
    return report


@action("property.publish_fund", needs="property.report")
def publish_fund(
    act: Act, estate: Estate, *, since: date, until: date, sums: Mapping[str, int],
    used_for: str = "", urgent: bool = False, corrects: FundReport | None = None,
) -> FundReport:  # fmt: skip
    """Tells the owners of the maintenance fund of a period. The sums must come out, begin with what
    the period just before ended with, and end with what the one just after begins with. A
    correction need not fit the one after: that is shown as torn until it is corrected, too."""
    require(rules.money.period_over(since, until, local_day(act.at)))
    require(
        rules.money.fund_balances(
            sums["opening"], sums["paid_in"], sums["interest"], sums["used"], sums["closing"]
        )
    )
    locked(estate)
    _require_correctable(estate, corrects, since, until)
    _require_apart(estate.fund_reports, corrects, since, until)
    stands = estate.fund_reports.filter(corrected_by__isnull=True)
    before = stands.filter(until=since - DAY).values_list("closing", flat=True).first()
    require(rules.money.fund_joins(before, sums["opening"]))
    if corrects is None:
        after = stands.filter(since=until + DAY).values_list("opening", flat=True).first()
        require(rules.money.joins_next(sums["closing"], after))
    report = FundReport(
        community_id=estate.community_id, estate=estate, since=since, until=until, **sums,
        used_for=told(used_for, estate.community_id), urgent=urgent, corrects=corrects,
        reported_by=_speaker(act, estate), published_at=act.at, entered_by_id=act.by.account,
    )  # fmt: skip
    _save_once(report)
    act.note(estate=estate.name, since=since.isoformat(), until=until.isoformat())
    return report


@action("property.plan_repair", needs="property.keep")
def plan_repair(
    act: Act, estate: Estate, *, what: str, on: date, cost: int, shares: Mapping[str, int]
) -> RepairHelp:
    """A common repair was settled, and who pays how much of it."""
    require(rules.money.shares_make_whole(cost, *shares.values()))
    require(rules.contracts.notice_not_ahead(on, local_day(act.at)))
    row = RepairHelp.objects.create(
        community_id=estate.community_id, estate=estate, what=told(what, estate.community_id),
        on=on, cost=cost, **shares,
    )  # fmt: skip
    act.note(estate=estate.name, what=row.what)
    return row


@action("property.finish_repair", needs="property.keep")
def finish_repair(act: Act, repair: RepairHelp, *, on: date) -> RepairHelp:
    """It has been repaired."""
    require(rules.contracts.notice_not_ahead(on, local_day(act.at)))
    repair = locked(repair)
    require(Finding(repair.done_on is None and on >= repair.on, "property.repair_open"))
    repair.done_on = on
    repair.save(update_fields=["done_on"])
    act.note(estate=repair.estate.name, what=repair.what)
    return repair


def _speaker(act: Act, estate: Estate) -> str:
    """Whose report it is: the firm, the owners' body, or the residents' committee for them."""
    held = {
        (each.post, each.body) for each in act.by.posts if each.community == estate.community_id
    }
    for contract in estate.contracts.filter(state__in=Contract.SERVING).select_related("body"):
        if ("property_manager", contract.body_id) in held:
            return contract.body.name
    if any(post == "owners_committee" for post, _body in held):
        body = estate.bodies.filter(until__isnull=True).exclude(kind="preparatory_group").first()
        return body.name if body else estate.name
    return str(estate.community)


def _require_correctable(estate: Estate, corrects: Any, since: date, until: date) -> None:
    if corrects is None:
        return
    fits = corrects.estate_id == estate.pk and (corrects.since, corrects.until) == (since, until)
    row = locked(corrects)
    taken = type(row).objects.filter(community=row.community_id, corrects=row).exists()
    require(Finding(fits and not taken, "property.corrects_once"))


def _require_apart(reports: Any, corrects: Any, since: date, until: date) -> None:
    stands = reports.filter(corrected_by__isnull=True)
    if corrects is not None:
        stands = stands.exclude(pk=corrects.pk)
    spans = list(stands.values_list("since", "until"))
    require(Finding((since, until) not in spans, "property.period_told_once"))
    require(rules.money.told_apart(since, until, spans))


def _save_once(report: Any) -> None:
    try:
        with transaction.atomic():
            report.save(force_insert=True)
    except IntegrityError:
        require(Finding(False, "property.period_told_once"))
