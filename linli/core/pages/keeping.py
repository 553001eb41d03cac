"""What was typed into a form that is refused is handed back: nobody writes it a second time."""

import re
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Any

from django.forms import BaseForm, BooleanField
from django.forms.boundfield import BoundField
from django.http import HttpRequest
from django.utils.translation import gettext as _

_SECRET = re.compile(r"passw|secret|token|code|once|csrf", re.IGNORECASE)
_FIGURE = re.compile(r"[\d.,:/T+-]{2,}")
_KEY = re.compile(r"[0-9a-f]{8}(-?[0-9a-f]{4}){3}-?[0-9a-f]{12}", re.IGNORECASE)


def handed_back(request: HttpRequest, forms: Iterable[BaseForm] = ()) -> list[tuple[str, str]]:
    """Label and value of all that was typed or chosen. Never a password or a code, nor what the
    page sent along unseen, nor a field marked as not to be kept (`data-no-draft`).

    Of what stands in none of the `forms` there is no label (""): words, figures and days are given
    back, and keys of rows are not.
    """
    # What is too large to be taken in is not read here either.
    posted: Any = getattr(request, "_post", None) or {}
    known: set[str] = set()
    told: list[tuple[str, str]] = []
    for form in forms:
        for field in form:
            names = {field.html_name, *_inputs_of(field)}
            new = known.isdisjoint(names) and _may_be_told(field)
            if new and (words := _words_of(field, posted)):
                told.append((str(field.label), words))
            known |= names
    for name in posted:
        if name not in known and not _SECRET.search(name):
            told += [("", value) for value in posted.getlist(name) if _speaks(value)]
    return told


def forms_on_the_way(trace: TracebackType | None) -> Iterator[BaseForm]:
    """The forms that were being read when a view was left by an exception, the first first: they
    alone know how their fields are called."""
    met: set[int] = set()
    while trace is not None:
        for value in list(trace.tb_frame.f_locals.values()):
            if isinstance(value, BaseForm) and value.is_bound and id(value) not in met:
                met.add(id(value))
                yield value
        trace = trace.tb_next


def _may_be_told(field: BoundField) -> bool:
    widget: Any = field.field.widget
    unseen = field.is_hidden or widget.needs_multipart_form
    kept_off = widget.input_type == "password" if hasattr(widget, "input_type") else False
    return not (
        unseen or kept_off or "data-no-draft" in widget.attrs or _SECRET.search(field.html_name)
    )


def _inputs_of(field: BoundField) -> list[str]:
    """The names of the inputs of a field that has several."""
    widgets = getattr(field.field.widget, "widgets_names", ())
    return [f"{field.html_name}{suffix}" for suffix in widgets]


def _words_of(field: BoundField, posted: Any) -> str:
    values = [
        value
        for name in (field.html_name, *_inputs_of(field))
        if name in posted
        for value in posted.getlist(name)
        if value.strip()
    ]
    if values and isinstance(field.field, BooleanField):
        return _("是")
    if not values:
        return ""
    titles = {str(key): str(words) for key, words in _choices_of(field)}
    return "\n".join(titles.get(value, value) for value in values)


def _choices_of(field: BoundField) -> Iterator[tuple[Any, Any]]:
    for key, words in getattr(field.field, "choices", ()):
        yield from words if isinstance(words, list | tuple) else [(key, words)]


def _speaks(value: str) -> bool:
    """Whether a value without a label says something to who typed it."""
    if _KEY.fullmatch(value):
        return False
    written = any(letter > "\x7f" or letter.isspace() for letter in value.strip())
    return written or bool(_FIGURE.fullmatch(value))
