"""What is typed about owners' votes and the roster."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.files.rules import LIMITS
from linli.core.pages.fields import DayInput, FileDrop
from linli.core.pages.steps import PublicForm
from linli.governance.property.actions.vote_words import judge_words
from linli.governance.property.models import OwnerPaper, OwnersVote, Unit, VoteMatter
from linli.governance.property.models.estate import AREA_SOURCES
from linli.lib.identity.ids import new_id

FOR_ALL = _("大家都看得到，不写人的姓名、电话和住址。")


class OnceForm(forms.Form):
    """Carried out once, however often it is sent."""

    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)


class ToldForm(PublicForm, OnceForm):
    """Words everybody will read."""

    def judge(self, words: str) -> Any:
        return judge_words(words)


class VoteForm(ToldForm):
    """A vote before its notice."""

    public = ("title", "about")

    title = forms.CharField(label=_("名称"), max_length=80, help_text=FOR_ALL)
    about = forms.CharField(
        label=_("说明"), max_length=2000, required=False, widget=forms.Textarea({"rows": 4})
    )
    scope = forms.ChoiceField(label=_("由谁表决"), choices=OwnersVote.SCOPES)
    place = forms.ModelChoiceField(
        None, label=_("哪栋楼、哪个单元"), required=False, empty_label=_("全小区")
    )
    method = forms.ChoiceField(label=_("怎样投"), choices=OwnersVote.METHODS)
    silent_follow = forms.BooleanField(
        label=_("没交回的票随多数"), required=False,
        help_text=_("当地允许、业主大会自己的决定写明了的才勾；不勾就不算参与。"),
    )  # fmt: skip
    silent_ground = forms.CharField(
        label=_("依据哪次业主大会的决定"), max_length=120, required=False
    )
    silent_on = forms.DateField(label=_("决定的日期"), required=False, widget=DayInput())

    def __init__(self, *args: Any, places: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["place"].queryset = places  # type: ignore[attr-defined]


class MatterForm(ToldForm):
    """A question on the paper."""

    public = ("title", "text")

    kind = forms.ChoiceField(label=_("是哪类事项"), choices=VoteMatter.KINDS)
    title = forms.CharField(label=_("表决什么"), max_length=160, help_text=FOR_ALL)
    text = forms.CharField(
        label=_("方案全文"), max_length=6000, required=False, widget=forms.Textarea({"rows": 6})
    )
    options = forms.CharField(
        label=_("候选人或候选单位"), required=False, widget=forms.Textarea({"rows": 3}),
        help_text=_("一行一个，逐个表决；没有就不填。"),
    )  # fmt: skip

    def clean_options(self) -> list[str]:
        return [each for each in self.cleaned_data["options"].splitlines() if each.strip()]


class MomentField(forms.DateTimeField):
    """A day and an hour."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
        super().__init__(widget=widget, **kwargs)


class NoticeForm(OnceForm):
    """When one votes."""

    opens_at = MomentField(label=_("开始投票"))
    closes_at = MomentField(label=_("截止"))


class ReasonForm(ToldForm):
    """Why."""

    public = ("reason",)

    reason = forms.CharField(label=_("原因"), max_length=200, help_text=FOR_ALL)


class DeliverForm(OnceForm):
    """Which papers were delivered, how and when."""

    numbers = forms.CharField(label=_("票号"), max_length=400, help_text=_("例如 1-20,25。"))
    way = forms.ChoiceField(label=_("怎样送达"), choices=OwnerPaper.WAYS)
    on = forms.DateField(label=_("送达日期"), widget=DayInput())

    def clean_numbers(self) -> list[int]:
        found: set[int] = set()
        for part in self.cleaned_data["numbers"].replace("，", ",").split(","):
            first, _dash, last = part.strip().partition("-")
            if not part.strip():
                continue
            if not first.isdecimal() or (last and not last.isdecimal()) or len(part) > 13:
                raise forms.ValidationError(_("看不懂票号。请写成 1-20,25。"))
            begin, end = int(first), int(last or first)
            if end - begin > 20_000:
                raise forms.ValidationError(_("看不懂票号。请写成 1-20,25。"))
            found.update(range(begin, end + 1))
        return sorted(found)


class BackForm(OnceForm):
    """A paper came back."""

    on = forms.DateField(label=_("交回日期"), widget=DayInput())


class FileForm(OnceForm):
    """A table of units."""

    file = forms.FileField(
        label=_("名册表格"),
        widget=FileDrop(accept=(".csv", ".xlsx", ".xls", ".ods"), kinds=_("Excel 或 CSV"),
                        most=LIMITS["table"]),
    )  # fmt: skip
    source = forms.ChoiceField(
        label=_("“面积”一列的依据"), choices=[("", _("表里写了依据")), *AREA_SOURCES], required=False,
        help_text=_("登记簿的优先，没有登记的用测绘，再没有的用合同。"),
    )  # fmt: skip


class SinceForm(OnceForm):
    """From when the owners own what the table says."""

    since = forms.DateField(label=_("名册是哪天的"), widget=DayInput())


def metres(value: Any) -> int:
    """Square metres as typed, in hundredths."""
    return int(Decimal(value) * 100)


class AreaField(forms.DecimalField):
    """An area as it is typed; cleans to hundredths of a square metre."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(min_value=Decimal("0.01"), max_digits=8, decimal_places=2, **kwargs)

    def clean(self, value: Any) -> Any:
        found = super().clean(value)
        return None if found is None else metres(found)


class UnitForm(OnceForm):
    """A unit's area, use, and the part it shares the cost of."""

    area = AreaField(label=_("专有部分面积（平方米）"))
    area_from = forms.ChoiceField(label=_("面积依据"), choices=AREA_SOURCES)
    use = forms.ChoiceField(label=_("用途"), choices=Unit.USES)
    sharing = forms.ModelChoiceField(None, label=_("分摊哪栋楼、哪个单元的费用"), required=False)
    seen = forms.CharField(widget=forms.HiddenInput(), required=False)

    def __init__(self, *args: Any, places: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sharing"].queryset = places  # type: ignore[attr-defined]


class BuyerForm(OnceForm):
    """Who owns a unit from now on."""

    name = forms.CharField(label=_("业主姓名或名称"), max_length=80)
    phone = forms.CharField(label=_("电话"), max_length=30, required=False)
    kind = forms.ChoiceField(label=_("类别"), choices=[("person", _("个人")), ("firm", _("单位"))])
    joint = forms.IntegerField(
        label=_("几人共有"), min_value=1, max_value=99, initial=1,
        help_text=_("几人共有的，写推定的代表人，由代表人投票。"),
    )  # fmt: skip
    on = forms.DateField(label=_("从哪天起"), widget=DayInput())
    seen = forms.CharField(widget=forms.HiddenInput(), required=False)


class AddUnitForm(UnitForm, BuyerForm):
    """A unit that was not in the roster."""

    label = forms.CharField(label=_("坐落"), max_length=60)
    field_order = ("label", "area", "area_from", "use", "sharing", "name", "phone", "kind",
                   "joint", "on")  # fmt: skip


class WordsForm(OnceForm):
    """Words for one reader."""

    words = forms.CharField(label=_("写在这里"), max_length=600, widget=forms.Textarea({"rows": 4}))


class TotalsForm(OnceForm):
    """What the government's system came to; areas in square metres."""

    document_no = forms.CharField(label=_("结果文件的编号"), max_length=60)

    def __init__(self, *args: Any, rows: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names: list[tuple[str, Any]] = [("part", _("参与表决"))]
        for place, title in enumerate(rows):
            for side, word in (("for", _("赞成")), ("against", _("反对")), ("abstain", _("弃权"))):
                names.append((f"r{place}_{side}", f"{title}：{word}"))
        for name, label in names:
            self.fields[f"{name}_heads"] = forms.IntegerField(
                label=_("{label}，人数").format(label=label), min_value=0
            )
            self.fields[f"{name}_area"] = forms.DecimalField(
                label=_("{label}，面积").format(label=label), min_value=0, decimal_places=2
            )

    def weight(self, name: str) -> dict[str, int]:
        return {
            "heads": self.cleaned_data[f"{name}_heads"],
            "area": metres(self.cleaned_data[f"{name}_area"]),
        }
