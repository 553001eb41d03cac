"""Who helps in the demo's community: lunch brought to two homes, a patrol, a desk; registered by
their own wish, a guardian asked, hours confirmed, a certificate given, a word of thanks."""

from datetime import date, datetime, time, timedelta

from linli.core.people.actions import register_person
from linli.core.people.models import Person
from linli.lib.calendar import SHANGHAI, local_day
from linli.lib.calendar.series import DAY, WEEK, Series
from linli.service.volunteering.actions import (
    calling,
    certificates,
    confirming,
    registering,
    rounds,
    substitutes,
    thanking,
)
from linli.service.volunteering.actions.calling import Planned
from linli.service.volunteering.actions.registering import Offered
from linli.service.volunteering.models import Receiver, Shift, Volunteer, VolunteerCall
from linli.service.volunteering.queries.shifts import shift_in
from linli.web.demo.cast import Setting

OFFICE = {"contact": "社区服务岗", "contact_phone": "0990-5550001"}
LUNCH = {
    "title": "助餐送餐",
    "kind": "meal",
    "content": "中午从社区食堂把饭送到走不动的老人家里，敲门、递到手上、问一声好。",
    "venue": "社区食堂",
    "when_told": "每个工作日 10:30 到 12:00",
    "served": "elders",
    "hazard": "要爬楼梯，最高六层，没有电梯；饭盒烫手。",
    "minors": True,
    **OFFICE,
}
PATROL = {
    "title": "晚间平安巡逻",
    "kind": "patrol",
    "content": "两人一组，沿小区主路和车棚走两圈，看消防通道、楼道门、路灯，记下来交给值班室。",
    "venue": "社区值班室",
    "when_told": "每周二、周五 19:30 到 21:00",
    "served": "place",
    "hazard": "夜里走路，雨雪天地滑；遇到可疑情况只报告，不上前。",
    "dangerous": True,
    "insured": True,
    "training": "patrol",
    "age_from": 18,
    "age_to": 65,
    **OFFICE,
}
DESK = {
    "title": "手机辅导小课桌",
    "kind": "teaching",
    "content": "教老人用手机挂号、缴费、视频通话，一位教一位，不着急，不碰别人的密码和钱。",
    "venue": "社区活动室",
    "when_told": "每周六上午",
    "served": "elders",
    "hazard": "没有特别的风险；不代操作支付，不记密码。",
    "skill": "phone_help",
    "minors": True,
    **OFFICE,
}


def play_volunteering(setting: Setting, at: datetime) -> None:
    """Some weeks of it before the demo's day, and the week that comes."""
    weeks_ago = at - timedelta(days=24)
    lunch, patrol, desk = (_call(setting, said, weeks_ago) for said in (LUNCH, PATROL, DESK))
    _enrol(setting, weeks_ago)
    _receive(setting, lunch, weeks_ago)
    _plan(setting, patrol, time(19, 30), 90, (1, 4), at, needed=2)
    _plan(setting, desk, time(9), 120, (5,), at, needed=2)
    for shift in _plan(setting, lunch, time(10, 30), 90, (), at):
        if shift.occasion.ends_at < at:
            _serve(setting, shift, at)
    _come(setting, at)
    _certify(setting, at)


def _call(setting: Setting, said: dict[str, object], at: datetime) -> VolunteerCall:
    by = setting.actor("worker", local_day(at))
    call = calling.draft_call(setting.community, said=said, by=by, at=at)
    return calling.publish_call(call, by=by, at=at)


def _enrol(setting: Setting, at: datetime) -> None:
    on = local_day(at)
    for key, skills, times in (
        ("tenant", ["phone_help", "photography"], ["weekday_am", "weekend_am"]),
        ("supervisor", ["care", "organising"], ["weekday_am", "weekday_eve"]),
        ("representative", ["repair"], ["weekday_eve"]),
    ):
        registering.register(
            setting.community, offered=Offered(skills, times), by=setting.actor(key, on), at=at
        )
    worker = setting.actor("worker", on)
    registering.know_for_rounds(_line(setting, "tenant"), known=True, by=worker, at=at)
    pupil = register_person(
        setting.community, name="陆小川", birth_date=date(on.year - 15, 1, 1), by=worker, at=at
    )
    line = registering.register_at_desk(
        setting.community,
        person=pupil,
        offered=Offered(["phone_help"], ["weekend_am"], guardian="陆大川"),
        by=worker,
        at=at,
    )
    registering.record_guardian(line, guardian="陆大川", phone="", way="signed", by=worker, at=at)
    leader = _line(setting, "supervisor")
    registering.found_team(
        setting.community,
        name="东湖晚风巡逻队",
        about="每周两晚在小区走一走",
        leader=leader,
        by=worker,
        at=at,
    )
    patrols = [leader, _line(setting, "representative")]
    for each in patrols:
        registering.add_training(
            each, kind="patrol", passed_on=on, valid_until=on + timedelta(days=365),
            by=worker, at=at,
        )  # fmt: skip
    registering.add_cover(
        setting.community,
        volunteers=patrols,
        insurer="示范财产保险",
        policy="示-2026-0001",
        since=on,
        until=on + timedelta(days=364),
        by=worker,
        at=at,
    )


def _receive(setting: Setting, call: VolunteerCall, at: datetime) -> None:
    worker = setting.actor("worker", local_day(at))
    elder = setting.accounts["elder"].person_id
    assert elder is not None  # of the cast
    person = Person.objects.get(community=setting.community, pk=elder)
    rounds.add_receiver(
        call, person=person, note="敲门后等两分钟；要少盐", consent_way="signed", by=worker, at=at
    )


def _plan(
    setting: Setting,
    call: VolunteerCall,
    starts: time,
    minutes: int,
    weekdays: tuple[int, ...],
    at: datetime,
    *,
    needed: int = 1,
) -> list[Shift]:
    """From three weeks before until a week after; lunch every day."""
    begin = at - timedelta(days=21)
    series = Series(
        local_day(begin), starts, minutes, every=WEEK if weekdays else DAY, weekdays=weekdays,
        until=local_day(at) + timedelta(days=7),
    )  # fmt: skip
    by = setting.actor("worker", local_day(begin))
    before = datetime.combine(local_day(begin), time(), tzinfo=SHANGHAI)
    return calling.plan_shifts(call, planned=Planned(series, needed), by=by, at=before)


def _serve(setting: Setting, shift: Shift, at: datetime) -> None:
    """The tenant brought lunch on every third day so far."""
    if shift.occasion.number != 1 or local_day(shift.occasion.starts_at).toordinal() % 3:
        return
    begins, over = shift.occasion.starts_at, shift.occasion.ends_at + timedelta(hours=1)
    shift = shift_in(setting.community, shift.pk)
    on = local_day(begins)
    tenant = setting.actor("tenant", on)
    entry = substitutes.step_in(shift, by=tenant, at=begins - timedelta(hours=3))
    for each in _receivers(shift):
        rounds.tick_stop(shift, receiver=each, state="done", by=tenant, at=begins)
    if over < at:
        confirming.confirm_hours(
            shift, minutes={entry.pk: 90}, evaluation="as_agreed",
            by=setting.actor("worker", on), at=over,
        )  # fmt: skip


def _receivers(shift: Shift) -> list[Receiver]:
    """Whom the shift's round calls on."""
    return list(shift.call.receivers.filter(community=shift.community_id, ended_at__isnull=True))


def _come(setting: Setting, at: datetime) -> None:
    """What is to come: a patrol with one place free, lunch with a gap."""
    on = local_day(at)
    coming = Shift.objects.filter(
        community=setting.community, occasion__starts_at__gt=at
    ).select_related("occasion", "call", "sheet", "community")
    patrol = coming.filter(kind="patrol").order_by("occasion__starts_at").first()
    lunch = coming.filter(kind="meal").order_by("occasion__starts_at").last()
    if patrol is not None:
        substitutes.step_in(patrol, by=setting.actor("supervisor", on), at=at)
    if lunch is not None:
        entry = substitutes.step_in(lunch, by=setting.actor("tenant", on), at=at)
        substitutes.cannot_come(entry, by=setting.actor("tenant", on), at=at)


def _certify(setting: Setting, at: datetime) -> None:
    on, line = local_day(at), _line(setting, "tenant")
    worker = setting.actor("worker", on)
    paper = certificates.ask_certificate(
        line, since=on - timedelta(days=60), until=on, by=setting.actor("tenant", on), at=at
    )
    certificates.issue_certificate(
        paper, handler="社区服务岗", responsible="居委会主任", by=worker, at=at
    )
    word = thanking.thank(
        line, kind="thanks", said="下雨天也把饭送到了，谢谢你。", on=on, by=worker, at=at
    )
    thanking.show_thanks(word, shown=True, by=setting.actor("tenant", on), at=at)


def _line(setting: Setting, key: str) -> Volunteer:
    person = setting.accounts[key].person_id
    return Volunteer.objects.get(
        community=setting.community, person=person, withdrawn_at__isnull=True
    )
