"""The kinds of message and their words, declared by each app's `sentences.py`.

    register_kinds({
        "matters.answered": Kind(
            subject=_("您的诉求“{label}”有了答复"),
            body=_("点开看答复；不满意可以要求重新办理。"),
            opens="matters:show",
        ),
    })

Placeholders are the values told (`act.tell("matters.answered", account=…, label=…)`): labels and
numbers, never a resident's words.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from django.conf import settings
from django.utils.dateparse import parse_date, parse_datetime

from linli.core.pages.bilingual import is_in_both
from linli.core.pages.sentences import say


@dataclass(frozen=True)
class Kind:
    """`opens`: the name of the page the message leads to. It is given the community's code where
    its address has one, and the id of what the act was about where it has one; `by`: the told
    value that stands there instead of the id (a receipt number)."""

    subject: Any
    body: Any = ""
    opens: str = ""
    by: str = ""


class Said(NamedTuple):
    """A message in the reader's language."""

    subject: str
    body: str


KINDS: dict[str, Kind] = {}

CLOSED = "messages.closed"
"""What is said instead of any message about a closed row: that there is something, and no more."""


def register_kinds(kinds: Mapping[str, Kind]) -> None:
    """Called by each app's `sentences.py`."""
    for name, kind in kinds.items():
        assert KINDS.get(name, kind) == kind, f"two different messages are called {name}"
        KINDS[name] = kind


def say_message(kind: str, values: Mapping[str, Any]) -> Said:
    """The message in words. A value the sentence names and the message lacks shows as …, but is a
    LookupError where `LINLI_STRICT` is set; so is a kind nobody declared."""
    words = KINDS.get(kind)
    strict = getattr(settings, "LINLI_STRICT", False)
    if words is None:
        if strict:
            raise LookupError(f"no words for the message {kind!r}")
        return Said(kind, "")
    said = _Values({name: say(thaw(value)) for name, value in values.items()}, strict)
    return Said(str(words.subject).format_map(said), str(words.body).format_map(said))


def freeze(value: Any) -> Any:
    """A told value as JSON that says what it was."""
    if isinstance(value, datetime):
        return {"moment": value.isoformat()}
    if isinstance(value, date):
        return {"day": value.isoformat()}
    if isinstance(value, bool | int | float | None) or is_in_both(value):
        return value
    return str(value)


def thaw(value: Any) -> Any:
    """The value again, so that days are written in the reader's way."""
    if isinstance(value, dict) and not is_in_both(value):
        if "moment" in value:
            return parse_datetime(value["moment"])
        return parse_date(value["day"])
    return value


class _Values(dict[str, str]):
    def __init__(self, values: Mapping[str, str], strict: bool) -> None:
        super().__init__(values)
        self._strict = strict

    def __missing__(self, key: str) -> str:
        if self._strict:
            raise LookupError(f"the message names {key}, which was not told")
        return "…"
