"""What residents ask about their own data, and the answers they are owed."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from linli.core.access.gates import Visit, needs
from linli.core.pages.answer import answer
from linli.core.people.actions import answer_request
from linli.core.people.models import RightsRequest
from linli.core.people.presentation import masked
from linli.lib.law import Refused
from linli.web.desk.roster.forms import AnswerForm
from linli.web.desk.roster.views.people import add_refusal

SHOWN = 100


@needs("people.answer")
def requests(request: Visit) -> HttpResponse:
    """Those that wait, the most pressing first; then the last ones answered."""
    asked = RightsRequest.objects.filter(community=request.community).select_related("person")
    waiting = asked.filter(answered_at__isnull=True).order_by("promised_on", "asked_at")
    answered = asked.filter(answered_at__isnull=False).order_by("-answered_at")[:SHOWN]
    context = {
        "waiting": [(each, masked(each.person, request.actor)) for each in waiting],
        "answered": [(each, masked(each.person, request.actor)) for each in answered],
        "today": timezone.localdate(),
    }
    return answer(request, "roster/requests.html", context)


@needs("people.answer")
def respond(request: Visit, request_id: UUID) -> HttpResponse:
    """One request, its words, and the answer."""
    asked = (
        RightsRequest.objects.filter(community=request.community, pk=request_id)
        .select_related("person")
        .first()
    )
    if asked is None:
        raise Http404
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        granted, words = form.cleaned_data["granted"] == "yes", form.cleaned_data["answer"]
        try:
            answer_request(
                asked, by=request.actor, at=timezone.now(), granted=granted, answer=words
            )
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("已答复，本人会收到消息。"))
            return redirect("roster:requests", request.community.code)
    context = {"asked": asked, "who": masked(asked.person, request.actor), "form": form}
    return answer(request, "roster/respond.html", context, status=422 if form.errors else 200)
