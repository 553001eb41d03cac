"""A form that only says yes, drawn from a row as it was seen."""

from typing import Any

from linli.core.access.gates import Visit
from linli.core.pages.stepping import sent
from linli.core.pages.steps import StepForm


def seen_form(request: Visit, row: Any) -> StepForm:
    """A form that only says yes, of the row as it was seen."""
    return StepForm(sent(request), row=row)
