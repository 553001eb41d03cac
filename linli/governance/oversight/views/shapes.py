"""The catalogue and its items as pages and data draw them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from linli.core.access.posts import POSTS
from linli.core.pages.shapes import Step
from linli.core.pages.wording import tell_day, tell_money
from linli.governance.oversight import words
from linli.governance.oversight.models import Disclosure, Inquiry
from linli.governance.oversight.periods import tell_period
from linli.governance.oversight.queries.disclosure import Standing
from linli.mechanisms.publication.declaration import PublicField


def parts(standings: Sequence[Standing]) -> list[dict[str, Any]]:
    """The lines under the categories of the law, in its order."""
    titles = dict(words.CATEGORIES)
    return [
        {"name": name, "title": titles[name], "lines": lines, "number": place}
        for place, name in enumerate(titles, 1)
        if (lines := [each for each in standings if each.line.category == name])
    ]


def rhythm_of(standing: Standing) -> str:
    """How often, in words, with the day by which."""
    line = standing.line
    title = str(dict(words.RHYTHMS)[line.every])
    if line.every == "event" or not line.day:
        return title
    return _("{rhythm}，期满后下个月 {day} 日前").format(rhythm=title, day=line.day)


def channels_of(standing: Standing) -> list[str]:
    """Where it is to be found."""
    titles = dict(words.CHANNELS)
    return [str(titles[name]) for name in standing.line.channels if name in titles]


def post_title(post: str) -> str:
    """A post in words."""
    return str(POSTS[post].title) if post in POSTS else ""


def as_data(standings: Sequence[Standing], on: date, code: str) -> dict[str, Any]:
    """The catalogue as data."""
    return {
        "on": on,
        "items": [
            {
                "key": each.line.key,
                "category": each.line.category,
                "title": each.line.name,
                "holds": each.line.holds_told,
                "every": each.line.every,
                "ground": each.line.ground,
                "source": each.line.source_told or None,
                "cites": list(each.line.cites),
                "prepared_by": each.line.preparer,
                "checked_by": each.line.checker,
                "channels": list(each.line.channels),
                "from_records": not each.by_hand,
                "last": _last(each.last, code) if each.last else None,
                "noticed_on": each.noticed_on,
                "next_by": each.next_on,
                "late_days": [finding.numbers["days"] for finding in each.late],
                "url": reverse("oversight:line", args=[code, each.line.key]),
            }
            for each in standings
        ],
    }


def _last(item: Disclosure, code: str) -> dict[str, Any]:
    return {
        "since": item.since,
        "until": item.until,
        "posted_on": item.posted_on,
        "due_on": item.due_on,
        "sha256": item.posting.sha256 if item.posting else None,
        "notice": reverse("publication:notice", args=[code, item.posting_id]),
    }


def period(item: Disclosure) -> str:
    """The time it speaks of, in words."""
    return tell_period(item.since, item.until)


def table_of(columns: Sequence[PublicField], rows: Sequence[Any]) -> list[list[tuple[Any, str]]]:
    """Rows as words, each with the name of its column, in the order of the columns."""
    return [
        [(column.label, _cell(column, row.get(column.key))) for column in columns] for row in rows
    ]


def _cell(column: PublicField, value: Any) -> str:
    if value in (None, ""):
        return "—"
    if column.kind == "money":
        return tell_money(int(value))
    if column.kind == "day":
        return tell_day(value if isinstance(value, date) else date.fromisoformat(value))
    return str(value)


def stages(inquiry: Inquiry) -> list[Step]:
    """Where an inquiry stands, as whoever asked reads it."""
    done, state = inquiry.answered_at is not None, inquiry.state
    found = [
        Step(_("提出询问"), "done"),
        Step(_("居委会答复"), "done" if done else "current" if state == "asked" else "coming"),
    ]
    if state == "complained":
        found.append(Step(_("向街道反映"), "current"))
    last = {"closed": "done", "withdrawn": "stopped"}.get(state)
    title = _("已撤回") if state == "withdrawn" else _("了结")
    current = "current" if state == "answered" else "coming"
    found.append(Step(title, last or current))  # type: ignore[arg-type]
    return found
