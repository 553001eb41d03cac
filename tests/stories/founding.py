"""The house before the stories begin: the cast, and some weeks in which others asked for things."""

from datetime import timedelta
from typing import Any

SAID = (
    ("stair_light", "一楼门厅的灯一直闪", "换了灯管。"),
    ("waste", "垃圾桶满了没人清", "已清运，并加了一次巡查。"),
    ("noise", "广场舞声音太大", "和队里约好晚上九点前结束。"),
    ("lift", "电梯门关得太快", "维保单位调整了关门时间。"),
    ("greenery", "树枝挡住了窗户", "已修剪。"),
    ("parking", "消防通道停了车", "车主已挪走，并划了线。"),
)


def found(answered: int = 14) -> Any:
    """Gathers the cast and plays `answered` matters to their end, then reckons the figures."""
    from django.utils import timezone

    from linli.core.audit.actor import NOBODY, the_clock
    from linli.evaluation.actions import reckon
    from linli.evaluation.outcome import reckon_community
    from linli.evaluation.periods import plan_span
    from linli.service.matters import actions
    from linli.service.matters.actions.raising import Raised
    from linli.service.matters.queries import kinds_of
    from linli.web.demo.cast import gather

    now = timezone.now()
    setting = gather(now)
    worker = setting.actor("worker", timezone.localdate(now))
    for number in range(answered):
        code, text, answer = SAID[number % len(SAID)]
        began = now - timedelta(days=answered + 4 - number, hours=2)
        matter = actions.raise_matter(
            setting.community,
            raised=Raised(
                kind=kinds_of(setting.community).get(code=code),
                title=text,
                text=f"{text}，请处理。",
                channel="web",
                place=setting.new if number % 2 else setting.old,
            ),
            by=NOBODY,
            at=began,
        )
        actions.accept(matter, by=worker, at=began + timedelta(hours=3))
        done = began + timedelta(days=1)
        actions.answer(matter, text=answer, by=worker, at=done)
        actions.publish(
            matter,
            title=text,
            text=f"{text}，请处理。",
            place=matter.place.stairs_name,
            answer=answer,
            by=worker,
            at=done,
        )
        actions.rate(matter, score="good", by=NOBODY.bearing(matter.pk), at=done)
    today = timezone.localdate(now)
    outcome = reckon_community(setting.community, plan_span(today, since_year=today.year))
    reckon(setting.community, outcome=outcome, by=the_clock(), at=now)
    return setting
