"""A form's address opened like a page is answered with a page, in one place for all of them."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

from linli.core.pages.failures import not_this_way


class MethodMiddleware:
    """Gives the bare 405 of `require_POST` and its like a sentence and the way back."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if isinstance(response, HttpResponseNotAllowed) and not response.content:
            return not_this_way(request, response["Allow"])
        return response
