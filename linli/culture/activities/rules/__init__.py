"""What the law and our own promises ask of activities: pure."""

from linli.culture.activities.rules.announcing import (
    dates_ahead,
    desk_number,
    is_large,
    licence_in_order,
    licence_in_time,
    most_expected,
    public_words,
)
from linli.culture.activities.rules.ending import (
    all_over,
    attendance_complete,
    consent_given,
)

__all__ = [
    "all_over",
    "attendance_complete",
    "consent_given",
    "dates_ahead",
    "desk_number",
    "is_large",
    "licence_in_order",
    "licence_in_time",
    "most_expected",
    "public_words",
]
