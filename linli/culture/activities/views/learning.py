"""What residents wish to learn: their own ticks, and how many of those who wish do learn."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, public, signed_in
from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step
from linli.core.places.laid_down import floor_laid_down
from linli.culture.activities.actions import learning as acts
from linli.culture.activities.forms.learning import NeedsForm, SlipForm, WishForm
from linli.culture.activities.models.learning import CourseCertificate, Topic
from linli.culture.activities.queries import learning
from linli.culture.activities.queries.teaching import by_code
from linli.culture.activities.views.doing import at, carried, public_tabs
from linli.lib.identity.mask import mask_name
from linli.mechanisms.signup.models import SignUp


@public
@require_safe
def show(request: Visit) -> HttpResponse:
    """The list with what is wished, how much of it is met, and how that was reckoned."""
    here, on = request.community, timezone.localdate()
    whole, rows = learning.coverage_on(here, on)
    own = learning.own_wishes(request.actor, here)
    form = WishForm(topics=_topics(here), initial={"topics": own})
    context = {
        "tabs": public_tabs(request, "wishes"),
        "whole": whole,
        "rows": rows,
        "form": form if may("activities.wish", request.actor, here) else None,
        "to_answer": learning.own_courses_to_answer(request.actor, here),
        "floor": floor_laid_down(here, on),
        "find": SlipForm(),
        "desk": may("activities.run_learning", request.actor, here),
    }
    return answer(request, "activities/learning/wishes.html", context)


@signed_in
@require_POST
def tick(request: Visit) -> HttpResponse:
    """The reader's own ticks, as they now are."""
    form = WishForm(request.POST, topics=_topics(request.community))
    if form.is_valid():
        carried(request, acts.wish_to_learn, request.community)(form.cleaned_data)
    return redirect("activities:wishes", request.community.code)


@public
def answer_needs(request: Visit, signup_id: UUID) -> HttpResponse:
    """The one question after a course, for whoever came: by their account."""
    rows = SignUp.objects.filter(community=request.community, pk=signup_id)
    return _ask(request, rows.select_related("sheet").first(), request.actor)


@public
def answer_by_slip(request: Visit, code: str) -> HttpResponse:
    """The same by the code of the slip, for whoever has no account."""
    signup = by_code(SignUp, request.community, code)
    return _ask(request, signup, request.actor.bearing(signup.pk))


def _ask(request: Visit, signup: Any, actor: Actor) -> HttpResponse:
    if signup is None or not may("activities.answer_needs", actor, signup):
        raise Http404
    return step(
        request,
        NeedsForm(sent(request), topics=_topics(request.community)),
        carried(request, acts.answer_needs, signup, by=actor),
        title=_("课后一问"),
        note=_("不记名：答案里没有您是谁、几时答的；十份以上才公布，只公布人数。"),
        done=_("谢谢，已经收到。"),
        back=at(request, "wishes"),
        frame="portal.html",
    )


@public
@require_safe
def find(request: Visit) -> HttpResponse:
    """Type the code of a certificate."""
    form = SlipForm(request.GET or None)
    if form.is_valid():
        try:
            found = by_code(CourseCertificate, request.community, form.cleaned_data["code"])
        except Http404:
            form.add_error("code", _("没有找到这张结业证。请核对查询码，或到居委会问。"))
        else:
            return redirect("activities:check_certificate", request.community.code, found.code)
    status = 422 if form.is_bound and form.errors else 200
    return answer(request, "activities/learning/find.html", {"form": form}, status=status)


@public
@require_safe
def check(request: Visit, code: str) -> HttpResponse:
    """What a certificate says, to whoever was shown its code; the name is masked."""
    found = by_code(CourseCertificate, request.community, code)
    context = {"certificate": found, "name": mask_name(found.name)}
    return answer(request, "activities/learning/check.html", context)


def _topics(community: Any) -> Any:
    return Topic.objects.filter(community=community, closed_on__isnull=True).order_by("title")
