"""Recurring duties as data: what falls due every day, week, month … year, and term.

A room ships its own table and declares it in its `apps.ready`:

    from linli.core.clocks.duties import declare
    declare(Path(__file__).parent / "duties.toml")

What a row may say stands in `reading.py`; the country's own rows lie in `cn/`.
"""

from linli.core.clocks.duties.declared import (
    DUTIES,
    Due,
    Duty,
    Within,
    declare,
    declared,
    duty_called,
    fingerprint,
)
from linli.core.clocks.duties.reading import FlawedDuties, read_duties

__all__ = [
    "DUTIES",
    "Due",
    "Duty",
    "FlawedDuties",
    "Within",
    "declare",
    "declared",
    "duty_called",
    "fingerprint",
    "read_duties",
]
