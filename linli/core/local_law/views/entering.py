"""Choosing what to lay down, writing it, and seeing what it would change before it is saved."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.local_law import queries
from linli.core.local_law.actions import enter, judge
from linli.core.local_law.forms import ValueForm
from linli.core.local_law.models import LocalValue
from linli.core.local_law.views.shapes import change_told, row_told
from linli.core.local_law.words import tell_rule, tell_value
from linli.core.pages.answer import answer
from linli.core.pages.bilingual import in_language
from linli.core.places.queries import jurisdictions_of
from linli.lib.law import Parameter, held
from linli.lib.law.titles import subject_of, subjects


@needs("local_law.enter")
@require_safe
def choose(request: Visit) -> HttpResponse:
    """The rules whose number the law leaves to the place, with what holds here today."""
    on, places = timezone.localdate(), jurisdictions_of(request.community)
    groups: dict[str, list[dict[str, Any]]] = {key: [] for key in subjects()}
    titles = {}
    for rule in queries.rules_left_to_places(on):
        subject, title = subject_of(rule)
        titles[subject] = in_language(title)
        row = held().in_force(rule, on, places)
        groups[subject].append({"rule": rule, "title": tell_rule(rule), "now": row_told(row)})
    context = {
        "subjects": [
            {"key": key, "title": titles[key], "rules": rules}
            for key, rules in groups.items()
            if rules
        ]
    }
    return answer(request, "local_law/choose.html", context)


@needs("local_law.enter")
@require_http_methods(["GET", "HEAD", "POST"])
def enter_value(request: Visit, rule: str) -> HttpResponse:
    """A form, then what the value would change, and only then is it proposed."""
    on, community = timezone.localdate(), request.community
    if rule not in queries.rules_left_to_places(on):
        raise Http404
    unit = queries.unit_of(rule)
    given: dict[str, Any] = {
        "unit": unit,
        "unit_words": _unit_words(unit),
        "initial": {"in_force_from": on},
    }
    form = ValueForm(request.POST or None, community=community, rule=rule, **given)
    context: dict[str, Any] = {"form": form, "rule": rule, "title": tell_rule(rule)}
    if request.method != "POST" or not form.is_valid() or "edit" in request.POST:
        context["now"] = row_told(held().in_force(rule, on, jurisdictions_of(community)))
        status = 422 if form.is_bound and form.errors else 200
        return answer(request, "local_law/enter.html", context, status=status)
    if "sure" not in request.POST:
        context |= _preview(request, form, on)
        return answer(request, "local_law/preview.html", context)
    by, at, once = request.actor, timezone.now(), form.cleaned_data["once"]
    value = enter(community, given=form.given, by=by, at=at, once=once)
    messages.success(request, _("已录入，等第二个人确认后才执行。"))
    return redirect("local_law:value", request.community.code, value.pk)


def _preview(request: Visit, form: ValueForm, on: date) -> dict[str, Any]:
    """What the value would change, whether it may be laid down, and what the form carries on."""
    findings = judge(form.given, request.community, on)
    return {
        "change": change_told(_row(form, form.unit, request.community), request.community),
        "findings": findings,
        "may_save": bool(findings),
        "carried": {name: value for name, value in request.POST.items() if _carried(name)},
    }


def _carried(name: str) -> bool:
    return name not in {"csrfmiddlewaretoken", "edit", "sure"}


def _row(form: ValueForm, unit: str, community: Any) -> Parameter:
    """The value as a row, though nothing is saved yet."""
    given = form.given
    told = {name: getattr(given, name) for name in ("jurisdiction", "issuer", "rule", "source")}
    written = given.value
    value = LocalValue(
        community=community,
        unit=unit,
        value=str(written).lower() if isinstance(written, bool) else str(written),
        in_force_from=given.in_force_from,
        in_force_to=given.in_force_to,
        status=given.status,
        article=given.article,
        entered_at=timezone.now(),
        **told,
    )
    return value.parameter()


def _unit_words(unit: str) -> str:
    """The unit alone, as the form names it."""
    if unit == "fen":
        return _("元")
    return tell_value(1, unit).removeprefix("1").strip()
