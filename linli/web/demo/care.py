"""Care over the year: an elder visited each week, once not at home and found the same day, with
meals arranged and a family agreement signed; a day-care centre's sheet; and, for their handlers
alone, a child's case and help in corrections, which nobody else finds."""

from datetime import datetime, timedelta
from typing import Any

from linli.core.access.actions import appoint
from linli.core.audit.actor import the_operator
from linli.lib.calendar import local_day
from linli.service.casework.actions import (
    arranged,
    care,
    children,
    corrections,
    day_care,
    open_case,
    support,
)
from linli.service.casework.models import CarePlan, CareVisit
from linli.web.demo.cast import Setting

WEEKS = 5
WISHES = {
    "supported": "自己做饭，想有人帮着换灯泡",
    "joyful": "爱听评弹，想有人陪着下楼晒太阳",
    "teaching": "会剪纸，愿意教孩子",
}
TOLD = {
    "phone": "19900000003",
    "contact_name": "小王",
    "contact_tie": "女儿",
    "contact_phone": "19900000031",
    "key_name": "对门老李",
    "key_phone": "19900000032",
    "card_words": "我耳朵不太好，请慢慢说。",
}
SAID = ("灯泡换好了", "精神不错，讲了评弹", "膝盖疼，约了社区医院", "剪了窗花送给孩子们")


def play_care(setting: Setting, at: datetime) -> None:
    """Plays the weeks before `at`."""
    begun = at - timedelta(weeks=WEEKS)
    worker = setting.actor("worker", local_day(begun))
    elder = setting.accounts["elder"].person
    assert elder is not None
    case = _open(setting, "elder_care", begun, called=elder.name, person=elder.pk)
    agreed = care.Agreed("weekly", "in_person", local_day(begun), WISHES, TOLD, wants_card=True)
    care.begin_care(
        case, agreed=agreed, consented=True, first_on=local_day(begun), by=worker, at=begun
    )
    plan = CarePlan.objects.get(community=setting.community, case=case)
    plan.case = case
    for number, words in enumerate(SAID):
        _visit(setting, plan, number, words)
    _arrange_for_her(setting, plan, at - timedelta(days=20))
    _agree_in_the_family(setting, case, at - timedelta(days=14))
    _keep_the_sheet(setting, at - timedelta(days=2))
    _begin_help(setting, at - timedelta(weeks=3))
    _protect_a_child(setting, at - timedelta(weeks=2))


def _visit(setting: Setting, plan: CarePlan, number: int, words: str) -> None:
    rows = CareVisit.objects.filter(community=setting.community, plan=plan, state="planned")
    visit = rows.select_related("plan__case", "community").earliest("planned_on")
    on = visit.planned_on
    at = datetime.combine(on, plan.case.opened_at.timetz())
    given: dict[str, Any] = {"by": setting.actor("worker", on), "at": at}
    if number != 2:
        care.record_visit(visit.case, visit=visit, outcome="done", words=words, **given)
        return
    care.record_visit(visit.case, visit=visit, outcome="not_home", **given)
    for step, found in (("second_try", ""), ("phone", "away")):
        care.try_to_reach(visit.case, visit=visit, step=step, found=found, **given)


def _arrange_for_her(setting: Setting, plan: CarePlan, at: datetime) -> None:
    """A hot lunch on three days, from a place with a price; and a second person to call."""
    given: dict[str, Any] = {"by": setting.actor("worker", local_day(at)), "at": at}
    lunch = arranged.wish_service(
        plan.case, plan=plan, service="meals", wish="中午想吃热的，软一点", **given
    )
    terms = arranged.Arranged(
        consented=True,
        how="in_person",
        agreed_on=local_day(at),
        provider="东湖社区食堂",
        provider_phone="0990-5550026",
        days=[1, 3, 5],
        hour="11:30",
        price_class="low",
        price_fen=600,
        price_unit="meal",
        payer="elder_and_subsidy",
        since=local_day(at),
    )
    arranged.arrange_service(plan.case, service=lunch, terms=terms, **given)
    arranged.move_service(plan.case, service=lunch, move="run", **given)
    arranged.wish_service(plan.case, plan=plan, service="alarm", wish="夜里怕摔倒", **given)
    nephew = {"name": "小赵", "tie": "侄子", "phone": "19900000033"}
    arranged.name_contact(plan.case, plan=plan, given=nephew, **given)


def _agree_in_the_family(setting: Setting, case: Any, at: datetime) -> None:
    """Her children share it out, with her consent; one part of it is not kept yet."""
    on = local_day(at)
    given: dict[str, Any] = {"by": setting.actor("worker", on), "at": at}
    row = support.draft_support(case, terms="春节轮流接老人过年；看病的钱各出一半。", **given)
    for party in (
        {"name": "小王", "tie": "女儿", "care": "陪看病、取药", "visits": "每周日"},
        {"name": "大王", "tie": "儿子", "money_fen": 80000, "money_every": "month"},
    ):
        support.add_supporter(case, agreement=row, given=party, **given)
    signed = support.Signed(
        consented=True, how="on_paper", consented_on=on, signed_on=on, nothing_hidden=True
    )
    support.sign_support(case, agreement=row, signed=signed, **given)
    given |= {"done_on": on, "result": "partly", "way": "wait", "words": "儿子说下个月一起给"}
    support.check_support(case, agreement=row, **given)


def _keep_the_sheet(setting: Setting, at: datetime) -> None:
    """Two days of the day-care centre: who came, and who has gone home."""
    centre = _open(setting, "day_care", at, called="东湖日间照料中心")
    for days, names in enumerate((("王奶奶", "老周", "陈伯"), ("王奶奶", "刘婶"))):
        day = at + timedelta(days=days)
        given: dict[str, Any] = {"by": setting.actor("worker", local_day(day)), "at": day}
        lines = [day_care.sign_in(centre, name=name, **given) for name in names]
        given["at"] = day + timedelta(hours=5)
        for line in lines:
            day_care.sign_out(centre, line=line, **given)


def _begin_help(setting: Setting, at: datetime) -> None:
    on = local_day(at)
    case = _open(setting, "corrections", at, called="ZW")
    given: dict[str, Any] = {"by": setting.actor("worker", on), "at": at}
    corrections.begin_corrections(
        case,
        initials="ZW",
        begins_on=on,
        ends_on=on + timedelta(days=180),
        needs=["work", "family"],
        plan="问技能培训，帮着写简历",
        **given,
    )
    corrections.note_help(case, on=on, words="一起看了招聘会的单子", **given)


def _protect_a_child(setting: Setting, at: datetime) -> None:
    on = local_day(at)
    appoint(
        setting.community,
        account=setting.accounts["mediator"],
        post="child_protection",
        since=on,
        by=the_operator(),
        at=at,
    )
    worker, warden = setting.actor("worker", on), setting.actor("mediator", on)
    report = children.report_child(setting.community, authority="civil_affairs", by=worker, at=at)
    children.write_child_report(
        report, noticed_at=at, words="父母外出，奶奶住院，孩子一个人在家。", by=worker, at=at
    )
    case = open_case(
        setting.community,
        kind="child",
        second=setting.accounts["worker"],
        called="小雨",
        by=warden,
        at=at,
    )
    children.take_up_report(case, report=report, by=warden, at=at)
    children.begin_child_file(
        case,
        suspected_harm=True,
        under_fourteen=True,
        how_consented="in_person",
        consented_on=on,
        by=warden,
        at=at,
    )
    children.describe_child(
        case,
        file=case.child_file,
        category="left_behind",
        guardian="奶奶",
        entrusted="小姑，住隔壁楼",
        rhythm="monthly",
        by=warden,
        at=at,
    )
    children.look_at_duty(case, duty="emergency_care", words="请社工陪到奶奶出院", by=warden, at=at)


def _open(setting: Setting, kind: str, at: datetime, **more: Any) -> Any:
    return open_case(
        setting.community,
        kind=kind,
        second=setting.accounts["director"],
        by=setting.actor("worker", local_day(at)),
        at=at,
        **more,
    )
