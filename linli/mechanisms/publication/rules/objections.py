"""Until when somebody may object, and who may decide what was objected."""

from datetime import datetime

from linli.lib.law import Finding
from linli.mechanisms.publication.declaration import Template

UPHELD, NOT_UPHELD = "upheld", "not_upheld"


def objected_in_time(template: Template, until: datetime | None, at: datetime) -> Finding:
    """Whether the window for objections is open: up to and with its last day."""
    return Finding(
        until is not None and at < until,
        "publication.objected_in_time",
        cites=template.cites,
        numbers={"until": until, "days": template.objection_days},
    )


def passed_on_first(template: Template, passed_on: bool) -> Finding:
    """What another office decides is answered with that office's decision: so it was sent there."""
    return Finding(
        not template.decided_elsewhere or passed_on,
        "publication.passed_on_first",
        cites=template.cites,
    )


def reasoned(answer: str) -> Finding:
    """An answer has words."""
    return Finding(bool(answer.strip()), "publication.reasoned")
