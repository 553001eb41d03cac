"""The whole register's pairs that may be one person, the surest first, decided one by one."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.jobs.models import Job
from linli.core.pages.answer import answer
from linli.core.people import actions
from linli.core.people.models import Resemblance
from linli.core.people.queries import merges_in, resemblances
from linli.web.desk.roster import shapes
from linli.web.desk.roster.actions import begin_looking
from linli.web.desk.roster.reasons import keys_of_pairs, pair_lines

PER_PAGE, LATEST_MERGES = 20, 10


@needs("people.merge")
@require_safe
def pairs(request: Visit) -> HttpResponse:
    """A page of pairs side by side, each with why it is suggested; and what was merged lately."""
    waiting = resemblances(request.community)
    rows = list(_after(waiting, request.GET.get("after", ""))[: PER_PAGE + 1])
    lines = pair_lines(rows[:PER_PAGE], request.actor, timezone.localdate())
    looked = Job.objects.filter(community=request.community, kind="roster.find_doubles")
    context = {
        "lines": lines,
        "total": waiting.count(),
        "after": _cursor(rows[PER_PAGE - 1]) if len(rows) > PER_PAGE else "",
        "here": request.GET.get("after", ""),
        "looked": looked.order_by("-created_at").first(),
        "merges": _merged(request),
        "keys": keys_of_pairs(),
    }
    return answer(request, "roster/pairs.html", context)


@needs("people.merge")
@require_POST
def look(request: Visit) -> HttpResponse:
    """Looks through the whole register again; a job that shows how far it is."""
    job = begin_looking(request.community, by=request.actor, at=timezone.now())
    return redirect("jobs:show", job=job.pk)


@needs("people.merge")
@require_POST
def decide_pair(request: Visit, pair_id: UUID, what: str) -> HttpResponse:
    """One person, kept as the first or the second row has it; or two, which is remembered."""
    pair = resemblances(request.community).filter(pk=pair_id).first()
    if pair is None:
        messages.info(request, _("这一对已经有人处理过了。"))
        return _back(request)
    by, at = request.actor, timezone.now()
    kept, other = (pair.second, pair.first) if what == "keep-second" else (pair.first, pair.second)
    if what in ("keep-first", "keep-second"):
        wrong = request.POST.get("number_was_wrong") == "on"
        actions.merge_persons(kept, by=by, at=at, absorbed=other, number_was_wrong=wrong)
        messages.success(request, _("已合并，可以在本页下方撤销。"))
    elif what == "apart":
        actions.mark_not_same(kept, by=by, at=at, other=other)
        messages.success(request, _("记住了，这两个人不再提示。"))
    else:
        raise Http404
    return _back(request)


def _merged(request: Visit) -> list[tuple[Any, Any]]:
    """The latest merges, each with the person as kept."""
    rows = list(merges_in(request.community)[:LATEST_MERGES])
    kept = shapes.lines([row.kept for row in rows], request.actor, timezone.localdate())
    return list(zip(rows, kept, strict=True))


def _back(request: Visit) -> HttpResponse:
    """To the page of the list one came from."""
    url = reverse("roster:pairs", args=[request.community.code])
    after = request.POST.get("after", "")
    return redirect(f"{url}?after={after}" if _read(after) else url)


def _cursor(row: Resemblance) -> str:
    return f"{row.sureness}.{row.pk}"


def _read(cursor: str) -> tuple[int, UUID] | None:
    sureness, _dot, key = cursor.partition(".")
    try:
        return int(sureness), UUID(key)
    except ValueError:
        return None


def _after(waiting: Any, cursor: str) -> Any:
    read = _read(cursor)
    if read is None:
        return waiting
    sureness, key = read
    return waiting.filter(Q(sureness__lt=sureness) | Q(sureness=sureness, pk__gt=key))
