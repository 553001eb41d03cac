"""Goods go into the store and out of it on slips, each drawn by one and signed by another."""

from datetime import date

from django.db import IntegrityError, transaction
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from linli.core.audit.door import Act, action
from linli.core.pages.bilingual import SOURCE
from linli.core.places.models import Place
from linli.core.places.serials import take_next_serial
from linli.lib.calendar import local_day
from linli.lib.identity.ids import new_id
from linli.lib.law import Finding, Refused, require
from linli.mechanisms.ledger import actions as ledger
from linli.mechanisms.ledger.models import Account
from linli.mechanisms.ledger.queries import balance_of
from linli.stewardship.funds import rules
from linli.stewardship.funds.actions.wording import plain
from linli.stewardship.funds.models import Gift, Good, Slip
from linli.stewardship.funds.rules import stock

HELD, CAME, WENT, FOUND, LOST = "1201", "4101", "5101", "4901", "5901"
ROWS = (
    (HELD, _("在库"), "asset", True),
    (CAME, _("入库"), "income", False),
    (WENT, _("发放"), "expense", False),
    (FOUND, _("盘盈"), "income", False),
    (LOST, _("盘亏、损耗"), "expense", False),
)
"""The accounts of a good's book: what is there, and whence it came or whither it went."""


@action("funds.open_good", needs="funds.keep")
def open_good(
    act: Act, community: Place, *, title: str, measure: str, purpose: str, purpose_told: str = ""
) -> Good:
    """Opens the book of one kind of goods for one purpose."""
    good = Good(
        id=new_id(),
        community=community,
        title=plain(title),
        measure=measure.strip(),
        purpose=purpose,
        purpose_told=plain(purpose_told),
    )
    try:
        with transaction.atomic(), translation.override(SOURCE):
            book = ledger.open_book(
                act,
                community,
                code=f"G-{good.pk.hex[-12:]}",
                title=f"{good.title}（{good.measure}）",
                unit="item",
            )
            for code, name, kind, guarded in ROWS:
                ledger.open_account(
                    act, book, code=code, title=str(name), kind=kind, never_negative=guarded
                )
            good.book = book
            good.save(force_insert=True)
    except IntegrityError:
        raise Refused(Finding(False, "funds.good_once", numbers={"title": good.title})) from None
    act.note(good=good.title)
    return good


@action("funds.draw_slip", needs="funds.keep")
def draw_slip(
    act: Act,
    good: Good,
    *,
    way: str,
    amount: int,
    on: date,
    what: str,
    served: int | None = None,
) -> Slip:
    """Draws a slip: goods in, out, or counted. Nothing moves before another has signed it. A
    count that differs from the book says why."""
    slip = draw(act, good, way=way, amount=amount, on=on, what=what, served=served)
    act.note(good=good.title, number=slip.number)
    return slip


def draw(
    act: Act,
    good: Good,
    *,
    way: str,
    amount: int,
    on: date,
    what: str,
    served: int | None = None,
    gift: Gift | None = None,
) -> Slip:
    """The same as a step of another act."""
    require(rules.not_ahead(on, local_day(act.at)))
    held = balance_of(account_of(good, HELD))
    if way == "count":
        require(stock.explained(held, amount, what))
    elif way == "out":
        require(stock.enough_in_stock(held, amount))
    else:
        require(Finding(amount > 0, "funds.more_than_nothing"))
    words = plain(what)
    return take_next_serial(
        Slip,
        good.community_id,
        on.year,
        lambda serial: Slip.objects.create(
            community_id=good.community_id,
            year=on.year,
            serial=serial,
            good=good,
            way=way,
            amount=amount,
            held=held if way == "count" else None,
            on=on,
            what=words,
            served=served if way == "out" else None,
            gift=gift,
            drawn_by_id=act.by.account,
            drawn_at=act.at,
        ),
    )


@action("funds.sign_slip", needs="funds.keep")
def sign_slip(act: Act, slip: Slip) -> Slip:
    """Signs a slip another drew; the book moves with it. Of two who would take the last, the later
    is refused by the book itself."""
    ledger.hold(act, slip.good.book)
    slip.refresh_from_db()
    require(stock.second_hand(slip.drawn_by_id, act.by.account))
    require(Finding(slip.state == "drawn", "funds.slip_open", numbers={"state": slip.state}))
    if slip.gift is not None:
        require(Finding(slip.gift.voided_on is None, "funds.gift_stands"))
    held = balance_of(account_of(slip.good, HELD))
    if slip.way == "out":
        require(stock.enough_in_stock(held, slip.amount))
    if slip.way == "count":
        require(stock.unmoved_since(slip.held or 0, held))
    moved = _moved(slip)
    if moved is not None:
        debit, credit, amount = moved
        transfer = ledger.Transfer(
            account_of(slip.good, debit), account_of(slip.good, credit), amount
        )
        slip.entry = ledger.enter(
            act, slip.good.book, on=slip.on, words=slip.what or slip.number, transfers=[transfer]
        )
    slip.signed_by_id, slip.signed_at = act.by.account, act.at
    slip.save(update_fields=["entry", "signed_by", "signed_at"])
    act.note(good=slip.good.title, number=slip.number)
    return slip


@action("funds.strike_slip", needs="funds.keep")
def strike_slip(act: Act, slip: Slip) -> Slip:
    """Strikes out a slip nobody has signed; its number stays."""
    struck = Slip.objects.filter(
        community=slip.community_id, pk=slip.pk, signed_at__isnull=True, struck_at__isnull=True
    ).update(struck_at=act.at)
    require(Finding(bool(struck), "funds.slip_open", numbers={"state": slip.state}))
    slip.struck_at = act.at
    act.note(good=slip.good.title, number=slip.number)
    return slip


def account_of(good: Good, code: str) -> Account:
    """One account of the good's book."""
    found: Account = Account.objects.get(community=good.community_id, book=good.book_id, code=code)
    return found


def _moved(slip: Slip) -> tuple[str, str, int] | None:
    """Debit, credit and how many; nothing for a count that agrees with the book."""
    if slip.way == "in":
        return HELD, CAME, slip.amount
    if slip.way == "out":
        return WENT, HELD, slip.amount
    if slip.difference > 0:
        return HELD, FOUND, slip.difference
    if slip.difference < 0:
        return LOST, HELD, -slip.difference
    return None
