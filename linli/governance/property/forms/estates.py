"""Estates, bodies of owners and their founding, as they are written down."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.pages.fields import DayInput
from linli.governance.property.actions.estates import Seat
from linli.governance.property.forms.told import (
    PUBLIC_WORDS,
    OnceForm,
    SeenForm,
    SquareField,
    several_lines,
)
from linli.governance.property.models import Estate, Founding, OwnersBody
from linli.governance.property.words import OFFICES, SIDES, SIDES_SAID

PARTS, LONGEST_NAME = 5, 40
SHOWN = ("公开", "shown", "不公开")
"""What the last part of a line may say: the first two that the contact is for everybody."""
KNOWN = (
    "developer", "built", "delivered_on", "old", "land", "green", "buildings", "on_sewer",
)  # fmt: skip


def _known() -> dict[str, forms.Field]:
    return {
        "developer": forms.CharField(label=_("建设单位"), max_length=80, required=False),
        "built": forms.IntegerField(
            label=_("哪年建成"), min_value=1900, max_value=2200, required=False
        ),
        "delivered_on": forms.DateField(
            label=_("首套交付日期"), widget=DayInput(), required=False,
            help_text=_("填了才算“符合成立业主组织的条件”。"),
        ),
        "old": forms.BooleanField(label=_("老旧小区"), required=False),
        "land": SquareField(label=_("用地面积（平方米）"), required=False),
        "green": SquareField(label=_("绿地面积（平方米）"), required=False),
        "buildings": forms.IntegerField(label=_("楼栋数"), min_value=1, required=False),
        "on_sewer": forms.IntegerField(
            label=_("接入市政污水管、没有混接的楼栋"), min_value=0, required=False,
            help_text=_("没查过的空着。"),
        ),
    }  # fmt: skip


class EstateForm(OnceForm):
    """A new estate."""

    public = ("name", "developer")

    name = forms.CharField(label=_("名称"), max_length=80)
    place = forms.ModelChoiceField(label=_("是哪个小区"), queryset=None)
    regime = forms.ChoiceField(label=_("现在怎么管"), choices=Estate.REGIMES)
    since = forms.DateField(label=_("从哪天登记"), widget=DayInput(), initial=timezone.localdate)

    def __init__(self, *args: Any, places: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["place"]
        field.queryset = places
        self.fields.update(_known())

    @property
    def given(self) -> dict[str, Any]:
        """What is known of it."""
        return {name: self.cleaned_data[name] for name in (*KNOWN, "regime")}


class KnownForm(SeenForm):
    """What is known of an estate changes."""

    public = ("developer",)

    def fit(self) -> None:
        self.fields.update(_known())
        for name in KNOWN:
            self.initial.setdefault(name, getattr(self.row, name))

    @property
    def given(self) -> dict[str, Any]:
        """What is known of it."""
        return {name: self.cleaned_data[name] for name in KNOWN}


class RegimeForm(OnceForm):
    """Another way of looking after the estate."""

    public = ("basis",)

    after = forms.ChoiceField(label=_("以后怎么管"), choices=Estate.REGIMES)
    on = forms.DateField(label=_("从哪天起"), widget=DayInput(), initial=timezone.localdate)
    basis = forms.CharField(
        label=_("根据什么决定"), max_length=200, help_text=_("例如：业主大会第几次会议的决定。")
    )


class BodyForm(OnceForm):
    """A body of the owners and who sits in it: one line to a member."""

    public = ("name",)

    kind = forms.ChoiceField(label=_("类别"), choices=OwnersBody.KINDS)
    name = forms.CharField(label=_("名称"), max_length=80)
    since = forms.DateField(label=_("产生日期"), widget=DayInput(), initial=timezone.localdate)
    term_ends = forms.DateField(label=_("任期至"), widget=DayInput())
    filed_on = forms.DateField(label=_("备案日期"), widget=DayInput(), required=False)
    members = forms.CharField(
        label=_("成员，一行一位"), max_length=3000, widget=several_lines(3000, 7),
        help_text=_("姓名，职务（主任/副主任/委员），代表哪一方（业主/居委会/街道…），联系方式，公开。"
                    "没有写“公开”的，联系方式不给人看。"),
    )  # fmt: skip

    def clean_members(self) -> list[Seat]:
        """The seats, line by line; a word that is in no list is told with its line."""
        lines = self.cleaned_data["members"].splitlines()
        return [self._seat(n, line) for n, line in enumerate(lines, 1) if line.strip()]

    def _seat(self, number: int, line: str) -> Seat:
        parts = [each.strip() for each in line.replace("，", ",").split(",")]
        parts += [""] * (PARTS - len(parts))
        name, office, side, contact, shown, *more = parts
        office_code = _code_of(OFFICES, office) if office else "member"
        side_code = SIDES_SAID.get(side) or _code_of(SIDES, side) if side else self._side()
        for holds, words in (
            (bool(name) and len(name) <= LONGEST_NAME, _("第 {number} 行：没有写姓名，或者太长。")),
            (bool(office_code), _("第 {number} 行：职务“{word}”认不出来，请写主任、副主任或者委员。")),
            (bool(side_code), _("第 {number} 行：“{side}”认不出代表哪一方，请写{sides}。")),
            (not any(more) and shown in ("", *SHOWN),
             _("第 {number} 行：最后一项只写“公开”或者不写。")),
        ):  # fmt: skip
            if not holds:
                raise forms.ValidationError(
                    str(words).format(number=number, word=office, side=side, sides=_listed(SIDES))
                )
        return Seat(
            name=name, office=office_code, side=side_code, contact=contact,
            contact_told=shown in SHOWN[:2],
        )  # fmt: skip

    def _side(self) -> str:
        """In an owners' committee sit owners; elsewhere each line says for whom."""
        return "owner" if self.cleaned_data.get("kind") == "owners_committee" else ""


class FiledForm(OnceForm):
    """The day something was done."""

    on = forms.DateField(label=_("哪天"), widget=DayInput(), initial=timezone.localdate)


class FoundingForm(OnceForm):
    """Owners ask for an assembly."""

    way = forms.ChoiceField(label=_("成立什么"), choices=Founding.WAYS)
    asked_on = forms.DateField(label=_("提出的日期"), widget=DayInput(), initial=timezone.localdate)
    asked = forms.IntegerField(label=_("提出的业主"), min_value=0)
    owners = forms.IntegerField(label=_("业主总数"), min_value=1)
    area_asked = SquareField(label=_("提出的业主的面积（平方米）"))
    area_all = SquareField(label=_("专有部分总面积（平方米）"))
    area_delivered = SquareField(label=_("已经交付的面积（平方米）"))
    by_developer = forms.BooleanField(label=_("建设单位也提出了"), required=False)


class StageForm(SeenForm):
    """A stage was reached."""

    public = ("note",)

    on = forms.DateField(label=_("哪天"), widget=DayInput(), initial=timezone.localdate)
    note = forms.CharField(label=_("说明"), max_length=200, required=False, help_text=PUBLIC_WORDS)


class EndForm(SeenForm):
    """Something ends before its time, and why; everybody reads it."""

    public = ("reason",)

    on = forms.DateField(label=_("哪天"), widget=DayInput(), initial=timezone.localdate)
    reason = forms.CharField(label=_("为什么"), max_length=200, help_text=PUBLIC_WORDS)


class EndBodyForm(OnceForm):
    """A body of the owners ends: when, why, by what decision. Before the end of its term that has
    to be said."""

    public = ("reason", "basis")

    on = forms.DateField(label=_("哪天结束"), widget=DayInput())
    reason = forms.CharField(
        label=_("为什么结束"), max_length=200,
        help_text=_("例如：任期届满、业主大会决定解散。大家都看得到，不写人的姓名、电话和住址。"),
    )  # fmt: skip
    basis = forms.CharField(
        label=_("根据什么决定"), max_length=200,
        help_text=_("例如：业主大会第几次会议的决定；街道的文号。"),
    )  # fmt: skip
    early = forms.BooleanField(label=_("任期没有满，提前结束"), required=False)

    def __init__(self, *args: Any, running: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not running:
            del self.fields["early"]


class PlanForm(SeenForm):
    """The day the first assembly is meant for."""

    on = forms.DateField(
        label=_("首次业主大会定在哪天"), widget=DayInput(),
        help_text=_("公布筹备事项的最晚日期从这一天往前算。"),
    )  # fmt: skip


class LeaveForm(OnceForm):
    """One member leaves their office; of a chair, who follows."""

    on = forms.DateField(label=_("哪天"), widget=DayInput(), initial=timezone.localdate)
    follows = forms.ModelChoiceField(
        label=_("谁接任主任（组长）"), queryset=None, required=False,
        help_text=_("还没有定的先空着。"),
    )  # fmt: skip

    def __init__(self, *args: Any, chair: bool, others: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["follows"]
        field.queryset = others
        field.label_from_instance = lambda row: row.name
        if not chair:
            del self.fields["follows"]


def _listed(choices: Any) -> str:
    """Every word of a closed list."""
    return "、".join(str(title) for _code, title in choices)


def _code_of(choices: Any, word: str) -> str:
    """The code of a word of a closed list: 主任 is one of 主任、组长."""
    for code, title in choices:
        if word and word in [*str(title).split("、"), str(title), code]:
            return str(code)
    return ""
