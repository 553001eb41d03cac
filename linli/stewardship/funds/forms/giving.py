"""Gifts, charities and appeals as they are written down."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _, pgettext_lazy

from linli.core.files.rules import LIMITS
from linli.core.pages.fields import DayInput, FileDrop, YuanField
from linli.lib.identity.ids import new_id
from linli.stewardship.funds.actions.giving import Given
from linli.stewardship.funds.forms.names import NamesNobody
from linli.stewardship.funds.forms.papers import ACCEPT, ScansField
from linli.stewardship.funds.models import Charity, Good
from linli.stewardship.funds.queries.giving import sources_for_gifts
from linli.stewardship.funds.words import DONORS, PURPOSES

PICTURES = ("image/jpeg", "image/png", "image/webp", "image/heic")
PUBLIC_WORDS = _("大家都看得到，不写人的姓名、电话和住址。")


def several_lines(most: int, rows: int = 3) -> forms.Textarea:
    """An input of so many rows and characters."""
    return forms.Textarea(attrs={"rows": rows, "maxlength": most})


class PhotosField(ScansField):
    """Photographs of what came of it; several, and none where there is none."""

    def __init__(self, **kwargs: Any) -> None:
        drop = FileDrop(accept=PICTURES, kinds=_("照片"), most=LIMITS["photo"], several=True)
        super().__init__(
            label=_("照片"),
            required=False,
            widget=drop,
            help_text=_("拍物品和现场，不拍人脸；公开给大家看。"),
            **kwargs,
        )


class GiftForm(NamesNobody):
    """What every gift has: who gave, what, when, freely. Its words never hold the donor's name, be
    it published or not: consent can be taken back, the words of an entry cannot."""

    public_words = ("what", "purpose_told")

    what = forms.CharField(label=_("捐了什么"), max_length=80, help_text=PUBLIC_WORDS)
    on = forms.DateField(label=pgettext_lazy("gift", "哪天收到"), widget=DayInput())
    donor = forms.ChoiceField(label=_("捐赠人是"), choices=DONORS)
    name = forms.CharField(
        label=_("捐赠人的姓名或名称"),
        max_length=80,
        required=False,
        help_text=_("写在收据上，加密保存；可以不留。"),
    )
    consents = forms.BooleanField(
        label=_("捐赠人同意在公示里写姓名或名称（不勾就写“热心居民”）"), required=False
    )
    purpose_told = forms.CharField(
        label=_("指定的用途（捐赠人的原话）"),
        max_length=160,
        required=False,
        help_text=_("就是上面写的约定用途，不用再写。大家都看得到，不写人的姓名、电话和住址。"),
    )
    voluntary = forms.BooleanField(
        label=_("我当面问过：是自愿捐的，没有人要求"),
        required=False,
        help_text=_("捐赠不得摊派（慈善法第三十二条）；没有确认的不能收。"),
    )
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)

    def __init__(self, *args: Any, community: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"on": timezone.localdate(), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        self.community = community
        self.fit()

    def fit(self) -> None:
        """Offers what this community has."""

    @property
    def given(self) -> Given:
        """The gift as the act takes it."""
        return Given(**{name: each for name, each in self.cleaned_data.items() if name != "once"})


class MoneyGiftForm(GiftForm):
    """A gift in money: into which source, how much."""

    source = forms.ModelChoiceField(
        label=_("捐到哪里"), queryset=None, required=False,
        empty_label=_("另设一个来源，只用于捐赠人指定的用途"),
        help_text=_("指定用途的钱另设一个来源，账本保证不会用到别处。"),
    )  # fmt: skip
    fen = YuanField(required=True, min_value=0.01)
    purpose = forms.ChoiceField(
        label=_("另设来源的，属于哪一类用途"),
        choices=[("", _("不另设")), *PURPOSES],
        required=False,
    )
    field_order = (
        "source", "purpose_told", "purpose", "fen", "what", "on", "donor", "name", "consents",
    )  # fmt: skip

    def fit(self) -> None:
        field: Any = self.fields["source"]
        field.queryset = sources_for_gifts(self.community)
        field.label_from_instance = lambda row: (
            _("{title} · 只用于：{purpose}").format(title=row.title, purpose=row.purpose_told)
            if row.restricted
            else _("{title} · 没有指定用途").format(title=row.title)
        )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if not said.get("source") and "source" not in self.errors:
            for name in ("purpose_told", "purpose"):
                if not said.get(name) and name not in self.errors:
                    self.add_error(name, _("另设来源的，这一格要填；不另设的，请选一个来源。"))
        return said


class GoodsGiftForm(GiftForm):
    """A gift in kind: which goods, how many."""

    good = forms.ModelChoiceField(label=_("哪样物品"), queryset=None, empty_label=_("请选择"))
    amount = forms.IntegerField(label=_("数量"), min_value=1)
    fen = YuanField(label=_("捐赠人说的价值（元，可以不填）"), min_value=0.01)
    field_order = ("good", "purpose_told", "amount", "what", "on", "donor", "name", "consents")

    def fit(self) -> None:
        field: Any = self.fields["good"]
        field.queryset = Good.objects.filter(community=self.community)
        field.label_from_instance = lambda row: (
            f"{row.title}（{row.measure}） · {row.purpose_told or row.get_purpose_display()}"
        )


class ReasonForm(NamesNobody):
    """Why. `sealed`: the names that do not belong in it."""

    public_words = ("reason",)

    reason = forms.CharField(
        label=_("原因"), max_length=200, widget=several_lines(200), help_text=PUBLIC_WORDS
    )

    def __init__(self, *args: Any, sealed: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sealed = sealed

    def sealed_names(self, said: dict[str, Any]) -> Sequence[str]:
        return self.sealed


class NewsForm(NamesNobody):
    """What came of it. `sealed`: the names that do not belong in it."""

    public_words = ("words",)

    words = forms.CharField(
        label=_("捐赠用到了哪里"), max_length=400, widget=several_lines(400), help_text=PUBLIC_WORDS
    )
    on = forms.DateField(label=pgettext_lazy("gift", "哪天"), widget=DayInput())
    photos = PhotosField()

    def __init__(self, *args: Any, sealed: Sequence[str] = (), **kwargs: Any) -> None:
        kwargs["initial"] = {"on": timezone.localdate(), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        self.sealed = sealed

    def sealed_names(self, said: dict[str, Any]) -> Sequence[str]:
        return self.sealed


class QuestionForm(forms.Form):
    """What a donor asks or says."""

    words = forms.CharField(
        label=_("想问或想说的"),
        max_length=400,
        widget=several_lines(400),
        help_text=_("只有居委会记账的人和监督委员会看得到；答复就写在这一页。"),
    )
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)


class AnswerForm(forms.Form):
    """What a donor is answered."""

    words = forms.CharField(label=_("答复"), max_length=600, widget=several_lines(600, 5))


class CodeForm(forms.Form):
    """The code of a receipt."""

    code = forms.CharField(label=_("收据上的查询码"), max_length=40)


class CharityForm(forms.ModelForm):
    """A charity with its qualification, agreement and account."""

    paper = forms.FileField(
        label=_("协议的照片或 PDF"),
        required=False,
        widget=FileDrop(accept=ACCEPT, kinds=_("照片或 PDF"), most=LIMITS["document"]),
    )

    class Meta:
        model = Charity
        fields = (
            "name", "qualification", "qualified_until", "agreement", "agreed_since",
            "agreed_until", "account_holder", "account_bank", "account_tail",
        )  # fmt: skip
        widgets = {name: DayInput() for name in ("qualified_until", "agreed_since", "agreed_until")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["qualification"].help_text = _("在民政部的慈善信息平台上核对。")
        self.fields["account_holder"].help_text = _("要和慈善组织的全称一字不差。")

    def validate_constraints(self) -> None:
        """The act asks; its refusal says what to do."""

    def _post_clean(self) -> None:
        """The row is written by the act, not by the form."""


class AppealForm(forms.Form):
    """A charity's public appeal."""

    charity = forms.ModelChoiceField(
        label=_("哪家慈善组织"),
        queryset=None,
        required=False,
        empty_label=_("没有，居委会自己募捐"),
    )
    filing = forms.CharField(
        label=_("募捐方案备案编号"),
        max_length=60,
        required=False,
        help_text=_("慈善组织备案后得到。"),
    )
    title = forms.CharField(label=_("为什么募捐"), max_length=80)
    about = forms.CharField(
        label=_("说明"), max_length=400, widget=several_lines(400), help_text=PUBLIC_WORDS
    )
    since = forms.DateField(label=_("从哪天起"), widget=DayInput())
    until = forms.DateField(label=_("到哪天为止"), widget=DayInput())
    link = forms.URLField(
        label=_("慈善组织的捐赠页面"), required=False, assume_scheme="https",
        help_text=_("它在指定募捐平台上的页面；这里不放任何收款码。"),
    )  # fmt: skip

    def __init__(self, *args: Any, community: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"since": timezone.localdate(), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        field: Any = self.fields["charity"]
        field.queryset = Charity.objects.filter(community=community)
        field.label_from_instance = lambda row: row.name


class RaisedForm(forms.Form):
    """What the charity says it raised."""

    fen = YuanField(label=_("慈善组织公布的募得款（元）"), required=True)
    on = forms.DateField(label=_("哪天公布的"), widget=DayInput())
