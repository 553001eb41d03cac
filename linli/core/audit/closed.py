"""Closed rows: those whose very existence is confidential (a case, a mediation, an application).

    class Case(CommunityRow):
        is_closed = True

What is done to them is written into a book of its own, their clocks are seen by their holder
alone, a file of theirs answers like one that never was, messages about them say nothing, nothing
ties another row to them, and no job or archive names them. Each of those asks here.
"""

from typing import Any

from django.apps import apps
from django.db import models


def is_closed(row: Any) -> bool:
    """Whether a row (or its class) is closed. A row may also say so for itself, as a clock or a
    file does that belongs to a closed row."""
    return getattr(row, "is_closed", False) is True


def kind_is_closed(kind: str) -> bool:
    """The same for a model known by its label, `casework.Case`; what is no model is not closed."""
    try:
        return is_closed(apps.get_model(kind))
    except (LookupError, ValueError):
        return False


def closed_models() -> list[type[models.Model]]:
    """Every model whose rows are closed."""
    return [model for model in apps.get_models() if is_closed(model)]
