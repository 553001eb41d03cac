"""Values and names as a reader sees them: an answer in words, a door, and who lives behind it."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _, gettext_lazy

from linli.core.pages.sentences import outline, sentence
from linli.core.pages.wording import tell_day
from linli.lib.identity.mask import mask_name
from linli.lib.law import Finding
from linli.mechanisms.rounds.declaration import CHOICE, DAY, FULL, INITIALS, YES_NO, Question

YES_NO_WORDS = (("yes", gettext_lazy("是")), ("no", gettext_lazy("否")))


def said_in_words(question: Question, value: str) -> str:
    """An answer as it is read; nothing where there is none."""
    if not value:
        return ""
    if question.kind in (YES_NO, CHOICE):
        return str(dict(options_of(question)).get(value, value))
    if question.kind == DAY:
        return tell_day(date.fromisoformat(value))
    return value


def options_of(question: Question) -> tuple[tuple[str, Any], ...]:
    """What can be chosen, where something is chosen."""
    return YES_NO_WORDS if question.kind == YES_NO else question.choices


def door_words(stop: Any) -> str:
    """The door as one says it on the stairs: `301`, or who has no door here."""
    return stop.place.name if stop.place else _("没有登记住房")


def stairs_words(stop: Any) -> str:
    """The staircase it lies on."""
    return stop.place.stairs_name if stop.place else ""


def who_words(stop: Any) -> str:
    """As much of the name as the kind lets lie on a device and on paper."""
    person, names = stop.person, stop.round.kind_of_it.names
    if names not in (INITIALS, FULL):
        return ""
    if person is None or person.is_forgotten:
        return str(stop.called)
    name: str = person.name
    return name if names == FULL else mask_name(name)


def because(rule: str) -> str:
    """Why an entry was held back, in the reader's language; of its numbers nothing was kept."""
    if not rule:
        return ""
    try:
        told = sentence(Finding(False, rule))
    except LookupError:
        return outline(rule)
    return f"{told.text} {told.way_on}".strip()
