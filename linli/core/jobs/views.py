"""Jobs: how far they are, what came of them, and what can be done about them."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import signed_in
from linli.core.access.posts import POSTS
from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.core.jobs import actions
from linli.core.jobs.models import Job
from linli.core.jobs.queries import health_of_ticks, job_for, jobs_of, show
from linli.core.pages.answer import answer

STEPS = {
    "cancel": actions.cancel,
    "pause": actions.pause,
    "resume": actions.resume,
    "retry": actions.retry,
}


@signed_in
@require_safe
def show_job(request: HttpRequest, job: UUID) -> HttpResponse:
    """One job; asks again by itself while it runs."""
    actor = _actor(request)
    context = {"shell": _shell(actor), "shown": show(_load(request, job), actor)}
    return answer(request, "jobs/job.html", context, fragment="jobs/_job.html")


@signed_in
@require_safe
def list_jobs(request: HttpRequest) -> HttpResponse:
    """One's own jobs; for those who answer for the instance, also how its minutes went."""
    actor = _actor(request)
    assert actor.account
    context = {
        "shell": _shell(actor),
        "jobs": [show(job, actor) for job in jobs_of(actor.account)],
        "health": health_of_ticks(timezone.now()) if may("jobs.see_ticks", actor) else None,
    }
    return answer(request, "jobs/jobs.html", context)


@signed_in
@require_POST
def steer_job(request: HttpRequest, job: UUID, step: str) -> HttpResponse:
    """Cancels, pauses, resumes or retries."""
    if step not in STEPS:
        raise Http404
    found = _load(request, job)
    STEPS[step](found, by=_actor(request), at=timezone.now())
    return redirect("jobs:show", found.pk)


def _actor(request: Any) -> Actor:
    actor: Actor = request.actor
    return actor


def _load(request: HttpRequest, job: UUID) -> Job:
    found = job_for(_actor(request), job)
    if found is None:
        raise Http404
    return found


def _shell(actor: Actor) -> str:
    works = any(POSTS[held.post].works for held in actor.posts if held.post in POSTS)
    return "desk.html" if works else "portal.html"
