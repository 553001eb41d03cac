"""The register at the desk: bodies and offices, what is vacant, what ends."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step
from linli.partners.organisations import actions
from linli.partners.organisations.forms.register import (
    BodyForm,
    EndBodyForm,
    OfficeForm,
    RegisterForm,
    UntilForm,
    WorkForm,
)
from linli.partners.organisations.models import Organisation
from linli.partners.organisations.queries.holders import history_of, holders_of, holders_on
from linli.partners.organisations.queries.register import (
    body_for,
    ending_on,
    filed_as,
    lines_of_work,
    office_for,
    register_of,
    vacancies_on,
)
from linli.partners.organisations.rules.social import ends_in_register


@needs("organisations.see_desk")
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """The register with what it wants: vacancies, ending terms, lines of work nobody does."""
    here, today = request.community, timezone.localdate()
    form = RegisterForm(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    words, kind = asked.get("q", ""), asked.get("kind", "")
    bodies = register_of(here, words, kind)
    held = holders_of(bodies, today)
    context = {
        "form": form,
        "chosen": bool(words or kind),
        "rows": [(body, len(held[body.pk])) for body in bodies],
        "vacancies": vacancies_on(here, today),
        "ending": ending_on(here, today),
        "lines": lines_of_work(here, today),
        "keeps": may("organisations.keep", request.actor, here),
        "today": today,
    }
    bodies_alone = "organisations/desk/_bodies.html"
    return answer(request, "organisations/desk/register.html", context, fragment=bodies_alone)


@needs("organisations.see_desk")
@require_safe
def show(request: Visit, organisation_id: UUID) -> HttpResponse:
    """One body with all that can be done about it."""
    body, today = body_for(request.actor, request.community, organisation_id), timezone.localdate()
    held = holders_on(body, today)
    context = {
        "body": body,
        "held": held,
        "told": bool(held) and all(each.key is None for each in held),
        "before": [each for each in history_of(body, today) if each.until and each.until <= today],
        "offices": list(body.offices.filter(until__isnull=True).order_by("rank", "title")),
        "handovers": list(body.handovers.order_by("-opened_on")[:6]),
        "lines": list(body.lines.filter(until__isnull=True).order_by("what")),
        "has_lines": body.kind in actions.directory.DOES,
        "keeps": may("organisations.keep", request.actor, body),
        "enters": may("organisations.enter_terms", request.actor, body),
        "filed": filed_as(body),
        "today": today,
    }
    return answer(request, "organisations/desk/body.html", context)


@needs("organisations.keep")
def add(request: Visit) -> HttpResponse:
    """Enters a body."""
    form = BodyForm(sent(request), community=request.community)
    return step(
        request,
        form,
        lambda said: actions.add(
            request.community, given=form.given, by=request.actor, at=timezone.now(),
            once=said["once"],
        ),
        title=_("登记组织"),
        done=_("登记好了。接着写有哪些岗位。"),
        back=at(request, "desk"),
        leads_to=lambda made: at(request, "body", made.pk),
    )  # fmt: skip


@needs("organisations.keep")
def alter(request: Visit, organisation_id: UUID) -> HttpResponse:
    """Changes what is said of a body."""
    body = body_for(request.actor, request.community, organisation_id)
    form = BodyForm(sent(request), community=request.community, row=body)
    return body_step(
        request,
        body,
        form,
        lambda said: actions.alter(
            body, given=form.given, seen=said["seen"] or 0, by=request.actor, at=timezone.now(),
            once=said["once"],
        ),
        title=_("改登记"),
        done=_("改好了。"),
    )  # fmt: skip


@needs("organisations.keep")
def end(request: Visit, organisation_id: UUID) -> HttpResponse:
    """A body is there no longer."""
    body = body_for(request.actor, request.community, organisation_id)
    return body_step(
        request,
        body,
        EndBodyForm(sent(request)),
        lambda said: actions.end(body, **said, by=request.actor, at=timezone.now()),
        title=_("组织终止"),
        findings=(ends_in_register(filed=filed_as(body) is not None),),
        done=_("登记好了。以前的任职仍然能查。"),
    )


@needs("organisations.keep")
def add_office(request: Visit, organisation_id: UUID) -> HttpResponse:
    """Enters an office of a body."""
    body = body_for(request.actor, request.community, organisation_id)
    form = OfficeForm(sent(request), initial={"since": body.since})
    return body_step(
        request,
        body,
        form,
        lambda said: actions.add_office(
            body, given=form.given, by=request.actor, at=timezone.now(), once=said["once"]
        ),
        title=_("设岗位"),
        done=_("设好了。没有人任职的，已经列入待办。"),
    )


@needs("organisations.keep")
def divide_work(request: Visit, office_id: UUID) -> HttpResponse:
    """Says what an office sees to."""
    office = office_for(request.actor, request.community, office_id)
    start = {
        "duties": office.duties, "subject": office.subject, "seats": office.seats,
        "seen_seats": office.seats,
    }  # fmt: skip
    return body_step(
        request,
        office.organisation,
        WorkForm(sent(request), initial=start),
        lambda said: actions.divide_work(office, **said, by=request.actor, at=timezone.now()),
        title=_("分工和名额"),
        done=_("改好了。"),
        note=office.title,
    )


@needs("organisations.keep")
def end_office(request: Visit, office_id: UUID) -> HttpResponse:
    """An office is there no longer."""
    office = office_for(request.actor, request.community, office_id)
    return body_step(
        request,
        office.organisation,
        UntilForm(sent(request)),
        lambda said: actions.end_office(office, **said, by=request.actor, at=timezone.now()),
        title=_("撤销岗位"),
        done=_("撤销了。以前的任职仍然能查。"),
        note=office.title,
    )


def at(request: Visit, name: str, *args: Any) -> str:
    """An address of this room."""
    return reverse(f"organisations:{name}", args=[request.community.code, *args])


def body_step(
    request: Visit, body: Organisation, form: Any, carry_out: Any, **words: Any
) -> HttpResponse:
    """A step that leads back to its body."""
    return step(request, form, carry_out, back=at(request, "body", body.pk), **words)
