"""A month of vouchers in the forms accounting software reads here, and as plain text.

Setting money apart inside the bank account is no voucher, so it is left out. Vouchers are numbered
through the month, source after source; what the book calls an entry stands in its summary. The
headings of `vouchers` are those most programs' import sheets ask for; those of `gbt` follow the
data elements of GB/T 24589.1, whose wording stands to be verified, as do the codes of the accounts.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from linli.lib.tables import comma_separated, spreadsheet
from linli.mechanisms.ledger.models import Book, Entry, Line
from linli.mechanisms.ledger.renditions import plain_text
from linli.stewardship.funds import charts
from linli.stewardship.funds.models import Receipt, Request, Source, Voucher
from linli.stewardship.funds.queries.months import month_at
from linli.stewardship.funds.rules.months import first_of, last_of

CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

# These headings are read by programs and are the same in every language.
VOUCHERS = (
    "日期", "凭证字", "凭证号", "摘要", "科目编码", "科目名称", "借方", "贷方", "附件数", "制单", "审核",
)  # fmt: skip
GBT = (
    "会计年度", "会计期间号", "记账凭证日期", "记账凭证类型编号", "记账凭证编号", "记账凭证行号",
    "记账凭证摘要", "科目编号", "科目名称", "借方本币金额", "贷方本币金额", "附件数", "制单人", "审核人",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shape:
    """One form to take a month away in."""

    key: str
    title: Any
    ending: str
    content_type: str
    to_verify: bool = False


SHAPES = (
    Shape("xlsx", _("会计凭证（Excel）"), "xlsx", XLSX, to_verify=True),
    Shape("csv", _("会计凭证（CSV）"), "csv", CSV, to_verify=True),
    Shape("gbt", _("会计凭证（国标数据元名称，CSV）"), "csv", CSV, to_verify=True),
    Shape("text", _("纯文本账（beancount、hledger）"), "beancount", "text/plain; charset=utf-8"),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One side of one line of a voucher."""

    number: int
    position: int
    entry: Entry
    code: str
    title: str
    debit: Decimal | None
    credit: Decimal | None
    papers: int
    made_by: str
    checked_by: str


def export_month(community: Any, month: date, shape: str) -> bytes:
    """The month in one of the shapes; KeyError for one there is none of."""
    first = first_of(month)
    if shape == "text":
        books = Book.objects.filter(community=community, pk__in=_books(community)).order_by("code")
        return "".join(plain_text(books, first, last_of(first))).encode()
    rows = voucher_rows(community, first)
    if shape == "gbt":
        return b"".join(comma_separated((_gbt(row) for row in rows), GBT))
    cells = (_cells(row) for row in rows)
    if shape == "xlsx":
        return spreadsheet(cells, VOUCHERS, title=f"{first:%Y-%m}")
    return b"".join(comma_separated(cells, VOUCHERS))


def voucher_rows(community: Any, month: date) -> Iterator[Row]:
    """Both sides of every line that is a voucher, numbered through the month."""
    lines = list(
        Line.objects.filter(
            community=community,
            book__in=_books(community),
            day__range=(first_of(month), last_of(month)),
        )
        .exclude(debit__code__startswith=charts.BANK, credit__code__startswith=charts.BANK)
        .select_related("entry", "debit", "credit")
        .order_by("book__code", "day", "number", "position")
    )
    entries = list(dict.fromkeys(line.entry_id for line in lines))
    numbers = {key: number for number, key in enumerate(entries, 1)}
    papers, hands = _papers(community, entries), _hands(community, entries, month)
    for line in lines:
        made_by, checked_by = hands.get(line.entry_id, ("", ""))
        yuan = Decimal(line.amount) / 100
        for side, account in enumerate((line.debit, line.credit)):
            code = charts.subject_of(account.code)
            yield Row(
                number=numbers[line.entry_id],
                position=2 * line.position - 1 + side,
                entry=line.entry,
                code=code,
                title="银行存款" if code == charts.BANK else account.title,
                debit=yuan if side == 0 else None,
                credit=yuan if side == 1 else None,
                papers=papers.get(line.entry_id, 0),
                made_by=made_by,
                checked_by=checked_by,
            )


def _cells(row: Row) -> tuple[object, ...]:
    return (
        row.entry.day, "记", row.number, _summary(row), row.code, row.title, row.debit, row.credit,
        row.papers, row.made_by, row.checked_by,
    )  # fmt: skip


def _gbt(row: Row) -> tuple[object, ...]:
    day = row.entry.day
    return (
        day.year, day.month, f"{day:%Y%m%d}", "记", row.number, row.position, _summary(row),
        row.code, row.title, row.debit or Decimal(0), row.credit or Decimal(0), row.papers,
        row.made_by, row.checked_by,
    )  # fmt: skip


def _summary(row: Row) -> str:
    back = "冲销：" if row.entry.reverses_id else ""
    return f"{back}{row.entry.words}（{row.entry.serial}）"


def _books(community: Any) -> Any:
    return Source.objects.filter(community=community).values("book_id")


def _papers(community: Any, entries: Iterable[UUID]) -> dict[UUID, int]:
    counts: dict[UUID, int] = {}
    found = Voucher.objects.filter(community=community, entry__in=list(entries))
    for key in found.values_list("entry", flat=True):
        counts[key] = counts.get(key, 0) + 1
    return counts


def _hands(community: Any, entries: Iterable[UUID], month: date) -> dict[UUID, tuple[str, str]]:
    """Who made and who checked each voucher, by the names they act under: of a payment who asked
    and who agreed last, of a receipt who entered it and who closed the month."""
    keys = list(entries)
    hands: dict[UUID, tuple[str, str]] = {}
    asked = Request.objects.filter(community=community, entry__in=keys)
    for row in asked.select_related("asked_by", "seconded_by", "third_by"):
        if row.entry_id is not None:
            hands[row.entry_id] = (_name(row.asked_by), _name(row.third_by or row.seconded_by))
    closed = month_at(community, month)
    closer = _name(closed.closed_by) if closed else ""
    came = Receipt.objects.filter(community=community, entry__in=keys)
    for receipt in came.select_related("entered_by"):
        hands[receipt.entry_id] = (_name(receipt.entered_by), closer)
    return hands


def _name(account: Any) -> str:
    return account.label if account is not None else ""
