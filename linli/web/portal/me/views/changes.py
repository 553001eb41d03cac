"""Changes I tell of: about myself, my household, or whom I act for. The committee looks at the
paper before anything changes; my own telephone I change myself, at once."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, signed_in
from linli.core.pages.answer import answer
from linli.core.people import actions
from linli.core.people.models import Declaration, Person
from linli.core.people.queries import dwelling_of
from linli.core.people.queries.declarations import declared_by, spoken_for_by
from linli.lib.law import Refused
from linli.web.desk.roster.change_forms import ICONS, PAPERS, ChangeForm
from linli.web.desk.roster.told import particulars
from linli.web.portal.me.views.record import add_refusal, own


@signed_in
@require_safe
def declarations(request: Visit) -> HttpResponse:
    """What I told of and what became of it; and what I can tell of."""
    person = own(request)
    kinds = [
        (kind, word, ICONS[kind], PAPERS[kind])
        for kind, word in Declaration.KINDS
        if kind != Declaration.PHONE
    ]
    told = [(row, particulars(row, request.actor)) for row in declared_by(person)]
    return answer(request, "me/declarations.html", {"told": told, "kinds": kinds})


@signed_in
def declare(request: Visit, kind: str) -> HttpResponse:
    """One change: who, on which day, and what goes with it."""
    person = own(request)
    if kind not in dict(Declaration.KINDS) or kind == Declaration.PHONE:
        raise Http404
    form = _form(request, person, kind)
    if request.method == "POST" and form.is_valid():
        try:
            actions.declare(person, by=request.actor, at=timezone.now(), **form.declared())
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("收到了。居委会看过材料就登记，结果会告诉您。"))
            return redirect("me:declarations")
    context = {"form": form, "title": dict(Declaration.KINDS)[kind], "papers": PAPERS[kind]}
    return answer(request, "me/declare.html", context, status=422 if form.errors else 200)


@signed_in
@require_POST
def take_back(request: Visit, declaration_id: UUID) -> HttpResponse:
    """Takes back what is not decided yet."""
    row = declared_by(own(request)).filter(pk=declaration_id).first()
    if row is None:
        raise Http404
    actions.withdraw_declaration(row, by=request.actor, at=timezone.now())
    messages.success(request, _("已撤回。"))
    return redirect("me:declarations")


def _form(request: Visit, person: Person, kind: str) -> ChangeForm:
    on = timezone.localdate()
    return ChangeForm(
        request.POST if request.method == "POST" else None,
        kind=kind,
        community=person.community,
        on=on,
        offered=spoken_for_by(person, on),
        home=dwelling_of(person, on),
    )
