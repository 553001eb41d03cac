"""Rows that may be one person: looked at side by side, merged, or told apart for good."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from linli.core.access.gates import Visit, needs
from linli.core.pages.answer import answer
from linli.core.people import actions
from linli.core.people.models import Merge, Person
from linli.core.people.queries import doubles_of, load_person, others_known_apart, persons_in
from linli.web.desk.roster import shapes


@needs("people.merge")
def doubles(request: Visit, person_id: UUID) -> HttpResponse:
    """Who may be the same, who was said not to be, and what was merged already."""
    found = load_person(request.community, person_id)
    on = timezone.localdate()
    apart = persons_in(request.community).filter(pk__in=others_known_apart(found))
    merges = Merge.objects.filter(
        community=request.community, kept=found, undone_at__isnull=True
    ).select_related("absorbed")
    context = {
        "person": found,
        "line": shapes.lines([found], request.actor, on)[0],
        "lines": shapes.lines(doubles_of(found), request.actor, on),
        "apart": shapes.lines(apart, request.actor, on),
        "merges": merges,
    }
    return answer(request, "roster/doubles.html", context)


@needs("people.merge")
@require_POST
def decide(request: Visit, person_id: UUID, other_id: UUID, what: str) -> HttpResponse:
    """Merges the other row into this one, tells the two apart, or takes that back."""
    found = load_person(request.community, person_id)
    other = load_person(request.community, other_id)
    by, at = request.actor, timezone.now()
    if what == "merge":
        actions.merge_persons(found, by=by, at=at, absorbed=other)
        messages.success(request, _("已合并，可以撤销。"))
    elif what == "apart":
        actions.mark_not_same(found, by=by, at=at, other=other)
        messages.success(request, _("记住了，不再提示。"))
    elif what == "unapart":
        actions.unmark_not_same(found, by=by, at=at, other=other)
        messages.success(request, _("已撤回。"))
    else:
        raise Http404
    return _back(request, found)


@needs("people.merge")
@require_POST
def undo_merge(request: Visit, merge_id: UUID) -> HttpResponse:
    """They were two after all."""
    merge = (
        Merge.objects.filter(community=request.community, pk=merge_id)
        .select_related("kept", "absorbed")
        .first()
    )
    if merge is None:
        raise Http404
    actions.undo_merge(merge, by=request.actor, at=timezone.now())
    messages.success(request, _("合并已撤销。"))
    return _back(request, merge.kept)


def _back(request: Visit, person: Person) -> HttpResponse:
    return redirect("roster:doubles", request.community.code, person.pk)
