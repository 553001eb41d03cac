"""Inspections, what they found, and its course until it is put right or reported."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import may
from linli.core.files.queries import files_of
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, sent_files, step
from linli.governance.oversight.actions import inspections as acts
from linli.governance.oversight.flows.inspections import SHORTCOMING
from linli.governance.oversight.forms import inspections as forms
from linli.governance.oversight.forms.committee import SureForm
from linli.governance.oversight.models import Inspection, Shortcoming
from linli.governance.oversight.queries.inspections import inspection_for, shortcoming_for
from linli.mechanisms.flow.queries import timeline

STEPS = {
    "ask_correction": "ask_correction",
    "answer": "answer_found",
    "send_back": "send_back_found",
    "settle": "settle_found",
    "report_up": "report_up",
    "drop": "drop_found",
}
"""The moves of what was found, and the pages on which they are taken."""


@needs("oversight.supervise")
def plan(request: Visit) -> HttpResponse:
    """Puts an inspection on the plan, or begins one at once."""
    return step(
        request,
        forms.InspectionForm(sent(request)),
        lambda given: acts.plan_inspection(
            request.community, by=request.actor, at=timezone.now(), **given
        ),
        title=_("列一次检查"),
        done=_("已列入。检查以后记下经过和结论。"),
        back=reverse("oversight:supervision_desk", args=[request.community.code]),
        says=_("列入"),
    )


@needs("oversight.see_supervision")
@require_safe
def show_inspection(request: Visit, inspection_id: UUID) -> HttpResponse:
    """One inspection and what came of it."""
    inspection = inspection_for(request.actor, request.community, inspection_id)
    context = {
        "inspection": inspection,
        "found": list(inspection.shortcomings.order_by("found_on", "id")),
        "supervises": may("oversight.supervise", request.actor, inspection),
    }
    return answer(request, "oversight/inspection.html", context)


@needs("oversight.supervise")
def record(request: Visit, inspection_id: UUID) -> HttpResponse:
    """What was looked at, how, and what came of it."""
    inspection = inspection_for(request.actor, request.community, inspection_id)
    return step(
        request,
        forms.ResultForm(sent(request), initial={"looked_on": timezone.localdate()}),
        lambda given: acts.record_inspection(
            inspection, by=request.actor, at=timezone.now(), **given
        ),
        title=_("记录检查：%(title)s") % {"title": inspection.title},
        done=_("已记录。发现问题的，接着记下。"),
        back=_inspection(inspection),
        says=_("保存"),
    )


@needs("oversight.supervise")
def drop_inspection(request: Visit, inspection_id: UUID) -> HttpResponse:
    """Takes an inspection off the plan."""
    inspection = inspection_for(request.actor, request.community, inspection_id)
    return step(
        request,
        SureForm(sent(request)),
        lambda _given: acts.drop_inspection(inspection, by=request.actor, at=timezone.now()),
        title=_("取消检查：%(title)s") % {"title": inspection.title},
        done=_("已取消。"),
        back=_inspection(inspection),
        says=_("取消检查"),
    )


@needs("oversight.supervise")
def found(request: Visit) -> HttpResponse:
    """Writes down something that was found, in an inspection or apart from one."""
    inspection = _of(request)
    looked_at = inspection.looked_at if inspection else ""
    initial = {"found_on": timezone.localdate(), "looked_at": looked_at}
    form = forms.FoundForm(sent(request), sent_files(request), initial=initial)

    def write_down(given: dict[str, Any]) -> Shortcoming:
        photo = given.pop("photo")
        return acts.raise_shortcoming(
            request.community,
            found=acts.Found(**given),
            inspection=inspection,
            photo=photo,
            by=request.actor,
            at=timezone.now(),
        )

    desk = reverse("oversight:supervision_desk", args=[request.community.code])
    return step(
        request, form, write_down, title=_("记下发现的问题"), done=_("已记下。接着可以要求改正。"),
        back=_inspection(inspection) if inspection else desk, says=_("记下"),
    )  # fmt: skip


@needs("oversight.see_supervision")
@require_safe
def show(request: Visit, shortcoming_id: UUID) -> HttpResponse:
    """What was found, with both sheets where two differ, and its course."""
    shortcoming = shortcoming_for(request.actor, request.community, shortcoming_id)
    supervises = may("oversight.supervise", request.actor, shortcoming)
    ended = shortcoming.state in ("settled", "reported")
    context = {
        "shortcoming": shortcoming,
        "entries": timeline(SHORTCOMING, shortcoming, public=False),
        "moves": _moves(request, shortcoming),
        "files": list(files_of(shortcoming)),
        "late": shortcoming.state == "asked"
        and shortcoming.limit is not None
        and shortcoming.limit < timezone.localdate(),
        "publishes": supervises and ended and shortcoming.posting_id is None,
    }
    return answer(request, "oversight/shortcoming.html", context)


@needs("oversight.supervise")
def ask(request: Visit, shortcoming_id: UUID) -> HttpResponse:
    """Asks the committee to put it right."""
    return _take(
        request, shortcoming_id, forms.AskForm(sent(request)), acts.ask_correction,
        title=_("要求改正"), done=_("已要求居委会改正，期限到了会提醒。"),
    )  # fmt: skip


@needs("oversight.supervise")
def send_back(request: Visit, shortcoming_id: UUID) -> HttpResponse:
    """The answer does not do."""
    return _take(
        request, shortcoming_id, forms.AskForm(sent(request)), acts.send_back,
        title=_("退回，再要求改正"), done=_("已退回。"),
    )  # fmt: skip


@needs("oversight.answer_shortcoming")
def give_answer(request: Visit, shortcoming_id: UUID) -> HttpResponse:
    """The committee says what it did, or why it stands."""
    return _take(
        request, shortcoming_id, forms.AnswerForm(sent(request)), acts.answer_shortcoming,
        title=_("答复监督意见"), done=_("已答复，等监督委员会核对。"),
    )  # fmt: skip


@needs("oversight.supervise")
def settle(request: Visit, shortcoming_id: UUID) -> HttpResponse:
    """It has been put right."""
    return _take(
        request, shortcoming_id, forms.ReasonForm(sent(request)), acts.settle,
        title=_("确认已改正"), done=_("已确认。可以公布结果。"),
    )  # fmt: skip


@needs("oversight.supervise")
def report_up(request: Visit, shortcoming_id: UUID) -> HttpResponse:
    """Reports it to the street, the district or the supervision organ."""
    return _take(
        request, shortcoming_id, forms.ReportForm(sent(request)), acts.report_up,
        title=_("向街道、区反映"), done=_("已登记。请打印信件送去。"),
    )  # fmt: skip


@needs("oversight.supervise")
def drop(request: Visit, shortcoming_id: UUID) -> HttpResponse:
    """There was nothing in it."""
    return _take(
        request, shortcoming_id, forms.ReasonForm(sent(request)), acts.drop_shortcoming,
        title=_("核实后不成立"), done=_("已登记。"),
    )  # fmt: skip


@needs("oversight.supervise")
def publish(request: Visit, shortcoming_id: UUID) -> HttpResponse:
    """Posts what was found and how it ended."""
    return _take(
        request, shortcoming_id, SureForm(sent(request)), acts.publish_shortcoming,
        title=_("公布这个问题和处理结果"), done=_("已贴到公告栏。"),
    )  # fmt: skip


@needs("oversight.see_supervision")
@require_safe
def letter(request: Visit, shortcoming_id: UUID) -> HttpResponse:
    """The letter by which it was reported, to print and sign."""
    shortcoming = shortcoming_for(request.actor, request.community, shortcoming_id)
    if shortcoming.state != "reported":
        raise Http404
    return answer(request, "oversight/found_letter.html", {"shortcoming": shortcoming})


def _take(request: Visit, key: UUID, form: Any, act: Any, *, title: str, done: str) -> HttpResponse:
    shortcoming = shortcoming_for(request.actor, request.community, key)
    return step(
        request,
        form,
        lambda given: act(shortcoming, by=request.actor, at=timezone.now(), **given),
        title=title,
        note=shortcoming.title,
        done=done,
        back=reverse("oversight:shortcoming", args=[request.community.code, shortcoming.pk]),
    )


def _moves(request: Visit, shortcoming: Shortcoming) -> list[tuple[Any, str]]:
    """What this reader can do with it now: the title of the step, and its page."""
    return [
        (move.title, reverse(f"oversight:{page}", args=[request.community.code, shortcoming.pk]))
        for name, page in STEPS.items()
        if (move := SHORTCOMING.move(name)) and shortcoming.state in move.from_
        and may(move.who, request.actor, shortcoming)
    ]  # fmt: skip


def _of(request: Visit) -> Inspection | None:
    """The inspection in the address, where one is meant."""
    asked = request.GET.get("inspection", "")
    try:
        return inspection_for(request.actor, request.community, UUID(asked)) if asked else None
    except ValueError:
        raise Http404 from None


def _inspection(inspection: Inspection) -> str:
    return reverse("oversight:inspection", args=[inspection.community.code, inspection.pk])
