"""What the law pack of a day says about money, in this community."""

from datetime import date
from typing import Any

from linli.core.places.laid_down import number_laid_down


def third_from(community: Any, on: date) -> int:
    """From how many fen on a third person agrees as well."""
    return number_laid_down("funds.third_from", community, on)


def assembly_from(community: Any, on: date) -> int:
    """From how many fen on residents decide first."""
    return number_laid_down("funds.assembly_from", community, on)
