"""An activity as it is written down: what it is, its rhythm, and its sheet. The form fills it, an
earlier activity gives it, the act takes it."""

from dataclasses import dataclass, field
from typing import Any

from linli.culture.activities.models import Activity

TOLD = (
    "kind", "topic", "audience", "title", "about", "bring", "organiser", "ask_at", "lead",
    "term", "price",
    "fen", "expected", "licence", "applied_on", "step_free", "hearing", "quiet", "access_note",
    "venue", "venue_key", "by_signup",
)  # fmt: skip
RHYTHM = (
    "first", "starts", "minutes", "every", "weekdays", "until", "times", "without", "also",
    "through_holidays",
)  # fmt: skip
OF_SHEET = (
    "way", "seats", "waiting_most", "most_each", "opens_at", "closes_at", "offer_hours",
    "age_from", "age_to", "guarded",
)  # fmt: skip
COPIED = tuple(name for name in OF_SHEET if name not in ("opens_at", "closes_at"))
"""What an activity hands on of its sheet: the days of signing are new every time."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is written down of an activity (`told`: its own fields and its rhythm) and of its sheet
    (`sheet`). A field that is not given keeps what it has."""

    told: dict[str, Any]
    sheet: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        assert set(self.told) <= {*TOLD, *RHYTHM}, set(self.told) - {*TOLD, *RHYTHM}
        assert set(self.sheet) <= set(OF_SHEET), set(self.sheet) - set(OF_SHEET)

    @property
    def words(self) -> tuple[str, ...]:
        """What everybody will read."""
        names = ("title", "about", "bring", "organiser", "access_note", "venue")
        return tuple(str(self.told.get(name) or "") for name in names)


def plan_of(activity: Activity) -> Plan:
    """An activity as a plan for another: the same but for its licence, its exceptions and the days
    on which names are taken."""
    told: dict[str, Any] = {name: getattr(activity, name) for name in (*TOLD, *RHYTHM)}
    told |= {"licence": "", "applied_on": None, "without": [], "also": []}
    return Plan(told, {name: getattr(activity.sheet, name) for name in COPIED})
