"""A file to keep, as an answer."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header


def file_response(content: bytes | str, name: str, kind: str) -> HttpResponse:
    """The content under its name; never held in a cache on the way."""
    response = HttpResponse(content, content_type=kind)
    response.headers["Content-Disposition"] = content_disposition_header(True, name) or ""
    response.headers["Cache-Control"] = "no-store"
    return response
