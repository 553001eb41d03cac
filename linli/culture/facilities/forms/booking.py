"""Booking a span, at the door, at home and at the desk."""

from datetime import datetime, time, timedelta
from typing import Any, ClassVar

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.pages.steps import tell_at
from linli.culture.facilities.forms.days import DayField, near
from linli.culture.facilities.rules.words import words_for_all
from linli.lib.calendar import SHANGHAI
from linli.lib.calendar.series import (
    DAY,
    FORTNIGHT,
    MONTH_BY_WEEKDAY,
    ONCE,
    WEEK,
    Series,
    SeriesTooLong,
)
from linli.lib.identity.ids import new_id

LONGEST_SERIES = 60


class ClockInput(forms.TimeInput):
    """An hour picked by the browser's own clock."""

    input_type = "time"

    def __init__(self) -> None:
        super().__init__({"step": 300}, format="%H:%M")


class SpanForm(forms.Form):
    """From when until when; what ends before it begins ends the next morning."""

    day = DayField(label=_("哪一天"))
    begins = forms.TimeField(label=_("几点开始"), widget=ClockInput())
    stops = forms.TimeField(
        label=_("几点结束"), widget=ClockInput(), help_text=_("过了半夜的，写第二天的钟点。")
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        day, begins, stops = (said.pop(name, None) for name in ("day", "begins", "stops"))
        if day is not None and begins is not None and stops is not None:
            said["starts"] = _at(day, begins)
            said["ends"] = _at(day if stops > begins else day + timedelta(days=1), stops)
        return said


class BookForm(SpanForm):
    """What a resident says of a use."""

    purpose = forms.CharField(label=_("做什么用"), max_length=120)
    people = forms.IntegerField(
        label=_("大约多少人"), min_value=1, max_value=100_000, required=False
    )
    group_name = forms.CharField(label=_("团队（没有就不填）"), max_length=60, required=False)
    told = forms.BooleanField(
        label=_("把用途写在公开的时间表上"),
        required=False,
        help_text=_("只写用途和团队，谁订的从不公开。"),
    )
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)

    field_order: Any = (
        "day", "begins", "stops", "purpose", "people", "group_name", "told", "once",
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if said.get("told"):
            for name in ("purpose", "group_name"):
                tell_at(self, name, words_for_all(said.get(name) or ""))
        return said


class WaitForm(SpanForm):
    """What one waits for."""

    purpose = forms.CharField(label=_("做什么用"), max_length=120)
    people = forms.IntegerField(
        label=_("大约多少人"), min_value=1, max_value=100_000, required=False
    )


class CallableForm(forms.Form):
    """Who is called where something changes."""

    name = forms.CharField(label=_("怎么称呼"), max_length=30)
    phone = forms.CharField(label=_("电话"), max_length=30)


class DeskWaitForm(WaitForm, CallableForm):
    """The same for somebody who came to the desk."""

    field_order: Any = ("day", "begins", "stops", "purpose", "people", "name", "phone")


class DeskBookForm(BookForm, CallableForm):
    """What the desk books for somebody: one date, or a series."""

    EVERY: ClassVar = [
        (ONCE, _("只这一次")),
        (DAY, _("每天")),
        (WEEK, _("每周")),
        (FORTNIGHT, _("隔周")),
        (MONTH_BY_WEEKDAY, _("每月同一个星期几")),
    ]

    every = forms.ChoiceField(label=_("重复"), choices=EVERY, initial=ONCE)
    until = DayField(label=_("重复到哪一天"), required=False)
    holidays = forms.BooleanField(label=_("节假日也算在内"), required=False)
    outside_hours = forms.BooleanField(label=_("不在开放时间里也订（有人开门）"), required=False)

    def __init__(self, *args: Any, is_holiday: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_holiday = is_holiday

    field_order: Any = (
        "day", "begins", "stops", "every", "until", "holidays", "purpose", "people",
        "group_name", "told", "name", "phone", "outside_hours", "once",
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        every, until = said.get("every"), said.get("until")
        if every and every != ONCE and until is None and "until" not in self.errors:
            self.add_error("until", _("重复的要写到哪一天为止。"))
        starts = said.get("starts")
        if starts is not None and until is not None and every != ONCE:
            first = starts.astimezone(SHANGHAI).date()
            if not first <= until <= first + timedelta(days=400):
                self.add_error("until", _("要在第一次以后的四百天里。"))
        if starts is not None and "until" not in self.errors and "every" not in self.errors:
            self._reckon(said)
        return said

    def _reckon(self, said: dict[str, Any]) -> None:
        """All dates of it or none: what is too long is not cut, and what falls away whole is
        told."""
        try:
            said["spans"] = self._spans(said)
        except SeriesTooLong:
            said["spans"] = None
        if said["spans"] is None or len(said["spans"]) > LONGEST_SERIES:
            told = _("一串最多 {most} 次，请把结束的日子提前。").format(most=LONGEST_SERIES)
            self.add_error("until", told)
        elif not said["spans"]:
            self.add_error("holidays", _("这些日子都是节假日，一次也订不到；要订请勾选这里。"))

    def _spans(self, said: dict[str, Any]) -> list[tuple[datetime, datetime]]:
        starts, ends = said["starts"].astimezone(SHANGHAI), said["ends"]
        return Series(
            first=starts.date(),
            starts=starts.time(),
            minutes=int((ends - starts).total_seconds() // 60),
            every=said["every"],
            until=said["until"] if said["every"] != ONCE else None,
            through_holidays=said.get("holidays", False) or said["every"] == ONCE,
        ).spans(self.is_holiday)


class CodeForm(forms.Form):
    """The code on the slip."""

    code = forms.CharField(label=_("单子上的查询码"), max_length=40)


def start_of(address: Any) -> dict[str, Any]:
    """What a booking begins with, from the address of a free span (`?from=…&to=…`)."""
    found: dict[str, Any] = {}
    starts, ends = (_read(address.get(name)) for name in ("from", "to"))
    if starts is not None:
        starts = _on_the_quarter(starts)
        found |= {"day": starts.date(), "begins": starts.time()}
        last = starts + timedelta(hours=1)
        found["stops"] = (min(last, ends) if ends is not None and ends > starts else last).time()
    return found


def _read(text: str | None) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text or "").replace(tzinfo=SHANGHAI)
    except ValueError:
        return None
    return moment if moment.date() == near(moment.date()) else None


def _on_the_quarter(moment: datetime) -> datetime:
    """The next full five minutes, where a span begins at this very moment."""
    over = moment.minute % 5
    return moment if not over else moment + timedelta(minutes=5 - over)


def _at(day: Any, hour: time) -> datetime:
    return timezone.make_aware(datetime.combine(day, hour), SHANGHAI)
