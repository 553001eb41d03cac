"""What is typed about owners' votes and the roster."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext, gettext_lazy as _

from linli.core.files.rules import LIMITS
from linli.core.pages.fields import DayInput, FileDrop, MomentInput
from linli.core.pages.steps import PublicForm
from linli.governance.property.actions.owners import Buyer
from linli.governance.property.actions.vote_words import judge_words
from linli.governance.property.actions.votes import LONGEST_OPTION
from linli.governance.property.models import Owner, OwnerPaper, OwnersVote, Unit, VoteMatter
from linli.governance.property.models.estate import AREA_SOURCES
from linli.lib.identity.ids import new_id

FOR_ALL = _("大家都看得到，不写人的姓名、电话和住址。")


MOST_PAPERS = 1_000_000


class OnceForm(forms.Form):
    """Carried out once, however often it is sent."""

    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)


def _offer(field: Any, places: Any) -> None:
    """Buildings and entrances to choose from, each as those who live there say it."""
    field.queryset = places
    field.label_from_instance = lambda place: place.name_inside


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
        _offer(self.fields["place"], places)


class ChangeVoteForm(VoteForm):
    """The same, changed; not over what somebody else has changed meanwhile."""

    seen = forms.IntegerField(widget=forms.HiddenInput())


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
        help_text=_("一行一个，逐个表决；没有就不填。只有选举业主委员会才写人的姓名。"),
    )  # fmt: skip
    agreed = forms.BooleanField(
        label=_("候选人本人都同意公开姓名"), required=False,
        help_text=_("姓名大家都看得到，到结果撤下为止；不同意的不写。"),
    )  # fmt: skip
    agreed_on = forms.DateField(label=_("都同意的日期"), required=False, widget=DayInput())

    def clean_options(self) -> list[str]:
        lines = [" ".join(each.split()) for each in self.cleaned_data["options"].splitlines()]
        if any(len(each) > LONGEST_OPTION for each in lines):
            raise forms.ValidationError(
                _("一行最多 {most} 个字。").format(most=LONGEST_OPTION), code="max_length"
            )
        return [each for each in lines if each]

    def clean(self) -> dict[str, Any]:
        """Candidates are named once each has said so, on a day that is known."""
        said = super().clean() or self.cleaned_data
        agreed, on = said.pop("agreed", False), said.get("agreed_on")
        if said.get("kind") != "committee" or not said.get("options"):
            said["agreed_on"] = None
        elif not agreed:
            self.add_error("agreed", _("请先问过每一位候选人。"))
        elif on is None:
            self.add_error("agreed_on", _("请写最后一位同意的日期。"))
        return said


class MomentField(forms.DateTimeField):
    """A day and an hour."""

    def __init__(self, **kwargs: Any) -> None:
        widget = MomentInput()
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
            if not first.isdecimal() or (last and not last.isdecimal()) or len(part) > 15:
                raise forms.ValidationError(_("看不懂票号。请写成 1-20,25。"))
            begin, end = int(first), int(last or first)
            if end - begin > 20_000 or end > MOST_PAPERS:
                raise forms.ValidationError(_("看不懂票号。请写成 1-20,25。"))
            found.update(range(begin, end + 1))
        return sorted(found)


class BackForm(OnceForm):
    """A paper came back; after the close with the reason why it is only written down now."""

    on = forms.DateField(label=_("交回日期"), widget=DayInput())
    late_for = forms.CharField(
        label=_("为什么现在才登记"), max_length=200,
        help_text=_("只收截止前交回的，例如“截止时开箱取出”。不写人的姓名、电话和住址。"),
    )  # fmt: skip

    def __init__(self, *args: Any, late: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not late:
            del self.fields["late_for"]


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
        _offer(self.fields["sharing"], places)


class ChosenForm(OnceForm):
    """An owner: chosen from the roster, or somebody new."""

    name = forms.CharField(label=_("业主姓名或名称"), max_length=80, required=False)
    phone = forms.CharField(label=_("电话"), max_length=30, required=False)
    another = forms.BooleanField(
        label=_("名册里有同名的，这是另一位"), required=False,
        help_text=_("同一位业主的几处只算一人：名册里已经有的，回上一页从名册里选。"),
    )  # fmt: skip

    def __init__(self, *args: Any, chosen: Owner | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.chosen = chosen
        if chosen is not None:
            for name in ("name", "phone", "another", "kind"):
                self.fields.pop(name, None)

    def clean(self) -> dict[str, Any]:
        """Somebody new has a name; the developer's may be that of the estate."""
        said = super().clean() or self.cleaned_data
        named = said.get("name") or said.get("kind") == "developer"
        if self.chosen is None and not named and "name" not in self.errors:
            self.add_error("name", _("请填写姓名或名称。"))
        return said

    @property
    def buyer(self) -> Buyer:
        """Who it is."""
        said = self.cleaned_data
        return Buyer(
            self.chosen, said.get("name") or "", said.get("phone") or "",
            said.get("kind") or "person", None, said.get("another", False),
        )  # fmt: skip


class BuyerForm(ChosenForm):
    """Who owns a unit from now on."""

    kind = forms.ChoiceField(
        label=_("类别"), choices=Owner.KINDS,
        help_text=_("没有卖出或者退回的，选建设单位，不用填姓名。"),
    )  # fmt: skip
    joint = forms.IntegerField(
        label=_("几人共有"), min_value=1, max_value=99, initial=1,
        help_text=_("几人共有的，写推定的代表人，由代表人投票。"),
    )  # fmt: skip
    on = forms.DateField(label=_("从哪天起"), widget=DayInput())
    seen = forms.CharField(widget=forms.HiddenInput(), required=False)
    field_order: tuple[str, ...] = ("name", "phone", "another", "kind", "joint", "on")


class SpeakerForm(ChosenForm):
    """Which of joint owners votes for all of them."""

    joint = forms.IntegerField(label=_("几人共有"), min_value=1, max_value=99)
    seen = forms.CharField(widget=forms.HiddenInput(), required=False)
    field_order = ("name", "phone", "another", "joint")


class OwnerForm(OnceForm):
    """An owner's name and phone, put right."""

    name = forms.CharField(label=_("业主姓名或名称"), max_length=80)
    phone = forms.CharField(label=_("电话"), max_length=30, required=False)
    seen = forms.CharField(widget=forms.HiddenInput(), required=False)


class TieForm(OnceForm):
    """Whom of the register an owner is."""

    person = forms.ChoiceField(label=_("居民名册里是谁"), required=False)

    def __init__(self, *args: Any, people: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("还不知道")), *people.items()]
        self.fields["person"].choices = choices  # type: ignore[attr-defined]


class AreaReasonForm(ReasonForm):
    """The right area of a line of the roll, and how one knows."""

    area = AreaField(label=_("专有部分面积（平方米）"))
    field_order = ("area", "reason")


class AddUnitForm(UnitForm, BuyerForm):
    """A unit that was not in the roster."""

    label = forms.CharField(label=_("坐落"), max_length=60)
    field_order = ("label", "area", "area_from", "use", "sharing", "name", "phone", "another",
                   "kind", "joint", "on")  # fmt: skip

    def __init__(self, *args: Any, named: Callable[[str], object], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._named = named

    def clean(self) -> dict[str, Any]:
        """Where a home is must be known, or it is asked nothing; one of the tree of places says so
        itself."""
        said = super().clean()
        label = "".join(str(said.get("label") or "").split())
        asked = said.get("use") == "home" and not said.get("sharing") and bool(label)
        places = self.fields["sharing"].queryset  # type: ignore[attr-defined]
        if asked and places.exists() and self._named(label) is None:
            self.add_error("sharing", _("请选在哪栋楼、哪个单元，不然表决和征求意见时算不到它。"))
        return said


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
                names.append((f"r{place}_{side}", f"{title}{gettext('：')}{word}"))
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
