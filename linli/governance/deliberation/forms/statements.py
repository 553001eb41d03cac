"""Forms of opinions: beginning, saying, looking at, paper and hands."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _, pgettext_lazy

from linli.core.pages.fields import DayInput
from linli.governance.deliberation.models import Statement
from linli.governance.deliberation.rules.opinion.saying import LONGEST
from linli.governance.deliberation.words import BLOCKED_FOR, MODES, VALUE_TITLES
from linli.lib.identity.ids import new_id


class OnceForm(forms.Form):
    """What is carried out once, however often it is sent."""

    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)


class _TextsForm(OnceForm):
    texts = forms.CharField(
        label=_("短意见，一行一条"),
        help_text=_("每条不超过 140 个字，只说一个意思，写成别人能说“同意”或“不同意”的话。"),
        widget=forms.Textarea(attrs={"rows": 8}),
    )

    def clean_texts(self) -> list[str]:
        lines = [line.strip() for line in self.cleaned_data["texts"].splitlines() if line.strip()]
        for place, line in enumerate(lines, 1):
            if len(line) > LONGEST:
                raise forms.ValidationError(
                    _("第 %(line)s 行超过了 %(most)s 个字。"),
                    params={"line": place, "most": LONGEST},
                )
        if len(set(lines)) < len(lines):
            raise forms.ValidationError(_("有两行一模一样。"))
        return lines


class OpenForm(_TextsForm):
    """How opinions are gathered, and the first statements."""

    mode = forms.ChoiceField(
        label=_("居民写的短意见什么时候审看"), choices=MODES, widget=forms.RadioSelect
    )
    limit = forms.IntegerField(label=_("每人最多写几条"), min_value=1, max_value=20, initial=5)
    lists_votes = forms.BooleanField(
        label=_("结束后公开打乱的逐人表态，供别人核对和研究"),
        required=False,
        help_text=_("去掉代号，打乱顺序。知道邻居几个表态的人，可能从中认出他；请想好再选。"),
    )
    field_order = ("mode", "limit", "texts", "lists_votes", "once")


class SeedForm(_TextsForm):
    """Further statements of the desk."""

    source = forms.ChoiceField(
        label=_("哪里来的"),
        choices=[("paper", _("会上或纸上写的")), ("seed", _("居委会补的"))],
        widget=forms.RadioSelect,
        initial="paper",
    )
    field_order = ("source", "texts", "once")


class SayForm(OnceForm):
    """One statement of a resident; `anyway` once what is alike was shown."""

    text = forms.CharField(
        label=_("您的短意见"),
        max_length=LONGEST,
        help_text=_("不超过 140 个字，一条只说一个意思。不写姓名、电话、门牌。"),
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": LONGEST}),
    )
    anyway = forms.BooleanField(required=False, widget=forms.HiddenInput())


class _StatementField(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.number}　{obj.text}"


class BlockForm(forms.Form):
    """Why a statement is not shown."""

    blocked_for = forms.ChoiceField(label=_("为什么不放"), choices=BLOCKED_FOR)
    why = forms.CharField(
        label=_("给写的人的说明"),
        max_length=200,
        help_text=_("哪里不合适、怎样改可以放。写的人看得到。"),
        widget=forms.Textarea(attrs={"rows": 2, "maxlength": 200}),
    )
    like = _StatementField(
        label=_("和哪一条一样"), queryset=Statement.objects.none(), required=False
    )

    def __init__(self, *args: Any, others: Sequence[Statement], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["like"]
        assert isinstance(field, forms.ModelChoiceField)
        if others:
            field.queryset = Statement.objects.filter(
                community=others[0].community_id, pk__in=[each.pk for each in others]
            )
        field.empty_label = str(_("没有"))


class HandsForm(OnceForm):
    """Hands counted in a hall."""

    statement = forms.ChoiceField(label=_("哪一条"), choices=())
    occasion = forms.CharField(label=_("在哪个场合"), max_length=80)
    held_on = forms.DateField(label=_("哪天"), widget=DayInput())
    agree = forms.IntegerField(label=pgettext_lazy("on a statement", "同意"), min_value=0)
    disagree = forms.IntegerField(label=pgettext_lazy("on a statement", "不同意"), min_value=0)
    passed = forms.IntegerField(label=_("没有举手"), min_value=0, initial=0)

    def __init__(self, *args: Any, statements: Sequence[Statement], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.statements = {str(each.pk): each for each in statements}
        field = self.fields["statement"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(str(e.pk), f"{e.number}　{e.text}") for e in statements]


class SheetForm(OnceForm):
    """One sheet of paper: its number, and a choice for each statement; none where the paper has
    none."""

    number = forms.IntegerField(
        label=_("第几张"),
        min_value=1,
        max_value=100_000,
        help_text=_("开箱时在纸角写上的号码，用来核对。"),
    )
    again = forms.BooleanField(label=_("重新录这一张（录错了）"), required=False)

    def __init__(self, *args: Any, statements: Sequence[Statement], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.statements = list(statements)
        choices = [("", _("没有勾")), *((str(key), title) for key, title in VALUE_TITLES.items())]
        for each in self.statements:
            self.fields[f"s{each.number}"] = forms.ChoiceField(
                label=f"{each.number}　{each.text}", choices=choices, required=False
            )

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        if not self.errors and not self.choices:
            raise forms.ValidationError(_("这一张一条也没有勾，不用录。"))
        return given

    @property
    def choices(self) -> dict[UUID, int]:
        """As the act takes it."""
        told = {each.pk: self.cleaned_data.get(f"s{each.number}", "") for each in self.statements}
        return {key: int(value) for key, value in told.items() if value}


class MyVotesForm(forms.Form):
    """What one said of each statement, to be changed; those not voted on are not there."""

    def __init__(
        self,
        *args: Any,
        statements: Sequence[Statement],
        voted: Mapping[UUID, int],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.statements = [each for each in statements if each.pk in voted]
        self.voted = voted
        choices = [(str(key), title) for key, title in VALUE_TITLES.items()]
        for each in self.statements:
            self.fields[f"s{each.number}"] = forms.ChoiceField(
                label=f"{each.number}　{each.text}",
                choices=choices,
                initial=str(voted[each.pk]),
                widget=forms.RadioSelect,
            )

    @property
    def changed(self) -> dict[UUID, int]:
        """The votes that are others than before."""
        told = {each.pk: int(self.cleaned_data[f"s{each.number}"]) for each in self.statements}
        return {key: value for key, value in told.items() if value != self.voted[key]}
