"""Rooms, grounds and fitness sites of the demo's community, and a season of their use: weekly
groups at the desk, residents at home, keys, one who did not come, one who waits."""

from datetime import date, datetime, time, timedelta
from typing import Any

from linli.core.audit.actor import Actor
from linli.culture.facilities import actions
from linli.culture.facilities.models import Booking, Facility
from linli.lib.calendar import SHANGHAI, local_day
from linli.web.demo.cast import Setting

DAILY = ((510, 720), (840, 1260))
EVENINGS = ((1080, 1260),)
ALWAYS = ((0, 1440),)
ROOMS: dict[str, dict[str, Any]] = {
    "活动室": {
        "kind": "room", "functions": ["culture", "elder_care"], "where": "社区服务中心 1 楼",
        "area": 8600, "residents_area": 8000, "elder_area": 3000, "people_most": 40,
        "step_free": True, "toilet": True, "hearing": False, "with_key": True, "set_up": 10,
        "conditions": "用完把椅子还原，关窗关灯。\n不抽烟，不卖东西。", "quiet_from": time(21),
    },
    "书画室": {
        "kind": "room", "functions": ["culture", "learning"], "where": "社区服务中心 2 楼",
        "area": 4250, "residents_area": 4250, "people_most": 20, "step_free": False,
        "access_note": "二楼没有电梯，上不去楼的请约活动室。", "with_key": True,
        "conditions": "笔墨自己收好，桌上铺毡子。",
    },
    "议事厅": {
        "kind": "hall", "functions": ["meeting", "party"], "where": "社区服务中心 1 楼",
        "area": 12000, "residents_area": 10000, "people_most": 80, "step_free": True,
        "toilet": True, "hearing": True, "set_up": 15, "with_key": True, "minutes_most": 180,
    },
    "乒乓球室": {
        "kind": "room", "functions": ["sport"], "where": "翠湖新村 3 号楼架空层", "area": 6050,
        "residents_area": 6050, "people_most": 12, "step_free": True, "minutes_most": 90,
        "days_ahead": 14, "quiet_from": time(20, 30),
    },
    "东门健身点": {
        "kind": "fitness_site", "functions": ["sport"], "where": "翠湖新村东门", "bookable": False,
        "step_free": True, "owner": "owners",
    },
    "湖边健身点": {
        "kind": "fitness_site", "functions": ["sport"], "where": "湖滨步道中段", "bookable": False,
        "owner": "street", "access_note": "从步道南口进，坡道缓。",
    },
    "中心广场": {
        "kind": "ground", "functions": ["culture", "sport"], "where": "社区服务中心门前",
        "people_most": 300, "step_free": True, "needs_approval": True, "set_up": 30,
        "quiet_from": time(21), "conditions": "音量不超过规定，九点收音响。",
    },
    "湖滨小学操场": {
        "kind": "ground", "functions": ["sport"], "where": "湖滨小学", "owner": "school",
        "people_most": 120, "step_free": True, "through_holidays": False, "needs_approval": True,
        "conditions": "从侧门进，带好身份证件，不骑车进场。",
    },
    "图书角": {
        "kind": "room", "functions": ["learning", "after_school"], "where": "社区服务中心 1 楼",
        "area": 3800, "residents_area": 3800, "people_most": 15, "step_free": True,
        "bookable": False, "conditions": "看完放回原处，可以借走两本，一个月还。",
    },
}  # fmt: skip
HOURS = {"湖滨小学操场": EVENINGS, "东门健身点": ALWAYS, "湖边健身点": ALWAYS,
         "中心广场": ((360, 1290),)}  # fmt: skip
HALVES = ("议事厅东半", "议事厅西半")
WEEKS_BACK, WEEKS_AHEAD = 10, 6
GROUPS = (
    ("书画室", 1, 9, 120, "书法练习", "墨香书法队", "周老师", "13900000021"),
    ("活动室", 2, 14, 120, "合唱排练", "夕阳红合唱队", "吴阿姨", "13900000022"),
    ("活动室", 4, 9, 90, "编织小组", "巧手编织队", "郑阿姨", "13900000023"),
    ("乒乓球室", 5, 18, 90, "乒乓球友约球", "快乐乒乓队", "冯师傅", "13900000024"),
    ("议事厅东半", 3, 19, 90, "楼组长碰头", "", "居委会", "0990-5550001"),
)
"""Room, weekday, hour, minutes, purpose, group, whom to call."""
AT_HOME = (
    ("elder", "书画室", 3, 14, "练大字"),
    ("tenant", "乒乓球室", 6, 10, "打乒乓球"),
    ("representative", "议事厅西半", 0, 19, "三号楼商量停车"),
)


def play_facilities(setting: Setting, at: datetime) -> None:
    """Registered a year ago; used week by week until `at`; booked for the weeks to come."""
    rooms = _register(setting, at - timedelta(days=300))
    today = local_day(at)
    first = today - timedelta(days=today.weekday() + 7 * WEEKS_BACK)
    _book_groups(setting, rooms, first, at)
    for week in range(WEEKS_BACK + 2):
        _use(setting, rooms, first + timedelta(days=7 * week), at)
    _lie_ahead(setting, rooms, at)


def _register(setting: Setting, at: datetime) -> dict[str, Facility]:
    by = setting.actor("worker", local_day(at))
    rooms = {}
    for name, given in ROOMS.items():
        rooms[name] = actions.add(
            setting.community,
            given={"name": name, "place": setting.community, **given},
            weekly=dict.fromkeys(range(7), HOURS.get(name, DAILY)),
            by=by,
            at=at,
        )
    for name in HALVES:
        rooms[name] = actions.add(
            setting.community,
            given={"name": name, "place": setting.community, **ROOMS["议事厅"], "area": None,
                   "residents_area": None, "people_most": 35},
            whole=rooms["议事厅"],
            weekly=dict.fromkeys(range(7), DAILY),
            by=by,
            at=at,
        )  # fmt: skip
    return rooms


def _book_groups(setting: Setting, rooms: dict[str, Facility], first: date, at: datetime) -> None:
    """Each group its season, at the desk: all its dates or none."""
    when = _moment(first, 8) - timedelta(days=7)
    by = setting.actor("worker", local_day(when))
    for name, weekday, hour, minutes, purpose, group, who, phone in GROUPS:
        days = (
            first + timedelta(days=7 * week + weekday) for week in range(WEEKS_BACK + WEEKS_AHEAD)
        )
        spans = [(_moment(day, hour), _moment(day, hour, minutes)) for day in days]
        actions.book_for(
            rooms[name], spans=spans, purpose=purpose, group_name=group, told=bool(group),
            people=12, name=who, phone=phone, by=by, at=when,
        )  # fmt: skip


def _use(setting: Setting, rooms: dict[str, Facility], monday: date, at: datetime) -> None:
    """A week: residents book at home; what lies behind was used, but for one who did not come."""
    for key, name, weekday, hour, purpose in AT_HOME:
        starts = _moment(monday + timedelta(days=weekday), hour)
        if starts - timedelta(days=3) > at:
            continue
        booking = actions.book(
            rooms[name], starts=starts, ends=starts + timedelta(hours=1), purpose=purpose,
            by=setting.actor(key, monday), at=min(at, starts - timedelta(days=3)),
        )  # fmt: skip
        if starts + timedelta(hours=2) < at:
            _after(setting.actor("worker", monday), booking, missed=monday.day < 8)
    for booking in _over(setting, monday, at):
        _after(setting.actor("worker", monday), booking, missed=False)


def _over(setting: Setting, monday: date, at: datetime) -> list[Booking]:
    """The groups' dates of that week that lie behind."""
    rows: Any = Booking.objects.filter(
        community=setting.community, state="booked", starts_at__gte=_moment(monday, 0),
        ends_at__lt=min(at, _moment(monday + timedelta(days=7), 0)),
    )  # fmt: skip
    return list(rows.select_related("facility", "community").order_by("starts_at", "pk"))


def _after(by: Actor, booking: Booking, *, missed: bool) -> None:
    if missed:
        actions.miss(booking, by=by, at=booking.starts_at + timedelta(minutes=30))
        return
    if booking.facility.with_key:
        actions.hand_over(booking, by=by, at=booking.starts_at)
    actions.give_back(booking, by=by, at=booking.ends_at)


def _lie_ahead(setting: Setting, rooms: dict[str, Facility], at: datetime) -> None:
    """What the desk finds today: two to approve, one who waits, a room that is being painted."""
    today = local_day(at)
    worker = setting.actor("worker", today)
    saturday = today + timedelta(days=12 - today.weekday())
    dance = actions.book(
        rooms["中心广场"], starts=_moment(saturday, 19), ends=_moment(saturday, 20),
        purpose="广场舞交流", group_name="晨曦舞蹈队", told=True, people=60,
        by=setting.actor("elder", today), at=at,
    )  # fmt: skip
    market = saturday + timedelta(days=1)
    actions.book(
        rooms["中心广场"], starts=_moment(market, 9), ends=_moment(market, 12),
        purpose="旧物交换", told=True, people=100, by=setting.actor("tenant", today), at=at,
    )  # fmt: skip
    actions.wait(
        rooms["中心广场"], starts=dance.starts_at, ends=dance.ends_at, purpose="露天电影",
        by=setting.actor("representative", today), at=at,
    )  # fmt: skip
    actions.put_out(rooms["湖边健身点"], reason="单杠底座松动，等厂家来修", by=worker, at=at)
    new_year = date(today.year + 1, 1, 1)
    actions.set_other_hours(
        rooms["图书角"], since=new_year, until=new_year, reason="元旦闭馆一天", by=worker, at=at
    )


def _moment(day: date, hour: int, minutes: int = 0) -> datetime:
    starts = datetime.combine(day, time(hour), tzinfo=SHANGHAI)
    return starts + timedelta(minutes=minutes)
