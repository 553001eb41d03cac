"""One score-card meeting: three actions agreed, one of them done; and two remarks on figures."""

from datetime import datetime, timedelta
from typing import Any

from linli.core.audit.actor import NOBODY
from linli.evaluation.scorecard import actions
from linli.evaluation.scorecard.models import ScoreTopic
from linli.lib.calendar import local_day
from linli.web.demo.cast import Setting

TAKEN = {"S1": ("SG07", "SG05"), "S2": ("MT01", "MG03"), "S5": ()}
WORDS = {
    "S1": ("会上定的事，公告栏里能看到做到哪一步，这个好。\n晚上开会年轻人才来得了。", (21, 30, 4)),
    "S2": (
        "报修有回音了，可是修得慢。\n翠湖新村没有物业，灯坏了不知道找谁。",
        (26, 19, 11),
    ),
    "S5": ("电动车还是有人推进楼里。\n垃圾桶边上比去年干净。", (17, 25, 12)),
}
VIEWS = {
    ("S2", "committee"): "慢在转给外面的单位以后没有人催，这一条是我们的。",
    ("S2", "property"): "夜里只有一个人值班，报修要到早上才派得出去。",
    ("S5", "property"): "充电棚不够，光靠劝不行。",
}


def play_scorecard(setting: Setting, at: datetime) -> None:
    """Prepared, held and published about three months ago; one action is done since."""
    place = setting.community

    def by(key: str, ago: int) -> dict[str, Any]:
        when = at - timedelta(days=ago)
        return {"by": setting.actor(key, local_day(when)), "at": when}

    held = local_day(at - timedelta(days=92))
    meeting = actions.prepare_meeting(
        place, year=held.year, round="year", taken=TAKEN, **by("worker", 100)
    )
    actions.hold_meeting(
        meeting, held_on=held, venue="东湖花园活动室", present=63, **by("worker", 91)
    )
    topics = {
        topic.standard: topic
        for topic in ScoreTopic.objects.filter(community=place, meeting=meeting)
    }
    for code, topic in topics.items():
        topic.meeting = meeting
        words, hands = WORDS[code]
        actions.write_topic(topic, words=words, hands=hands, **by("worker", 91))
    for (code, body), words in VIEWS.items():
        said: Any = {"body": setting.bodies[body], "words": words}
        actions.record_view(topics[code], **said, **by("worker", 91))
    agreed = []
    for code, title, ahead, carrier in (
        ("S2", "翠湖新村每层贴上报修码，坏了扫码就能报", -40, {"post": "worker"}),
        ("S2", "夜里的报修半小时内派出去", 45, {"body": setting.bodies["property"]}),
        ("S1", "居民代表会议改到晚上七点开", 30, {"post": "director"}),
    ):
        due_on = local_day(at + timedelta(days=ahead))
        topic = topics[code]
        given: Any = {"title": title, "indicator": TAKEN[code][0], "due_on": due_on, **carrier}
        agreed.append(actions.agree_action(topic, **given, **by("worker", 91)))
    actions.publish_meeting(meeting, **by("director", 90))
    agreed[0].refresh_from_db()
    agreed[0].topic.meeting.refresh_from_db()
    actions.finish_action(
        agreed[0],
        result="三十六个楼层都贴好了，第一周有九件是扫码报的",
        done_on=local_day(at - timedelta(days=44)),
        **by("worker", 43),
    )
    _remark(setting, at, by)


def _remark(setting: Setting, at: datetime, by: Any) -> None:
    year = local_day(at).year
    sent: Any = {"by": NOBODY, "year": year}
    first = actions.send_comment(
        setting.community,
        indicator="MT01",
        text="按时答复是答复了，可答复不等于修好，能不能也算一算修好没有？",
        at=at - timedelta(days=12),
        **sent,
    )
    actions.answer_comment(
        first,
        reply="修好没有看“重新办理”那个数：答复以后又不满意的，都算在里面。下季度再加一栏。",
        **by("worker", 10),
    )
    actions.send_comment(
        setting.community,
        indicator="MT02",
        text="能不能分两个小区看？我们这边慢得多。",
        at=at - timedelta(days=1),
        **sent,
    )
