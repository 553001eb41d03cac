"""A call, its shifts, and what is typed about them."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.pages.fields import DayInput
from linli.core.pages.steps import PublicForm, tell_at
from linli.lib.calendar.series import DAY, FORTNIGHT, ONCE, WEEK, Series
from linli.lib.identity.ids import new_id
from linli.lib.law import Finding
from linli.service.volunteering import words
from linli.service.volunteering.actions.calling import Planned
from linli.service.volunteering.actions.wording import judged
from linli.service.volunteering.models import VolunteerCall
from linli.service.volunteering.queries.calls import office_phone_of
from linli.service.volunteering.queries.volunteers import teams_in
from linli.service.volunteering.rules.calls import office_number

CARRIED = ("once", "seen")
"""What a form carries along, and is no part of a call."""

AHEAD = timedelta(days=2 * 366)
PUBLIC = _("大家都看得到，不写人的姓名、手机和门牌。")
RHYTHMS = [
    (ONCE, _("只有一次")),
    (DAY, _("每天")),
    (WEEK, _("每周")),
    (FORTNIGHT, _("每两周")),
]
WEEKDAYS = [
    ("0", _("周一")), ("1", _("周二")), ("2", _("周三")), ("3", _("周四")),
    ("4", _("周五")), ("5", _("周六")), ("6", _("周日")),
]  # fmt: skip


class VolunteerWords(PublicForm):
    """Words everybody reads: they name nobody and force nobody."""

    def judge(self, words: str) -> Finding:
        return judged(words)


class CallForm(VolunteerWords):
    """What a call says."""

    public = ("title", "content", "venue", "when_told", "hazard", "contact")

    title = forms.CharField(label=_("招募什么"), max_length=80)
    kind = forms.ChoiceField(label=_("哪种服务"), choices=words.KINDS)
    content = forms.CharField(
        label=_("要做什么"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 4, "maxlength": 600}),
        help_text=_("如实写：做哪几件事、要多少力气、会见到什么人。"),
        required=False,
    )
    venue = forms.CharField(label=_("在哪里"), max_length=120, required=False)
    when_told = forms.CharField(label=_("什么时候"), max_length=120, required=False)
    served = forms.ChoiceField(label=_("为谁"), choices=words.SERVED)
    hazard = forms.CharField(
        label=_("有什么风险"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": 400}),
        help_text=_("没有特别风险的也写明，比如“要爬六层楼梯，没有电梯”。"),
        required=False,
    )
    dangerous = forms.BooleanField(label=_("可能发生人身危险"), required=False)
    insured = forms.BooleanField(label=_("要有意外伤害保险才上岗"), required=False)
    training = forms.ChoiceField(
        label=_("要先通过哪种培训"), choices=[("", _("不要求")), *words.TRAININGS], required=False
    )
    skill = forms.ChoiceField(
        label=_("要会什么"), choices=[("", _("不要求")), *words.SKILLS], required=False
    )
    age_from = forms.IntegerField(label=_("最小年龄"), min_value=6, max_value=100, required=False)
    age_to = forms.IntegerField(label=_("最大年龄"), min_value=6, max_value=100, required=False)
    minors = forms.BooleanField(label=_("适合未成年人"), required=False)
    contact = forms.CharField(
        label=_("由谁答复"), max_length=60, required=False, help_text=_("写岗位，不写姓名。")
    )
    contact_phone = forms.CharField(
        label=_("办公电话"),
        max_length=30,
        required=False,
        help_text=_("大家都看得到：只写座机或者居委会的值班电话，不写个人手机。"),
    )
    team = forms.ModelChoiceField(
        label=_("由哪支队伍做"), queryset=None, required=False, empty_label=_("不分队伍")
    )
    seen = forms.IntegerField(widget=forms.HiddenInput(), required=False)
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)

    def __init__(
        self, *args: Any, community: Any, call: VolunteerCall | None = None, **kwargs: Any
    ) -> None:
        if call is not None:
            start = {name: getattr(call, name) for name in self.base_fields if name not in CARRIED}
            start.update(team=call.team_id, seen=call.version)
            kwargs["initial"] = {**start, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        self.community, self.changes = community, call is not None
        field: Any = self.fields["team"]
        field.queryset = teams_in(community)

    @property
    def said(self) -> dict[str, Any]:
        """As the act takes it."""
        return {name: each for name, each in self.cleaned_data.items() if name not in CARRIED}

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        phone = said.get("contact_phone") or ""
        if self.changes and said.get("seen") is None:
            self.add_error(None, _("请重新打开再改。"))
        if phone:
            tell_at(self, "contact_phone", office_number(phone, office_phone_of(self.community)))
        return said


class PlanForm(VolunteerWords):
    """When shifts are, and how many are wanted for each."""

    public = ("venue",)

    first = forms.DateField(label=_("第一班在哪天"), widget=DayInput())
    starts = forms.TimeField(
        label=_("几点开始"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    ends = forms.TimeField(
        label=_("几点结束"),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        help_text=_("早于开始的，算到第二天。"),
    )
    needed = forms.IntegerField(label=_("每班要几个人"), min_value=1, max_value=200, initial=1)
    every = forms.ChoiceField(label=_("多久一次"), choices=RHYTHMS, initial=ONCE)
    weekdays = forms.MultipleChoiceField(
        label=_("每周哪几天（每周、每两周的才选）"),
        choices=WEEKDAYS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    until = forms.DateField(
        label=_("排到哪天为止（只有一次的不填）"), widget=DayInput(), required=False
    )
    holidays = forms.BooleanField(label=_("节假日也照排"), required=False)
    venue = forms.CharField(
        label=_("集合地点"),
        max_length=120,
        required=False,
        help_text=_("不填就用招募里的地点。"),
    )
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        first, until = said.get("first"), said.get("until")
        if first and abs(first - timezone.localdate()) > AHEAD:
            self.add_error("first", _("请写近两年以内的一天。"))
            return said
        if said.get("every") != ONCE and not until and "until" not in self.errors:
            self.add_error("until", _("请写排到哪天为止。"))
        elif first and until and not 0 <= (until - first).days <= 366:
            self.add_error("until", _("请写第一班以后、一年以内的一天。"))
        if said.get("starts") and said.get("starts") == said.get("ends"):
            self.add_error("ends", _("开始和结束是同一个时间。"))
        return said

    @property
    def planned(self) -> Planned:
        """As the act takes it."""
        said = self.cleaned_data
        first = said["first"]
        begins, ends = (datetime.combine(first, said[name]) for name in ("starts", "ends"))
        minutes = int((ends - begins).total_seconds() // 60) % 1440
        once = said["every"] == ONCE
        return Planned(
            Series(
                first,
                said["starts"],
                minutes,
                every=said["every"],
                weekdays=tuple(int(each) for each in said["weekdays"]),
                until=None if once else said["until"],
                through_holidays=said["holidays"] or once,
            ),
            said["needed"],
            said["venue"],
        )


class CallOffForm(VolunteerWords):
    """Why a shift falls out."""

    public = ("reason",)

    reason = forms.CharField(label=_("取消的原因"), max_length=200, help_text=PUBLIC)
    rest = forms.BooleanField(label=_("这一轮以后的班次也一起取消"), required=False)
