"""Forms with files are read here, before any view: too large or a full disk is said at once."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse

from linli.core.files.store import is_full
from linli.core.files.uploads import BoundedUpload
from linli.core.pages.answer import refuse
from linli.lib.law import Finding

TOO_LARGE = 413
NO_ROOM = 507


class UploadMiddleware:
    """Stands before `CsrfViewMiddleware`, which reads the whole form to find its token."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """Reads a form with files, and answers in the view's stead where it cannot be taken."""
        if request.method != "POST" or request.content_type != "multipart/form-data":
            return None
        bounded = BoundedUpload(request)
        request.upload_handlers = [bounded, *request.upload_handlers]
        try:
            request.FILES  # noqa: B018 - reading the form is what asking for its files does
        except OSError as error:
            if not is_full(error):
                raise
            return _say_full(request)
        if bounded.refused is not None:
            return refuse(request, bounded.refused, status=TOO_LARGE, back_url=_here(request))
        return None

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """A disk found full while an act was under way: it was taken back whole."""
        return _say_full(request) if is_full(error) else None


def _say_full(request: HttpRequest) -> HttpResponse:
    finding = Finding(False, "files.disk_not_full")
    return refuse(request, finding, status=NO_ROOM, back_url=_here(request))


def _here(request: HttpRequest) -> str:
    """The page the form stands on."""
    return request.headers.get("Referer", "")
