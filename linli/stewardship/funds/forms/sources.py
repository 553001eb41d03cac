"""A source as it is opened, and money as it comes in."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _, pgettext_lazy

from linli.core.access.queries import bodies_of
from linli.core.pages.fields import DayInput, YuanField
from linli.lib.identity.ids import new_id
from linli.stewardship.funds.actions import Opened
from linli.stewardship.funds.forms.names import NamesNobody, sealed_party
from linli.stewardship.funds.forms.papers import PaperFields
from linli.stewardship.funds.models import Source
from linli.stewardship.funds.origins import Commission
from linli.stewardship.funds.queries.budgets import income_lines
from linli.stewardship.funds.words import (
    ALWAYS_RESTRICTED,
    NAMED_PARTIES,
    PARTIES,
    PURPOSES,
    SOURCE_KINDS,
)


class SourceForm(forms.Form):
    """A new source: whence, for what, from when. What some kinds ask for and others do not says
    so in its label."""

    all_optional = True

    kind = forms.ChoiceField(label=_("种类"), choices=SOURCE_KINDS)
    title = forms.CharField(
        label=_("名称"), max_length=60, help_text=_("大家都看得到，例如“2026 年工作经费”。")
    )
    purpose = forms.ChoiceField(label=_("用途"), choices=PURPOSES)
    restricted = forms.BooleanField(
        label=_("只能用在约定的用途"),
        required=False,
        help_text=_("项目、委托和慈善合作的钱总是这样；指定用途的捐赠也要勾。"),
    )
    purpose_told = forms.CharField(
        label=_("约定的用途（原话；只能用在约定用途的钱要填）"),
        max_length=160,
        required=False,
        help_text=_("照文件、协议或捐赠人的话写，不写人的姓名。"),
    )
    body = forms.ModelChoiceField(
        label=_("委托的部门（委托经费要填）"),
        queryset=None,
        required=False,
        empty_label=_("不是委托经费"),
    )
    origin = forms.ChoiceField(
        label=_("付的是哪一项委托（选填）"),
        required=False,
        help_text=_("“上级要求”里已接收、写明经费的委托。"),
    )
    paper = forms.CharField(label=_("文件或协议（选填）"), max_length=120, required=False)
    opened_on = forms.DateField(label=_("从哪天起"), widget=DayInput())
    opening = YuanField(label=_("里面原来就有的钱（元，选填）"))
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)

    def __init__(self, *args: Any, community: Any, commissions: list[Commission], **kwargs: Any):
        today = timezone.localdate()
        kwargs["initial"] = {"opened_on": today, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        body: Any = self.fields["body"]
        body.queryset = bodies_of(community, today)
        body.label_from_instance = lambda row: row.name
        origin: Any = self.fields["origin"]
        origin.choices = [
            ("", _("没有对应的委托")),
            *((str(each.key), each.title) for each in commissions),
        ]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        kind = said.get("kind")
        bound = said.get("restricted") or kind in ALWAYS_RESTRICTED
        if bound and not said.get("purpose_told") and "purpose_told" not in self.errors:
            self.add_error("purpose_told", _("请写约定的用途：这种钱只能用在约定的用途。"))
        if kind == "commissioned" and not said.get("body") and "body" not in self.errors:
            self.add_error("body", _("请选委托的部门。"))
        return said

    @property
    def given(self) -> Opened:
        """The source as the act takes it."""
        said = dict(self.cleaned_data)
        said.pop("once")
        said["opening"] = said["opening"] or 0
        return Opened(**said)


class ReceiptForm(PaperFields):
    """Money that came in, with its paper where there is one."""

    fen = YuanField(required=True, min_value=0.01)
    on = forms.DateField(label=pgettext_lazy("money", "哪天到账"), widget=DayInput())
    what = forms.CharField(
        label=_("是什么钱"), max_length=80, help_text=_("大家都看得到，不写人的姓名。")
    )
    party = forms.ChoiceField(label=_("谁交来的"), choices=PARTIES)
    name = forms.CharField(
        label=_("名称或姓名"),
        max_length=80,
        required=False,
        help_text=_("单位的名称会公布；个人的姓名只有记账和监督的人能看。"),
    )
    line = forms.ModelChoiceField(
        label=_("预算里的哪一项"), queryset=None, required=False, empty_label=_("预算里没有")
    )
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)

    paper_needed = False
    public_words = ("what", "says")
    field_order = ("fen", "on", "what", "party", "name", "line")

    def __init__(self, *args: Any, source: Source, **kwargs: Any) -> None:
        today = timezone.localdate()
        kwargs["initial"] = {"on": today, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        line: Any = self.fields["line"]
        line.queryset = income_lines(source, today)
        if not line.queryset.exists():
            del self.fields["line"]

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if said.get("party") in NAMED_PARTIES and not said.get("name"):
            self.add_error("name", _("请写单位的名称。"))
        return said

    def sealed_names(self, said: dict[str, Any]) -> Iterable[str]:
        return sealed_party(said)

    @property
    def given(self) -> dict[str, Any]:
        """The receipt as the act takes it."""
        said = self.cleaned_data
        plain = {name: said.get(name) for name in ("fen", "on", "what", "party", "name", "line")}
        return {**plain, "paper": self.paper}


class DayForm(forms.Form):
    """The amount and the day a page is opened with, as its address tells them."""

    yuan = YuanField(min_value=0.01)
    on = forms.DateField(required=False)


class CloseSourceForm(forms.Form):
    """From when a source takes and pays nothing any more."""

    on = forms.DateField(label=_("从哪天起结束"), widget=DayInput())


class BackForm(NamesNobody):
    """Why something is taken back. `sealed`: the name of the person it is about."""

    public_words = ("reason",)

    reason = forms.CharField(
        label=_("原因"), max_length=180, help_text=_("大家都看得到，不写人的姓名。")
    )

    def __init__(self, *args: Any, sealed: Iterable[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sealed = sealed

    def sealed_names(self, said: dict[str, Any]) -> Iterable[str]:
        return self.sealed
