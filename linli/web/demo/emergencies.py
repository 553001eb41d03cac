"""What the demo's community has ready for a flood night, and one such night in July: from the
first alert to the certificate. Through the acts, as people do it."""

from datetime import datetime, timedelta
from typing import Any

from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.safety.emergencies import due
from linli.safety.emergencies.actions import (
    cards,
    contacts,
    destroying,
    doors,
    drills,
    incident,
    places,
    supplies,
)
from linli.safety.emergencies.actions.cards import Carded
from linli.safety.emergencies.actions.contacts import Listed
from linli.safety.emergencies.actions.drills import Planned
from linli.safety.emergencies.actions.incident import Begun
from linli.safety.emergencies.actions.supplies import Drawn, Stored
from linli.safety.emergencies.queries.prepared import contacts as contacts_of
from linli.web.demo.cast import Setting

RISKS = (
    ("flood", "地下车库入口", "早挪车；水进来不要下去。"),
    ("slope", "北侧挡墙", "雨天绕行，看到裂缝告诉居委会。"),
    ("power", "充电棚旁配电箱", "进水不要靠近，先断电。"),
)
REPAIRS = (("燃气抢修", "0990-5550201"), ("供电抢修", "0990-5550202"), ("供水抢修", "0990-5550003"))
STORE = (("沙袋", "个", 200, 260), ("强光手电", "支", 10, 12), ("饮用水", "箱", 20, 18))


def play_emergencies(setting: Setting, at: datetime) -> None:
    """All of it up to the day of the demo."""
    worker: Any = {"by": setting.actor("worker", local_day(at))}
    director: Any = {"by": setting.actor("director", local_day(at))}
    then = at - timedelta(days=130)
    hall = _prepare(setting, then, worker, director)
    elder = setting.actor("elder", local_day(at))
    home = Place.objects.get(pk=elder.dwellings[0])
    carded = Carded(home, "王奶奶", ["carry", "cool"], agreed=True)
    cards.put_card(setting.community, carded=carded, by=elder, at=then + timedelta(hours=1))
    _night(setting, at - timedelta(days=120), worker, director, hall)
    due.run(at)  # what is short in store is told


def _prepare(setting: Setting, at: datetime, worker: Any, director: Any) -> Any:
    here, on = setting.community, local_day(at)
    lead = contacts.list_contact(
        here, listed=Listed("lead", "带班主任", "周明华", "19900000001"), at=at, **worker
    )
    officer = contacts.list_contact(
        here,
        listed=Listed("officer", "信息员", "陈晓", "19900000002", "0990-5550001", caller=lead),
        at=at,
        **worker,
    )
    for duty, phone in REPAIRS:
        listed = Listed("utility", duty, "", "", phone, told=True)
        contacts.list_contact(here, listed=listed, at=at, **worker)
    contacts.set_night(here, on=on, first=lead, second=officer, at=at, **worker)
    test = contacts.begin_call_test(here, at=at, **worker)
    for each in contacts_of(here):
        contacts.note_call(test, contact=each, result="reached", at=at, **worker)
    contacts.end_call_test(test, at=at, **worker)
    for kind, title, advice in RISKS:
        given = {"kind": kind, "title": title, "advice": advice, "place": setting.old}
        places.mark_risk(here, given=given, at=at, **worker)
    given = {"title": "社区礼堂", "where": "居委会一楼，从东门进", "capacity": 120,
             "step_free": True, "pets": True, "opened_by": officer,
             "place": setting.new}  # fmt: skip
    for title, measure, least, amount in STORE:
        supply = supplies.store_supply(
            here, stored=Stored(title, measure, "值班室", least), at=at, **worker
        )
        slip = supplies.draw_slip(
            supply, drawn=Drawn("in", amount, on, "汛前备足"), at=at, **worker
        )
        supplies.sign_slip(slip, at=at, **director)
    drill = drills.plan_drill(
        here, planned=Planned("flood", "防汛转移演练", on, "老小区"), at=at, **worker
    )
    drills.hold_drill(drill, on=on, present=46, homes=31, minutes=38, at=at, **worker)
    drills.learn(
        drill, found="二单元听不到喇叭", change="每单元备一个手摇警报器",
        due_on=on + timedelta(days=200), at=at, **worker,
    )  # fmt: skip
    return places.list_shelter(here, given=given, at=at, **worker)


def _night(setting: Setting, at: datetime, worker: Any, director: Any, hall: Any) -> None:
    begun = Begun("flood", "orange", "七月暴雨", "区气象台发布暴雨橙色预警", [setting.old])
    night = incident.begin(setting.community, begun=begun, at=at, **director)
    incident.tell_residents(
        night, title="请往高处走", words="地下车库不要下去。社区礼堂开门，可以带宠物。",
        at=at + timedelta(minutes=10), **director,
    )  # fmt: skip
    task = incident.add_task(night, title="堵住车库入口", at=at, **worker)
    incident.set_task(task, state="done", at=at + timedelta(minutes=40), **worker)
    for door in night.doors.all():
        doors.tick(door, state="shelter", shelter=hall, at=at + timedelta(hours=1), **worker)
    incident.count_heads(night, shelter=hall, heads=23, at=at + timedelta(hours=2), **worker)
    incident.write_log(night, words="水退了", at=at + timedelta(hours=6), **worker)
    incident.end(night, at=at + timedelta(hours=7), **director)
    destroying.ask_destroy(night, at=at + timedelta(days=2), **worker)
    destroying.destroy(night, at=at + timedelta(days=2), **director)
    drills.learn(
        night, found="沙袋搬得慢", change="车库口常备二十个沙袋",
        due_on=local_day(at) + timedelta(days=30), at=at + timedelta(days=3), **worker,
    )  # fmt: skip
