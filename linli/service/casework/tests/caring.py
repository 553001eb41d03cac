"""An elder's case with everything that may hang on it, and a day-care centre's register."""

from datetime import timedelta
from typing import Any

from linli.service.casework.actions import arranged, care, care_need, day_care, support
from linli.service.casework.actions.arranged import Arranged
from linli.service.casework.actions.support import Signed
from linli.service.casework.queries import care as plans
from linli.service.casework.queries.support import agreement_of
from linli.service.casework.tests.conftest import NOON

TODAY = NOON.date()
CONTACT = {"name": "老赵", "tie": "侄子", "phone": "0990-5550012"}
DAUGHTER = {"name": "王阿姨的女儿", "tie": "女儿", "money_fen": 60000, "money_every": "month"}
SON = {"name": "王阿姨的儿子", "tie": "儿子", "care": "陪看病", "visits": "每周日"}


def terms(**more) -> Arranged:
    given: dict[str, Any] = {
        "consented": True,
        "how": "in_person",
        "agreed_on": TODAY,
        "provider": "示范社区食堂",
        "provider_phone": "0990-5550020",
        "days": [3, 1, 5],
        "hour": "11:30",
        "price_class": "low",
        "price_fen": 600,
        "price_unit": "meal",
        "payer": "elder",
        "since": TODAY,
        "until": None,
    }
    return Arranged(**(given | more))


def signed(**more) -> Signed:
    given: dict[str, Any] = {
        "consented": True,
        "how": "in_person",
        "consented_on": TODAY,
        "signed_on": TODAY,
        "nothing_hidden": True,
    }
    return Signed(**(given | more))


def begin_plan(house, case, at=NOON):
    """A weekly plan, with a first contact."""
    care.begin_care(
        case,
        agreed=care.Agreed(
            "weekly",
            "in_person",
            TODAY,
            {"supported": "王阿姨要人换灯泡"},
            {"phone": "0990-5550001", "contact_name": "小王", "contact_phone": "0990-5550002"},
            wants_card=True,
        ),
        consented=True,
        first_on=TODAY,
        by=house.actor("worker"),
        at=at,
    )
    return plans.plan_needed(case)


def draft(house, case, *parties, words=""):
    """A draft agreement with these parties."""
    given = {"by": house.actor("worker"), "at": NOON}
    support.draft_support(case, terms=words, **given)
    for party in parties:
        support.add_supporter(case, agreement=agreement_of(case), given=party, **given)
    return agreement_of(case)


def care_for(house, at=NOON):
    """Everything: services, contacts, the care that is needed, an agreement, a sheet."""
    given = {"by": house.actor("worker"), "at": at}
    case = house.open("elder_care", at=at)
    plan = begin_plan(house, case, at)
    service = arranged.wish_service(case, plan=plan, service="meals", wish="药费付不起", **given)
    arranged.arrange_service(case, service=service, terms=terms(), **given)
    arranged.move_service(case, service=service, move="run", **given)
    arranged.name_contact(case, plan=plan, given=CONTACT, on_card=True, **given)
    need = care_need.ask_need(case, plan=plan, wanted=True, wish="夜里睡不着", **given)
    told = {"told": "half", "told_by": "示范医院", "told_on": TODAY}
    care_need.write_assessment(case, need=need, came_on=TODAY, **told, **given)
    agreement = draft(house, case, DAUGHTER, SON, words="夜里睡不着要打电话")
    support.sign_support(case, agreement=agreement, signed=signed(), **given)
    look = {"done_on": TODAY, "result": "partly", "way": "urge", "words": "药费付不起"}
    support.check_support(case, agreement=agreement_of(case), **look, **given)
    centre = house.open("day_care", called="示范日间照料中心", person=None, at=at)
    line = day_care.sign_in(centre, name="王阿姨", **given)
    day_care.sign_out(centre, line=line, by=house.actor("worker"), at=at + timedelta(hours=1))
    return case
