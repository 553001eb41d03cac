"""The forms of the work calendar: a day, what is done with a clock, a duty, a stand-in."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.access.posts import POSTS
from linli.core.clocks.models import CalendarDay
from linli.core.clocks.models.duty import RHYTHMS
from linli.core.pages.fields import DayInput

WEEKDAYS = [
    (0, "—"), (1, _("星期一")), (2, _("星期二")), (3, _("星期三")), (4, _("星期四")),
    (5, _("星期五")), (6, _("星期六")), (7, _("星期日")),
]  # fmt: skip


class DayForm(forms.ModelForm):
    """One day of the work calendar."""

    class Meta:
        model = CalendarDay
        fields: ClassVar = ["on", "kind", "name", "source"]
        widgets: ClassVar = {"on": DayInput}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["kind"]
        field.choices = [("", _("请选择")), *CalendarDay.KINDS]


class ReasonForm(forms.Form):
    """Why."""

    reason = forms.CharField(label=_("原因"), max_length=400)


class ExtendForm(ReasonForm):
    """By how many days, and why."""

    days = forms.IntegerField(label=_("延长几天"), min_value=1, max_value=400)
    field_order = ["days", "reason"]


class HandOverForm(ReasonForm):
    """To whom, and why."""

    to = forms.ModelChoiceField(label=_("交给谁"), queryset=None, empty_label=_("请选择"))
    field_order = ["to", "reason"]

    def __init__(self, *args: Any, colleagues: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["to"]
        field.queryset = colleagues
        field.label_from_instance = lambda account: account.label


class DoneForm(forms.Form):
    """How a duty was done; of what comes every day or week it need not be said."""

    note = forms.CharField(
        label=_("怎么做的"),
        max_length=400,
        help_text=_("哪天、在哪里、谁参加，一句话就够。"),
    )

    def __init__(self, *args: Any, quick: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["note"].required = not quick


class MoveDutyForm(ReasonForm):
    """Another day of its period; which of the fields there are depends on how often it comes."""

    month = forms.IntegerField(label=_("月份"), min_value=1, max_value=12)
    day = forms.IntegerField(
        label=_("几号"),
        min_value=1,
        max_value=31,
        help_text=_("当月没有这一天的，算最后一天。"),
    )
    weekday = forms.TypedChoiceField(label=_("星期几"), choices=WEEKDAYS[1:], coerce=int)
    field_order = ["month", "day", "weekday", "reason"]

    def __init__(self, *args: Any, every: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        wanted = {"week": {"weekday"}, "year": {"month", "day"}}.get(every, {"day"})
        for name in {"month", "day", "weekday"} - wanted:
            del self.fields[name]


class DutyForm(ReasonForm):
    """A duty of the community's own."""

    title = forms.CharField(label=_("要做的事"), max_length=80)
    title_en = forms.CharField(label=_("英文名称"), max_length=120, required=False)
    every = forms.ChoiceField(label=_("多久一次"), choices=RHYTHMS)
    month = forms.IntegerField(
        label=_("月份"),
        min_value=1,
        max_value=12,
        required=False,
        help_text=_("只有每年一次的要填。"),
    )
    day = forms.IntegerField(
        label=_("几号"),
        min_value=1,
        max_value=31,
        required=False,
        help_text=_("每月、每季度、每半年、每年的要填；季度和半年按最后一个月算。"),
    )
    weekday = forms.TypedChoiceField(
        label=_("星期几"), choices=WEEKDAYS, coerce=int, required=False, help_text=_("每周的要选。")
    )
    post = forms.ChoiceField(
        label=_("由谁负责"),
        choices=[(post.name, post.title) for post in POSTS.values() if post.works],
    )
    field_order = [
        "title", "title_en", "every", "weekday", "month", "day", "post", "reason",
    ]  # fmt: skip

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        every = given.get("every", "")
        needed = {"week": ("weekday",), "year": ("month", "day"), "day": ()}.get(every, ("day",))
        for name in ("month", "day", "weekday"):
            if name in needed and not given.get(name):
                self.add_error(name, forms.ValidationError(_("请填写。"), code="required"))
            given[name] = given.get(name) or 0 if name in needed else 0
        return given


class StandInForm(ReasonForm):
    """Who is away, who stands in, and for which days."""

    absent = forms.ModelChoiceField(label=_("谁不在"), queryset=None, empty_label=_("请选择"))
    stand_in = forms.ModelChoiceField(label=_("谁代班"), queryset=None, empty_label=_("请选择"))
    since = forms.DateField(label=_("从哪天起"), widget=DayInput)
    until = forms.DateField(label=_("到哪天止"), widget=DayInput)
    field_order = ["absent", "stand_in", "since", "until", "reason"]

    def __init__(self, *args: Any, colleagues: Any, own: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("absent", "stand_in"):
            field: Any = self.fields[name]
            field.queryset = colleagues
            field.label_from_instance = lambda account: account.label
        if own is not None:  # whoever is no director speaks for themselves alone
            del self.fields["absent"]
            stand_in: Any = self.fields["stand_in"]
            stand_in.queryset = colleagues.exclude(pk=own)
