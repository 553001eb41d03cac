"""Who comes, who leaves, what is handed over, what offices do: at the desk."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step
from linli.lib.identity.ids import new_id
from linli.partners.organisations import actions
from linli.partners.organisations.forms.register import (
    HandoverForm,
    ItemForm,
    LeaveOfficeForm,
    LineForm,
    TermForm,
    WholeTermForm,
)
from linli.partners.organisations.forms.staff import TrainingForm
from linli.partners.organisations.forms.told import SureForm
from linli.partners.organisations.queries.register import (
    body_for,
    handover_for,
    item_for,
    line_for,
    office_for,
    term_for,
)
from linli.partners.organisations.views.desk import at, body_step

ASKED = _(
    "近亲属：配偶、父母、子女、兄弟姐妹、祖父母、外祖父母、孙子女、外孙子女（民法典第1045条）。"
)


@needs("organisations.enter_terms")
def begin(request: Visit, office_id: UUID) -> HttpResponse:
    """Somebody comes to an office."""
    office = office_for(request.actor, request.community, office_id)
    start = {"chosen": office.chosen, "expected": office.organisation.term_ends}
    form = TermForm(sent(request), community=request.community, initial=start)
    return body_step(
        request,
        office.organisation,
        form,
        lambda said: actions.begin_term(
            office, given=actions.Chosen(office=office, **form.given), by=request.actor,
            at=timezone.now(), once=said["once"],
        ),
        title=_("登记任职"),
        done=_("登记好了。空缺补上的，待办里就没有了。"),
        note=f"{office.organisation.name} · {office.title}",
        findings=(),
    )  # fmt: skip


@needs("organisations.enter_terms")
def begin_all(request: Visit, organisation_id: UUID) -> HttpResponse:
    """A body's new term as a whole."""
    body = body_for(request.actor, request.community, organisation_id)

    def enter(said: dict[str, Any]) -> object:
        return actions.enter_whole_term(
            body, chosen=_chosen(said), kin=said.get("kin", ()),
            kin_there=said.get("kin_there", ()),
            ends=said["ends"], seen=said["seen"],
            by=request.actor, at=timezone.now(), once=said["once"],
        )  # fmt: skip

    return body_step(
        request,
        body,
        WholeTermForm(sent(request), body=body),
        enter,
        title=_("登记新一届"),
        done=_("新一届登记好了，上一届同一天结束。"),
        note=ASKED,
    )


def _chosen(said: dict[str, Any]) -> list[actions.Chosen]:
    """Each who comes; where no rule judges kin, nobody is asked of it."""
    return [
        actions.Chosen(
            office, name, said["since"], said["chosen"], said["paper"], said["ends"],
            woman=woman,
            asked_kin=said.get("asked_kin", True), shows_name=said.get("shows_name", False),
        )
        for office, name, woman in said["lines"]
    ]  # fmt: skip


@needs("organisations.enter_terms")
def end(request: Visit, term_id: UUID) -> HttpResponse:
    """Somebody leaves an office."""
    term = term_for(request.actor, request.community, term_id)
    return body_step(
        request,
        term.office.organisation,
        LeaveOfficeForm(sent(request)),
        lambda said: actions.end_term(term, **said, by=request.actor, at=timezone.now()),
        title=_("不再任职"),
        done=_("登记好了。空出来的岗位已经列入待办。"),
        note=f"{term.office.title} · {term.name}",
    )


@needs("organisations.enter_terms")
def hide_name(request: Visit, term_id: UUID) -> HttpResponse:
    """They no longer agree to be named."""
    term = term_for(request.actor, request.community, term_id)
    return body_step(
        request,
        term.office.organisation,
        SureForm(sent(request)),
        lambda said: actions.hide_name(term, **said, by=request.actor, at=timezone.now()),
        title=_("收回公布姓名和电话的同意"),
        done=_("从现在起不公布了。"),
        note=f"{term.office.title} · {term.name}",
    )


@needs("organisations.keep")
def train(request: Visit, term_id: UUID) -> HttpResponse:
    """Hours of training of somebody who holds an office."""
    term = term_for(request.actor, request.community, term_id)
    return body_step(
        request,
        term.office.organisation,
        TrainingForm(sent(request)),
        lambda said: actions.record_training(
            term, on=said["on"], half_hours=said["hours"], subject=said["subject"],
            given_by=said["by"], by=request.actor, at=timezone.now(), once=said["once"],
        ),
        title=_("登记培训"),
        done=_("登记好了。"),
        note=f"{term.office.title} · {term.name}",
    )  # fmt: skip


@needs("organisations.keep")
def open_handover(request: Visit, organisation_id: UUID) -> HttpResponse:
    """A body is handed over."""
    body = body_for(request.actor, request.community, organisation_id)
    return step(
        request,
        HandoverForm(sent(request), initial={"on": timezone.localdate()}),
        lambda said: actions.open_handover(body, **said, by=request.actor, at=timezone.now()),
        title=_("开始交接"),
        done=_("清单列好了，请逐项签字。"),
        back=at(request, "body", body.pk),
        leads_to=lambda made: at(request, "handover", made.pk),
    )


@needs("organisations.see_desk")
@require_safe
def show_handover(request: Visit, handover_id: UUID) -> HttpResponse:
    """The list, item by item."""
    handover = handover_for(request.actor, request.community, handover_id)
    items = handover.items.select_related("given_by", "taken_by").order_by("pk")
    rows = [(item, new_id()) for item in items]
    context = {"handover": handover, "body": handover.organisation, "rows": rows}
    return answer(request, "organisations/desk/handover.html", context)


@needs("organisations.keep")
def add_item(request: Visit, handover_id: UUID) -> HttpResponse:
    """One more thing."""
    handover = handover_for(request.actor, request.community, handover_id)
    return step(
        request,
        ItemForm(sent(request)),
        lambda said: actions.add_item(handover, **said, by=request.actor, at=timezone.now()),
        title=_("清单加一项"),
        done=_("加好了。"),
        back=at(request, "handover", handover.pk),
    )


@needs("organisations.sign")
@require_POST
def sign_item(request: Visit, item_id: UUID) -> HttpResponse:
    """Signs one thing: who gives first, then who takes."""
    item = item_for(request.actor, request.community, item_id)
    form = SureForm(request.POST)
    once = form.cleaned_data["once"] if form.is_valid() else None
    actions.sign_item(item, by=request.actor, at=timezone.now(), once=once)
    return redirect("organisations:handover", request.community.code, item.handover_id)


@needs("organisations.keep")
def add_line(request: Visit, organisation_id: UUID) -> HttpResponse:
    """What an office does for residents."""
    body = body_for(request.actor, request.community, organisation_id)
    return body_step(
        request,
        body,
        LineForm(sent(request)),
        lambda said: actions.add_line(body, **said, by=request.actor, at=timezone.now()),
        title=_("写一条办事指引"),
        done=_("写好了，居民已经查得到。"),
        note=body.name,
    )


@needs("organisations.keep")
def end_line(request: Visit, line_id: UUID) -> HttpResponse:
    """The office does it no longer."""
    line = line_for(request.actor, request.community, line_id)
    return body_step(
        request,
        line.organisation,
        SureForm(sent(request)),
        lambda said: actions.end_line(line, **said, by=request.actor, at=timezone.now()),
        title=_("不再管这件事"),
        done=_("收起来了。"),
        note=line.what,
    )
