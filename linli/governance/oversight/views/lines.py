"""The director keeps the catalogue."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from linli.core.access.gates import Visit, needs
from linli.core.pages.answer import answer
from linli.governance.oversight.actions import catalogue as actions
from linli.governance.oversight.forms.catalogue import LineForm, OwnLineForm
from linli.governance.oversight.models import CatalogueLine
from linli.governance.oversight.queries import disclosure as queries


@needs("oversight.keep_catalogue")
def keep(request: Visit, key: str) -> HttpResponse:
    """How often a line is disclosed, and by whose hands."""
    line = queries.line_on(request.community, key, timezone.localdate())
    data = request.POST if request.method == "POST" else None
    form = LineForm(data, initial=LineForm.start(line))
    if not form.is_valid():
        kept = _kept(request, key)
        context = {"form": form, "line": line, "kept": kept}
        status = 422 if form.is_bound else 200
        return answer(request, "oversight/keep_line.html", context, status=status)
    actions.keep_line(
        request.community, line=line, by=request.actor, at=timezone.now(), **form.cleaned_data
    )
    messages.success(request, _("目录改好了，居民马上看得到。"))
    return redirect("oversight:desk", request.community.code)


@needs("oversight.keep_catalogue")
def add(request: Visit) -> HttpResponse:
    """A line of the community's own."""
    data = request.POST if request.method == "POST" else None
    form = OwnLineForm(data, initial={"day": 10, "preparer": "worker", "checker": "supervisor"})
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        return answer(request, "oversight/add_line.html", {"form": form}, status=status)
    actions.add_line(request.community, by=request.actor, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("加进目录了，居民马上看得到。"))
    return redirect("oversight:desk", request.community.code)


@needs("oversight.keep_catalogue")
@require_POST
def end(request: Visit, key: str) -> HttpResponse:
    """Takes an own line off, or lets a shipped one be as it was."""
    kept = _kept(request, key)
    if kept is None:
        raise Http404
    actions.end_line(kept, by=request.actor, at=timezone.now())
    messages.success(request, _("目录改好了。"))
    return redirect("oversight:desk", request.community.code)


def _kept(request: Visit, key: str) -> CatalogueLine | None:
    return queries.kept_line(request.community, key)
