"""More confidential cases in the demo, one of each kind: wages that were not paid, help after
release, a veteran, a household without work; and a day on which a lawyer advises. Whoever signs
in as the worker finds the cases; everybody sees the day."""

from datetime import datetime, time, timedelta
from typing import Any

from linli.core.access.actions import appoint
from linli.core.audit.actor import the_operator
from linli.lib.calendar import local_day
from linli.service.casework import actions
from linli.service.casework.actions import consulting, corrections, rights, visits
from linli.service.casework.models import Case
from linli.web.demo.cast import Setting

WEEKS = 2


def play_kinds(setting: Setting, at: datetime) -> None:
    """Plays the two weeks before `at`."""
    when = at - timedelta(weeks=WEEKS)
    for post in ("worker", "mediator"):
        appoint(
            setting.community,
            account=setting.accounts[post],
            post="veterans",
            since=local_day(when),
            by=the_operator(),
            at=when,
        )
    given = {"by": setting.actor("worker", local_day(when)), "at": when}
    _wages(setting, given)
    _after_release(setting, given)
    _veteran(setting, given)
    _without_work(setting, given)
    _consultation(setting, at)


def _wages(setting: Setting, given: dict[str, Any]) -> None:
    tenant, on = setting.accounts["tenant"].person, local_day(given["at"])
    assert tenant is not None
    case = _open(setting, "rights", given, called=tenant.name, person=tenant.pk)
    sheets = {
        "asked": {
            "question": "要回拖欠的工资",
            "happened": "在饭店做工，最后三个月没有发，老板说再等等",
            "known_on": on - timedelta(days=40),
            "papers": "排班表、转账记录",
        },
        "advice": {
            "by": "值班律师",
            "words": "可以申请仲裁，也可以先向劳动监察投诉；讨薪的法律援助不查经济条件",
            "lacks": "证明在那里做工的材料",
        },
        "letter": {
            "title": "关于拖欠工资的投诉",
            "to": "区劳动保障监察大队",
            "facts": "本人在饭店做工，最后三个月的工资没有发。",
            "request": "请查清事实，责令补发。",
            "papers": "排班表、转账记录复印件",
        },
    }
    for form, values in sheets.items():
        actions.write(case, form=form, values=values, **given)
    rights.note_route(
        case, route="labour", since=on - timedelta(days=40), next_step="带材料去立案", **given
    )
    row = rights.note_route(case, route="legal_aid", since=on, **given)
    yes = actions.agree(
        case, words="同意把情况告诉法律援助站", how="paper", by_whom="本人", given_on=on, **given
    )
    passed = actions.refer(
        case,
        to="法律援助站",
        purpose="请指派律师",
        sent=[("情况", "饭店拖欠三个月工资")],
        agreement=yes,
        **given,
    )
    rights.take_route(case, row=row, to="法律援助站", on=on, referral=passed, **given)


def _after_release(setting: Setting, given: dict[str, Any]) -> None:
    on = local_day(given["at"])
    case = _open(setting, "resettlement", given, called="LM")
    actions.agree(
        case, words="同意帮着落户、找工作", how="paper", by_whom="本人", given_on=on, **given
    )
    corrections.begin_corrections(
        case,
        initials="LM",
        begins_on=on,
        ends_on=on + timedelta(days=365),
        needs=["work", "registration"],
        plan="一起问落户要什么材料，介绍两个培训",
        **given,
    )


def _veteran(setting: Setting, given: dict[str, Any]) -> None:
    case = _open(setting, "veteran", given, called="老班长", second="mediator")
    sheets = {
        "contact": {"how": "上午打电话", "wish": "想换一块光荣牌"},
        "plaque": {"state": "damaged", "done": "报了街道服务站"},
        "deed": {"words": "九八年在堤上守了一个多月。"},
    }
    for form, values in sheets.items():
        actions.write(case, form=form, values=values, **given)
    on = local_day(given["at"])
    visit = visits.plan_case_visit(case, occasion="other", on=on, **given)
    visits.enter_case_visit(case, visit=visit, outcome="done", words="聊了半小时", **given)
    visits.plan_case_visit(case, occasion="spring", on=on + timedelta(days=50), **given)


def _without_work(setting: Setting, given: dict[str, Any]) -> None:
    case = _open(setting, "zero_employment", given, called="三号楼一家")
    on = local_day(given["at"])
    told = {"who": "夫妻两人", "wish": "离家近，能接孩子", "hinders": "孩子小"}
    actions.write(case, form="household", values=told, **given)
    offer = {"what": "public_post", "name": "社区保洁（公益性岗位）", "on": on}
    actions.write(case, form="offered", values=offer, **given)


def _consultation(setting: Setting, at: datetime) -> None:
    day = consulting.announce_consultation(
        setting.community,
        on=local_day(at) + timedelta(days=6),
        opens=time(9),
        closes=time(11, 30),
        where="居委会二楼会议室",
        adviser="沈律师",
        adviser_kind="counsel",
        verified_how="看过律师执业证和顾问合同",
        numbers=10,
        by=setting.actor("director", local_day(at)),
        at=at,
    )
    worker = setting.actor("worker", local_day(at))
    for _number in range(2):
        consulting.give_number(day, by=worker, at=at)


def _open(
    setting: Setting, kind: str, given: dict[str, Any], *, second: str = "director", **more: Any
) -> Case:
    return actions.open_case(
        setting.community, kind=kind, second=setting.accounts[second], **more, **given
    )
