"""Confidential cases in the demo: a social-work case under way, a lead that was reported, and one
that came to nothing. Whoever signs in as the worker finds them; nobody else does."""

from datetime import datetime, timedelta

from linli.core.access.actions import appoint, open_account
from linli.core.access.models import Account
from linli.core.audit.actor import the_operator
from linli.lib.calendar import local_day
from linli.service.casework import actions
from linli.web.demo.cast import PASSWORD, Setting

COLLEAGUE = "19900000012"
OPENED, REPORTED, DROPPED = 40, 12, 20


def play_casework(setting: Setting, at: datetime) -> None:
    """What the worker and her colleague have in hand."""
    colleague = _colleague(setting, at)
    _social_work(setting, colleague, at)
    _leads(setting, colleague, at)


def _colleague(setting: Setting, at: datetime) -> Account:
    """A second worker: no case is in one pair of hands."""
    hired = at - timedelta(days=300)
    account = open_account(label="许宁", login=f"+86{COLLEAGUE}", password=PASSWORD, at=hired)
    appoint(
        setting.community,
        account=account,
        post="worker",
        since=local_day(hired),
        by=the_operator(),
        at=hired,
    )
    return account


def _social_work(setting: Setting, colleague: Account, at: datetime) -> None:
    when = at - timedelta(days=OPENED)
    worker = setting.actor("worker", local_day(when))
    person = setting.accounts["elder"].person
    case = actions.open_case(
        setting.community,
        kind="social_work",
        second=colleague,
        called="王阿姨",
        person=person.pk if person else None,
        reason="老伴走后一个人住，白天没人说话",
        by=worker,
        at=when,
    )
    actions.agree(
        case,
        words="同意社区工作者每周上门，同意把情况告诉社区卫生服务站",
        how="paper",
        by_whom="本人",
        given_on=local_day(when),
        paper="办公室铁柜二层",
        by=worker,
        at=when,
    )
    sheets = (
        ("intake", {"came": "自己来的", "wish": "想有人说说话，夜里睡得着"}),
        ("assessment", {"needs": "陪伴；看一次睡眠", "strengths": "会做点心，腿脚好"}),
        ("plan", {"goal": "每周有人来坐坐", "steps": "每周三上门；月底去一次卫生服务站"}),
        ("intervention", {"done": "上门一小时，一起做了点心", "next": "下周三再去"}),
    )
    for days, (form, values) in zip((0, 2, 5, 20), sheets, strict=True):
        written = when + timedelta(days=days)
        actions.write(case, form=form, values=values, by=worker, at=written)


def _leads(setting: Setting, colleague: Account, at: datetime) -> None:
    for days, called, seen, ending in (
        (REPORTED, "六楼一家", "家里只有一个人挣钱，刚住院", "reported"),
        (DROPPED, "一楼东", "门口堆着没交的水费单", "no_hardship"),
    ):
        when = at - timedelta(days=days)
        worker = setting.actor("worker", local_day(when))
        lead = actions.open_case(
            setting.community, kind="hardship", second=colleague, called=called, by=worker, at=when
        )
        found = {"how": "visit", "seen": seen}
        actions.write(lead, form="found", values=found, by=worker, at=when)
        if ending == "reported":
            told = {"on": local_day(when), "to": "街道民政窗口"}
            actions.write(lead, form="reported", values=told, by=worker, at=when)
        else:
            actions.end_case(lead, ending=ending, by=worker, at=when + timedelta(days=3))
