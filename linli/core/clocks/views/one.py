"""One clock: how long, since when, by which rule, what happened to it, and what can be done."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _, gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.access.posts import POSTS
from linli.core.access.queries import labels_of
from linli.core.audit.door import may
from linli.core.audit.queries import entries_of
from linli.core.clocks import actions, rules
from linli.core.clocks.duties.shape import Duty
from linli.core.clocks.forms import DoneForm, ExtendForm, HandOverForm, ReasonForm
from linli.core.clocks.models import Clock, Turn
from linli.core.clocks.queries import clock_to_open, deadline_of, work_calendar
from linli.core.clocks.queries.duties import duty_of, turn_of
from linli.core.clocks.queries.one import extension_of, history_of, moved_over_weekend
from linli.core.clocks.queries.sharing import desk_accounts
from linli.core.clocks.terms import Way, terms_of
from linli.core.pages.answer import answer
from linli.core.pages.shapes import Entry
from linli.lib.calendar import local_day
from linli.lib.law import Finding


@dataclass(frozen=True)
class Deed:
    """Something that can be done with a clock: its form, or why not, or the room's own page."""

    name: str
    title: Any
    form: Any = None
    finding: Finding | None = None
    url: str = ""


TITLES = {
    "done": gettext_lazy("确认完成"),
    "take-back": gettext_lazy("撤回确认"),
    "pause": gettext_lazy("暂停计时"),
    "resume": gettext_lazy("继续计时"),
    "extend": gettext_lazy("延长期限"),
    "hand-over": gettext_lazy("交给同事"),
}


@needs("clocks.see")
@require_safe
def show(request: Visit, clock: UUID) -> HttpResponse:
    """The clock with its history and everything that may be done."""
    found = _find(request, clock)
    return _draw(request, found)


@needs("clocks.see")
@require_POST
def move(request: Visit, clock: UUID, deed: str) -> HttpResponse:
    """Does one of them; a form with something wrong comes back as it was."""
    found = _find(request, clock)
    form = _form(request, deed, request.POST, quick=_is_quick(found))
    if form is None:
        raise Http404
    if not form.is_valid():
        return _draw(request, found, wrong={deed: form}, status=422)
    carry = {
        "done": actions.say_done,
        "take-back": actions.take_back_done,
        "pause": actions.pause_clock,
        "resume": actions.resume_clock,
        "extend": actions.extend_clock,
        "hand-over": actions.hand_over_clock,
    }[deed]
    given = form.cleaned_data if deed not in ("resume", "take-back") else {}
    carry(found, by=request.actor, at=timezone.now(), **given)
    messages.success(request, _("已经记下。"))
    seen = clock_to_open(request.community, clock, request.actor, timezone.localdate())
    if seen is None or (deed == "done" and "next" in request.POST):
        return redirect("desk", request.community.code)
    return redirect("clocks:clock", request.community.code, clock)


def _find(request: Visit, clock: UUID) -> Clock:
    found = clock_to_open(request.community, clock, request.actor, timezone.localdate())
    if found is None:
        raise Http404
    return found


def _draw(
    request: Visit, clock: Clock, wrong: dict[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    at, turn = timezone.now(), turn_of(clock)
    calendar = work_calendar(clock.community_id)
    kept = duty_of(clock.community_id, turn.key) if turn else None
    duty = kept.duty if kept else None
    hidden = clock.private and clock.left_at is not None
    context = {
        "clock": clock,
        "hidden": hidden,
        "turn": turn,
        "duty": duty,
        "deadline": deadline_of(clock, calendar, at),
        "moved": moved_over_weekend(clock, calendar),
        "holder": _holder(clock),
        "state": clock.get_state_display(),
        "opens": "" if hidden else _opens(request, clock, duty),
        "deeds": _deeds(request, clock, turn, duty, wrong or {})
        if _may_act(request, clock)
        else [],
        "history": [*history_of(clock), *_entries(clock)],
    }
    return answer(request, "clocks/clock.html", context, status=status)


def _may_act(request: Visit, clock: Clock) -> bool:
    return may("clocks.handle", request.actor, clock) or may(
        "clocks.hand_over", request.actor, clock
    )


def _deeds(
    request: Visit, clock: Clock, turn: Turn | None, duty: Duty | None, wrong: dict[str, Any]
) -> list[Deed]:
    """In the order in which they are wanted; what is forbidden says why."""
    handles = may("clocks.handle", request.actor, clock)
    found = []
    on = local_day(timezone.now())
    if turn is not None and handles:
        if turn.kept == "word" and on < turn.closes:
            found.append(Deed("take-back", TITLES["take-back"], _form(request, "take-back")))
        if clock.is_open:
            told = rules.told_by_word(bool(duty and duty.kept_by))
            found.append(
                Deed(
                    "done",
                    TITLES["done"],
                    wrong.get("done") or _form(request, "done", quick=bool(duty and duty.is_quick)),
                )
                if told
                else Deed("done", TITLES["done"], finding=told)
            )
    if not clock.is_open:
        return found
    terms = terms_of(clock)
    if handles:
        stopped = clock.state == "paused"
        name = "resume" if stopped else "pause"
        judged = (
            rules.may_resume(terms.pauses) if stopped else rules.may_pause(terms.pauses, stopped)
        )
        if turn is None:
            found.append(_deed(request, clock, name, judged, wrong))
        found.append(_deed(request, clock, "extend", extension_of(clock, turn, duty, on), wrong))
    if may("clocks.hand_over", request.actor, clock):
        passed = rules.may_pass_on(clock.closed)
        form = wrong.get("hand-over") or (_form(request, "hand-over") if passed else None)
        found.append(
            Deed("hand-over", TITLES["hand-over"], form, finding=None if passed else passed)
        )
    return found


def _deed(request: Visit, clock: Clock, name: str, judged: Finding, wrong: dict[str, Any]) -> Deed:
    way = terms_of(clock).ways.get(name)
    if way is not None:
        return Deed(name, TITLES[name], url=_way(request, clock, way))
    if not judged:
        return Deed(name, TITLES[name], finding=judged)
    return Deed(name, TITLES[name], wrong.get(name) or _form(request, name))


def _is_quick(clock: Clock) -> bool:
    turn = turn_of(clock)
    kept = duty_of(clock.community_id, turn.key) if turn else None
    return bool(kept and kept.duty.is_quick)


def _form(request: Visit, deed: str, data: Any = None, *, quick: bool = False) -> Any:
    if deed in ("done", "resume", "take-back"):
        return DoneForm(data, quick=quick or deed != "done", auto_id=_ids(deed))
    if deed == "hand-over":
        colleagues = desk_accounts(request.community, timezone.localdate())
        return HandOverForm(data, colleagues=colleagues, auto_id=_ids(deed))
    form = {"pause": ReasonForm, "extend": ExtendForm}.get(deed)
    return form(data, auto_id=_ids(deed)) if form else None


def _ids(deed: str) -> str:
    """Several forms stand on the page, and each field has an id of its own."""
    return f"id_{deed}_%s"


def _opens(request: Visit, clock: Clock, duty: Duty | None) -> str:
    """The page of the thing itself."""
    if duty is not None:
        return _reverse(duty.opens, {"community_code": request.community.code})
    return reverse("clocks:open", args=[request.community.code, clock.pk]) if clock.url_name else ""


def _way(request: Visit, clock: Clock, way: Way) -> str:
    code = {"community_code": request.community.code}
    return _reverse(way.url_name, {**code, **clock.url_args, **way.args})


def _reverse(name: str, kwargs: dict[str, Any]) -> str:
    if not name:
        return ""
    try:
        return reverse(name, kwargs=kwargs)
    except NoReverseMatch:
        return ""


def _holder(clock: Clock) -> str:
    if clock.holder_account_id:
        return labels_of([clock.holder_account_id]).get(clock.holder_account_id, "")
    return str(POSTS[clock.holder_post].title) if clock.holder_post in POSTS else ""


def _entries(clock: Clock) -> list[Entry]:
    """What the book says of it beside what its own rows tell with their reasons."""
    told = {"clocks.warn", "clocks.miss", "clocks.resume_clock"}
    return [
        Entry(entry.at, entry.words)
        for entry in entries_of(clock.pk)
        if entry.action in told and not clock.private
    ]
