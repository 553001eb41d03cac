"""The round from door to door: the list by staircase to print, what came back, one's own word."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs, signed_in
from linli.core.pages.answer import answer
from linli.mechanisms.publication import actions
from linli.mechanisms.publication.face import heading_of
from linli.mechanisms.publication.models import Told
from linli.mechanisms.publication.queries import posting_to_withdraw
from linli.mechanisms.publication.queries.rounds import reach_of, stairs_without_phone
from linli.mechanisms.publication.views.shapes import address_of, loaded, unseen

BY_US = [way for way in Told.WAYS if way[0] != "confirmed"]


@needs("publication.tell_households")
@require_POST
def begin(request: Visit, notice: UUID) -> HttpResponse:
    """From now on households without a telephone are told at the door."""
    posting, _template = loaded(request, notice)
    actions.begin_round(posting, by=request.actor, at=timezone.now())
    return _to(request, notice)


@needs("publication.tell_households")
@require_safe
def show_round(request: Visit, notice: UUID) -> HttpResponse:
    """The doors without a telephone, staircase by staircase; to print, and to write down."""
    posting, template = loaded(request, notice)
    if posting.round_begun_at is None or not posting.is_up(timezone.now()):
        raise Http404
    on = timezone.localdate()
    context = {
        "posting": posting,
        "heading": heading_of(posting, template),
        "stairs": stairs_without_phone(posting, on),
        "reach": reach_of(posting, on),
        "ways": BY_US,
        "words": dict(Told.WAYS),
    }
    return unseen(answer(request, "publication/desk/round.html", context))


@needs("publication.tell_households")
@require_POST
def note(request: Visit, notice: UUID) -> HttpResponse:
    """Which doors of one staircase were told."""
    posting, _template = loaded(request, notice)
    how = request.POST.get("how", "")
    told = [UUID(key) for key in request.POST.getlist("told") if _is_id(key)]
    if how not in dict(BY_US):
        messages.error(request, _("请选择是上门还是打电话告知的。"))
        return _to(request, notice)
    made = actions.note_told(posting, households=told, how=how, by=request.actor, at=timezone.now())
    messages.success(request, _("记下了 %(count)s 户。") % {"count": made})
    return _to(request, notice)


@needs("publication.tell_households")
@require_POST
def take_back(request: Visit, notice: UUID, household: UUID) -> HttpResponse:
    """The wrong door was ticked."""
    posting, _template = loaded(request, notice)
    actions.untell(posting, household=household, by=request.actor, at=timezone.now())
    messages.success(request, _("已改为没有告知。"))
    return _to(request, notice)


@signed_in
@require_POST
def confirm(request: Visit, notice: UUID) -> HttpResponse:
    """A household says itself that it knows."""
    posting = posting_to_withdraw(request.community.pk, notice)
    if posting is None:
        raise Http404
    actions.confirm_told(posting, by=request.actor, at=timezone.now())
    messages.success(request, _("谢谢。您家不用再上门告知了。"))
    return redirect(address_of(request, notice))


def _is_id(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


def _to(request: Visit, notice: UUID) -> HttpResponse:
    return redirect("publication:round", community_code=request.community.code, notice=notice)
