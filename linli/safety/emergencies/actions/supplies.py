"""Supplies go into the store and out of it on slips, each drawn by one and signed by another."""

from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from linli.core.audit.door import Act, action
from linli.core.pages.bilingual import SOURCE
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.identity.ids import new_id
from linli.lib.law import Finding, require
from linli.mechanisms.ledger import actions as ledger
from linli.mechanisms.ledger.models import Account
from linli.mechanisms.ledger.queries import balance_of
from linli.safety.emergencies.actions.saying import fresh, locked, standing, told
from linli.safety.emergencies.models import Incident, Supply, SupplySlip
from linli.safety.emergencies.models.supplies import HELD
from linli.safety.emergencies.rules import stock

TRIES = 20
CAME, WENT, FOUND, LOST = "4101", "5101", "4901", "5901"
ROWS = (
    (HELD, _("在库"), "asset", True),
    (CAME, _("入库"), "income", False),
    (WENT, _("领用"), "expense", False),
    (FOUND, _("盘盈"), "income", False),
    (LOST, _("盘亏、损耗"), "expense", False),
)


@dataclass(frozen=True)
class Stored:
    """A sort of thing as it is typed in."""

    title: str
    measure: str
    where: str
    minimum: int = 0
    expires_on: date | None = None


@dataclass(frozen=True)
class Drawn:
    """A slip as it is typed in."""

    way: str
    amount: int
    on: date
    what: str = ""
    expires_on: date | None = None
    incident: Incident | None = None


@action("emergencies.store_supply", needs="emergencies.keep")
def store_supply(act: Act, community: Place, *, stored: Stored) -> Supply:
    """Opens the book of one sort of thing."""
    supply = Supply(id=new_id(), community=community)
    _fill(supply, stored)
    with transaction.atomic(), translation.override(SOURCE):
        book = ledger.open_book(
            act, community, code=f"E-{supply.pk.hex[-12:]}",
            title=f"{supply.title}（{supply.measure}）", unit="item",
        )  # fmt: skip
        for code, name, kind, guarded in ROWS:
            ledger.open_account(
                act, book, code=code, title=str(name), kind=kind, never_negative=guarded
            )
        supply.book = book
        supply.save(force_insert=True)
    act.note(supply=supply.title)
    return supply


@action("emergencies.alter_supply", needs="emergencies.keep")
def alter_supply(act: Act, supply: Supply, *, stored: Stored, seen: int | None = None) -> Supply:
    """Changes where it lies, how much there must be, and until when it is good."""
    supply = fresh(supply, seen)
    _fill(supply, stored)
    supply.raised_on = None
    supply.save()
    act.note(supply=supply.title)
    return supply


@action("emergencies.withdraw_supply", needs="emergencies.keep")
def withdraw_supply(act: Act, supply: Supply) -> Supply:
    """Takes a sort off the list when nothing of it is left and no slip waits; its book stays."""
    ledger.hold(act, supply.book)
    supply = fresh(supply, None)
    waits = supply.slips.filter(signed_at__isnull=True, struck_at__isnull=True).count()
    require(stock.empty(held_of(supply), waits))
    supply.withdrawn_at = act.at
    supply.save()
    act.note(supply=supply.title)
    return supply


@action("emergencies.draw_slip", needs="emergencies.keep")
def draw_slip(act: Act, supply: Supply, *, drawn: Drawn) -> SupplySlip:
    """Draws a slip: in, out, or counted. Nothing moves before another has signed it."""
    require(Finding(drawn.on <= local_day(act.at), "emergencies.slip_not_ahead"))
    standing(locked(supply))
    held = held_of(supply)
    if drawn.way == "count":
        require(stock.explained(held, drawn.amount, drawn.what))
    elif drawn.way == "out":
        require(stock.can_go_out(held, drawn.amount))
    else:
        require(stock.can_go_out(drawn.amount, drawn.amount))
    slip = SupplySlip(
        community_id=supply.community_id, year=drawn.on.year, supply=supply,
        incident=drawn.incident, way=drawn.way, amount=drawn.amount,
        held=held if drawn.way == "count" else None, on=drawn.on,
        what=told(drawn.what, supply.community_id),
        expires_on=drawn.expires_on if drawn.way == "in" else None,
        drawn_by_id=act.by.account, drawn_at=act.at,
    )  # fmt: skip
    _number(slip)
    act.note(supply=supply.title, number=slip.number)
    return slip


@action("emergencies.sign_slip", needs="emergencies.keep")
def sign_slip(act: Act, slip: SupplySlip) -> SupplySlip:
    """Signs a slip another drew; the book moves with it."""
    require(Finding(slip.way != "count", "emergencies.slip_open"))
    return _sign(act, slip)


@action("emergencies.sign_count", needs="emergencies.keep")
def sign_count(act: Act, slip: SupplySlip) -> SupplySlip:
    """Signs a count another made; the book is put right by it."""
    require(Finding(slip.way == "count", "emergencies.slip_open"))
    return _sign(act, slip)


def _sign(act: Act, slip: SupplySlip) -> SupplySlip:
    supply = slip.supply
    ledger.hold(act, supply.book)
    slip = locked(slip)
    require(stock.second_hand(slip.drawn_by_id, act.by.account))
    require(Finding(slip.state == "drawn", "emergencies.slip_open"))
    held = held_of(supply)
    if slip.way == "out":
        require(stock.can_go_out(held, slip.amount))
    if slip.way == "count":
        require(stock.unmoved_since(slip.held or 0, held))
    _enter(act, slip)
    slip.signed_by_id, slip.signed_at = act.by.account, act.at
    slip.save(update_fields=["entry", "signed_by", "signed_at"])
    dates = [each for each in (slip.expires_on, supply.expires_on) if each]
    if slip.expires_on:
        supply.expires_on = min(dates)
    supply.raised_on = None
    supply.save(update_fields=["expires_on", "raised_on"])
    act.note(supply=supply.title, number=slip.number)
    return slip


@action("emergencies.strike_slip", needs="emergencies.keep")
def strike_slip(act: Act, slip: SupplySlip) -> SupplySlip:
    """Strikes out a slip nobody has signed; its number stays."""
    slip = locked(slip)
    require(Finding(slip.state == "drawn", "emergencies.slip_open"))
    slip.struck_at = act.at
    slip.save(update_fields=["struck_at"])
    act.note(supply=slip.supply.title, number=slip.number)
    return slip


@action("emergencies.raise_supply", needs="emergencies.keep")
def raise_supply(act: Act, supply: Supply, *, short: int, expires: bool = False) -> Supply:
    """Tells who keeps the store that too little is there, that it runs out, or both; once a
    week."""
    supply.raised_on = local_day(act.at)
    supply.save(update_fields=["raised_on"])
    if short:
        act.tell("emergencies.supply_short", post="worker", supply=supply.title, count=short)
    if expires:
        act.tell(
            "emergencies.supply_expires", post="worker", supply=supply.title,
            until=supply.expires_on,
        )  # fmt: skip
    act.note(supply=supply.title)
    return supply


def held_of(supply: Supply) -> int:
    """How much of it there is."""
    return int(balance_of(account_of(supply, HELD)))


def account_of(supply: Supply, code: str) -> Account:
    """One account of its book."""
    found: Account = Account.objects.get(
        community=supply.community_id, book=supply.book_id, code=code
    )
    return found


def _enter(act: Act, slip: SupplySlip) -> None:
    moved = {
        "in": (HELD, CAME, slip.amount),
        "out": (WENT, HELD, slip.amount),
        "count": (HELD, FOUND, slip.difference)
        if slip.difference > 0
        else (LOST, HELD, -slip.difference),
    }[slip.way]
    debit, credit, amount = moved
    if not amount:
        return
    supply = slip.supply
    transfer = ledger.Transfer(account_of(supply, debit), account_of(supply, credit), amount)
    words = slip.what or slip.number
    slip.entry = ledger.enter(act, supply.book, on=slip.on, words=words, transfers=[transfer])


def _fill(supply: Supply, stored: Stored) -> None:
    here = supply.community_id
    supply.title, supply.where = told(stored.title, here), told(stored.where, here)
    supply.measure, supply.minimum = stored.measure.strip(), stored.minimum
    supply.expires_on = stored.expires_on
    twins = Supply.objects.filter(
        community=here, title=supply.title, where=supply.where, withdrawn_at__isnull=True
    )
    require(Finding(not twins.exclude(pk=supply.pk).exists(), "emergencies.title_once"))


def _number(slip: SupplySlip) -> None:
    """Saves it under the next number of the year: of two at once the database lets one have it."""
    rows = SupplySlip.objects.filter(community=slip.community_id, year=slip.year)
    for _try in range(TRIES):
        slip.serial = (rows.aggregate(last=Max("serial"))["last"] or 0) + 1
        try:
            with transaction.atomic():
                slip.save(force_insert=True)
                return
        except IntegrityError:
            if not rows.filter(serial=slip.serial).exists():
                raise
    raise RuntimeError("no number could be had")
