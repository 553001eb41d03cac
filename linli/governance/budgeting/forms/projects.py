"""What becomes of a project that won."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.files.rules import LIMITS
from linli.core.pages.fields import DayInput, FileDrop, YuanField
from linli.core.pages.steps import StepForm
from linli.governance.budgeting.forms.ideas import lines
from linli.governance.budgeting.models import Acceptor
from linli.governance.budgeting.queries.projects import acceptors_of

MOST_PHOTOS = 6


class BeginStep(StepForm):
    """By when it is to be done."""

    due_on = forms.DateField(label=_("做到哪天"), widget=DayInput())


class BuildStep(StepForm):
    """What was built."""

    result = forms.CharField(
        label=_("做成了什么"),
        max_length=600,
        widget=lines(600),
        help_text=_("人人都看得到；写成一句能放进公告的话。"),
    )


class SettleStep(StepForm):
    """Everybody named has said."""


class GiveUpStep(StepForm):
    """Why it cannot be done."""

    reason = forms.CharField(
        label=_("为什么做不成"),
        max_length=400,
        widget=lines(400),
        help_text=_("人人都看得到；这笔钱算余下的。"),
    )


class PurchaseForm(forms.Form):
    """Something bought."""

    what = forms.CharField(label=_("买了什么"), max_length=80)
    supplier = forms.CharField(
        label=_("从哪家单位"), max_length=80, help_text=_("写单位的名称，不写个人的姓名。")
    )
    fen = YuanField(label=_("多少钱（元）"), required=True, min_value=0.01)
    on = forms.DateField(label=_("哪天"), widget=DayInput())


class PhotosField(forms.FileField):
    """Some photographs, at least one."""

    def __init__(self, **kwargs: Any) -> None:
        widget = FileDrop(
            accept=("image/jpeg", "image/png", "image/webp", "image/heic"),
            kinds=_("拍东西和地方，不拍人"),
            most=LIMITS["photo"],
            several=True,
        )
        super().__init__(widget=widget, **kwargs)

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        one = super().clean
        files = list(data) if isinstance(data, list | tuple) else [data] if data else []
        if len(files) > MOST_PHOTOS:
            raise forms.ValidationError(_("一次最多 6 张照片。"), code="too_many")
        return [one(each, initial) for each in files] if files else [one(None, initial)]


class PhotosForm(forms.Form):
    """What the place looks like now."""

    photos = PhotosField(label=_("照片"))
    no_one = forms.BooleanField(label=_("照片里没有人、门牌和车牌，可以公开"))


class SayForm(forms.Form):
    """Whether it is as promised, in a word."""

    says = forms.ChoiceField(
        label=_("做得怎么样"),
        choices=[("yes", _("是答应的样子，认可")), ("no", _("不是，要整改"))],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=_("想说的话"),
        max_length=300,
        required=False,
        widget=lines(300),
        help_text=_("会公开，不写姓名。要整改的，请说哪里。"),
    )

    @property
    def given(self) -> dict[str, Any]:
        """What the act takes."""
        return {"says": self.cleaned_data["says"] == "yes", "words": self.cleaned_data["words"]}


class EnterSayForm(SayForm):
    """The same, from a paper somebody signed."""

    acceptor = forms.ModelChoiceField(
        label=_("哪一位"), queryset=Acceptor.objects.none(), empty_label=_("请选择")
    )
    field_order = ("acceptor", "says", "words")

    def __init__(self, *args: Any, project: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["acceptor"]
        field.queryset = acceptors_of(project).filter(says__isnull=True, person__isnull=False)
        field.label_from_instance = lambda each: each.person.name

    @property
    def given(self) -> dict[str, Any]:
        return {**super().given, "acceptor": self.cleaned_data["acceptor"]}


class RateForm(forms.Form):
    """From 1 to 5."""

    stars = forms.TypedChoiceField(
        label=_("您给几分"),
        coerce=int,
        choices=[(5, _("5 分，很好")), (4, _("4 分")), (3, _("3 分，一般")), (2, _("2 分")),
                 (1, _("1 分，很不好"))],
        widget=forms.RadioSelect,
    )  # fmt: skip
