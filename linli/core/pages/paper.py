"""A page as a PDF, for what must lie on paper to the millimetre: ballots, certificates.

WeasyPrint draws it, which needs Pango on the machine. Where either is missing the reader prints
the same page from the browser; so whoever offers a PDF asks `can_draw` first, and always offers
the page as well.
"""

from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from typing import Any

from django.contrib.staticfiles import finders
from django.http import HttpResponse
from PIL import ImageFile

from linli.core.pages.downloads import file_response


@cache
def can_draw() -> bool:
    """Whether this machine can make a PDF. Loading takes seconds, so it is tried once."""
    if find_spec("weasyprint") is None:
        return False
    whole_only = ImageFile.LOAD_TRUNCATED_IMAGES
    try:
        import weasyprint  # noqa: F401
    except OSError:  # the package is there and Pango is not
        return False
    finally:
        # It would have pictures that break off read as whole, everywhere in this process.
        ImageFile.LOAD_TRUNCATED_IMAGES = whole_only
    return True


ARCHIVAL = "pdf/a-2u"
"""PDF/A, for what must still be read when this house is gone: fonts and colours inside."""


def as_pdf(html: str, styles: Iterable[str], *, variant: str = "") -> bytes:
    """The page as a PDF, dressed in our own style sheets, named as `static` names them;
    `variant`: ARCHIVAL where it must last.

    Nothing the page mentions is fetched: no picture, no address. RuntimeError where the machine
    cannot draw, LookupError for a style sheet that is not there; both are programming errors.
    """
    if not can_draw():
        raise RuntimeError("this machine cannot draw a PDF")
    from weasyprint import CSS, HTML

    sheets = [CSS(filename=_file_of(name)) for name in styles]
    nothing: Any = _fetch_nothing()
    drawn: bytes = HTML(string=html, url_fetcher=nothing).write_pdf(
        stylesheets=sheets, pdf_variant=variant or None
    )
    return drawn


def pdf_response(content: bytes, name: str) -> HttpResponse:
    """The PDF as a file to keep."""
    return file_response(content, name, "application/pdf")


def _file_of(name: str) -> str:
    found = finders.find(name)
    if not isinstance(found, str):
        raise LookupError(f"no style sheet {name!r}")
    return found


def _fetch_nothing() -> Any:
    from weasyprint.urls import URLFetcher

    # Only what the page itself carries (`data:`); neither files nor the network.
    return URLFetcher(allowed_protocols=("data",), allow_redirects=False)
