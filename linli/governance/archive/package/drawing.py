"""The pages of a package: its index, the inventory, and the reading copy of an item."""

from collections.abc import Sequence
from importlib import resources
from typing import Any

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils import translation

from linli.core.files.filing import Document
from linli.core.pages.bilingual import ENGLISH, SOURCE
from linli.core.pages.paper import ARCHIVAL, as_pdf
from linli.governance.archive.package.reading import show

STYLE = "archive/package.css"


def draw_index(lines: Sequence[dict[str, Any]], facts: dict[str, Any]) -> bytes:
    """The page that opens in any browser: headings in both languages, each item with its files."""
    return _render("archive/package/index.html", {"lines": lines, "facts": facts}).encode()


def draw_inventory(lines: Sequence[dict[str, Any]], facts: dict[str, Any]) -> bytes:
    """The inventory as PDF/A."""
    html = _render("archive/package/inventory.html", {"lines": lines, "facts": facts})
    return as_pdf(html, [STYLE], variant=ARCHIVAL)


def draw_item(line: dict[str, Any], documents: Sequence[Document]) -> bytes:
    """The reading copy of an item as PDF/A: every paper that can be read without its program."""
    shown = [show(each) for each in documents]
    html = _render("archive/package/item.html", {"line": line, "shown": shown})
    return as_pdf(html, [STYLE], variant=ARCHIVAL)


def style() -> bytes:
    """The style sheet that lies in the package beside its index."""
    found = finders.find(STYLE)
    assert isinstance(found, str), STYLE
    with open(found, "rb") as file:
        return file.read()


def read_me() -> bytes:
    """What the package is and how it is checked without this house, in both languages."""
    folder = resources.files("linli.governance.archive").joinpath("package")
    return folder.joinpath("read_me.txt").read_bytes()


def _render(template: str, context: dict[str, Any]) -> str:
    with translation.override(SOURCE):
        lines = [_told(line) for line in context.get("lines", ())]
        line = {"line": _told(context["line"])} if "line" in context else {}
        return render_to_string(template, {**context, "lines": lines, **line})


def _told(line: dict[str, Any]) -> dict[str, Any]:
    """A line whose titles a template can name: `zh` for the language called `zh-hans`."""
    titles = {
        key: {"zh": value.get(SOURCE, ""), "en": value.get(ENGLISH, "")}
        for key, value in line.items()
        if key.endswith("_title")
    }
    return {**line, **titles}
