"""A refusal is turned into a page once, here; no view catches it only to say no."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from linli.core.pages.answer import refuse
from linli.core.pages.keeping import forms_on_the_way
from linli.lib.law import Refused


class RefusalMiddleware:
    """Answers with the finding: 403 where the person may not, 409 where the case forbids it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, Refused):
            return None
        status = 403 if error.finding.rule == "access.permitted" else 409
        return refuse(
            request,
            error.finding,
            status=status,
            back_url=_here(request),
            forms=forms_on_the_way(error.__traceback__),
        )


def _here(request: HttpRequest) -> str:
    """The page to go back to: where the form was, else this page itself when it can be read."""
    return request.headers.get("Referer", "") if request.method == "POST" else ""
