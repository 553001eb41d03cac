"""A service is needed, tendered for, contracted, done step by step, accepted, evaluated."""

from datetime import date
from typing import TypeVar

from django.db import IntegrityError, transaction
from django.db.models import Sum

from linli.core.audit.door import Act, action
from linli.core.places.held import held, saved
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.identity.redact import redact
from linli.lib.law import Finding, Refused, require
from linli.partners.organisations.models import FilingReceipt, Milestone, Purchase
from linli.partners.organisations.rules import purchases as rules

Row = TypeVar("Row", Purchase, Milestone)
KEEP = "organisations.keep_purchases"


def judged(words: str) -> Finding:
    """Whether everybody may read it: it names nobody."""
    told = " ".join(words.split())
    seen = redact(told)
    clean = seen.text == told and not any(each.kind == "name" for each in seen.doubtful)
    return Finding(clean, "organisations.purchase_words", cites=("pipl.25",))


def _told(words: str) -> str:
    require(judged(words))
    return words.strip()


def _needed(words: str) -> str:
    require(Finding(bool(words.strip()), "organisations.purchase_words_given"))
    return _told(words)


def _held(row: Row, seen: int | None) -> Row:
    return held(row, seen, "organisations.purchase_fresh")


@action("organisations.need_service", needs=KEEP)
def need_service(
    act: Act, community: Place, *, title: str, need: str, department: str = "", money_line: str = ""
) -> Purchase:
    """Writes down a service that is needed, or that a department commissions. Without a line of
    money a commission is kept, and shown to everybody as incomplete."""
    row = Purchase(
        community=community,
        title=_needed(title),
        need=_needed(need),
        department=_told(department),
        money_line=_told(money_line),
        asked_on=local_day(act.at),
    )
    row.save(force_insert=True)
    act.note(title=row.title)
    return row


@action("organisations.name_money", needs=KEEP)
def name_money(act: Act, row: Purchase, *, money_line: str, seen: int | None = None) -> Purchase:
    """Names the line of money that pays."""
    row = _held(row, seen)
    require(Finding(row.stage == "need", "organisations.next_stage"))
    act.note(title=row.title)
    return saved(row, money_line=_needed(money_line))


@action("organisations.tender", needs=KEEP)
def tender(
    act: Act, row: Purchase, *, tender: str, tendered_on: date, seen: int | None = None
) -> Purchase:
    """Says in public how a provider is sought. Refused while a commission has no money."""
    row = _held(row, seen)
    require(rules.next_stage(row.stage, "tendered"))
    require(rules.has_money(row.department, row.money_line))
    require(rules.not_ahead(tendered_on, local_day(act.at)))
    act.note(title=row.title)
    return saved(row, stage="tendered", tender=_needed(tender), tendered_on=tendered_on)


@action("organisations.sign_contract", needs=KEEP)
def sign_contract(
    act: Act,
    row: Purchase,
    *,
    provider: str,
    contract: str,
    fen: int,
    signed_on: date,
    starts: date,
    ends: date,
    seen: int | None = None,
) -> Purchase:
    """A contract was signed: with whom, for how much, from when until when."""
    row = _held(row, seen)
    require(rules.next_stage(row.stage, "contracted"))
    require(rules.not_ahead(signed_on, local_day(act.at)))
    require(rules.in_order(row.tendered_on, signed_on))
    require(rules.in_order(starts, ends))
    act.note(title=row.title)
    said = {"provider": _needed(provider), "contract": _told(contract), "fen": fen}
    return saved(row, stage="contracted", signed_on=signed_on, starts=starts, ends=ends, **said)


@action("organisations.add_milestone", needs=KEEP)
def add_milestone(
    act: Act, row: Purchase, *, title: str, due_on: date, fen: int | None = 0
) -> Milestone:
    """A step of the contract, and what is paid for it: together no more than the contract."""
    row = _held(row, None)
    require(Finding(row.stage == "contracted", "organisations.next_stage"))
    rows = Milestone.objects.filter(community=row.community_id, purchase=row)
    paid = rows.aggregate(sum=Sum("fen"))["sum"] or 0
    require(rules.within_contract(paid, fen or 0, row.fen or 0))
    step = Milestone(
        community_id=row.community_id, purchase=row, title=_needed(title), due_on=due_on,
        fen=fen or 0,
    )  # fmt: skip
    step.save(force_insert=True)
    act.note(title=row.title)
    return step


@action("organisations.finish_milestone", needs=KEEP)
def finish_milestone(
    act: Act, step: Milestone, *, done_on: date, told: str, seen: int | None = None
) -> Milestone:
    """A step was done, on which day and how."""
    row = _held(step, seen)
    require(Finding(row.done_on is None, "organisations.milestone_open"))
    require(rules.not_ahead(done_on, local_day(act.at)))
    act.note(title=row.purchase.title)
    return saved(row, done_on=done_on, told=_needed(told))


@action("organisations.accept_service", needs=KEEP)
def accept_service(
    act: Act, row: Purchase, *, accepted_on: date, result: str, seen: int | None = None
) -> Purchase:
    """The whole was looked at: done as agreed, in part, or not. Not before every step is."""
    row = _held(row, seen)
    require(rules.next_stage(row.stage, "accepted"))
    steps = Milestone.objects.filter(community=row.community_id, purchase=row)
    require(rules.all_done(steps.filter(done_on__isnull=True).count() if result != "not" else 0))
    require(rules.not_ahead(accepted_on, local_day(act.at)))
    require(rules.in_order(row.signed_on, accepted_on))
    act.note(title=row.title)
    return saved(row, stage="accepted", accepted_on=accepted_on, result=result)


@action("organisations.evaluate_service", needs=KEEP)
def evaluate_service(
    act: Act,
    row: Purchase,
    *,
    evaluation: str,
    asked: int | None = None,
    content: int | None = None,
    seen: int | None = None,
) -> Purchase:
    """What it was good for, in words, and how many of those asked were content: a count, nobody's
    answer."""
    row = _held(row, seen)
    require(rules.next_stage(row.stage, "evaluated"))
    fits = (asked is None) == (content is None) and (content or 0) <= (asked or 0)
    require(Finding(fits, "organisations.counts_fit"))
    act.note(title=row.title)
    said = {"evaluation": _needed(evaluation), "asked": asked, "content": content}
    return saved(row, stage="evaluated", evaluated_on=local_day(act.at), **said)


@action("organisations.stop_purchase", needs=KEEP)
def stop_purchase(act: Act, row: Purchase, *, reason: str, seen: int | None = None) -> Purchase:
    """It does not go on, and why; what was written stays."""
    row = _held(row, seen)
    require(Finding(row.stage not in ("evaluated", "stopped"), "organisations.next_stage"))
    act.note(title=row.title)
    return saved(row, stage="stopped", stopped_for=_needed(reason))


@action("organisations.keep_receipt", needs=KEEP)
def keep_receipt(
    act: Act,
    community: Place,
    *,
    office: str,
    paper: str,
    on: date,
    number: str,
    purchase: Purchase | None = None,
) -> FilingReceipt:
    """Keeps the receipt of a paper that was filed with an office."""
    require(rules.not_ahead(on, local_day(act.at)))
    here = purchase is None or purchase.community_id == community.pk
    rows = FilingReceipt.objects.filter(community=community, office=office.strip())
    once = not rows.filter(number=number.strip()).exists()
    require(Finding(here and once, "organisations.receipt_once"))
    row = FilingReceipt(
        community=community, purchase=purchase, office=_needed(office), paper=_needed(paper),
        on=on, number=number.strip(),
    )  # fmt: skip
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        raise Refused(Finding(False, "organisations.receipt_once")) from None
    act.note(office=row.office, number=row.number)
    return row
