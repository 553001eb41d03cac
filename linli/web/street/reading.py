"""What the pages of an office read: one table of one period, of a group or of what is scored."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from linli.core.pages.shapes import Tab
from linli.core.places.kinds import COMMUNITY
from linli.core.places.laid_down import floor_laid_down
from linli.core.places.queries.tree import ancestors_of
from linli.evaluation.definitions import Indicator
from linli.evaluation.groups import groups
from linli.evaluation.levels.held import gather
from linli.evaluation.levels.tree import tree_under
from linli.evaluation.periods import Period, period_of, read_period
from linli.evaluation.side_by_side import SideBySide, lay_side_by_side, rows_of


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for: a period, and a group of indicators or none."""

    period: Period
    group: str

    @property
    def query(self) -> str:
        """The same as the end of an address."""
        group = f"&group={self.group}" if self.group else ""
        return f"?period={self.period.key}{group}"


def read_asked(request: Any) -> Asked:
    """From the address; the present year and no group where it says nothing that is known."""
    period = read_period(request.GET.get("period", ""))
    group = request.GET.get("group", "")
    on = timezone.localdate()
    return Asked(period or period_of("year", on), group if group in groups() else "")


def read_table(office: Any, period: Period, rows: Sequence[Indicator]) -> SideBySide:
    """The office's divisions beside each other."""
    top = tree_under(office)
    floor = floor_laid_down(office, timezone.localdate())
    places = [community.pk for community in top.communities()]
    known = gather(places, rows, period, floor=floor)
    return lay_side_by_side(top, known, rows, period, floor=floor)


def read_group(office: Any, asked: Asked) -> SideBySide:
    """The table of the group asked for."""
    return read_table(office, asked.period, rows_of(asked.period, asked.group))


def group_tabs(asked: Asked, offered: Sequence[str]) -> list[Tab]:
    """The groups as views of the same table."""
    first = Tab(_("常看的"), f"?period={asked.period.key}", not asked.group)
    return [
        first,
        *(
            Tab(
                str(groups()[code].title),
                f"?period={asked.period.key}&group={code}",
                code == asked.group,
            )
            for code in offered
        ),
    ]


def groups_offered(period: Period) -> list[str]:
    """The groups of which anything is told upward in such a period."""
    return [code for code in groups() if code != "WK" and rows_of(period, code)]


def ways_up(actor: Any, office: Any) -> list[Any]:
    """The wider divisions whose page this visitor may see, the widest first."""
    from linli.core.audit.door import may

    return [
        place
        for place in ancestors_of(office)
        if place.kind != "country" and may("street.see", actor, place)
    ]


def today() -> date:
    """The day on which the page is read."""
    return timezone.localdate()


def child_words(office: Any) -> str:
    """What the rows of its table are called."""
    return _("社区") if office.level == COMMUNITY - 1 else _("下一级")
