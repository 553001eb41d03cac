"""Opening hours entered with plain choices: which days, from when to when, what is otherwise."""

from datetime import time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.pages.fields import DayInput
from linli.service.catalogue.opening_words import NTH, WEEKDAYS
from linli.service.catalogue.rules import openings as rules
from linli.service.catalogue.rules.openings import Departure, Hours, Opening

LINES, DEPARTURES = 3, 4
KINDS = [
    ("", _("（空着）")),
    (rules.WORKDAYS, _("工作日（跟着调休走）")),
    (rules.WEEKLY, _("每周")),
    (rules.FORTNIGHTLY, _("隔一周")),
    (rules.MONTHLY_WEEKDAY, _("每月第几个星期几")),
    (rules.MONTHLY_DAY, _("每月几号")),
    (rules.ONCE, _("只有一次")),
]
_OPENING = ("kind", "opens", "closes", "days", "nth", "day", "since", "until", "holidays_too")
_DEPARTURE = ("on", "off_opens", "off_closes", "why")


class TimeInput(forms.TimeInput):
    """An hour picked by the browser's own clock."""

    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


class HoursForm(forms.Form):
    """What both a guide and an entry of the directory take in of when something is open."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for line in range(1, LINES + 1):
            self._add_line(line)
        for line in range(1, DEPARTURES + 1):
            self._add_departure(line)

    def _add_line(self, line: int) -> None:
        made: dict[str, forms.Field] = {
            "kind": forms.ChoiceField(label=_("哪些日子"), choices=KINDS, required=False),
            "opens": forms.TimeField(label=_("几点开"), required=False, widget=TimeInput()),
            "closes": forms.TimeField(label=_("几点关"), required=False, widget=TimeInput()),
            "days": forms.TypedMultipleChoiceField(
                label=_("星期几"),
                choices=WEEKDAYS,
                coerce=int,
                required=False,
                widget=forms.CheckboxSelectMultiple,
            ),
            "nth": forms.TypedChoiceField(
                label=_("第几个"), choices=[(0, "—"), *NTH], coerce=int, required=False
            ),
            "day": forms.IntegerField(label=_("几号"), min_value=1, max_value=31, required=False),
            "since": forms.DateField(label=_("从哪天起"), required=False, widget=DayInput()),
            "until": forms.DateField(label=_("到哪天为止"), required=False, widget=DayInput()),
            "holidays_too": forms.BooleanField(label=_("节假日也开"), required=False),
        }
        for name, field in made.items():
            self.fields[f"{name}_{line}"] = field

    def _add_departure(self, line: int) -> None:
        made: dict[str, forms.Field] = {
            "on": forms.DateField(label=_("哪一天"), required=False, widget=DayInput()),
            "off_opens": forms.TimeField(
                label=_("改成几点开（不开就空着）"), required=False, widget=TimeInput()
            ),
            "off_closes": forms.TimeField(label=_("几点关"), required=False, widget=TimeInput()),
            "why": forms.CharField(label=_("为什么"), max_length=40, required=False),
        }
        for name, field in made.items():
            self.fields[f"{name}_{line}"] = field

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        for line in range(1, LINES + 1):
            if not cleaned.get(f"kind_{line}"):
                continue
            for name in ("opens", "closes"):
                if cleaned.get(f"{name}_{line}") is None and f"{name}_{line}" not in self.errors:
                    self.add_error(f"{name}_{line}", _("请填时间，如 09:00。"))
        return cleaned

    @property
    def lines(self) -> list[list[Any]]:
        """The inputs of the hours, line by line."""
        return [[self[f"{name}_{n}"] for name in _OPENING] for n in range(1, LINES + 1)]

    @property
    def departures(self) -> list[list[Any]]:
        """The inputs of the days that are otherwise."""
        return [[self[f"{name}_{n}"] for name in _DEPARTURE] for n in range(1, DEPARTURES + 1)]

    @property
    def more_lines_used(self) -> bool:
        """Whether anything beyond the first line was entered, so that it is shown."""
        return any(self[f"kind_{n}"].value() for n in range(2, LINES + 1))

    @property
    def departures_used(self) -> bool:
        """Whether a day that is otherwise was entered."""
        return any(self[f"on_{n}"].value() for n in range(1, DEPARTURES + 1))

    @property
    def heads(self) -> list[Any]:
        """The other fields, in their order."""
        own = {f"{n}_{i}" for i in range(1, LINES + 1) for n in _OPENING}
        own |= {f"{n}_{i}" for i in range(1, DEPARTURES + 1) for n in _DEPARTURE}
        return [self[name] for name in self.fields if name not in own]

    def hours(self) -> Hours:
        """What was entered."""
        given = self.cleaned_data
        openings = tuple(
            Opening(
                given[f"kind_{n}"],
                given[f"opens_{n}"],
                given[f"closes_{n}"],
                tuple(given[f"days_{n}"]),
                given[f"nth_{n}"] or 0,
                given[f"day_{n}"] or 0,
                given[f"since_{n}"],
                given[f"until_{n}"],
                given[f"holidays_too_{n}"],
            )
            for n in range(1, LINES + 1)
            if given[f"kind_{n}"]
        )
        departures = tuple(
            Departure(
                given[f"on_{n}"],
                given[f"off_opens_{n}"],
                given[f"off_closes_{n}"],
                given[f"why_{n}"],
            )
            for n in range(1, DEPARTURES + 1)
            if given[f"on_{n}"]
        )
        return Hours(openings, departures)


def begin_hours(hours: Hours) -> dict[str, Any]:
    """The same as what the form begins with."""
    begun: dict[str, Any] = {}
    for n, line in enumerate(hours.openings[:LINES], 1):
        values = (
            line.kind, line.opens, line.closes, list(line.days), line.nth, line.day or None,
            line.since, line.until, line.holidays_too,
        )  # fmt: skip
        begun |= {f"{name}_{n}": value for name, value in zip(_OPENING, values, strict=True)}
    for n, each in enumerate(hours.departures[:DEPARTURES], 1):
        found: tuple[Any, time | None, time | None, str] = (
            each.on, each.opens, each.closes, each.why,
        )  # fmt: skip
        begun |= {f"{name}_{n}": value for name, value in zip(_DEPARTURE, found, strict=True)}
    return begun
