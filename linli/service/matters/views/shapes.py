"""Matters as the plain values that components draw."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _, pgettext

from linli.core.access.posts import POSTS
from linli.core.clocks.models import Clock
from linli.core.clocks.queries import deadline_of, work_calendar
from linli.core.pages.shapes import Deadline, Entry, Step
from linli.lib.calendar import WorkCalendar
from linli.service.matters.flows import MATTER, OPEN
from linli.service.matters.models import Matter, Remark
from linli.service.matters.queries import clocks_of

Fields = frozenset[str] | None
"""The fields of a matter that a reader may see; None: all of them."""


@dataclass(frozen=True)
class Row:
    """One matter in a list, with its clocks as a person reads them; `title` and `where` only as
    far as this reader was sent them."""

    matter: Matter
    state: Any
    promise: Deadline | None
    limit: Deadline | None
    title: str
    where: str


def rows(
    matters: Iterable[Matter], at: datetime, sent: Mapping[Any, Fields] | None = None
) -> list[Row]:
    """A list with its clocks, which are read in one query. `sent`: for a body, the fields it was
    sent of each."""
    listed = list(matters)
    clocks = clocks_of(listed)
    calendars = {key: work_calendar(key) for key in {matter.community_id for matter in listed}}
    found = []
    for matter in listed:
        calendar = calendars[matter.community_id]
        promise, limit = deadlines(clocks.get(matter.pk, {}), matter, at, calendar)
        fields = None if sent is None else sent.get(matter.pk, frozenset())
        found.append(
            Row(
                matter,
                state_of(matter),
                promise,
                limit,
                title_for(matter, fields),
                where_of(matter, fields),
            )
        )
    return found


def title_for(matter: Matter, fields: Fields = None) -> str:
    """The title; for a body that was not sent it, the kind."""
    return matter.title if fields is None or "title" in fields else matter.kind.name


def where_of(matter: Matter, fields: Fields = None) -> str:
    """Where it is, as those who live there say it: down to the entrance, and the words for it."""
    parts = []
    if matter.place is not None and (fields is None or "place" in fields):
        parts.append(matter.place.stairs_name)
    if matter.where and (fields is None or "where" in fields):
        parts.append(matter.where)
    return " ".join(parts)


def state_of(matter: Matter) -> Any:
    """The state with its words and tone."""
    return matter.current


def deadlines(
    clocks: dict[str, Clock], matter: Matter, at: datetime, calendar: WorkCalendar | None = None
) -> tuple[Deadline | None, Deadline | None]:
    """The two clocks; the limit only where it says something the promise does not. `calendar`:
    the community's, where a list has read it already."""
    promise, limit = clocks.get("promise"), clocks.get("limit")
    shown = matter.state in OPEN
    calendar = calendar or work_calendar(matter.community_id)
    return (
        deadline_of(promise, calendar, at) if promise else None,
        deadline_of(limit, calendar, at) if limit and shown else None,
    )


def stages(matter: Matter) -> list[Step]:
    """登记 → 办理 → 答复 → 评价, and where the matter stands."""
    if matter.state in ("declined", "merged", "split", "withdrawn"):
        return [
            Step(pgettext("stage", "登记"), "done"),
            Step(MATTER.states[matter.state].label, "stopped"),
        ]
    reached = {"received": 0, "in_hand": 1, "asked": 1, "forwarded": 1, "answered": 2, "closed": 3}
    at = reached[matter.state]
    titles = [
        pgettext("stage", "登记"),
        pgettext("stage", "办理"),
        pgettext("stage", "答复"),
        pgettext("stage", "办结"),
    ]
    return [
        Step(
            title,
            "done"
            if place < at or matter.state == "closed"
            else "current"
            if place == at
            else "coming",
        )
        for place, title in enumerate(titles)
    ]


def entries_for_sender(matter: Matter, remarks: Iterable[Remark]) -> list[Entry]:
    """What was said and done, in order, for whoever raised it."""
    entries = [
        Entry(at=remark.at, what=_said(remark), who=_speaker(remark, matter), note=remark.text)
        for remark in remarks
    ]
    entries += [
        Entry(
            at=step.at,
            what=MATTER.move(step.move).told,
            who=_office(step.post),
            note=_step_note(step),
            tone=MATTER.move(step.move).tone,
        )
        for step in matter.steps.all()
        if step.public and step.move not in ("answer", "ask", "supply")
    ]
    return sorted(entries, key=lambda entry: entry.at)


def entries_for_staff(
    matter: Matter, remarks: Iterable[Remark], titles: dict[Any, str]
) -> list[Entry]:
    """Everything, with who did it by post and desk name."""
    entries = [
        Entry(at=remark.at, what=_said(remark), who=_speaker(remark, matter), note=remark.text)
        for remark in remarks
    ]
    entries += [
        Entry(
            at=step.at,
            what=MATTER.move(step.move).told,
            who=titles.get(step.account_id, _("提出人") if not step.post else ""),
            note=_step_note(step),
            tone=MATTER.move(step.move).tone,
        )
        for step in matter.steps.all()
        if step.move not in ("answer", "ask")
    ]
    return sorted(entries, key=lambda entry: entry.at)


def _office(post: str) -> str:
    """Under which post a step was taken, as the sender reads it: never a name."""
    if post in ("worker", "director"):
        return _("居委会")
    return str(POSTS[post].title) if post in POSTS else ""


def _step_note(step: Any) -> str:
    if step.move == "forward":
        return str(step.given.get("body", ""))
    return str(step.reason)


def _said(remark: Remark) -> str:
    if remark.said == "rating" and remark.score:
        scores = {"good": _("满意"), "fair": _("基本满意"), "poor": _("不满意")}
        return _("评价：%(score)s") % {"score": scores[remark.score]}
    return str(remark.get_said_display())


def _speaker(remark: Remark, matter: Matter) -> str:
    if remark.body:
        return remark.body.name
    if remark.said in ("raised", "supplement", "rating"):
        return _("提出人")
    return _("居委会")
