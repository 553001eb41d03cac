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
from linli.core.pages.keyset import page_of
from linli.core.pages.stepping import carry, once, pressed, sent, sent_files, step
from linli.core.pages.wording import tell_day
from linli.lib.calendar import local_day
from linli.safety.hazards.actions import finding, mending
from linli.safety.hazards.forms import hazards as forms
from linli.safety.hazards.forms.told import ReasonStep, shots_of
from linli.safety.hazards.law import limit_for
from linli.safety.hazards.models import Hazard
from linli.safety.hazards.origins import Known, known_of, origins_of
from linli.safety.hazards.queries import hazards as queries
from linli.safety.hazards.rules import another_hand, last_day_set
from linli.safety.hazards.views.sending import can, desk_tabs, here

A_PAGE = 30
NOT_YET = _("先只公开类别和地方；文字和照片等工作人员看过才公开。")
FROM_MATTER = _(
    "照诉求填好了，姓名、电话和门牌已经去掉。看过再记：大家都看得到；谁提的、原话、照片不带过来。"
)


@needs("hazards.see_desk")
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """What is not closed, what is late first; or what is over, of a kind, in a compound."""
    community, on = request.community, local_day(timezone.now())
    form = forms.DeskFilterForm(request.GET, community=community)
    said = form.chosen()
    context: dict[str, Any] = {
        "form": form,
        "over": said["state"],
        "narrowed": any(said.values()),
        "finds": can(request, "hazards.check"),
        "tabs": desk_tabs(request, "desk"),
    }
    narrow = {"kind": said["kind"] or "", "place": said["place"]}
    if said["state"]:
        rows = queries.of_kind_at(queries.over_hazards(community, said["state"]), **narrow)
        after = request.GET.get("after", "")
        context["page"] = page_of(rows, "found_on", after, newest=True, size=A_PAGE)
    else:
        context["on"] = on
        context["late"], context["open"] = queries.late_and_open(community, on, **narrow)
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
    last, photos = hazard.mendings.order_by("-id").first(), queries.photos_by_time(hazard)
    desk = may("hazards.see_desk", request.actor, hazard)
    context = {
        "hazard": hazard,
        "photos": photos,
        "hidden": [each.pk for _on, them in photos for each in them if each.visibility != "public"],
        "last": last,
        "again": another_hand(last.mended_by_id if last else None, request.actor.account),
        "entries": queries.course_of(hazard, desk=desk),
        "origins": origins_of(hazard, request.actor),
        "desk": desk,
        "handings": hazard.handings.all(),
        "sorts": may("hazards.sort", request.actor, hazard),
        "mends": may("hazards.mend", request.actor, hazard),
        "public": hazard.state in queries.SHOWN,
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
    """Somebody of the house, or who walks a round, sees a hazard; or a matter is about one."""
    sorts, (matter, known) = can(request, "hazards.sort"), _matter_of(request)
    form = forms.HazardForm(
        sent(request), sent_files(request), community=request.community, at_desk=True,
        sorts=sorts, known=known,
    )  # fmt: skip
    source, back = "matter" if matter else "staff", here(request, "desk" if sorts else "rounds")

    def leads_to(made: Hazard | None) -> str:
        """The new hazard, for who says who must mend it; also where the form came twice."""
        row = made or queries.of_matter(request.community, matter)
        return here(request, "work", row.pk) if sorts and row else back

    return step(
        request,
        form,
        lambda said: once(
            request, finding.find, request.community, said, seen=form.seen_there(source, matter)
        ),
        title=_("记一处隐患"),
        note=FROM_MATTER if known else "" if sorts else NOT_YET,
        done=_("记下了，请定由谁整改。") if sorts else _("记下了，居委会会定由谁整改。"),
        back=known.back if known else back,
        leads_to=leads_to,
    )


def _matter_of(request: Visit) -> tuple[UUID | None, Known | None]:
    """The matter the address names, and what is known of it; 404 where there is none to handle."""
    named = request.GET.get("matter", "")
    if not named:
        return None, None
    try:
        key = UUID(named)
    except ValueError:
        raise Http404 from None
    known = known_of(request.community, key, request.actor)
    if known is None:
        raise Http404
    return key, known


@needs("hazards.sort")
def confirm(request: Visit, hazard_id: UUID) -> HttpResponse:
    """It is so."""
    hazard = queries.hazard_in(request.community, hazard_id)
    form = forms.ConfirmForm(sent(request), row=hazard)
    return _step(
        request, hazard, form, finding.confirm, _("核实有隐患"), fields=("serious", "tell", "seen")
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
    form = forms.AssignForm(sent(request), row=hazard)
    return step(
        request, form,
        lambda said: carry(request, mending.assign, hazard, **_of(said, ("tell",)), **form.owned()),
        title=_("定由谁整改"), note=_limit_note(hazard), done=_("定好了。"),
        back=here(request, "work", hazard.pk),
    )  # fmt: skip


def _limit_note(hazard: Hazard) -> Any:
    """Which last day the press sets: by the kind from today, or the one that is past already."""
    on = local_day(timezone.now())
    days = int(limit_for(hazard.kind, hazard.serious, hazard.community, on).value)
    until = last_day_set(hazard.due_on, on, days)
    if until == hazard.due_on and until < on:
        return _kept_note(hazard)
    return _("按下以后，期限从今天起算 {n} 天，最后一天是{until}。").format(
        n=days, until=tell_day(until)
    )


def _kept_note(hazard: Hazard) -> Any:
    """The last day that stays."""
    if hazard.due_on is None:
        return ""
    return _("期限不变，最后一天是{until}。").format(until=tell_day(hazard.due_on))


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
        title=_("改由别人整改"), note=_kept_note(hazard), done=_("改了，期限不变。"),
        back=here(request, "work", hazard.pk),
    )  # fmt: skip


@needs("hazards.sort")
def forward(request: Visit, hazard_id: UUID) -> HttpResponse:
    """To the competent authority."""
    hazard = queries.hazard_in(request.community, hazard_id)
    form = forms.ForwardForm(sent(request), row=hazard)
    fields = ("authority", "words", "tell", "seen")
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
    if not may("hazards.mend", request.actor, hazard):
        raise Http404
    sorts = may("hazards.sort", request.actor, hazard)
    form = forms.MendForm(sent(request), sent_files(request), row=hazard, sorts=sorts)
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


def _of(said: dict[str, Any], fields: tuple[str, ...]) -> dict[str, Any]:
    """What was given, of those fields the form had."""
    return {name: said[name] for name in fields if name in said}


def _step(
    request: Visit, hazard: Hazard, form: Any, act: Any, title: Any,
    fields: tuple[str, ...] = ("reason", "seen"), **more: Any,
) -> HttpResponse:  # fmt: skip
    return step(
        request, form,
        lambda said: carry(request, act, hazard, **_of(said, fields), **more),
        title=title, done=_("记下了。"), back=here(request, "work", hazard.pk),
    )  # fmt: skip
