"""Pages for when a request cannot be answered: each says what happened and the way on.

Named as handlers in the root urls: `handler404 = "linli.core.pages.failures.not_found"`.
"""

import logging
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template import loader
from django.urls import Resolver404, resolve
from django.views.decorators.csrf import requires_csrf_token

from linli.core.pages.answer import twin, wants_fragment

logger = logging.getLogger(__name__)


@requires_csrf_token
def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: what was sent cannot be read."""
    return fail(request, 400)


@requires_csrf_token
def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: for those who hold the post only."""
    return fail(request, 403)


@requires_csrf_token
def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: also for what exists but is not this person's to know of."""
    return fail(request, 404)


@requires_csrf_token
def broken(request: HttpRequest) -> HttpResponse:
    """500: must not depend on anything that may be the reason why it is shown."""
    return fail(request, 500)


def not_this_way(request: HttpRequest, allowed: str) -> HttpResponse:
    """405: an address that forms are sent to was opened like a page, by a reload or a kept link.
    Nothing was done again; `allowed` are the methods that are answered there."""
    response = fail(request, 405, back_url=_page_above(request))
    response["Allow"] = allowed
    return response


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """For `CSRF_FAILURE_VIEW`: the form was open too long, or cookies are off."""
    return fail(request, 403, "csrf_failure.html")


def fail(
    request: HttpRequest, status: int, template: str = "", *, back_url: str = ""
) -> HttpResponse:
    """Answer with the page of this status (400, 403, 404, 405, 413, 429, 500)."""
    if request.path.endswith(".json"):
        return twin(request, {"status": status}, status=status)
    template = template or f"{status}.html"
    context: dict[str, Any] = {
        "status": status,
        "fragment": wants_fragment(request),
        "back_url": back_url,
    }
    try:
        body = loader.render_to_string(template, context, request)
    except Exception:
        # A context processor may be what failed; the page itself needs none of them.
        logger.exception("the page of status %s was rendered without the request", status)
        body = loader.render_to_string(template, context)
    return HttpResponse(body, status=status)


def _page_above(request: HttpRequest) -> str:
    """The nearest address above this one: where the form of a page usually stands."""
    steps = [step for step in request.path.split("/") if step][:-1]
    while steps:
        address = f"/{'/'.join(steps)}/"
        try:
            resolve(address, urlconf=getattr(request, "urlconf", None))
        except Resolver404:
            steps.pop()
        else:
            return address
    return ""
