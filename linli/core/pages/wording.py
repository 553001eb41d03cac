"""Days, clocks and money in words, the same on every page."""

from datetime import date, datetime
from typing import NamedTuple

from django.utils import timezone
from django.utils.dateformat import format as format_date
from django.utils.translation import get_language, gettext as _, ngettext

from linli.core.pages.shapes import Deadline
from linli.lib.law.citations import Citation, Status


class Told(NamedTuple):
    """Words and the tone they are shown in: never the tone alone."""

    words: str
    tone: str


def tell_day(value: date, short: bool = False) -> str:
    """2026年11月25日, 25 Nov 2026; `short` leaves this year's number out, never another's."""
    short = short and value.year == timezone.localdate().year
    if in_chinese():
        return format_date(value, "n月j日" if short else "Y年n月j日")
    return format_date(value, "j M" if short else "j M Y")


def tell_moment(value: datetime) -> str:
    """A day with hour and minute, in the community's time zone."""
    local = localise(value)
    return format_date(local, "Y年n月j日 H:i" if in_chinese() else "j M Y, H:i")


def localise(value: datetime) -> datetime:
    """The moment in the community's time zone; one without a zone is taken as it is."""
    return timezone.localtime(value) if timezone.is_aware(value) else value


def tell_citation(cited: Citation) -> str:
    """An article in running text, in the reader's language; with its mark where nobody has held
    it, or the number read with it, against the text. For letters and whatever is printed."""
    reference = cited.reference if in_chinese() else cited.reference_en
    if cited.status is not Status.TO_VERIFY:
        return reference
    return _("%(article)s（待核对）") % {"article": reference}


def in_chinese() -> bool:
    """Whether the reader reads Chinese."""
    return (get_language() or "zh").startswith("zh")


def tell_deadline(clock: Deadline) -> Told:
    """How a clock stands: met, paused, late, pressing or with days to spare."""
    late = -clock.left
    if clock.met_on is not None:
        if late <= 0:
            return Told(_("按时完成"), "done")
        words = _minutes_late(late) if clock.by else _tell_late(late, clock.workdays)
        return Told(_("已完成，{late}").format(late=words), "late")
    if clock.by is not None:
        return Told(_minutes_late(late), "late") if late > 0 else Told(_minutes_left(-late), "soon")
    if clock.paused_since is not None:
        return Told(_("已暂停计时"), "paused")
    if late > 0:
        return Told(_tell_late(late, clock.workdays), "late")
    if clock.left == 0:
        return Told(_("今天到期"), "soon")
    return Told(
        _tell_left(clock.left, clock.workdays), "soon" if clock.left <= clock.soon else "open"
    )


def _tell_left(days: int, workdays: bool) -> str:
    if workdays:
        words = ngettext("还有 {days} 个工作日", "还有 {days} 个工作日", days)
    else:
        words = ngettext("还有 {days} 天", "还有 {days} 天", days)
    return words.format(days=days)


def _tell_late(days: int, workdays: bool) -> str:
    if workdays:
        words = ngettext("超期 {days} 个工作日", "超期 {days} 个工作日", days)
    else:
        words = ngettext("超期 {days} 天", "超期 {days} 天", days)
    return words.format(days=days)


def _minutes_left(minutes: int) -> str:
    words = ngettext("还有 {minutes} 分钟", "还有 {minutes} 分钟", minutes)
    return words.format(minutes=minutes)


def _minutes_late(minutes: int) -> str:
    hours, days = minutes // 60, minutes // 1440
    if days:
        return _tell_late(days, workdays=False)
    if hours:
        return ngettext("超期 {hours} 小时", "超期 {hours} 小时", hours).format(hours=hours)
    return ngettext("超期 {minutes} 分钟", "超期 {minutes} 分钟", minutes).format(minutes=minutes)


def tell_money(fen: int) -> str:
    """An amount in fen as ¥ with grouped yuan and two decimals; a real minus sign, never red."""
    yuan, rest = divmod(abs(fen), 100)
    return f"{'−' if fen < 0 else ''}¥{yuan:,}.{rest:02d}"


def tell_size(size: int) -> str:
    """A file's size in bytes as a person reads it."""
    if size >= 1024 * 1024:
        return f"{size / 1024 / 1024:.1f}".removesuffix(".0") + " MB"
    return f"{max(1, round(size / 1024))} KB"
