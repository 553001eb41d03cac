"""What is learnt, met for and thanked for in the demo: teachers with certificates, of which one has
run out; groups that keep their own rota; wishes and certificates; two rounds of thanks by consent;
a film that came and a fitness day that keeps no result."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

from linli.core.audit.actor import Actor
from linli.culture.activities.actions import (
    groups,
    learning,
    recognition,
    screenings,
    stories,
    teaching,
    turns,
)
from linli.culture.activities.actions.groups import Hours, Registered
from linli.culture.activities.actions.recognition import Called
from linli.culture.activities.actions.screenings import Announced
from linli.culture.activities.actions.teaching import Taught
from linli.culture.activities.models.activity import Activity
from linli.culture.activities.models.groups import Group, Meeting, Turn
from linli.culture.activities.models.learning import Topic
from linli.culture.activities.models.recognition import HonourCall, Nomination
from linli.lib.calendar import SHANGHAI, local_day
from linli.web.demo.cast import Setting

TEACHERS = (
    # teaches, kind, at, name, named, certificate, issuer, issued and valid until in days from now
    ("书法", "teacher", "老年学校教室", "沈示范", True, "教师资格证", "示范市教育局", -4000, None),
    ("太极拳和八段锦", "sport_instructor", "东湖花园广场站点", "高示范", True,
     "二级社会体育指导员证", "示范区体育局", -1400, 45),
    ("广场舞", "sport_instructor", "小广场站点", "薛示范", False,
     "三级社会体育指导员证", "示范区体育局", -1900, -20),
    ("合唱", "teacher", "", "谢示范", False, "音乐教师资格证", "示范市教育局", -3000, None),
)  # fmt: skip
TOPICS = (
    ("书法", "从握笔学起", ("书法",)),
    ("用手机", "挂号、缴费、防骗", ("手机课",)),
    ("太极拳", "", ("太极",)),
    ("合唱", "", ("合唱",)),
    ("急救", "心肺复苏和海姆立克", ("急救",)),
    ("家庭教育", "和孩子好好说话", ("家长学校", "亲子")),
)
WISHES = {
    "elder": ("书法", "用手机"),
    "tenant": ("急救",),
    "representative": ("书法", "家庭教育"),
    "supervisor": ("合唱", "急救"),
}
WEDNESDAY = 2
CHOIR, DANCERS, READERS = "东湖合唱队", "晚风舞队", "周三读书会"
HONOURED = (
    ("翠湖新村的一家三口", "四年来每个周末陪独居的邻居下楼散步。"),
    ("东湖花园的一位邻居", "楼道灯坏了自己掏钱换，换了十几盏。"),
)


def play_learning(setting: Setting, at: datetime) -> None:
    """Plays what lies up to a year before `at`, through the acts of the desk and of residents."""
    hand = _Hand(setting, at)
    _teach(hand)
    _meet(hand)
    _learn(hand)
    _thank(hand)
    _bring(hand)


class _Hand:
    """Somebody of the cast acts, so many days ago."""

    def __init__(self, setting: Setting, at: datetime) -> None:
        self.setting, self.at, self.place = setting, at, setting.community
        self.today = local_day(at)

    def actor(self, key: str, ago: int = 0) -> Actor:
        return self.setting.actor(key, self.today - timedelta(days=ago))

    def do(
        self, act: Callable[..., Any], subject: Any, key: str = "worker", ago: int = 0, **given: Any
    ) -> Any:
        when = self.at - timedelta(days=ago)
        return act(subject, by=self.actor(key, ago), at=when, **given)

    def on(self, ahead: int) -> date:
        return self.today + timedelta(days=ahead)

    def moment(self, ahead: int, hour: int, minute: int = 0) -> datetime:
        return datetime.combine(self.on(ahead), time(hour, minute), tzinfo=SHANGHAI)


def _teach(hand: _Hand) -> None:
    for teaches, kind, where, name, named, certificate, issuer, issued, valid in TEACHERS:
        taught = Taught(
            teaches, hand.on(-300), kind=kind, stands_at=where, name=name, named=named,
            way="signed" if named else "",
        )  # fmt: skip
        teacher = hand.do(teaching.register_teacher, hand.place, ago=300, taught=taught)
        hand.do(
            teaching.add_certificate, teacher, ago=300, kind=certificate, issuer=issuer,
            number="示范-2201", issued_on=hand.on(issued),
            valid_until=None if valid is None else hand.on(valid),
        )  # fmt: skip
        for ago in (200, 90, 6):
            on = hand.on(-ago)
            hand.do(teaching.note_taught, teacher, ago=ago - 1, on=on, what=f"{teaches}，一次")


def _meet(hand: _Hand) -> None:
    choir = _group(
        hand,
        CHOIR,
        "culture",
        "爱唱歌就来，不考试；每周三晚上七点，唱一个小时。",
        "文体活动室",
        "谢示范",
    )
    dancers = _group(
        hand, DANCERS, "dance", "饭后活动，跳得慢，谁都跟得上。", "小广场", "薛示范",
        hours=Hours(time(19), time(20, 30), "周围三栋的楼栋长和物业；音箱不超过 60 分贝，高考期间停"),
    )  # fmt: skip
    readers = _group(hand, READERS, "learning", "一个月读一本，坐下来聊聊。", "社区书屋", "程示范")
    wednesday = (WEDNESDAY - hand.today.weekday()) % 7 or 7
    for group, hour, later in ((choir, 19, wednesday), (dancers, 19, 3), (readers, 15, 3)):
        spans = [
            (hand.moment(days + later, hour), hand.moment(days + later, hour + 1))
            for days in (-70, -42, -14, 0, 7, 14, 21)
        ]
        hand.do(groups.plan_meetings, group, ago=80, spans=spans)
        held = Meeting.objects.filter(community=hand.place, group=group, ends_at__lt=hand.at)
        for number, meeting in enumerate(held.select_related("group").order_by("starts_at")):
            hand.do(groups.tell_meeting, meeting, came=16 + 5 * number + hour)
    for number, (key, called) in enumerate((("elder", "王阿婆"), ("supervisor", "小赵"))):
        hand.do(groups.join_group, choir, key, 60 - number, called=called)
    _fill_the_rota(hand, choir)


def _group(
    hand: _Hand, title: str, kind: str, about: str, place: str, leader: str, **more: Any
) -> Group:
    said = Registered(
        title, kind, about, place, leader, "spoken", "社区工作者和楼栋长",
        leader_phone="0990-5550166", **more,
    )  # fmt: skip
    made: Group = hand.do(groups.register_group, hand.place, ago=200, registered=said)
    return made


def _fill_the_rota(hand: _Hand, choir: Group) -> None:
    """The first date to come is held by one; of the second one could not, and the next is asked."""
    ahead = Meeting.objects.filter(community=hand.place, group=choir, starts_at__gt=hand.at)
    first, second = ahead.order_by("starts_at")[:2]
    for meeting, role in ((first, "lead"), (first, "door"), (second, "lead")):
        turn = Turn.objects.select_related("meeting__group").get(
            community=hand.place, meeting=meeting, role=role
        )
        hand.do(turns.take_turn, turn, "elder" if role == "lead" else "supervisor")
    hand.do(turns.pass_turn, turn, "elder")


def _learn(hand: _Hand) -> None:
    topics: dict[str, Topic] = {}
    courses = Activity.objects.filter(community=hand.place, kind="course").select_related(
        "sheet__community"
    )
    for title, about, words in TOPICS:
        topics[title] = hand.do(learning.add_topic, hand.place, ago=180, title=title, about=about)
        for course in courses:
            if any(word in course.title for word in words):
                hand.do(learning.tie_course, topics[title], sheet=course.sheet)
    for key, wished in WISHES.items():
        hand.do(
            learning.wish_to_learn,
            hand.place,
            key,
            ago=20,
            topics=[topics[each] for each in wished],
        )
    for course in courses.filter(state="closed")[:2]:
        hand.do(learning.give_certificates, course.sheet)


def _thank(hand: _Hand) -> None:
    called = Called(
        "好邻居", "good_neighbour",
        ["帮过邻居的忙，不图回报", "和气待人，有话好好说", "让楼里住得更安心"],
        hand.on(-60), hand.on(-30), 12,
    )  # fmt: skip
    past: HonourCall = hand.do(recognition.call_for_nominations, hand.place, ago=60, called=called)
    for shown, told in HONOURED:
        row = hand.do(recognition.nominate, past, "elder", 55, name=shown, deed=told)
        hand.do(recognition.agree_to_honour, row, ago=50, way="signed", shown_name=shown, told=told)
        _look(hand, row, 45)
        hand.do(recognition.show_nomination, row, ago=40)
        hand.do(recognition.award_honour, row, "director", 30)
    hand.do(recognition.close_honour_call, past, ago=29)
    called = Called(
        "学习型家庭", "learning_family", ["一家人常在一起看书、学东西", "把学到的教给邻居"],
        hand.on(-12), hand.on(20), 24,
    )  # fmt: skip
    now: HonourCall = hand.do(recognition.call_for_nominations, hand.place, ago=12, called=called)
    hand.do(
        recognition.nominate, now, "tenant", 5, name="翠湖新村二单元的一家",
        deed="在书屋教邻居的孩子画画，教了一个学期。",
    )  # fmt: skip
    told = "一家人每晚读书半小时，书看完放到楼道的书架上。"
    row = hand.do(recognition.nominate, now, "elder", 6, name="自家", deed=told, own=True)
    hand.do(
        recognition.agree_to_honour, row, "elder", 6, way="online", shown_name="翠湖新村的祖孙俩",
        told=told,
    )  # fmt: skip
    _look(hand, row, 4)
    hand.do(recognition.show_nomination, row, ago=2)
    hand.do(
        stories.tell_story, hand.place, ago=15, title="停电那一晚",
        told="三楼停电，邻居把自家的应急灯接过去，又陪着等到来电。第二天两家一起修好了线。",
        of="三楼两户", way="spoken", witness="楼栋长",
    )  # fmt: skip


def _look(hand: _Hand, row: Nomination, ago: int) -> None:
    for key in ("representative", "supervisor"):
        hand.do(recognition.look_at_nomination, row, key, ago, says="supports")


def _bring(hand: _Hand) -> None:
    to = {"asked_of": "示范区文化和旅游局", "place": "小广场"}
    film = hand.do(
        screenings.ask_delivery, hand.place, ago=120, kind="film",
        wished="夏天晚上放一场老电影，老人孩子都能看", asked_on=hand.on(-120), **to,
    )  # fmt: skip
    hand.do(
        screenings.note_delivered, film, ago=98, shown="老电影一场", deliverer="示范区电影放映队",
        delivered_on=hand.on(-98), came=142,
    )  # fmt: skip
    hand.do(
        screenings.send_delivery_feedback, film, ago=95,
        feedback="音响清楚，座位不够；下次想看地方戏，早半小时开始。",
    )  # fmt: skip
    hand.do(
        screenings.ask_delivery, hand.place, ago=20, kind="performance",
        wished="地方戏一场，最好在白天", asked_on=hand.on(-20), **to,
    )  # fmt: skip
    tests = Announced(
        "fitness_test", "国民体质监测日", hand.moment(-33, 9), hand.moment(-33, 16), "文体活动室",
        "示范区体质监测站", "穿运动鞋；有高血压的先和工作人员说",
    )  # fmt: skip
    day = hand.do(screenings.announce_sport_day, hand.place, ago=45, announced=tests)
    hand.do(screenings.tell_sport_day, day, ago=32, came=67)
    coming = Announced(
        "open_day", "体育场地免费开放", hand.moment(12, 8), hand.moment(12, 20), "学校操场和球馆",
        "示范小学",
    )  # fmt: skip
    hand.do(screenings.announce_sport_day, hand.place, ago=3, announced=coming)
