"""How many, and for those who may know it: who. Asked of any day."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.people import actions
from linli.core.people.models import Question
from linli.core.people.presentation import MOST_LISTED, open_list
from linli.core.people.queries import answer_asked
from linli.core.people.rules.counting import question_coarse, told_count
from linli.core.places.kinds import LEVELS
from linli.core.places.models import Place
from linli.lib.law import Finding, Refused
from linli.web.desk.roster import shapes
from linli.web.desk.roster.asking import QuestionForm, as_address
from linli.web.desk.roster.views.people import add_refusal


@needs("people.count")
@require_safe
def questions(request: Visit) -> HttpResponse:
    """The question, how many it means on its day or days, and the questions kept."""
    form = _form(request, request.GET or None)
    context = {"form": form, "saved": _saved(request), "here": request.GET.urlencode()}
    if form.is_valid():
        context |= _answered(request, form)
    status = 422 if form.errors else 200
    response = answer(request, "roster/questions.html", context, "roster/_answer.html",
                      status=200 if request.htmx else status)  # fmt: skip
    response["Cache-Control"] = "no-store"
    return response


@needs("people.list")
@require_POST
def listed(request: Visit) -> HttpResponse:
    """Who is meant, by name and home. Each of them can read that the list was asked for."""
    form = _form(request, request.POST)
    if not form.is_valid():
        raise Http404
    on, at = form.days[0], timezone.now()
    rows = open_list(
        request.community, request.actor, on=on, asked=form.asked, question=form.words(), at=at
    )
    people = shapes.lines([row.person for row in rows], request.actor, on)
    context = {
        "words": form.words(),
        "on": on,
        "rows": list(zip(rows, people, strict=True)),
        "back": f"{_here(request)}?{as_address(form.asked)}&on={on.isoformat()}",
    }
    response = answer(request, "roster/listed.html", context)
    response["Cache-Control"] = "no-store"
    return response


@needs("people.save_question")
@require_POST
def save(request: Visit) -> HttpResponse:
    """Keeps a question under a name, for the whole desk."""
    form = _form(request, request.POST)
    if not form.is_valid():
        raise Http404
    name = request.POST.get("name", "")[:40]
    actions.save_question(
        request.community, by=request.actor, at=timezone.now(), name=name, asked=form.asked
    )
    messages.success(request, _("已保存，工作台上的人都可以用。"))
    return redirect(f"{_here(request)}?{as_address(form.asked)}")


@needs("people.save_question")
@require_POST
def drop(request: Visit, question_id: UUID) -> HttpResponse:
    """The question is kept no longer."""
    found = Question.objects.filter(community=request.community, pk=question_id).first()
    if found is None:
        raise Http404
    actions.drop_question(found, by=request.actor, at=timezone.now())
    messages.success(request, _("已删除。"))
    return redirect(_here(request))


def _here(request: Visit) -> str:
    return reverse("roster:questions", args=[request.community.code])


def _form(request: Visit, data: Any) -> QuestionForm:
    coarse = not may("people.list", request.actor, request.community)
    return QuestionForm(data, community=request.community, coarse=coarse)


def _answered(request: Visit, form: QuestionForm) -> dict[str, Any]:
    """The counts, exact or as they may be told; nothing where the question is too fine."""
    if form.coarse:
        coarse = _coarse(form)
        if not coarse:
            add_refusal(form, Refused(coarse))
            return {}
    told = []
    for day in form.days:
        found = answer_asked(request.community, day, form.asked)
        count, undated = found.count, found.undated
        if form.coarse:
            told.append({"on": day, "count": told_count(count), "undated": told_count(undated),
                         "small": told_count(count) is None})  # fmt: skip
        else:
            told.append({"on": day, "count": count, "undated": undated,
                         "listable": 0 < count <= MOST_LISTED})  # fmt: skip
    return {"told": told, "words": form.words(), "coarse": form.coarse,
            "fields": _fields(form), "most": MOST_LISTED}  # fmt: skip


def _coarse(form: QuestionForm) -> Finding:
    asked = form.asked
    place = Place.objects.filter(pk=asked.place).first() if asked.place else None
    deep = place is not None and place.level > LEVELS["building"]
    return question_coarse(asked.age_from, asked.age_to, deep, form.days)


def _fields(form: QuestionForm) -> list[tuple[str, Any]]:
    """The question again, for the forms that act on it; the day is each form's own."""
    values = form.asked.as_values()
    return [*{**values, "tie": values["tie"] or "any"}.items()]


def _saved(request: Visit) -> list[tuple[Question, str]]:
    rows = Question.objects.filter(community=request.community).order_by("name")
    return [(row, as_address(row.asked)) for row in rows]
