"""For everybody: what mediation is, and asking for it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, public, signed_in
from linli.core.audit.door import Replayed, may
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent
from linli.core.people.queries import dwelling_of, own_record
from linli.safety.mediation import actions
from linli.safety.mediation.forms.starting import AskForm
from linli.safety.mediation.kinds import BARS, ROUTES
from linli.safety.mediation.queries.cases import mediators_of
from linli.safety.mediation.queries.work import term_now
from linli.safety.mediation.views.shapes import address, private


@public
@require_safe
def about(request: Visit) -> HttpResponse:
    """What it is, that it is free, who mediates, what each party may say, and what else one can
    do; and where to complain of a mediator who does not keep it to themselves."""
    on = timezone.localdate()
    context = {
        "mediators": mediators_of(request.community, on),
        "term": term_now(request.community, on),
        "bars": [title for _key, title in BARS],
        "routes": [title for _key, title in ROUTES],
        "may_ask": may("mediation.apply", request.actor, request.community),
        "signed_in": request.actor.signed_in,
    }
    return answer(request, "mediation/about.html", context)


@signed_in
def ask(request: Visit) -> HttpResponse:
    """A resident asks; who does not live here is told how else."""
    if not may("mediation.apply", request.actor, request.community):
        return redirect(address(request, "about"))
    on, at = timezone.localdate(), timezone.now()
    form = AskForm(sent(request), mediators=mediators_of(request.community, on))
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        return private(answer(request, "mediation/ask.html", {"form": form}, status=status))
    given = {"quarrel": form.quarrel(), "own": _own(request, form), "other": form.other()}
    try:
        made = actions.apply_for(
            request.community, **given, by=request.actor, at=at, once=form.cleaned_data["once"]
        )
    except Replayed as replayed:
        return redirect(address(request, "own", subject=replayed.subject))
    messages.success(request, _("收到了，调解员会联系您。"))
    return redirect(address(request, "own", subject=made.pk))


def _own(request: Visit, form: AskForm) -> actions.PartyGiven:
    """Who asks, as the roster knows them."""
    person = own_record(request.actor)
    if person is None or person.community_id != request.community.pk:
        return actions.PartyGiven("applicant", _("申请人"), phone=form.cleaned_data["phone"])
    home = dwelling_of(person, timezone.localdate())
    return actions.PartyGiven(
        "applicant",
        person.name,
        person=person,
        address=home.name_inside if home else "",
        phone=form.cleaned_data["phone"],
    )
