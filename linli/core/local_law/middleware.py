"""A page judges by one state of the law."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from linli.core.local_law.held import one_look


class OneLookMiddleware:
    """Looks up at most once a page whether a place has changed its law."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with one_look():
            return self.get_response(request)
