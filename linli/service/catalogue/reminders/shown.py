"""How a kind and a reminder are told: the window, the last working day, what to bring, where."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import get_script_prefix
from django.utils.translation import gettext as _, gettext_lazy

from linli.core.clocks.queries import work_calendar
from linli.core.pages.wording import tell_citation
from linli.core.places.models import Place
from linli.lib.law import Parameter
from linli.lib.law.citations import cite_each
from linli.service.catalogue.queries.guides import keys_offered
from linli.service.catalogue.reminders import rules
from linli.service.catalogue.reminders.kinds import Kind
from linli.service.catalogue.reminders.models import Reminder

ASK_NOW = gettext_lazy("该提前申请的时间已经过了，现在就去")


@dataclass(frozen=True)
class Line:
    """A reminder as it is read: the last working day to go by, and where it stands."""

    row: Reminder
    go_by: date
    status: str
    tone: str


def lines_of(rows: list[Reminder], community: Place, on: date) -> list[Line]:
    """Each with its last working day, the calendar read once."""
    calendar = work_calendar(community.pk)
    return [Line(row, rules.go_by(row.due_on, calendar), *_stands(row, on)) for row in rows]


def ask_time_over(row: Reminder, on: date) -> bool:
    """The time to ask for it ahead has passed, while the thing itself still holds."""
    return row.of.asks == "until" and row.due_on < on <= row.day


def _stands(row: Reminder, on: date) -> tuple[str, str]:
    if row.paused:
        return _("停着"), "paused"
    if ask_time_over(row, on):
        return str(ASK_NOW), "late"
    if row.due_on < on:
        return _("过期了，快去办"), "late"
    if row.opens_on <= on:
        return _("快到期，现在可以办"), "soon"
    return _("还没到时候"), "new"


@dataclass(frozen=True)
class Told:
    """A kind as it is explained: its rules with their sources, its articles, its guide if the
    community offers one."""

    kind: Kind
    numbers: list[Parameter]
    articles: list[tuple[str, str]]
    guide: str


def tell_kind(kind: Kind, community: Place, on: date) -> Told:
    """What stands behind a kind here."""
    articles = [
        (f"{get_script_prefix()}law/{cited.key}/", tell_citation(cited))
        for cited in cite_each(kind.cites)
    ]
    guide = kind.guide if kind.guide and kind.guide in keys_offered(community) else ""
    return Told(kind, kind.numbers(community, on), articles, guide)


def context_of(row: Reminder, on: date) -> dict[str, Any]:
    """What the page of one reminder shows to both sides."""
    return {
        "row": row,
        "line": lines_of([row], row.community, on)[0],
        "told": tell_kind(row.of, row.community, on),
    }
