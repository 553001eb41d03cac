"""The paper boards at the desk: which there are, hanging, taking off, the weekly look."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from linli.core.access.gates import Visit, needs
from linli.core.files.refusals import tell_at_field
from linli.core.pages.answer import answer
from linli.lib.law import Refused
from linli.mechanisms.publication import actions
from linli.mechanisms.publication.forms import BoardForm, CheckForm, HangForm
from linli.mechanisms.publication.models import Board
from linli.mechanisms.publication.queries import boards as queries
from linli.mechanisms.publication.views.overview import show_managed, tabs
from linli.mechanisms.publication.views.shapes import loaded


@needs("publication.keep_boards")
def boards(request: Visit) -> HttpResponse:
    """The boards with the last look at each, and a new one."""
    form = BoardForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = {"by": request.actor, "at": timezone.now(), **form.cleaned_data}
        actions.open_board(request.community, **given)
        messages.success(request, _("公告栏已登记。"))
        return redirect("publication:boards", community_code=request.community.code)
    context = {
        "tabs": tabs(request, "boards"),
        "boards": queries.last_checks(request.community, timezone.localdate()),
        "form": form,
    }
    status = 422 if form.is_bound else 200
    return answer(request, "publication/desk/boards.html", context, status=status)


@needs("publication.keep_boards")
def check(request: Visit, board_id: UUID) -> HttpResponse:
    """Standing before the board: is what hangs there what is up, and nothing else?"""
    board = _board(request, board_id)
    lines = queries.compared(board, timezone.now())
    form = CheckForm(request.POST if request.method == "POST" else None, lines=lines)
    if request.method == "POST" and form.is_valid():
        found = form.found()
        made = actions.check_board(board, found=found, by=request.actor, at=timezone.now())
        if made.equal:
            messages.success(request, _("纸上和网上一致，已记下。"))
        else:
            messages.warning(request, _("已记下。请把不一致的换好，再记一次张贴或取下。"))
        return redirect("publication:boards", community_code=request.community.code)
    context = {"board": board, "form": form, "lines": lines}
    status = 422 if form.is_bound else 200
    return answer(request, "publication/desk/check.html", context, status=status)


@needs("publication.keep_boards")
@require_POST
def close(request: Visit, board_id: UUID) -> HttpResponse:
    """A board that is no longer used."""
    actions.close_board(_board(request, board_id), by=request.actor, at=timezone.now())
    messages.success(request, _("这块公告栏已停用。"))
    return redirect("publication:boards", community_code=request.community.code)


@needs("publication.keep_boards")
@require_POST
def hang(request: Visit, notice: UUID) -> HttpResponse:
    """Notes that a notice hangs on a board, with a photo as proof."""
    posting, _template = loaded(request, notice)
    here = queries.boards_of(request.community, timezone.localdate())
    form = HangForm(request.POST, request.FILES, boards=here)
    if not form.is_valid():
        return show_managed(request, notice, hang_form=form, status=422)
    photo = form.cleaned_data["photo"]
    try:
        actions.hang(
            posting,
            board=form.chosen(),
            photos=[photo] if photo else [],
            by=request.actor,
            at=timezone.now(),
        )
    except Refused as refusal:
        tell_at_field(form, "photo", refusal)
        return show_managed(request, notice, hang_form=form, status=422)
    messages.success(request, _("已记下张贴。"))
    return redirect("publication:manage", community_code=request.community.code, notice=notice)


@needs("publication.keep_boards")
@require_POST
def take_off(request: Visit, hanging_id: UUID) -> HttpResponse:
    """Notes that the paper is off."""
    hanging = queries.hanging_in(request.community, hanging_id)
    if hanging is None:
        raise Http404
    actions.take_off(hanging, by=request.actor, at=timezone.now())
    messages.success(request, _("已记下取下。"))
    return redirect("publication:overview", community_code=request.community.code)


def _board(request: Visit, board_id: UUID) -> Board:
    found = queries.board_in(request.community, board_id)
    if found is None or found.until is not None:
        raise Http404
    return found
