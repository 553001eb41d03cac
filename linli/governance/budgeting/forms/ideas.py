"""An idea as it is written, on a phone or from paper, and what is found of it."""

from typing import Any

from django import forms
from django.utils.translation import gettext, gettext_lazy as _

from linli.core.pages.fields import YuanField
from linli.core.pages.steps import StepForm
from linli.core.places.models import Place
from linli.core.places.queries import pointable
from linli.governance.budgeting.models import ASPECTS, Idea
from linli.governance.budgeting.queries.ideas import mergeable


def lines(most: int, rows: int = 3) -> forms.Textarea:
    """An input of so many rows and characters."""
    return forms.Textarea(attrs={"rows": rows, "maxlength": most})


class IdeaForm(forms.Form):
    """An idea, by short questions that help to write it."""

    title = forms.CharField(
        label=_("想做什么？"),
        max_length=60,
        help_text=_("一句话，例如：3 号楼前装两把带扶手的长椅。"),
    )
    text = forms.CharField(
        label=_("怎么做？"),
        max_length=800,
        widget=lines(800, 4),
        help_text=_("装什么、装几个、装在哪一块地方。不写人的姓名、电话和门牌。"),
    )
    need = forms.CharField(
        label=_("谁用得上，为什么？"),
        max_length=400,
        widget=lines(400),
        help_text=_("例如：上下楼歇脚的老人，现在只能坐花坛边。"),
    )
    spot = forms.ModelChoiceField(
        label=_("在哪里？"),
        queryset=Place.objects.none(),
        required=False,
        empty_label=_("整个社区，或者说不准"),
        help_text=_("选最近的楼栋或小区，会标在社区的图上。"),
    )
    guess_fen = YuanField(
        label=_("大约要多少钱（元）？"), help_text=_("估不出就空着，审查的人会核。")
    )

    def __init__(self, *args: Any, community: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        spot: Any = self.fields["spot"]
        spot.queryset = pointable(community)
        spot.label_from_instance = lambda place: place.name_inside

    @property
    def carried(self) -> list[tuple[str, str]]:
        """What was written, as it came, to go along to the next page."""
        return [(name, self.data.get(name, "")) for name in self.fields]


class PaperIdeaForm(IdeaForm):
    """The same, typed in for somebody of the register, or at a point read off the map."""

    lon = forms.DecimalField(
        label=_("经度"),
        max_digits=9,
        decimal_places=6,
        required=False,
        help_text=_("不在哪栋楼边上的，可以填图上的点；填了就不用选楼栋。"),
        widget=forms.NumberInput(attrs={"step": "0.000001", "inputmode": "decimal"}),
    )
    lat = forms.DecimalField(
        label=_("纬度"),
        max_digits=9,
        decimal_places=6,
        required=False,
        widget=forms.NumberInput(attrs={"step": "0.000001", "inputmode": "decimal"}),
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if (given.get("lon") is None) != (given.get("lat") is None):
            self.add_error("lat", gettext("经度和纬度要么都填，要么都不填。"))
        if given.get("lon") is not None and given.get("spot") is not None:
            self.add_error("spot", gettext("填了点，就不要再选楼栋。"))
        return given


class FindPersonForm(forms.Form):
    """Whom of the register one means: by name, or the beginning of its sound."""

    q = forms.CharField(label=_("姓名或拼音"), max_length=40, required=False)


class HideStep(StepForm):
    """Why an idea is not put on the list; its author reads it."""

    reason = forms.CharField(
        label=_("为什么不公开"),
        max_length=400,
        widget=lines(400),
        help_text=_("只告诉提出人：例如写了别人的事、骂人的话、与这笔钱无关。"),
    )


class ListStep(StepForm):
    """An idea is put on the list as it was written."""


class MergeStep(StepForm):
    """Into which idea, and why."""

    into = forms.ModelChoiceField(
        label=_("并入哪一个"), queryset=Idea.objects.none(), empty_label=_("请选择")
    )
    reason = forms.CharField(
        label=_("为什么合在一起"),
        max_length=400,
        widget=lines(400),
        help_text=_("人人都看得到，两个点子的提出人都会收到。"),
    )

    def fit(self) -> None:
        field: Any = self.fields["into"]
        field.queryset = mergeable(self.row)
        field.label_from_instance = lambda idea: f"{idea.serial}. {idea.title}"


class VetForm(forms.Form):
    """What was found in one respect. Figures are asked for where the respect has one."""

    holds = forms.ChoiceField(
        label=_("结论"),
        choices=[("yes", _("可以")), ("no", _("不可以"))],
        widget=forms.RadioSelect,
    )
    fen = YuanField(label=_("核出来的费用（元）"))
    by_whom = forms.CharField(label=_("由谁维护"), max_length=80, required=False)
    reason = forms.CharField(
        label=_("理由"),
        max_length=400,
        widget=lines(400),
        help_text=_(
            "人人都看得到，署您的岗位和姓名。写依据、写怎么核的；不可以的，写还有什么办法。"
        ),
    )

    def __init__(self, *args: Any, aspect: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.aspect = aspect
        assert aspect in dict(ASPECTS)
        if aspect in ("lawful", "possible"):
            del self.fields["fen"]
        if aspect != "upkeep":
            del self.fields["by_whom"]
        else:
            self.fields["fen"].label = _("每年维护要多少（元）")

    @property
    def given(self) -> dict[str, Any]:
        """What the act takes."""
        told = dict(self.cleaned_data)
        return {**told, "holds": told["holds"] == "yes", "aspect": self.aspect}
