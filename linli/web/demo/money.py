"""Money in the demo: sources with their books, the year's budget, what was asked for, agreed to and
paid, vouchers shown and not shown, four months closed by two, and a mistake taken back."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw

from linli.core.access.models import Holding
from linli.core.access.queries import actor_for, in_term
from linli.core.audit.actor import Actor
from linli.lib.calendar import SHANGHAI, local_day
from linli.stewardship.funds import actions
from linli.stewardship.funds.actions import Asked, LineGiven, Opened, Paper
from linli.stewardship.funds.models import Request, Reserve, Source
from linli.stewardship.funds.origins import decisions_of, row_of
from linli.stewardship.funds.queries.budgets import income_lines, outgo_lines
from linli.stewardship.funds.queries.figures import entry_seen
from linli.stewardship.funds.queries.months import next_month
from linli.stewardship.funds.rules.months import last_of
from linli.web.demo.cast import Setting

MONTHS = 5
PEOPLES = "惠民项目资金"
"""The source residents decide on by vote."""
GRANTS = "街道公益创投资金"
"""The source of small grants for organisations on record."""
SPENT = (
    # source, fen, what for, purpose, to whom, name, which day of its month, shown to all
    ("operating", 86_000, "打印纸、墨盒和文件夹", "office", "unit", "示范文具店", 6, True),
    ("operating", 45_000, "", "culture", "unit", "示范文体用品店", 12, True),
    ("project", 980_000, "三号楼到六号楼楼道扶手", "facilities", "unit", "示范建材公司", 9, True),
    ("donation", 320_000, "助行器 8 台", "elders", "unit", "示范康复用品店", 15, True),
    ("operating", 20_000, "请人修理活动室的灯", "office", "person", "（演示）修灯师傅", 18, False),
)


TOGETHER = (
    "写春联的红纸和墨", "元宵节猜灯谜的灯笼", "便民服务日的用品", "读书会的书和茶水",
    "端午包粽子的食材", "夏夜唱歌会的话筒和电池", "孩子画画班的纸笔", "露天电影的幕布和租片",
    "中秋包月饼的食材", "重阳节给老人拍照的相纸", "健步走的饮水和号牌", "迎新年会的布置",
)  # fmt: skip
"""What people did together, by the month of the year."""


@dataclass
class _Books:
    """The hands that keep the demo's accounts, and the days on which they act."""

    setting: Setting
    now: datetime

    def by(self, key: str, at: datetime) -> Actor:
        return self.setting.actor(key, local_day(at))

    def on(self, month: date, day: int) -> datetime:
        """The forenoon of that day of the month, never after now."""
        at = datetime.combine(month.replace(day=day), time(10), tzinfo=SHANGHAI)
        return min(at, self.now)


def open_the_books(setting: Setting, at: datetime) -> None:
    """Sources, the year's budget and what came in, some months before `at`; nothing is closed."""
    books, first = _Books(setting, at), _months(local_day(at))[0]
    sources = _open(books, first)
    _decide_budget(books, first, sources)
    _receive(books, first, sources)


def source_of(setting: Setting, title: str) -> Source:
    """A source by what it is called."""
    rows = Source.objects.filter(community=setting.community, title=title)
    return rows.select_related("community", "book").get()


def play_money(setting: Setting, at: datetime) -> None:
    """Plays the last months up to `at`, in books that are open."""
    books = _Books(setting, at)
    months = _months(local_day(at))
    rows = Source.objects.filter(community=setting.community).exclude(title__in=(PEOPLES, GRANTS))
    sources = {each.kind: each for each in rows.select_related("community", "book")}
    for place, month in enumerate(months):
        if month <= local_day(at):
            _live(books, place, month, sources)
            _close(books, at)
    _in_hand(books, sources)


def _months(today: date) -> list[date]:
    """The first days of the months, the present one last."""
    found = [today.replace(day=1)]
    for _back in range(MONTHS):
        found.append((found[-1] - timedelta(days=1)).replace(day=1))
    return sorted(found)


def _open(books: _Books, month: date) -> dict[str, Source]:
    at = books.on(month, 2)
    worker, here = books.by("worker", at), books.setting.community
    given = [
        Opened("operating", "居委会工作经费", "office", opened_on=local_day(at)),
        Opened(
            "project", "楼道扶手改造", "facilities", "给没有电梯的楼道加装扶手",
            paper="街道项目批复（演示）", opened_on=local_day(at),
        ),
        Opened(
            "donation", "居民捐款（助行器）", "elders", "给高龄老人买助行器", restricted=True,
            opened_on=local_day(at),
        ),
        Opened("common_income", "东湖花园公共收益", "facilities", opened_on=local_day(at)),
        Opened(
            "project", PEOPLES, "facilities", "居民提、居民投票定的公共地方小改造",
            paper="街道拨款通知（演示）", opened_on=local_day(at),
        ),
    ]  # fmt: skip
    opened = [actions.open_source(here, given=each, by=worker, at=at) for each in given]
    return {each.title if each.title == PEOPLES else each.kind: each for each in opened}


def _receive(books: _Books, month: date, sources: dict[str, Source]) -> None:
    """What came in, on the line of the budget that foresaw it."""
    at = books.on(month, 4)
    when: Any = {"on": local_day(at), "by": books.by("worker", at), "at": at}
    for key, fen, what, party, name in (
        ("operating", 1_500_000, "街道拨付工作经费", "government", "湖滨街道办事处"),
        ("project", 2_000_000, "街道拨付项目经费", "government", "湖滨街道办事处"),
        (PEOPLES, 4_000_000, "街道拨付惠民项目资金", "government", "湖滨街道办事处"),
        ("donation", 500_000, "居民捐款", "several", ""),
        ("common_income", 360_000, "电梯广告收入分成", "unit", "东湖物业"),
    ):
        line = income_lines(sources[key], local_day(at)).first()
        actions.record_receipt(
            sources[key], fen=fen, what=what, party=party, name=name, line=line, **when
        )


def _decide_budget(books: _Books, month: date, sources: dict[str, Source]) -> None:
    at, here = books.on(month, 3), books.setting.community
    operating = sources["operating"]
    lines = [
        LineGiven(operating, "income", "街道拨付工作经费", 4_500_000),
        LineGiven(operating, "outgo", "办公和修理", 1_600_000),
        LineGiven(operating, "outgo", "文体活动", 900_000),
        LineGiven(sources["project"], "income", "街道拨付项目经费", 2_000_000),
        LineGiven(sources[PEOPLES], "income", "街道拨付惠民项目资金", 4_000_000),
        LineGiven(sources["project"], "outgo", "扶手材料和安装", 2_000_000),
        LineGiven(sources[PEOPLES], "outgo", "居民投票定的项目", 4_000_000),
    ]
    year = month.year
    budget = actions.draft_budget(here, year=year, lines=lines, by=books.by("worker", at), at=at)
    found = next((each for each in decisions_of(here) if each.on <= local_day(at)), None)
    actions.settle_budget(
        budget,
        decided_on=found.on if found else local_day(at),
        decided_by=found.told if found else "居民代表会议（演示）",
        decision=row_of(here, found) if found else None,
        by=books.by("director", at),
        at=at,
    )


def _live(books: _Books, place: int, month: date, sources: dict[str, Source]) -> None:
    """What was bought in one month; the project and the gift are spent in the second."""
    for kind, fen, what, purpose, party, name, day, shown in SPENT:
        if (kind != "operating" and place != 1) or (party == "person" and place != 2):
            continue
        at = books.on(month, day)
        if local_day(at) < month or local_day(at).day != day:
            continue
        told = what or TOGETHER[month.month - 1]
        asked = Asked(fen, told, purpose, party, name, line=_line(sources[kind], month, purpose))
        row = _pay(books, sources[kind], asked, at)
        if shown and row.entry_id:
            _show(books, row, at)


def _line(source: Source, month: date, purpose: str) -> Any:
    title = "文体活动" if purpose == "culture" else ""
    lines = outgo_lines(source, month.year)
    return (lines.filter(title=title) if title else lines.exclude(title="文体活动")).first()


def _pay(books: _Books, source: Source, asked: Asked, at: datetime) -> Request:
    worker, director = books.by("worker", at), books.by("director", at)
    row = actions.ask(source, asked=asked, by=worker, at=at)
    row = actions.approve(row, fits=True, by=director, at=at + timedelta(minutes=50))
    third = _third(books, at) if row.state == "seconded" else None
    if third is not None:
        row = actions.approve(row, fits=True, by=third, at=at + timedelta(minutes=70))
    if row.state != "approved":
        return row  # a third person has still to agree
    paper = Paper("invoice", local_day(at), f"{asked.what}，收款单位盖章", files=[draw_paper()])
    paid = at + timedelta(minutes=90)
    return actions.pay(row, fen=asked.fen, on=local_day(paid), paper=paper, by=worker, at=paid)


def _third(books: _Books, at: datetime) -> Actor | None:
    """Somebody else of the committee, where one has an account."""
    here, on = books.setting.community, local_day(at)
    others = [books.setting.accounts[key].pk for key in ("worker", "director")]
    rows = Holding.objects.filter(in_term(on), place=here, post="committee_member")
    held = rows.exclude(account__in=others).order_by("account__label").first()
    return actor_for(held.account, on) if held else None


def pay_project(
    setting: Setting, *, key: str, fen: int, what: str, name: str, at: datetime
) -> None:
    """A project residents chose is paid from what is kept for it, and everybody sees the voucher.
    `key`: under which it is kept."""
    books, source = _Books(setting, at), source_of(setting, PEOPLES)
    kept = Reserve.objects.select_related("source").get(community=setting.community, key=key)
    line = outgo_lines(source, local_day(at).year).first()
    asked = Asked(fen, what, "facilities", "unit", name, line=line, reserve=kept)
    row = _pay(books, source, asked, at)
    if row.entry_id:
        _show(books, row, at)


def _show(books: _Books, row: Request, at: datetime) -> None:
    """The director has looked at the image, and everybody may see it."""
    director, later = books.by("director", at), at + timedelta(minutes=120)
    assert row.entry_id is not None
    for seen in entry_seen(row.community, row.entry_id, keeper=True).vouchers:
        actions.clear_voucher(seen.voucher, nothing_personal=True, by=director, at=later)


def _close(books: _Books, now: datetime) -> None:
    """The worker prepares, the director closes, on the third and fourth of the next month."""
    due = next_month(books.setting.community)
    if due is None:
        return
    at = datetime.combine(last_of(due), time(), tzinfo=SHANGHAI)
    at += timedelta(days=3, hours=9)
    if at > now - timedelta(hours=3):
        return
    here = books.setting.community
    prepared = actions.prepare_month(here, month=due, by=books.by("worker", at), at=at)
    later = at + timedelta(hours=2)
    actions.close_month(prepared, by=books.by("director", later), at=later)


def _in_hand(books: _Books, sources: dict[str, Source]) -> None:
    """A mistake of a closed month taken back, a payment whose voucher is missing, a request that
    waits for somebody else."""
    at = books.now - timedelta(hours=2)
    worker, director = books.by("worker", at), books.by("director", at)
    here = books.setting.community
    wrong = Request.objects.filter(
        community=here, state="settled", purpose="culture", paid_on__lt=local_day(at).replace(day=1)
    ).select_related("source__community", "source__book", "entry", "community").first()  # fmt: skip
    if wrong is not None:
        reason = "这些东西由赞助单位付清了，这笔付款记重了"
        actions.reverse_payment(wrong, reason=reason, by=director, at=at)
    common = sources["common_income"]
    asked = Asked(38_000, "补种小区东门的绿篱", "environment", "unit", "示范苗圃")
    row = actions.ask(common, asked=asked, by=worker, at=at)
    actions.approve(row, by=director, at=at + timedelta(minutes=20))
    later = at + timedelta(minutes=40)
    actions.pay(row, fen=38_000, on=local_day(later), by=worker, at=later)
    bench = Asked(120_000, "儿童活动角的软垫", "facilities", "unit", "示范体育用品店")
    actions.ask(common, asked=bench, by=worker, at=later)


def draw_paper() -> ContentFile[bytes]:
    """A paper nobody is named on: lines, a frame, and that it is the demo's."""
    image = Image.new("RGB", (640, 400), "#fbfaf5")
    pen = ImageDraw.Draw(image)
    pen.rectangle((24, 24, 616, 376), outline="#8a2f2f", width=3)
    pen.text((250, 44), "DEMO INVOICE", fill="#8a2f2f")
    for height in range(100, 340, 40):
        pen.line((50, height, 590, height), fill="#c9c2b2", width=2)
    stored = BytesIO()
    image.save(stored, "PNG")
    return ContentFile(stored.getvalue(), "invoice.png")
