"""A gift is taken in with its receipt; what came of it is told; its donor asks and is answered."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from linli.core.audit.door import Act, action
from linli.core.files.intake import Purpose, take_in
from linli.core.places.models import Place
from linli.core.places.serials import take_next_serial
from linli.lib.calendar import local_day
from linli.lib.identity.receipt import receipt_from
from linli.lib.law import Finding, require
from linli.mechanisms.ledger import actions as ledger
from linli.mechanisms.ledger.models import Book, Entry
from linli.stewardship.funds import rules
from linli.stewardship.funds.actions.reversing import take_back_receipt
from linli.stewardship.funds.actions.sources import Opened, begin_source
from linli.stewardship.funds.actions.steps import receive
from linli.stewardship.funds.actions.stock import draw
from linli.stewardship.funds.actions.wording import plain
from linli.stewardship.funds.models import Gift, GiftNews, GiftQuestion, Good, Receipt, Source
from linli.stewardship.funds.rules import giving

RECEIPT_BYTES = 16
PARTY = {"person": "person", "unit": "unit", "several": "several"}


@dataclass(frozen=True)
class Given:
    """A gift as the worker who takes it in writes it down. `what` is read by everybody and names
    nobody; `consents`: the donor ticked that their name may be read; `fen`: of goods what they
    are worth by the donor's own word. `good` and `amount`: of goods, what and how many.
    `purpose`: of money for which no source is named, what the donor's words come under; it goes
    into a source for those words alone."""

    what: str
    on: date
    donor: str = "person"
    name: str = ""
    consents: bool = False
    voluntary: bool = False
    purpose_told: str = ""
    fen: int | None = None
    source: Source | None = None
    good: Good | None = None
    amount: int = 0
    purpose: str = ""


@action("funds.take_gift", needs="funds.keep")
def take_gift(act: Act, community: Place, *, given: Given) -> Gift:
    """Takes in a gift, in money or in kind, and gives it a receipt. Money is entered in its source
    at once; goods wait on a slip for the second signature. Nothing is taken that was not asked to
    be given freely, and nothing given for a purpose goes where it could be used for another."""
    require(giving.voluntary(given.voluntary))
    require(giving.name_for_consent(given.consents, given.name))
    require(giving.not_apportioned(f"{given.what}\n{given.purpose_told}"))
    what = plain(given.what)
    require(rules.not_ahead(given.on, local_day(act.at)))
    told = plain(given.purpose_told)
    source = given.source or _source_for(act, community, given, told)
    of_money = source is not None
    require(Finding(of_money or given.good is not None, "funds.gift_something"))
    gift = Gift(
        community=community,
        year=given.on.year,
        code=receipt_from(secrets.token_bytes(RECEIPT_BYTES)),
        form="money" if of_money else "goods",
        what=what,
        purpose_told=told,
        fen=given.fen,
        on=given.on,
        donor=given.donor,
        donor_name=given.name.strip(),
        shown_name=giving.shown_as(given.name, given.consents),
        consents=given.consents,
        voluntary=given.voluntary,
        taken_by_id=act.by.account,
        taken_at=act.at,
    )
    if source is not None:
        _enter_money(act, gift, source)
    elif given.good is not None:
        require(Finding(given.good.community_id == community.pk, "funds.gift_something"))
        require(giving.goods_kept_for(told, given.good.purpose_told))
    _number(gift)
    if source is None and given.good is not None:
        draw(act, given.good, way="in", amount=given.amount, on=given.on, what=what, gift=gift)
    act.note(number=gift.number)
    return gift


@action("funds.void_gift", needs="funds.approve")
def void_gift(act: Act, gift: Gift, *, reason: str) -> Gift:
    """Voids a receipt that was written by mistake, or whose gift was given back; its number stays.
    Money is taken back in the books, by another hand than took it in; goods must not be in the
    store yet."""
    words = plain(reason)
    require(Finding(bool(words), "funds.reason_given"))
    # Held, so that nobody signs its goods into the store or voids it a second time meanwhile.
    ledger.hold(act, *_books_of(gift))
    gift.refresh_from_db(fields=["voided_on"])
    require(Finding(gift.voided_on is None, "funds.gift_stands"))
    require(rules.another_hand(act.by.account, [gift.taken_by_id]))
    stored = gift.slips.filter(signed_at__isnull=False).exists()
    require(Finding(not stored, "funds.gift_not_stored"))
    gift.voided_on, gift.void_reason = local_day(act.at), words
    gift.save(update_fields=["voided_on", "void_reason"])
    gift.slips.filter(signed_at__isnull=True, struck_at__isnull=True).update(struck_at=act.at)
    if gift.receipt is not None and not _taken_back(gift.receipt):
        take_back_receipt(act, gift.receipt, words)
    act.note(number=gift.number)
    return gift


@action("funds.tell_news", needs="funds.keep")
def tell_news(
    act: Act,
    of: Gift | Source,
    *,
    words: str,
    on: date,
    photos: Sequence[Any] = (),
) -> GiftNews:
    """Tells what came of a gift in kind, or of the money of a source, with photographs where there
    are some. Donors and everybody read it, so it names nobody who was helped."""
    require(rules.not_ahead(on, local_day(act.at)))
    news = GiftNews(
        community_id=of.community_id,
        gift=of if isinstance(of, Gift) else None,
        source=of if isinstance(of, Source) else None,
        on=on,
        words=plain(words),
        told_by_id=act.by.account,
    )
    news.save(force_insert=True)
    for photo in photos:
        take_in(act, of.community_id, photo, Purpose(news, "photo", "public"))
    return news


@action("funds.ask_about_gift", needs="funds.ask_about_gift")
def ask_about_gift(act: Act, gift: Gift, *, words: str) -> GiftQuestion:
    """The donor asks what became of it, or says a word, by the receipt and without an account. The
    book does not say who: an account that happened to be signed in would tell who gave."""
    act.leave_out_who()
    said = words.strip()
    require(Finding(bool(said), "funds.question_asked", cites=("charity.42",)))
    question = GiftQuestion(community_id=gift.community_id, gift=gift, words=said, asked_at=act.at)
    question.save(force_insert=True)
    act.tell("funds.gift_question", post="worker", number=gift.number)
    return question


@action("funds.answer_question", needs="funds.keep")
def answer_question(act: Act, question: GiftQuestion, *, words: str) -> GiftQuestion:
    """Answers a donor; they read it by their receipt."""
    said = words.strip()
    require(Finding(bool(said), "funds.reason_given"))
    require(Finding(question.answered_at is None, "funds.question_open"))
    question.answer, question.answered_at = said, act.at
    question.answered_by_id = act.by.account
    question.save(update_fields=["answer", "answered_at", "answered_by"])
    act.note(number=question.gift.number)
    return question


def _enter_money(act: Act, gift: Gift, source: Source) -> None:
    require(Finding(source.community_id == gift.community_id, "funds.gift_something"))
    require(giving.takes_gifts(source.kind))
    require(giving.money_kept_for(gift.purpose_told, source.restricted, source.purpose_told))
    gift.source = source
    gift.receipt = receive(
        act,
        source,
        fen=gift.fen or 0,
        on=gift.on,
        what=gift.what,
        party=PARTY[gift.donor],
        # A unit's name is told with its own tick alone, as a person's is.
        name=gift.donor_name if gift.donor == "person" or gift.consents else "",
        subject=gift,
    )


def _source_for(act: Act, community: Place, given: Given, told: str) -> Source | None:
    """For money whose donor named a purpose no source is open for: the source that is kept for
    just those words, or a new one."""
    if given.good is not None or not (told and given.purpose):
        return None
    found: Source | None = Source.objects.filter(
        community=community, kind="donation", restricted=True, closed_on__isnull=True,
        purpose=given.purpose, purpose_told=told,
    ).first()  # fmt: skip
    if found is not None:
        return found
    opened = Opened("donation", told[:60], given.purpose, told, restricted=True, opened_on=given.on)
    return begin_source(act, community, opened)


def _books_of(gift: Gift) -> list[Book]:
    """The books a gift lies in: its source's, or its goods'."""
    if gift.source is not None:
        return [gift.source.book]
    slips = gift.slips.select_related("good__book").order_by("good__book_id")
    return list({slip.good.book_id: slip.good.book for slip in slips}.values())


def _taken_back(receipt: Receipt) -> bool:
    return Entry.objects.filter(community=receipt.community_id, reverses=receipt.entry_id).exists()


def _number(gift: Gift) -> None:
    def save(serial: int) -> None:
        gift.serial = serial
        gift.save(force_insert=True)

    take_next_serial(Gift, gift.community_id, gift.year, save)


@action("funds.hide_name", needs="funds.ask_about_gift")
def hide_name(act: Act, gift: Gift) -> Gift:
    """The donor no longer wishes to be named; no reason is asked (PIPL 15). A unit's name goes
    from the books, too, where everybody reads it. The book of acts does not say who asked."""
    act.leave_out_who()
    gift.consents, gift.shown_name = False, ""
    gift.save(update_fields=["consents", "shown_name"])
    if gift.receipt_id is not None:
        rows = Receipt.objects.filter(community=gift.community_id, pk=gift.receipt_id)
        rows.update(party_name="")
    act.note(number=gift.number)
    return gift
