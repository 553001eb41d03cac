"""Raising a matter: a resident on a phone, or a worker typing what was said."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from linli.core.access.gates import Visit, needs, public
from linli.core.access.queries import account_of
from linli.core.audit.door import Replayed
from linli.core.files.refusals import tell_at_field
from linli.core.pages.answer import answer
from linli.core.places.queries import place_of_tag
from linli.lib.identity.ids import new_id
from linli.lib.law import Refused
from linli.service.matters import forms, rules
from linli.service.matters.actions import raise_matter
from linli.service.matters.actions.raising import Raised
from linli.service.matters.models import Matter
from linli.service.matters.views import previews


@public
def write(request: Visit) -> HttpResponse:
    """The first page: what, where, and who if one likes."""
    tag = request.GET.get("tag") or request.POST.get("tag") or ""
    place = place_of_tag(tag) if tag else None
    if place is not None and place.community_id != request.community.pk:
        place = None  # the code of another community's stair
    initial: dict[str, Any] = {
        "tag": tag,
        "place": place.pk if place else None,
        "kind": request.GET.get("kind"),
    }
    back_to_edit = "edit" in request.POST
    if back_to_edit:
        initial = request.POST.dict()
    given = request.POST if request.method == "POST" and not back_to_edit else None
    form = forms.RaiseForm(given, community=request.community, initial=initial)
    if form.is_bound and form.is_valid():
        return _show_check(request, form)
    context = {"form": form, "at_place": place, "words": rules.emergency_words()}
    return answer(request, "matters/new.html", context, status=422 if form.is_bound else 200)


@public
def check(request: Visit) -> HttpResponse:
    """The second page sent: everything is looked at again, and then it is raised."""
    if request.method != "POST":  # reloaded, or come back to by a link
        return redirect("matters:new", community_code=request.community.code)
    photos = forms.photos_in(request)
    form = forms.SendForm(request.POST.dict(), photos, community=request.community)
    if not form.is_valid():
        return _again(request, form)
    given = form.cleaned_data
    if rules.emergencies(given["text"]) and not given["not_emergency"]:
        return _show_check(request, form)
    try:
        matter = raise_matter(
            request.community,
            raised=_raised(request, given, "tag" if given["tag"] else "web"),
            by=request.actor,
            at=timezone.now(),
            once=given["once"],
        )
    except Replayed as replayed:
        matter = _raised_before(request, replayed)
    except Refused as refusal:
        tell_at_field(form, "photos", refusal)
        return _again(request, form)
    return _to_receipt(request, matter)


@public
@require_POST
def near(request: Visit) -> HttpResponse:
    """While typing: what was already reported there, in enough words to recognise one's own.
    Posted, so that what somebody is writing stands in no address and no log."""
    form = forms.RaiseForm(request.POST, community=request.community)
    form.is_valid()
    likely = previews.likely(request.community, form.cleaned_data, timezone.now())
    return answer(request, "matters/near.html", {"likely": likely}, "matters/_near.html")


@needs("matters.handle")
def type_in(request: Visit) -> HttpResponse:
    """A call, a walk-in or a slip from the box, written down by a worker."""
    sent = request.method == "POST"
    data, files = (request.POST.dict(), forms.photos_in(request)) if sent else (None, None)
    form = forms.TypeInForm(data, files, community=request.community)
    if sent and form.is_valid():
        given = form.cleaned_data
        try:
            matter = raise_matter(
                request.community,
                raised=_raised(request, given, given["channel"]),
                by=request.actor,
                at=timezone.now(),
                once=given["once"],
            )
        except Replayed as replayed:
            matter = _raised_before(request, replayed)
        except Refused as refusal:
            tell_at_field(form, "photos", refusal)
            return answer(request, "matters/type_in.html", {"form": form}, status=422)
        messages.success(
            request, _("已登记。请把回执号告诉提出人：%(receipt)s") % {"receipt": matter.receipt}
        )
        return redirect("matters:show", community_code=request.community.code, matter_id=matter.pk)
    status = 422 if form.is_bound else 200
    return answer(request, "matters/type_in.html", {"form": form}, status=status)


def _show_check(request: Visit, form: Any) -> HttpResponse:
    """Who will get it, by when, what others will see, and what it may repeat."""
    given = form.cleaned_data
    data = {name: form.data.get(name, "") for name in forms.RaiseForm.base_fields}
    send = forms.SendForm(initial={**data, "once": new_id()}, community=request.community)
    context: dict[str, Any] = {
        "form": send,
        "given": given,
        "carried": data,
        "preview": previews.preview(request.community, given, timezone.now()),
        "likely": previews.likely(request.community, given, timezone.now()),
        "emergencies": rules.emergencies(given["text"]),
    }
    return answer(request, "matters/check.html", context)


def _again(request: Visit, send: Any) -> HttpResponse:
    """Something is wrong with what was sent: photos are told on the second page, words on the
    first, where they can be mended."""
    form = forms.RaiseForm(request.POST, community=request.community)
    if not form.is_valid():
        context = {"form": form, "at_place": None, "words": rules.emergency_words()}
        return answer(request, "matters/new.html", context, status=422)
    second: dict[str, Any] = {
        "form": send,
        "given": form.cleaned_data,
        "carried": {name: form.data.get(name, "") for name in forms.RaiseForm.base_fields},
        "preview": previews.preview(request.community, form.cleaned_data, timezone.now()),
        "likely": [],
        "emergencies": rules.emergencies(form.cleaned_data["text"]),
    }
    return answer(request, "matters/check.html", second, status=422)


def _raised(request: Visit, given: dict[str, Any], channel: str) -> Raised:
    resident = channel in ("web", "tag")
    signed_in = resident and request.actor.signed_in
    point = (given["lat"], given["lon"]) if given.get("lat") and given.get("lon") else None
    return Raised(
        kind=given["kind"],
        title=previews.title_of(given),
        text=given["text"],
        channel=channel,
        wanted=given["wanted"],
        place=given["place"],
        where=given["where"],
        point=point,
        contact_name=given["contact_name"],
        contact_phone=given["contact_phone"],
        sender=account_of(request.actor.account) if signed_in else None,
        raised_at=given.get("raised_at"),
        photos=given["photos"],
    )


def _raised_before(request: Visit, replayed: Replayed) -> Matter:
    """What the same form made the first time it came."""
    assert replayed.subject is not None
    return Matter.objects.get(community=request.community, pk=replayed.subject)


def _to_receipt(request: Visit, matter: Matter) -> HttpResponse:
    messages.success(request, _("收到了。请记下回执号，凭它随时查看。"))
    return redirect("matters:follow", community_code=request.community.code, receipt=matter.receipt)
