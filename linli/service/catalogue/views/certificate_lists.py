"""The lists of the place, the offices round the corner, the seal's register, the counts."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.bilingual import for_reader
from linli.lib.identity.mask import mask_name
from linli.service.catalogue import actions, forms
from linli.service.catalogue.lists import national_list, office_kinds
from linli.service.catalogue.models import CertificateItem
from linli.service.catalogue.queries import certificates as queries, lists
from linli.service.catalogue.rules.certificates import KEPT
from linli.service.catalogue.views.certificate_work import tabs_of

FLOOR = 10
"""Under ten, counts are hidden from whoever does not work here."""
FORMS: dict[str, type[forms.KeptForm] | type[forms.AddedForm]] = {
    "kept": forms.KeptForm,
    "not_issued": forms.AddedForm,
}


@needs("catalogue.see_certificates")
@require_safe
def show(request: Visit) -> HttpResponse:
    """Both lists with their basis and days, and the offices."""
    on = timezone.localdate()
    context = {
        "kept": [r for r in lists.items_of(request.community) if r.listed == KEPT],
        "added": [r for r in lists.items_of(request.community) if r.listed != KEPT],
        "national": national_list(),
        "offices": list(lists.offices_of(request.community).values()),
        "more": lists.more_elsewhere(request.community, on),
        "more_unchecked": lists.more_unchecked(request.community, on),
        "on": on,
        "sets": may("catalogue.set_certificate_lists", request.actor, request.community),
    }
    return answer(request, "catalogue/lists.html", context)


@needs("catalogue.set_certificate_lists")
def enter(request: Visit, listed: str) -> HttpResponse:
    """A new line, with its basis, document and days."""
    if listed not in FORMS:
        raise Http404
    form = FORMS[listed](request.POST or None)
    if not form.is_valid():
        return _line_page(request, form, listed)
    actions.enter_line(request.community, line=form.line(), by=request.actor, at=timezone.now())
    messages.success(request, _("录好了。"))
    return _back(request)


@needs("catalogue.set_certificate_lists")
def change(request: Visit, item_id: UUID) -> HttpResponse:
    """Corrects a line on which nothing stands yet."""
    item = lists.item_in(request.community, item_id)
    form = FORMS[item.listed](request.POST or None, initial=_begin(item))
    if not form.is_valid():
        return _line_page(request, form, item.listed, item)
    actions.change_line(item, line=form.line(), by=request.actor, at=timezone.now())
    messages.success(request, _("改好了。"))
    return _back(request)


@needs("catalogue.set_certificate_lists")
@require_POST
def end(request: Visit, item_id: UUID) -> HttpResponse:
    """Closes a line with its last day."""
    item, form = lists.item_in(request.community, item_id), forms.EndForm(request.POST)
    if not form.is_valid():
        begun = FORMS[item.listed](None, initial=_begin(item))
        return _line_page(request, begun, item.listed, item, end_form=form)
    last_day = form.cleaned_data["last_day"]
    actions.end_line(item, last_day=last_day, by=request.actor, at=timezone.now())
    messages.success(request, _("记下了最后一天。"))
    return _back(request)


@needs("catalogue.set_certificate_offices")
def office(request: Visit, kind: str) -> HttpResponse:
    """Where the office round the corner is."""
    if kind not in office_kinds():
        raise Http404
    known = lists.offices_of(request.community)[kind]
    row = known.ours
    begin = {n: getattr(row, n) for n in ("name", "address", "phone", "hours")} if row else {}
    form = forms.OfficeForm(request.POST or None, initial=begin)
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        context = {"form": form, "office": known}
        return answer(request, "catalogue/office.html", context, status=status)
    given = form.cleaned_data
    actions.save_office(
        request.community, kind=kind, given=given, by=request.actor, at=timezone.now()
    )
    messages.success(request, _("记下了，单子上马上就有。"))
    return _back(request)


@needs("catalogue.see_certificates")
@require_safe
def register(request: Visit) -> HttpResponse:
    """Every use of the seal on a certificate: who asked, what for, who drafted, who sealed."""
    year = _year(request)
    rows = [
        (use, mask_name(use.certificate.holder_name))
        for use in queries.seal_register(request.community, year)
    ]
    context = {"rows": rows, "year": year, "tabs": tabs_of(request, "register")}
    context["years"] = _years(year)
    response = answer(request, "catalogue/register.html", context)
    response["Cache-Control"] = "no-store"
    return response


@needs("catalogue.see_certificate_counts")
@require_safe
def counts(request: Visit) -> HttpResponse:
    """How often, of which: for the desk and the supervisory committee. No person, and for who
    does not work here no count under ten."""
    year = _year(request)
    counted = queries.counts_of(request.community, date(year, 1, 1), date(year, 12, 31))
    titles = lists.titles_by_key(request.community)
    ours = may("catalogue.see_certificates", request.actor, request.community)

    def told(lines: list[queries.Count]) -> list[tuple[str, int, bool]]:
        return [
            (for_reader(titles.get(n.key, n.key)), n.number, not ours and n.number < FLOOR)
            for n in lines
        ]

    parts = [
        (_("来问的、不由居委会出具的"), told(counted.asked)),
        (_("出具的"), told(counted.issued)),
        (_("不予出具的"), told(counted.refused)),
    ]
    context = {"parts": parts, "year": year, "years": _years(year), "ours": ours}
    return answer(request, "catalogue/counts.html", context)


def _line_page(
    request: Visit,
    form: Any,
    listed: str,
    item: CertificateItem | None = None,
    end_form: Any = None,
) -> HttpResponse:
    context = {
        "form": form,
        "listed": listed,
        "item": item,
        "stands": lists.certificates_on(item) if item else 0,
        "end_form": end_form or forms.EndForm(),
    }
    wrong = form.is_bound or (end_form is not None)
    return answer(request, "catalogue/line.html", context, status=422 if wrong else 200)


def _begin(item: CertificateItem) -> dict[str, Any]:
    begin = {name: getattr(item, name, "") for name in FORMS[item.listed].base_fields}
    return {**begin, "words": "、".join(item.words)}


def _year(request: Visit) -> int:
    given = request.GET.get("year", "")
    this = timezone.localdate().year
    return (
        int(given) if given.isascii() and given.isdigit() and 2000 <= int(given) <= this else this
    )


def _years(shown: int) -> list[int]:
    this = timezone.localdate().year
    return [year for year in (this, this - 1, this - 2) if year != shown]


def _back(request: Visit) -> HttpResponse:
    return redirect("catalogue:lists", community_code=request.community.code)
