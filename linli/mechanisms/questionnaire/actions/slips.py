"""Slips are made, handed out and taken. The book says how many, and never to whom."""

import secrets
from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import F

from linli.core.audit.door import Act, action
from linli.lib.calendar import local_day
from linli.lib.identity.receipt import receipt_from
from linli.lib.law import Finding, Refused, require
from linli.mechanisms.questionnaire import rules
from linli.mechanisms.questionnaire.models import Questionnaire, Slip, SlipTaken, Stratum
from linli.mechanisms.questionnaire.queries.asking import stratum_floor, takes_answers
from linli.mechanisms.questionnaire.queries.slips import digest_of, taker_of

MOST_SLIPS = 5000
"""In one printing."""


def make_slips(
    act: Act, questionnaire: Questionnaire, *, count: int, stratum: str = ""
) -> list[str]:
    """A step: makes so many slips and gives their codes, this once; only a digest is kept. To be
    printed, sent as links, or told to one person (`count=1`). `stratum`: the code of the group
    they are handed out in; it is written on the slip only where as many as the floor or more were
    drawn there. Refused where it is not open, or there is no such group."""
    possible = 1 <= count <= MOST_SLIPS
    require(Finding(possible, "questionnaire.slips_possible", numbers={"most": MOST_SLIPS}))
    days = (questionnaire.opens_on, questionnaire.closes_on)
    require(rules.hands_out(questionnaire.state, *days, _day(act)))
    told = _told(act, questionnaire, stratum)
    codes = [receipt_from(secrets.token_bytes(16)) for _number in range(count)]
    Slip.objects.bulk_create(
        (
            Slip(
                community_id=questionnaire.community_id,
                questionnaire=questionnaire,
                digest=digest_of(code),
                stratum=told,
            )
            for code in codes
        ),
        batch_size=500,
    )
    _count(questionnaire, handed_out=count)
    return codes


def take_one(act: Act, questionnaire: Questionnaire) -> str:
    """A step: a household or a person takes a slip on the page, and gives its code; a second is
    refused, and so is any where a sample was drawn. Leaves out who."""
    act.leave_out_who()
    require(takes_answers(questionnaire, _day(act)))
    require(Finding(not questionnaire.by_sample, "questionnaire.slip_by_sample"))
    account = act.by.account
    require(Finding(account is not None, "questionnaire.slip_asks_account"))
    assert account is not None
    taker = taker_of(questionnaire, account, act.by.dwellings)
    require(Finding(taker is not None, "questionnaire.slip_asks_dwelling"))
    here = {"community_id": questionnaire.community_id, "questionnaire": questionnaire}
    try:
        with transaction.atomic():
            SlipTaken.objects.create(**here, taker=taker)
    except IntegrityError:
        raise Refused(Finding(False, "questionnaire.slip_taken_once")) from None
    code = receipt_from(secrets.token_bytes(16))
    Slip.objects.create(**here, digest=digest_of(code))
    _count(questionnaire, handed_out=1)
    return code


@action("questionnaire.print_slips", needs="questionnaire.keep")
def print_slips(
    act: Act, questionnaire: Questionnaire, *, count: int, stratum: str = ""
) -> list[str]:
    """Makes so many slips and gives their codes, this once (`make_slips`)."""
    codes = make_slips(act, questionnaire, count=count, stratum=stratum)
    act.note(count=count)
    return codes


@action("questionnaire.take_slip", needs="questionnaire.answer")
def take_slip(act: Act, questionnaire: Questionnaire) -> str:
    """A household or a person takes a slip on the page (`take_one`)."""
    return take_one(act, questionnaire)


@action("questionnaire.count_unreached", needs="questionnaire.type_in")
def count_unreached(
    act: Act, questionnaire: Questionnaire, *, refused: int = 0, not_reached: int = 0
) -> Questionnaire:
    """Adds how many said no and how many were not found, as numbers (`add_unreached`)."""
    add_unreached(act, questionnaire, refused=refused, not_reached=not_reached)
    act.note(refused=refused, not_reached=not_reached)
    return questionnaire


def add_unreached(
    act: Act, questionnaire: Questionnaire, *, refused: int = 0, not_reached: int = 0
) -> None:
    """A step: the same without an entry of its own, for an act that leaves out who. A negative
    number takes back what was counted by mistake; nothing goes below nought."""
    require(rules.stands(questionnaire.state, "open"))
    changed = Questionnaire.objects.filter(
        community=questionnaire.community_id,
        pk=questionnaire.pk,
        refused__gte=-refused,
        not_reached__gte=-not_reached,
    ).update(refused=F("refused") + refused, not_reached=F("not_reached") + not_reached)
    if not changed:
        raise Refused(Finding(False, "questionnaire.counts_from_nought"))
    questionnaire.refresh_from_db(fields=["refused", "not_reached"])


def _told(act: Act, questionnaire: Questionnaire, stratum: str) -> str:
    if not stratum:
        return ""
    row = Stratum.objects.filter(
        community=questionnaire.community_id, questionnaire=questionnaire, code=stratum
    ).first()
    require(Finding(row is not None, "questionnaire.stratum_known"))
    assert row is not None
    return stratum if row.drawn >= stratum_floor(questionnaire, _day(act)) else ""


def _day(act: Act) -> date:
    return local_day(act.at)


def _count(questionnaire: Questionnaire, *, handed_out: int) -> None:
    rows = Questionnaire.objects.filter(community=questionnaire.community_id, pk=questionnaire.pk)
    rows.update(handed_out=F("handed_out") + handed_out)
