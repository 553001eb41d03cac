"""Who was marked as having come, and for how long."""

from typing import Any

from linli.mechanisms.signup.models import Presence
from linli.mechanisms.signup.rules import PRESENT
from linli.service.volunteering.models import Shift


def minutes_of(shift: Shift) -> dict[Any, int]:
    """Minutes on duty by entry, as the attendance page has them: the whole shift where nothing
    else was said, nothing for who did not come. Empty where nobody was marked yet."""
    rows = Presence.objects.filter(community=shift.community_id, occasion=shift.occasion_id)
    return {
        row.signup_id: _minutes(row, shift.occasion.minutes) if row.state == PRESENT else 0
        for row in rows
    }


def _minutes(row: Presence, whole: int) -> int:
    return whole if row.minutes is None else min(row.minutes, whole)
