"""A grant from the signed agreement to the last fen: instalments, the report, what goes back."""

from collections.abc import Sequence
from datetime import date

from linli.core.audit.door import Act, action
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.mechanisms.flow.actions import take
from linli.partners.organisations.flows_social import APPLICATION
from linli.partners.organisations.models.social_grants import GrantApplication, Instalment
from linli.partners.organisations.queries.social_money import paid_fen
from linli.partners.organisations.rules import social as words, social_grants as rules


@action("organisations.sign_agreement", needs="organisations.run_social_grants")
def sign_agreement(
    act: Act,
    row: GrantApplication,
    *,
    agreement: str,
    on: date,
    instalments: Sequence[tuple[str, int]],
    seen: int | None = None,
) -> GrantApplication:
    """The agreement was signed on paper: its number and day, and the instalments it lays down."""
    require(words.not_ahead(on, local_day(act.at)))
    require(rules.instalments_add_up([fen for _what, fen in instalments], row.granted_fen or 0))
    require(words.words_for_all(*(what for what, _fen in instalments)))
    take(act, APPLICATION, row, "agree", seen=seen)
    row.agreement, row.agreed_on = agreement.strip(), on
    row.save(update_fields=["agreement", "agreed_on"])
    Instalment.objects.bulk_create(
        Instalment(
            community_id=row.community_id, application=row, order=order, fen=fen, condition=what
        )
        for order, (what, fen) in enumerate(instalments, 1)
    )
    act.note(round=row.round.title)
    return row


@action("organisations.ask_instalment", needs="organisations.run_social_grants")
def ask_instalment(act: Act, part: Instalment) -> Instalment:
    """Asks for an instalment to be paid, in order; whoever keeps the money pays it."""
    _require_payable(part)
    changed = Instalment.objects.filter(
        community=part.community_id, pk=part.pk, asked_on__isnull=True, paid_on__isnull=True
    ).update(asked_on=local_day(act.at))
    require(Finding(bool(changed), "organisations.instalment_once"))
    part.refresh_from_db()
    act.note(order=part.order, round=part.application.round.title)
    return part


@action("organisations.note_instalment_paid", needs="organisations.run_social_grants")
def note_instalment_paid(act: Act, part: Instalment, *, on: date, number: str) -> Instalment:
    """An instalment was paid: the day and the voucher's number, typed from the paper."""
    require(words.not_ahead(on, local_day(act.at)))
    return mark_paid(act, part, on=on, number=number)


def mark_paid(act: Act, part: Instalment, *, on: date, number: str) -> Instalment:
    """The same as a step of another act: whoever pays tells it."""
    _require_payable(part)
    changed = Instalment.objects.filter(
        community=part.community_id, pk=part.pk, paid_on__isnull=True
    ).update(paid_on=on, number=number.strip())
    require(Finding(bool(changed), "organisations.instalment_once"))
    part.refresh_from_db()
    act.note(order=part.order, round=part.application.round.title)
    return part


@action("organisations.report_use", needs="organisations.apply_for_grant")
def report_use(
    act: Act,
    row: GrantApplication,
    *,
    report: str,
    spent_fen: int,
    served: int | None = None,
    seen: int | None = None,
) -> GrantApplication:
    """The organisation says what it did and what it spent."""
    require(words.words_for_all(report))
    require(rules.spent_within(spent_fen, paid_fen(row)))
    take(act, APPLICATION, row, "report", seen=seen)
    row.report, row.spent_fen, row.served = report.strip(), spent_fen, served
    row.reported_on = local_day(act.at)
    row.save(update_fields=["report", "spent_fen", "served", "reported_on"])
    act.tell("organisations.use_reported", post="worker", round=row.round.title)
    act.note(round=row.round.title)
    return row


@action("organisations.send_back_use", needs="organisations.run_social_grants")
def send_back_use(
    act: Act, row: GrantApplication, *, reason: str, seen: int | None = None
) -> GrantApplication:
    """Asks the organisation to say more."""
    take(act, APPLICATION, row, "send_back", seen=seen, reason=reason)
    if row.handed_in_by_id:
        act.tell("organisations.use_sent_back", account=row.handed_in_by_id, round=row.round.title)
    act.note(round=row.round.title)
    return row


@action("organisations.stop_social_grant", needs="organisations.run_social_grants")
def stop_social_grant(
    act: Act, row: GrantApplication, *, reason: str, seen: int | None = None
) -> GrantApplication:
    """Stops a grant: nothing more is paid; what was paid is reported and settled."""
    require(words.words_for_all(reason))
    take(act, APPLICATION, row, "stop", seen=seen, reason=reason, public_note=reason)
    act.note(round=row.round.title)
    return row


@action("organisations.evaluate_project", needs="organisations.run_social_grants")
def evaluate_project(
    act: Act, row: GrantApplication, *, evaluation: str, seen: int | None = None
) -> GrantApplication:
    """What came of the project, for everybody; of the project, never of a person."""
    require(words.words_for_all(evaluation))
    take(act, APPLICATION, row, "evaluate", seen=seen)
    row.evaluation = evaluation.strip()
    row.save(update_fields=["evaluation"])
    act.note(round=row.round.title)
    return row


@action("organisations.settle_grant", needs="organisations.run_social_grants")
def settle_grant(
    act: Act,
    row: GrantApplication,
    *,
    returned_fen: int = 0,
    on: date | None = None,
    number: str = "",
    seen: int | None = None,
) -> GrantApplication:
    """What was not spent went back, to the fen; the grant is over."""
    owed = rules.unspent(paid_fen(row), row.spent_fen or 0)
    require(rules.all_returned(returned_fen, owed))
    if owed:
        require(Finding(bool(on and number.strip()), "organisations.return_proved"))
        assert on is not None
        require(words.not_ahead(on, local_day(act.at)))
    take(act, APPLICATION, row, "close", seen=seen)
    row.returned_fen, row.returned_number = returned_fen, number.strip() if owed else ""
    row.returned_on = on if owed else None
    row.save(update_fields=["returned_fen", "returned_on", "returned_number"])
    act.note(round=row.round.title)
    return row


def _require_payable(part: Instalment) -> None:
    row = part.application
    row.refresh_from_db(fields=["state", "version"])
    stopped = row.steps.filter(move="stop").exists()
    require(Finding(row.state == "agreed" and not stopped, "organisations.grant_running"))
    earlier = row.instalments.filter(order__lt=part.order, paid_on__isnull=True)
    require(rules.in_order(not earlier.exists()))
