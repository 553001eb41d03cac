"""A thing is asked for, set aside for who came first, handed out, brought back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from linli.core.audit.door import Act, action, may
from linli.core.places.held import locked
from linli.core.places.laid_down import number_laid_down
from linli.core.places.models import Place
from linli.culture.facilities.actions.saying import new_slip, told
from linli.culture.facilities.flows import LOAN
from linli.culture.facilities.models import LentItem, LentPiece, Loan
from linli.culture.facilities.rules import keeping
from linli.lib.calendar import local_day
from linli.lib.law import Finding, Refused, require
from linli.mechanisms.flow.actions import begin, take


@dataclass(frozen=True)
class Listed:
    """A sort of thing as it is typed in; `labels`: its pieces."""

    kind: str
    title: str
    labels: Sequence[str]
    days_most: int = 30
    conditions: str = ""
    where: str = ""


@dataclass(frozen=True)
class Asking:
    """Who asks for it, for how many days. `by_desk`: a worker types it for somebody who came or
    rang; it is then nobody's account."""

    days: int
    name: str = ""
    phone: str = ""
    by_desk: bool = False


@action("facilities.list_lent", needs="facilities.lend")
def list_lent(act: Act, community: Place, *, listed: Listed) -> LentItem:
    """Puts a thing with its pieces on the list of what is lent."""
    title = told(listed.title, community)
    rows = LentItem.objects.filter(community=community, title=title, withdrawn_at__isnull=True)
    require(Finding(not rows.exists(), "facilities.lent_title_once"))
    labels = list(dict.fromkeys(told(each, community) for each in listed.labels if each.strip()))
    require(Finding(bool(labels), "facilities.lent_has_pieces"))
    item = LentItem.objects.create(
        community=community, kind=listed.kind, title=title, days_most=listed.days_most,
        conditions=told(listed.conditions, community), where=told(listed.where, community),
    )  # fmt: skip
    _add(item, labels)
    act.note(item=item.title, count=len(labels))
    return item


@action("facilities.alter_lent", needs="facilities.lend")
def alter_lent(act: Act, item: LentItem, *, listed: Listed) -> LentItem:
    """Changes what is said of a thing; labels that are new are further pieces."""
    item = locked(item)
    item.kind, item.days_most = listed.kind, listed.days_most
    item.conditions = told(listed.conditions, item.community_id)
    item.where = told(listed.where, item.community_id)
    item.version += 1
    item.save()
    known = set(item.pieces.values_list("label", flat=True))
    labels = dict.fromkeys(told(each, item.community_id) for each in listed.labels if each.strip())
    added = [each for each in labels if each not in known]
    _add(item, added)
    _set_aside(act, item)
    act.note(item=item.title, count=len(added))
    return item


@action("facilities.mark_piece", needs="facilities.lend")
def mark_piece(act: Act, piece: LentPiece, *, state: str, condition: str = "") -> LentPiece:
    """A piece is fine, broken, or gone. One that somebody has is marked when it comes back."""
    item = locked(piece.item)
    away = piece.loans.filter(state__in=Loan.WITH_SOMEBODY).exists()
    require(Finding(not away, "facilities.piece_here"))
    piece.state, piece.condition = state, told(condition, piece.community_id)
    piece.save(update_fields=["state", "condition"])
    _set_aside(act, item)
    act.note(item=item.title, piece=piece.label, state=str(piece.get_state_display()))
    return piece


@action("facilities.ask_loan", needs="facilities.ask_loan")
def ask_loan(act: Act, item: LentItem, *, asking: Asking) -> Loan:
    """Asks for a thing: a piece is set aside where one is free and nobody waits, else one waits in
    the line. Who asked first has it first, whoever it is and whatever for."""
    item = locked(item)
    require(Finding(item.withdrawn_at is None, "facilities.lent_stands"))
    keeper = may("facilities.lend", act.by, item)
    require(Finding(keeper or not asking.by_desk, "facilities.keeper_types"))
    require(keeping.long_enough(asking.days, item.days_most))
    reached = bool(asking.name.strip()) or not asking.by_desk
    require(Finding(reached, "facilities.contact_given"))
    account = None if asking.by_desk else act.by.account
    ours = item.loans.filter(account=account, state__in=("asked", "ready", "lent"))
    require(Finding(account is None or not ours.exists(), "facilities.loan_once"))
    loan = Loan(
        community_id=item.community_id, item=item, account_id=account, name=asking.name.strip(),
        phone=asking.phone.strip(), days=asking.days, asked_at=act.at, slip=new_slip(),
    )  # fmt: skip
    piece = None if item.loans.filter(state="asked").exists() else _free_piece(item)
    if piece is None:
        begin(act, LOAN, loan, "ask")
    else:
        loan.piece, loan.keep_until = piece, _keep_until(act, item)
        begin(act, LOAN, loan, "reserve")
    _note(act, loan, ready=piece is not None)
    return loan


@action("facilities.hand_out", needs="facilities.lend")
def hand_out(
    act: Act, loan: Loan, *, condition: str = "", piece: LentPiece | None = None,
    seen: int | None = None,
) -> Loan:  # fmt: skip
    """Hands a piece to who asked for it, with how it looks. Another piece may be taken; one that is
    with somebody may not, nor may somebody be passed over who asked before."""
    item = locked(loan.item)
    chosen = piece or loan.piece or _free_piece(item)
    require(Finding(chosen is not None and chosen.item_id == item.pk, "facilities.piece_free"))
    if loan.state == "asked":
        before = Q(asked_at__lt=loan.asked_at) | Q(asked_at=loan.asked_at, pk__lt=loan.pk)
        require(keeping.first_in_line(item.loans.filter(before, state="asked").count()))
    loan.piece = chosen
    loan.lent_on = local_day(act.at)
    loan.due_on = loan.lent_on + timedelta(days=loan.days)
    loan.condition_out, loan.keep_until = told(condition, loan.community_id), None
    try:
        with transaction.atomic():
            loan.save(update_fields=["piece", "lent_on", "due_on", "condition_out", "keep_until"])
            take(act, LOAN, loan, "lend", seen=seen)
    except IntegrityError as error:
        raise Refused(Finding(False, "facilities.piece_free")) from error
    _note(act, loan)
    return loan


@action("facilities.take_back", needs="facilities.lend")
def take_back(
    act: Act, loan: Loan, *, condition: str = "", broken: bool = False, seen: int | None = None
) -> Loan:
    """The thing is back. Where it is in order, it is set aside for the next in line."""
    item = locked(loan.item)
    take(act, LOAN, loan, "give_back", seen=seen)
    loan.ended_on, loan.condition_back = local_day(act.at), told(condition, loan.community_id)
    loan.save(update_fields=["ended_on", "condition_back"])
    if loan.piece is not None:
        loan.piece.state = "broken" if broken else "fine"
        loan.piece.condition = loan.condition_back[:120]
        loan.piece.save(update_fields=["state", "condition"])
    _set_aside(act, item)
    _note(act, loan, broken=broken)
    return loan


@action("facilities.note_lost", needs="facilities.lend")
def note_lost(act: Act, loan: Loan, *, reason: str, seen: int | None = None) -> Loan:
    """What did not come back is noted as gone; when it does come back after all, it is taken
    back like any other."""
    locked(loan.item)
    take(act, LOAN, loan, "lose", seen=seen, reason=told(reason, loan.community_id))
    loan.ended_on = local_day(act.at)
    loan.save(update_fields=["ended_on"])
    if loan.piece is not None:
        loan.piece.state = "gone"
        loan.piece.save(update_fields=["state"])
    _note(act, loan)
    return loan


@action("facilities.lend_longer", needs="facilities.own_loan")
def lend_longer(act: Act, loan: Loan) -> Loan:
    """Keeps a thing for as many days again, from today, while nobody waits for it."""
    item = locked(loan.item)
    loan.refresh_from_db(fields=["state", "due_on"])
    require(Finding(loan.state == "lent", "facilities.loan_lent"))
    require(keeping.nobody_waits(item.loans.filter(state="asked").count()))
    loan.due_on, loan.reminded_on = local_day(act.at) + timedelta(days=loan.days), None
    loan.save(update_fields=["due_on", "reminded_on"])
    _note(act, loan, until=loan.due_on.isoformat())
    return loan


@action("facilities.cancel_loan", needs="facilities.own_loan")
def cancel_loan(act: Act, loan: Loan, *, seen: int | None = None) -> Loan:
    """Does not want it any more; what was set aside goes to the next."""
    return _leave(act, loan, "cancel", seen)


@action("facilities.lapse_loan", needs="facilities.lend")
def lapse_loan(act: Act, loan: Loan) -> Loan:
    """Who did not come for it in time is passed over, and may ask again."""
    on = local_day(act.at)
    late = loan.keep_until is not None and loan.keep_until < on
    require(Finding(late, "facilities.loan_kept", numbers={"until": loan.keep_until}))
    if loan.account_id:
        act.tell("facilities.loan_lapsed", account=loan.account_id, item=loan.item.title)
    return _leave(act, loan, "lapse", None)


@action("facilities.remind_loan", needs="facilities.lend")
def remind_loan(act: Act, loan: Loan) -> Loan:
    """Reminds who has it of the day it is due back; who has no account is rung by the desk."""
    require(Finding(loan.state == "lent", "facilities.loan_lent"))
    assert loan.due_on is not None  # the database sees to it
    on = local_day(act.at)
    kind = "facilities.loan_late" if loan.due_on < on else "facilities.loan_due"
    whom = {"account": loan.account_id} if loan.account_id else {"post": "worker"}
    act.tell(kind, **whom, item=loan.item.title, until=loan.due_on)
    loan.reminded_on = on
    loan.save(update_fields=["reminded_on"])
    _note(act, loan)
    return loan


def _note(act: Act, loan: Loan, **more: Any) -> None:
    """What kind of thing it is, no nearer; which device helps somebody to walk or wash is theirs
    to tell."""
    item = loan.item
    kind = _("辅具") if item.is_assistive else item.get_kind_display()
    act.note(kind=str(kind), **more)


def _leave(act: Act, loan: Loan, move: str, seen: int | None) -> Loan:
    item = locked(loan.item)
    take(act, LOAN, loan, move, seen=seen)
    loan.ended_on, loan.keep_until = local_day(act.at), None
    loan.save(update_fields=["ended_on", "keep_until"])
    _set_aside(act, item)
    _note(act, loan)
    return loan


def _add(item: LentItem, labels: Sequence[str]) -> None:
    for label in labels:
        LentPiece.objects.create(community_id=item.community_id, item=item, label=label)


def _free_piece(item: LentItem) -> LentPiece | None:
    taken = item.loans.filter(state__in=Loan.WITH_SOMEBODY).values("piece_id")
    found: LentPiece | None = item.pieces.filter(state="fine").exclude(pk__in=taken).first()
    return found


def _set_aside(act: Act, item: LentItem) -> None:
    """Free pieces are set aside for those who wait, in the order in which they asked."""
    for loan in item.loans.filter(state="asked").order_by("asked_at", "id"):
        piece = _free_piece(item)
        if piece is None:
            return
        loan.piece, loan.keep_until = piece, _keep_until(act, item)
        loan.save(update_fields=["piece", "keep_until"])
        take(act, LOAN, loan, "set_aside")
        whom = {"account": loan.account_id} if loan.account_id else {"post": "worker"}
        act.tell("facilities.loan_ready", **whom, item=item.title, until=loan.keep_until)


def _keep_until(act: Act, item: LentItem) -> date:
    on = local_day(act.at)
    days = number_laid_down("facilities.loan_kept_days", item.community, on)
    return on + timedelta(days=days)
