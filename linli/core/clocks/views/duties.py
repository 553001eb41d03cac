"""The duties of a community: the list, one with its ground and how it went, one of its own."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _, gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.access.posts import POSTS
from linli.core.audit.door import may
from linli.core.audit.sentences import ACT_SENTENCES
from linli.core.clocks import actions, rules
from linli.core.clocks.cycles import ends_of
from linli.core.clocks.duties.periods import period_of
from linli.core.clocks.duties.shape import Duty
from linli.core.clocks.forms import DutyForm, MoveDutyForm, ReasonForm
from linli.core.clocks.models import Turn
from linli.core.clocks.queries import work_calendar
from linli.core.clocks.queries.duties import KeptDuty, duties_of, duty_of, turns_of
from linli.core.pages.answer import answer
from linli.lib.law import Finding

RHYTHM_TITLES = {
    "day": gettext_lazy("每个工作日"),
    "week": gettext_lazy("每周"),
    "month": gettext_lazy("每月"),
    "quarter": gettext_lazy("每季度"),
    "half_year": gettext_lazy("每半年"),
    "year": gettext_lazy("每年"),
    "occasion": gettext_lazy("节日和宣传月"),
    "term": gettext_lazy("换届和合同"),
    "event": gettext_lazy("一旦发生"),
}
KIND_TITLES = {
    "statutory": gettext_lazy("法定"),
    "promise": gettext_lazy("承诺"),
    "practice": gettext_lazy("通行做法"),
    "occasion": pgettext_lazy("duty", "时节"),
}

DEEDS: dict[str, Any] = {
    "off": actions.switch_off_duty,
    "on": actions.switch_on_duty,
    "move": actions.move_duty,
    "as-declared": actions.move_duty,
}


@dataclass(frozen=True)
class Row:
    """One duty on the list. `mark`: its text has still to be held against the law in force."""

    kept: KeptDuty
    next_on: date | None

    @property
    def duty(self) -> Duty:
        return self.kept.duty

    @property
    def kind(self) -> Any:
        return KIND_TITLES[self.duty.kind]

    @property
    def post(self) -> Any:
        return POSTS[self.duty.post].title

    @property
    def mark(self) -> bool:
        return self.duty.status == "to_verify"

    @property
    def within(self) -> str:
        return words_of(self.duty)


@needs("clocks.see_duties")
@require_safe
def table(request: Visit) -> HttpResponse:
    """Every duty by how often it comes, with its kind, who holds it, and the next day."""
    on, calendar = timezone.localdate(), work_calendar(request.community.pk)
    kept = duties_of(request.community.pk)
    ends = ends_of(request.community, on, {each.duty.cycle for each in kept if each.duty.cycle})
    groups: dict[str, list[Row]] = {name: [] for name in RHYTHM_TITLES}
    for each in kept:
        name = "occasion" if each.duty.kind == "occasion" else each.duty.every
        groups[name].append(Row(each, _next(each.duty, on, calendar, ends)))
    for rows in groups.values():
        rows.sort(key=lambda row: (row.kept.off, row.next_on or date.max, row.duty.key))
    context = {
        "groups": [(RHYTHM_TITLES[name], rows, name) for name, rows in groups.items() if rows],
        "changes": may("clocks.change_duties", request.actor, request.community),
    }
    return answer(request, "clocks/duties.html", context)


@needs("clocks.see_duties")
@require_safe
def one(request: Visit, key: str) -> HttpResponse:
    """A duty: on what it rests, what keeps it, how the latest times went, what may be changed."""
    return _draw(request, _find(request, key))


@needs("clocks.change_duties")
@require_POST
def change(request: Visit, key: str, deed: str) -> HttpResponse:
    """Switches it off or on, or moves its day, with a reason."""
    kept, carry = _find(request, key), DEEDS.get(deed)
    if carry is None:
        raise Http404
    form: Any = (
        MoveDutyForm(request.POST, every=kept.duty.every, auto_id="id_move_%s")
        if deed == "move"
        else ReasonForm(request.POST)
    )
    if not form.is_valid():
        return _draw(request, kept, wrong={deed: form}, status=422)
    carry(request.community, key=key, by=request.actor, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("已经记下。"))
    return redirect("clocks:duty", request.community.code, key)


@needs("clocks.change_duties")
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: Visit) -> HttpResponse:
    """One of the community's own."""
    form = DutyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        row = actions.add_duty(
            request.community, by=request.actor, at=timezone.now(), **form.cleaned_data
        )
        messages.success(request, _("已经加上。"))
        return redirect("clocks:duty", request.community.code, row.key)
    status = 422 if form.is_bound else 200
    return answer(request, "clocks/new_duty.html", {"form": form}, status=status)


def _find(request: Visit, key: str) -> KeptDuty:
    kept = duty_of(request.community.pk, key)
    if kept is None:
        raise Http404
    return kept


def _draw(
    request: Visit, kept: KeptDuty, wrong: dict[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    duty, wrong = kept.duty, wrong or {}
    on, calendar = timezone.localdate(), work_calendar(request.community.pk)
    ends = ends_of(request.community, on, {duty.cycle} - {""})
    changes = may("clocks.change_duties", request.actor, request.community)
    movable = duty.every in ("week", "month", "quarter", "half_year", "year") and bool(duty.due)
    context = {
        "row": Row(kept, _next(duty, on, calendar, ends)),
        "duty": duty,
        "rhythm": RHYTHM_TITLES[duty.every],
        "grounds": Finding(True, "clocks.duty_rests_on", cites=duty.cites) if duty.cites else None,
        "kept_by": [_act_words(name) for name in duty.kept_by],
        "turns": [_turn(turn, on) for turn in turns_of(request.community.pk, duty.key)],
        "opens": _opens(request, duty),
        "changes": changes and duty.every != "event",
        "off_finding": rules.may_switch_off(not duty.may_be_switched_off, duty.cites),
        "off_form": wrong.get("off") or wrong.get("on") or ReasonForm(),
        "move_form": (
            wrong.get("move")
            or MoveDutyForm(every=duty.every, initial=_initial(duty), auto_id="id_move_%s")
        )
        if movable
        else None,
    }
    return answer(request, "clocks/duty.html", context, status=status)


def _initial(duty: Duty) -> dict[str, int]:
    due = duty.due
    return {"day": due.day, "month": due.month, "weekday": due.weekday} if due else {}


def _next(duty: Duty, on: date, calendar: Any, ends: Any) -> date | None:
    """The next day it is due, today included."""
    period = period_of(duty, on, calendar, ends)
    if period is None:
        return None
    if period.due_on >= on or duty.every == "term":
        return period.due_on
    coming = period_of(duty, period.closes, calendar, ends)
    return coming.due_on if coming else None


def _turn(turn: Turn, on: date) -> tuple[Turn, str, str]:
    """A time round, how it went in words, and the tone of it."""
    if turn.kept:
        return turn, str(dict(Turn.KEPT)[turn.kept]), "done"
    if turn.due_on < on:
        return turn, _("没有做到"), "late"
    return turn, _("还没做"), "open"


def words_of(duty: Duty) -> str:
    """How long there is once it has happened."""
    within = duty.within
    if within is None:
        return ""
    if within.at_once:
        return _("立即")
    if within.working_days:
        return _("%(n)d 个工作日内") % {"n": within.working_days}
    if within.months:
        return _("%(n)d 个月内") % {"n": within.months}
    return _("%(n)d 日内") % {"n": within.days}


def _act_words(name: str) -> str:
    """What the book says when such an act was done, without what it is filled with."""
    known = ACT_SENTENCES.get(name)
    return str(known.text).format_map(_Gap()) if known else name


class _Gap(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "…"


def _opens(request: Visit, duty: Duty) -> str:
    if not duty.opens:
        return ""
    try:
        return reverse(duty.opens, kwargs={"community_code": request.community.code})
    except NoReverseMatch:
        return ""
