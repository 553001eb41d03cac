"""A grant is paid in stages, each through a request, and reported before the next."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction

from linli.core.audit.door import Act, action
from linli.core.files.intake import Purpose, take_in
from linli.lib.calendar import local_day
from linli.lib.law import Finding, Refused, require
from linli.mechanisms.flow.actions import take
from linli.stewardship.funds import charts
from linli.stewardship.funds.actions.asking import Asked, ask, withdraw
from linli.stewardship.funds.actions.keeping import give_back
from linli.stewardship.funds.actions.steps import receive
from linli.stewardship.funds.actions.wording import plain
from linli.stewardship.funds.flows import BID
from linli.stewardship.funds.groups import founded_by
from linli.stewardship.funds.models import Bid, BudgetLine, Stage
from linli.stewardship.funds.queries.grants import came_back, kept_for, rest_is_due, rest_of
from linli.stewardship.funds.rules import grants

ENDED = ("refused", "withdrawn", "reversed")
UNPAID = ("asked", "seconded", "approved")
REPORTED = ["report", "spent_fen", "served", "reported_on", "reported_by", "sent_back"]


@action("funds.plan_stages", needs="funds.run_grants")
def plan_stages(act: Act, bid: Bid, *, stages: Sequence[tuple[int, str]]) -> Bid:
    """Lays down in which parts a grant is paid, each with what is to be done for it; together they
    are what was asked for. Once; before anything is paid."""
    require(Finding(bid.state == "funded", "funds.bid_funded"))
    require(grants.stages_whole([fen for fen, _condition in stages], bid.fen))
    try:
        with transaction.atomic():
            Stage.objects.bulk_create(
                Stage(
                    community_id=bid.community_id,
                    bid=bid,
                    number=number,
                    fen=fen,
                    condition=plain(condition),
                )
                for number, (fen, condition) in enumerate(stages, 1)
            )
    except IntegrityError:
        raise Refused(Finding(False, "funds.stages_once")) from None
    act.note(call=bid.call.title)
    return bid


@action("funds.ask_stage", needs="funds.run_grants")
def ask_stage(
    act: Act, stage: Stage, *, line: BudgetLine | None = None, decision: str = ""
) -> Stage:
    """Asks for the money of a stage as for any other payment: another agrees, then it is paid, out
    of what is kept for the grant. What came before must have been reported and accepted.
    `line`: of the budget, for a grant nothing is kept for; `decision`: of residents, where the
    amount asks for one."""
    _hold(stage.bid)
    stage.refresh_from_db(fields=["request"])
    bid = stage.bid
    bid.refresh_from_db(fields=["state", "version"])
    require(Finding(bid.state == "funded", "funds.bid_funded"))
    ended = stage.request is None or stage.request.state in ENDED
    require(Finding(ended, "funds.stage_asked_once"))
    accepted = bid.stages.filter(accepted_on__isnull=False, number__lt=stage.number).count()
    require(grants.stage_due(stage.number, accepted))
    source, kept = bid.call.source, kept_for(bid)
    stage.request = ask(
        source,
        asked=Asked(
            fen=stage.fen,
            what=f"{bid.call.title}：{bid.group}（{stage.number}/{bid.stages.count()}）"[:80],
            purpose=source.purpose,
            party="unit",
            name=bid.group,
            line=None if kept else line,
            reserve=kept,
            decision=decision,
        ),
        by=act.by,
        at=act.at,
    )
    stage.save(update_fields=["request"])
    act.note(call=bid.call.title, stage=stage.number)
    return stage


@action("funds.report_stage", needs="funds.own_bid")
def report_stage(
    act: Act,
    stage: Stage,
    *,
    report: str,
    spent_fen: int,
    served: int | None = None,
    photos: Sequence[object] = (),
) -> Stage:
    """The group says what it did with the money, once it was paid and before the rest came back:
    by the reports it was reckoned."""
    _before_the_rest(stage)
    paid = stage.request is not None and stage.request.state in ("paid", "settled")
    require(Finding(paid, "funds.stage_paid"))
    require(Finding(stage.accepted_on is None, "funds.stage_open"))
    stage.report, stage.spent_fen, stage.served = plain(report), spent_fen, served
    stage.reported_on, stage.reported_by_id = local_day(act.at), act.by.account
    stage.sent_back = ""
    stage.save(update_fields=REPORTED)
    for photo in photos:
        take_in(act, stage.community_id, photo, Purpose(stage, "photo", "staff"))
    act.tell("funds.stage_reported", post="worker", call=stage.bid.call.title)
    act.note(call=stage.bid.call.title, stage=stage.number)
    return stage


@action("funds.accept_report", needs="funds.run_grants")
def accept_report(act: Act, stage: Stage) -> Stage:
    """Accepts a report: everybody reads it, and the next stage may be paid. Never by whoever wrote
    it, handed the bid in or founded the organisation. With the last one the grant is done, and
    what is left of its money is free again; where the group has not used all of it, it is done
    when the rest came back."""
    _before_the_rest(stage)
    _waits(stage)
    founded = founded_by(stage.community, act.by, stage.bid.registered)
    require(Finding(not founded, "funds.report_second_hand", cites=grants.CITES))
    require(
        grants.accepted_by_another(
            act.by.account, [stage.reported_by_id, stage.bid.handed_in_by_id]
        )
    )
    stage.accepted_on = local_day(act.at)
    stage.save(update_fields=["accepted_on"])
    bid = stage.bid
    if bid.state == "funded" and not bid.stages.filter(accepted_on__isnull=True).exists():
        give_back(act, bid)
        if not rest_of(bid):
            take(act, BID, bid, "finish")
        elif bid.handed_in_by_id:
            act.tell("funds.rest_owed", account=bid.handed_in_by_id, call=bid.call.title)
    act.note(call=stage.bid.call.title, stage=stage.number)
    return stage


@action("funds.send_back_report", needs="funds.run_grants")
def send_back_report(act: Act, stage: Stage, *, reason: str) -> Stage:
    """Asks the group to say more."""
    _waits(stage)
    stage.sent_back, stage.reported_on = plain(reason), None
    stage.save(update_fields=["sent_back", "reported_on"])
    if stage.bid.handed_in_by_id:
        account = stage.bid.handed_in_by_id
        act.tell("funds.report_sent_back", account=account, call=stage.bid.call.title)
    act.note(call=stage.bid.call.title, stage=stage.number)
    return stage


@action("funds.stop_grant", needs="funds.run_grants")
def stop_grant(act: Act, bid: Bid, *, reason: str, seen: int | None = None) -> Bid:
    """Stops a grant before its end, with the reason everybody reads: what was asked for and is not
    paid yet is withdrawn with it, no further stage is paid, and what is left is free again."""
    why = plain(reason)
    _hold(bid)
    take(act, BID, bid, "stop", seen=seen, reason=why, public_note=why)
    for stage in bid.stages.exclude(request__isnull=True).select_related("request"):
        if stage.request is not None and stage.request.state in UNPAID:
            withdraw(stage.request, reason=why, by=act.by, at=act.at)
    give_back(act, bid)
    act.note(call=bid.call.title)
    return bid


@action("funds.take_rest", needs="funds.run_grants")
def take_rest(act: Act, bid: Bid, *, fen: int, on: date) -> Bid:
    """What a group did not use came back, to the fen: it is entered in the book of the source,
    where it lessens what was spent, and is no new income.
    With it a grant all of whose reports were accepted is done; a stopped one is settled."""
    _hold(bid)
    bid.refresh_from_db(fields=["state", "version", "returned"])
    require(Finding(came_back(bid) is None, "funds.rest_once"))
    require(Finding(rest_is_due(bid), "funds.rest_due"))
    require(grants.rest_whole(rest_of(bid), fen))
    bid.returned = receive(
        act,
        bid.call.source,
        fen=fen,
        on=on,
        what=f"退回小额资助余款：{bid.call.title}"[:80],
        party="unit",
        name=bid.group,
        code=charts.expense_of(bid.call.source.purpose),
    )
    bid.save(update_fields=["returned"])
    if bid.state == "funded":
        take(act, BID, bid, "finish")
    act.note(call=bid.call.title)
    return bid


def _hold(bid: Bid) -> list[UUID]:
    """Keeps the stages of a grant from whoever would ask for one or stop it at the same time."""
    stages = Stage.objects.filter(community=bid.community_id, bid=bid).order_by("number")
    return list(stages.select_for_update().values_list("pk", flat=True))


def _before_the_rest(stage: Stage) -> None:
    """Reads a stage as it now is, and refuses where the rest of its grant came back already."""
    bid = stage.bid
    _hold(bid)
    stage.refresh_from_db(fields=["report", "spent_fen", "reported_on", "accepted_on"])
    bid.refresh_from_db(fields=["state", "version", "returned"])
    require(Finding(came_back(bid) is None, "funds.rest_once"))


def _waits(stage: Stage) -> None:
    waits = stage.reported_on is not None and stage.accepted_on is None
    require(Finding(bool(stage.report) and waits, "funds.stage_reported"))
