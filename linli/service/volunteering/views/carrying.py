"""How the forms of these pages carry out an act: once, by whoever is here, now."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from django.utils import timezone

from linli.core.access.gates import Visit
from linli.core.audit.door import Replayed
from linli.core.pages.stepping import sent
from linli.core.pages.steps import StepForm


def carried(
    request: Visit, act: Any, subject: Any, **more: Any
) -> Callable[[dict[str, Any]], object]:
    """What a form in order does: the act, about the subject, with what was typed and `more`; a
    form that is sent twice is led on alike."""

    def carry_out(given: dict[str, Any]) -> object:
        with suppress(Replayed):
            return act(subject, by=request.actor, at=timezone.now(), **given, **more)
        return None

    return carry_out


def seen_form(request: Visit, row: Any) -> StepForm:
    """A form that only says yes, of the row as it was seen."""
    return StepForm(sent(request), row=row)
