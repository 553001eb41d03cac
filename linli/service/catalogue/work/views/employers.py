"""Who offers work, at the desk: entered after a call, asked again."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent
from linli.core.places.laid_down import number_laid_down
from linli.lib.law import Refused
from linli.service.catalogue.work import actions, rules
from linli.service.catalogue.work.forms.openings import EmployerCallForm, EmployerForm
from linli.service.catalogue.work.models import Employer
from linli.service.catalogue.work.queries import openings as queries
from linli.service.catalogue.work.views.tabbed import tabs_of


@needs("catalogue.keep_openings")
@require_safe
def lines(request: Visit) -> HttpResponse:
    """All of them, and of whom somebody has to make sure again."""
    on = timezone.localdate()
    within = number_laid_down("work.employer_checked_within", request.community, on)
    rows = [
        (row, bool(rules.employer_fresh(row.verified_on, on, within_days=within)))
        for row in queries.employers(request.community)
    ]
    context = {"rows": rows, "tabs": tabs_of(request, "employers"), "days": within}
    return answer(request, "catalogue/work/employers.html", context)


@needs("catalogue.keep_openings")
def enter(request: Visit) -> HttpResponse:
    """A new one, of whom somebody made sure today."""
    form = EmployerForm(sent(request))
    if form.is_bound and form.is_valid():
        given = {name: form.cleaned_data[name] for name in ("how", "number")}
        try:
            by: dict[str, Any] = {"by": request.actor, "at": timezone.now()}
            actions.enter_employer(request.community, given=form.given(), **given, **by)
        except Refused as refused:
            return _page(request, form, refused=refused)
        messages.success(request, _("录好了，核实日期记为今天。"))
        return redirect("catalogue:employers", community_code=request.community.code)
    return _page(request, form)


@needs("catalogue.keep_openings")
def call(request: Visit, employer_id: UUID) -> HttpResponse:
    """One of them: what a call came to, and every call before."""
    row = queries.employer_in(request.community, employer_id)
    begun = {name: getattr(row, name, None) for name in EmployerCallForm.field_order}
    begun |= {"seen": row.version, "how": "phone", "number": row.phone}
    form = EmployerCallForm(sent(request), initial=begun)
    if form.is_bound and form.is_valid():
        given = {name: form.cleaned_data[name] for name in ("result", "how", "number", "seen")}
        try:
            by: dict[str, Any] = {"by": request.actor, "at": timezone.now()}
            actions.check_employer(row, given=form.given(), **given, **by)
        except Refused as refused:
            return _page(request, form, row, refused)
        messages.success(request, _("{name}：记下了。").format(name=row.name))
        return redirect("catalogue:employers", community_code=request.community.code)
    return _page(request, form, row)


def _page(
    request: Visit, form: Any, row: Employer | None = None, refused: Refused | None = None
) -> HttpResponse:
    context = {
        "form": form,
        "employer": row,
        "checks": queries.checks_of(row) if row else [],
        "finding": refused.finding if refused else None,
    }
    status = 409 if refused else 422 if form.is_bound else 200
    return answer(request, "catalogue/work/employer.html", context, status=status)
