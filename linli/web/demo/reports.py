"""The report of the month before: put together from the year that was played, and finished."""

from datetime import datetime

from linli.core.audit.actor import the_clock
from linli.evaluation.actions import ask_report, fill_report, finish_report, write_words
from linli.evaluation.periods import period_before, period_of
from linli.evaluation.reports.reading import read_work, span_of_report
from linli.lib.calendar import local_day
from linli.web.demo.cast import Setting

WORDS = {
    "S2": "办理慢的，多是要物业请外面的人来修的事；已经和物业约好每周五对一次单子。",
    "outlook": "把楼道灯的报修改成物业直接派单，看能不能快一些。",
}


def report_last_month(setting: Setting, at: datetime) -> None:
    """The worker has it put together and writes two sentences; the director finishes it."""
    today = local_day(at)
    month = period_before(period_of("month", today))
    worker, director = setting.actor("worker", today), setting.actor("director", today)
    report = ask_report(setting.community, period=month, by=worker, at=at)
    content = read_work(setting.community, span_of_report(report, today))
    fill_report(report, content=content, by=the_clock(), at=at)
    write_words(report, words=WORDS, seen=0, by=worker, at=at)
    finish_report(report, seen=1, by=director, at=at)
