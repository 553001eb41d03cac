"""Hazards at the desk and before whoever must mend them."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs, signed_in
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, sent_files, step
from linli.lib.calendar import local_day
from linli.mechanisms.flow.queries import timeline
from linli.safety.hazards.actions import finding, mending
from linli.safety.hazards.flows import HAZARD
from linli.safety.hazards.forms import hazards as forms
from linli.safety.hazards.forms.told import ReasonStep, shots_of
from linli.safety.hazards.models import Hazard
from linli.safety.hazards.queries import hazards as queries
from linli.safety.hazards.rules import another_hand
from linli.safety.hazards.views.sending import carry, desk_tabs, here, once, pressed


@needs("hazards.see_desk")
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """What is not closed, what is late first."""
    on = local_day(timezone.now())
    rows = queries.open_hazards(request.community)
    context = {
        "late": [row for row in rows if row.due_on and row.due_on < on],
        "open": [row for row in rows if not (row.due_on and row.due_on < on)],
        "counts": queries.counts(request.community, on),
        "tabs": desk_tabs(request, "desk"),
    }
    return answer(request, "hazards/desk/list.html", context)


@needs("hazards.see_owed")
@require_safe
def show_owed(request: Visit) -> HttpResponse:
    """What one's own body must mend."""
    on = local_day(timezone.now())
    rows = queries.owed_by(request.actor, request.community)
    return answer(request, "hazards/desk/owed.html", {"rows": rows, "on": on})


@signed_in
@require_safe
def show(request: Visit, hazard_id: UUID) -> HttpResponse:
    """One hazard, with all that can be done about it: for the desk, and for who must mend it."""
    hazard = _loaded(request, hazard_id)
    before, after = queries.pictures(hazard, public=False)
    last = hazard.mendings.order_by("-id").first()
    context = {
        "hazard": hazard,
        "before": before,
        "after": after,
        "last": last,
        "again": another_hand(last.mended_by_id if last else None, request.actor.account),
        "entries": timeline(HAZARD, hazard, public=False),
        "handings": hazard.handings.all(),
        "sorts": may("hazards.sort", request.actor, hazard),
        "mends": may("hazards.mend", request.actor, hazard),
        "hidden": any(each.visibility != "public" for each in (*before, *after)),
        "late": hazard.due_on and hazard.due_on < (hazard.closed_on or local_day(timezone.now())),
    }
    return answer(request, "hazards/desk/hazard.html", context)


def _loaded(request: Visit, key: UUID) -> Hazard:
    hazard = queries.hazard_in(request.community, key)
    sees = may("hazards.see_desk", request.actor, hazard) or may(
        "hazards.mend", request.actor, hazard
    )
    if not sees:
        raise Http404
    return hazard


@needs("hazards.check")
def find(request: Visit) -> HttpResponse:
    """Somebody of the house sees a hazard."""
    form = forms.HazardForm(
        sent(request), sent_files(request), community=request.community, at_desk=True
    )
    return step(
        request,
        form,
        lambda said: once(
            request, finding.find, request.community, said, seen=form.seen_there("staff")
        ),
        title=_("记一处隐患"),
        done=_("记下了，请定由谁整改。"),
        back=here(request, "desk"),
    )


@needs("hazards.sort")
def confirm(request: Visit, hazard_id: UUID) -> HttpResponse:
    """It is so."""
    hazard = queries.hazard_in(request.community, hazard_id)
    form = forms.ConfirmForm(sent(request), row=hazard)
    return _step(
        request, hazard, form, finding.confirm, _("核实有隐患"), fields=("serious", "seen")
    )


@needs("hazards.sort")
def dismiss(request: Visit, hazard_id: UUID) -> HttpResponse:
    """There is none."""
    hazard = queries.hazard_in(request.community, hazard_id)
    form = ReasonStep(sent(request), row=hazard)
    return _step(request, hazard, form, finding.dismiss, _("核实没有隐患"))


@needs("hazards.sort")
def assign(request: Visit, hazard_id: UUID) -> HttpResponse:
    """Who must mend it."""
    hazard = queries.hazard_in(request.community, hazard_id)
    form = forms.OwnerForm(sent(request), row=hazard)
    return step(
        request, form, lambda _said: carry(request, mending.assign, hazard, **form.owned()),
        title=_("定由谁整改"), done=_("定好了，期限从今天起算。"),
        back=here(request, "work", hazard.pk),
    )  # fmt: skip


@needs("hazards.sort")
def hand_over(request: Visit, hazard_id: UUID) -> HttpResponse:
    """Somebody else must mend it."""
    hazard = queries.hazard_in(request.community, hazard_id)
    form = forms.HandOverForm(sent(request), row=hazard)
    return step(
        request, form,
        lambda said: carry(
            request, mending.hand_over, hazard, reason=said["reason"], **form.owned()
        ),
        title=_("改由别人整改"), done=_("改了，期限不变。"), back=here(request, "work", hazard.pk),
    )  # fmt: skip


@needs("hazards.sort")
def forward(request: Visit, hazard_id: UUID) -> HttpResponse:
    """To the competent authority."""
    hazard = queries.hazard_in(request.community, hazard_id)
    form = forms.ForwardForm(sent(request), row=hazard)
    fields = ("authority", "words", "seen")
    return _step(request, hazard, form, mending.forward, _("移交主管部门"), fields=fields)


@needs("hazards.sort")
def take_back(request: Visit, hazard_id: UUID) -> HttpResponse:
    """The authority gives it back."""
    hazard = queries.hazard_in(request.community, hazard_id)
    form = ReasonStep(sent(request), row=hazard)
    return _step(request, hazard, form, mending.take_back, _("主管部门退回"))


@needs("hazards.sort")
def fail(request: Visit, hazard_id: UUID) -> HttpResponse:
    """It is not mended."""
    hazard = queries.hazard_in(request.community, hazard_id)
    form = ReasonStep(sent(request), row=hazard)
    return _step(request, hazard, form, mending.look_again, _("复查不合格"), good=False)


@signed_in
def mend(request: Visit, hazard_id: UUID) -> HttpResponse:
    """It is mended, says who must mend it."""
    hazard = _loaded(request, hazard_id)
    form = forms.MendForm(sent(request), sent_files(request), row=hazard)
    return step(
        request, form,
        lambda said: carry(
            request, mending.mend, hazard, how=said["how"], shots=shots_of(said),
            seen=said["seen"],
        ),
        title=_("整改完"), note=_("请另一位工作人员到现场复查，合格了才销号。"),
        done=_("记下了，等另一个人复查。"), back=here(request, "work", hazard.pk),
    )  # fmt: skip


PRESSED: dict[str, tuple[Any, Any, dict[str, bool]]] = {
    "pass": (mending.look_again, _("复查合格，销号了。"), {"good": True}),
    "show": (mending.show_photos, _("照片公开了。"), {"clear": True}),
    "remove": (mending.show_photos, _("照片删除了。"), {"clear": False}),
}


@needs("hazards.sort")
@require_POST
def press(request: Visit, hazard_id: UUID, move: str) -> HttpResponse:
    """A step that asks nothing."""
    if move not in PRESSED:
        raise Http404
    act, done, given = PRESSED[move]
    hazard = queries.hazard_in(request.community, hazard_id)
    return pressed(request, act, hazard, done, here(request, "work", hazard.pk), **given)


def _step(
    request: Visit, hazard: Hazard, form: Any, act: Any, title: Any,
    fields: tuple[str, ...] = ("reason", "seen"), **more: Any,
) -> HttpResponse:  # fmt: skip
    return step(
        request, form,
        lambda said: carry(request, act, hazard, **{name: said[name] for name in fields}, **more),
        title=title, done=_("记下了。"), back=here(request, "work", hazard.pk),
    )  # fmt: skip
