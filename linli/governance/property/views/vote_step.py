"""The form of a step, sent twice: once is enough."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse

from linli.core.audit.door import Replayed
from linli.core.pages.stepping import step as plain_step


def step(
    request: HttpRequest,
    form: Any,
    carry_out: Callable[[dict[str, Any]], object],
    *,
    back: str,
    leads_to: Callable[[Any], str] | None = None,
    **told: Any,
) -> HttpResponse:
    """As `stepping.step`; the same form sent again does nothing and goes back."""

    def carried(said: dict[str, Any]) -> object:
        try:
            return carry_out(said)
        except Replayed:
            return None

    def lead(made: Any) -> str:
        return leads_to(made) if leads_to is not None and made is not None else back

    return plain_step(request, form, carried, back=back, leads_to=lead, **told)


def version_in(text: str) -> int | None:
    """The version of a row a form was drawn from; nothing where no such number stands there."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None
