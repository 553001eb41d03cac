"""What a room says once of the questionnaires it puts out: who keeps them, who types in, and where
their pages are.

    register_questionnaires({
        "planning": QuestionnaireKind(
            _("需求调查"),
            keeps="planning.survey",
            types="planning.type_in",
            page=lambda asked: reverse("planning:survey", args=[asked.community.code]),
        ),
    })
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

Words = Any
"""A lazily translated text."""


@dataclass(frozen=True)
class QuestionnaireKind:
    """One sort of questionnaire.

    `keeps`: the permission, over the questionnaire, of those who hand out slips and follow the
    rate; `types`: of those who type in what came on paper, by telephone or at a door. `page`: the
    address of the room's page where a slip's code is used (the slip's QR adds `?code=`); `desk`:
    of its page at the desk. `typed_twice`: whether paper counts only once two people have typed
    it (each questionnaire may say otherwise)."""

    title: Words
    keeps: str
    types: str
    page: Callable[[Any], str]
    desk: Callable[[Any], str]
    typed_twice: bool = False


_KINDS: dict[str, QuestionnaireKind] = {}


def register_questionnaires(kinds: Mapping[str, QuestionnaireKind]) -> None:
    """Called by each room once, in `AppConfig.ready`; registering again replaces."""
    _KINDS.update(kinds)


def kind_named(name: str) -> QuestionnaireKind:
    """The kind of that name; KeyError where no room has it."""
    return _KINDS[name]


def kinds() -> tuple[QuestionnaireKind, ...]:
    """Every kind there is."""
    return tuple(_KINDS.values())
