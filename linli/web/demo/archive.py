"""The archive in the demo's year: last year filed before 30 June, papers by hand beside it, an
original out, two copies asked for, and an appraisal that waits for the director."""

import io
from datetime import date, datetime, time, timedelta

from django.core.files.base import ContentFile
from django.utils import timezone, translation
from docx import Document

from linli.core.audit.actor import Actor, the_clock
from linli.core.pages.bilingual import SOURCE
from linli.governance.archive import actions
from linli.governance.archive.actions import Filed, LineGiven
from linli.governance.archive.actions.appraising import Verdict
from linli.governance.archive.models import Item
from linli.governance.archive.queries.appraisals import judgements_of
from linli.governance.archive.queries.filing import unfiled
from linli.governance.archive.queries.plan import line_on
from linli.lib.calendar import local_day
from linli.web.demo.cast import Setting

CHUNK = 50
PAPERS = (
    ("annual_plan", "年度工作总结", 12, "", "今年办结诉求、开会、换楼道灯的情况，按六项标准写。"),
    ("annual_accounts", "年度财务报告", 9, "一号柜一层 2 号盒", "全年收入、支出和结余。"),
    ("vouchers", "十二月会计凭证", 64, "一号柜一层 7 号盒", ""),
    ("supervision", "居务监督委员会年度报告", 6, "", "查了四次账，提了三条意见，都已答复。"),
    ("agreements", "与东湖物业的共建约定", 3, "一号柜二层 1 号盒", ""),
    ("drawings", "党群服务中心平面图", 2, "一号柜三层 图纸筒", ""),
    ("activities", "重阳节活动方案和总结", 5, "", "一百二十六人参加，借了两间活动室。"),
    ("help_files", "困难家庭帮扶材料", 11, "保险柜", ""),
)
OLD = ("春季卫生日简报", "夏季活动简报", "年末走访简报")


def play_archive(setting: Setting, at: datetime) -> None:
    """The months before `at`, through the real acts."""
    today = local_day(at)
    filed_at = _moment(min(date(today.year, 6, 18), today - timedelta(days=5)))
    worker = setting.actor("worker", local_day(filed_at))
    year = today.year - 1
    with translation.override(SOURCE):
        _own_line(setting, filed_at - timedelta(days=30))
        for paper in PAPERS:
            _file(setting, paper, year, filed_at, worker)
        _file_year(setting, year, filed_at + timedelta(hours=1))
        for number, title in enumerate(OLD):
            old = ("other_plans", title, 2, "一号柜四层 9 号盒", "")
            _file(setting, old, today.year - 12, filed_at + timedelta(hours=2 + number), worker)
        _lend(setting, at - timedelta(days=4))
        _copies(setting, at)
        _appraise(setting, at - timedelta(days=2))


def _own_line(setting: Setting, at: datetime) -> None:
    """The place keeps the ledger of its canteen, which the shipped plan does not know."""
    on = local_day(at)
    line = LineGiven(
        part="services",
        title="社区食堂台账",
        title_en="Ledger of the community canteen",
        term="short",
        access="institution",
        source="居委会会议决定",
        since=on,
    )
    actions.add_line(setting.community, line=line, by=setting.actor("director", on), at=at)


def _file_year(setting: Setting, year: int, at: datetime) -> None:
    pieces = list(unfiled(setting.community, year))
    for start in range(0, len(pieces), CHUNK):
        actions.file_pieces(
            setting.community,
            year=year,
            pieces=pieces[start : start + CHUNK],
            by=the_clock(),
            at=at,
        )
    actions.finish_filing(setting.community, year=year, by=the_clock(), at=at)


def _file(
    setting: Setting,
    paper: tuple[str, str, int, str, str],
    year: int,
    at: datetime,
    by: Actor,
) -> Item:
    key, title, pages, shelf, words = paper
    line = line_on(setting.community, key, local_day(at))
    assert line is not None
    filed = Filed(line, year, date(year, 12, 31), title, pages, shelf)
    scans = [_written(title, words)] if words else []
    return actions.file_paper(setting.community, filed=filed, scans=scans, by=by, at=at)


def _lend(setting: Setting, at: datetime) -> None:
    item = _item(setting, "annual_accounts")
    on = local_day(at)
    actions.lend(
        item,
        to=setting.accounts["supervisor"],
        purpose="核对全年账目",
        due_on=on + timedelta(days=14),
        by=setting.actor("worker", on),
        at=at,
    )


def _copies(setting: Setting, at: datetime) -> None:
    """One was given three weeks ago, one waits since yesterday."""
    for key, back, given in (("annual_plan", 21, True), ("supervision", 1, False)):
        asked_at = at - timedelta(days=back)
        on = local_day(asked_at)
        request = actions.ask_copy(
            _item(setting, key), way="file", by=setting.actor("elder", on), at=asked_at
        )
        if given:
            worker = setting.actor("worker", on)
            actions.give_copy(
                request, answer="请查收。", by=worker, at=asked_at + timedelta(days=1)
            )


def _appraise(setting: Setting, at: datetime) -> None:
    on = local_day(at)
    worker = setting.actor("worker", on)
    appraisal = actions.open_appraisal(setting.community, by=worker, at=at)
    lines = judgements_of(appraisal)
    said = {line.pk: Verdict("destroy") for line in lines}
    said[lines[-1].pk] = Verdict("extend", "short", "写社区志还要用")
    actions.judge(
        appraisal,
        verdicts=said,
        present=[("李建国", "representative"), ("赵敏", "supervisor"), ("陈晓", "worker")],
        met_on=on,
        by=worker,
        at=at,
    )


def _item(setting: Setting, line: str) -> Item:
    return Item.objects.select_related("community").get(community=setting.community, line=line)


def _written(title: str, words: str) -> ContentFile[bytes]:
    """A short paper, so that what is opened can be read."""
    paper, file = Document(), io.BytesIO()
    paper.add_heading(title, level=1)
    paper.add_paragraph(words)
    paper.save(file)
    return ContentFile(file.getvalue(), name=f"{title}.docx")


def _moment(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(10)))
