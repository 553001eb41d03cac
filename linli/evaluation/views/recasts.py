"""Past years by later definitions: which there are, and asking for another."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _, gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.evaluation import actions
from linli.evaluation.chapters import Reader
from linli.evaluation.queries import years_reckoned
from linli.evaluation.queries.recasts import recasts_of
from linli.evaluation.sheets import figures_beside
from linli.evaluation.views.standards import read_as


class RecastForm(forms.Form):
    """Which year, and by whose definitions."""

    year = forms.TypedChoiceField(label=gettext_lazy("重算哪一年"), coerce=int)
    by_year = forms.TypedChoiceField(label=gettext_lazy("用哪一年的定义"), coerce=int)

    def __init__(self, years: list[int], present: int, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        past = [year for year in years if year < present]
        later = range(present, min(past, default=present), -1)
        for name, found in (("year", past), ("by_year", list(later))):
            field = self.fields[name]
            assert isinstance(field, forms.TypedChoiceField)
            field.choices = [(year, _("{year}年").format(year=year)) for year in found]


@needs("evaluation.ask_recast")
@require_safe
def list_recasts(request: Visit) -> HttpResponse:
    """What was recast, and what may be."""
    return _list(request, _form(request))


@needs("evaluation.ask_recast")
@require_POST
def ask_recast(request: Visit) -> HttpResponse:
    """Has a year reckoned again; the job's page leads back."""
    form = _form(request, request.POST)
    if not form.is_valid():
        return _list(request, form, status=422)
    recast = actions.ask_recast(
        request.community, **form.cleaned_data, by=request.actor, at=timezone.now()
    )
    if recast.job is not None and may("jobs.see", request.actor, recast.job):
        return redirect("jobs:show", recast.job.pk)
    messages.info(request, _("正在计算，几分钟后刷新就能看到。"))
    return redirect("evaluation:recasts", request.community.code)


def _form(request: Visit, *data: Any) -> RecastForm:
    return RecastForm(years_reckoned(request.community), timezone.localdate().year, *data)


def _list(request: Visit, form: RecastForm, status: int = 200) -> HttpResponse:
    anyone = Reader(False, read_as(request).floor)
    beside = figures_beside(request.community, anyone)
    rows = [(each, beside.get(each.pk, [])) for each in recasts_of(request.community)]
    context = {"form": form, "rows": rows}
    return answer(request, "evaluation/recasts.html", context, status=status)
