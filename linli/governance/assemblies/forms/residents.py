"""What residents and representatives type; and the representatives' register."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.access.models import Account
from linli.core.access.queries import in_term
from linli.core.people.queries import search_persons
from linli.core.places.models import Area
from linli.governance.assemblies.forms.inputs import day, lines
from linli.governance.assemblies.models import Opinion, Representative
from linli.governance.assemblies.queries import assemblies_of
from linli.governance.assemblies.rules import PETITIONERS
from linli.governance.assemblies.words import BASES, BODIES


class PetitionForm(forms.Form):
    """Asks for a meeting."""

    ask = forms.ChoiceField(
        label=_("要求召集什么会、由谁联名"),
        choices=[],
        widget=forms.RadioSelect,
        help_text=_(
            "居民会议：成年居民或户的代表十分之一以上，或居民代表三分之一以上；居民代表会议：居民代表五分之一以上。"
        ),
    )
    title = forms.CharField(label=_("要议什么"), max_length=80)
    text = lines(_("理由"), _("会公开，请不要写电话、门牌和别人的姓名。"), rows=5)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["ask"]
        bodies, bases = dict(BODIES), dict(BASES)
        field.choices = [
            (f"{body}:{by}", _("{body}（{by}联名）").format(body=bodies[body], by=bases[by]))
            for body, by in PETITIONERS
        ]

    @property
    def given(self) -> dict[str, Any]:
        """As the act takes it."""
        body, _colon, by = self.cleaned_data["ask"].partition(":")
        return {
            "body": body,
            "signed_by": by,
            "title": self.cleaned_data["title"],
            "text": self.cleaned_data["text"],
        }


class PaperForm(forms.Form):
    """Whose signature stands on the sheet of paper: found in the register by name or number."""

    q = forms.CharField(
        label=_("签名人的姓名或证件号"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def found(self, community: Any) -> list[Any]:
        """Who may be meant."""
        if not self.is_valid():
            return []
        return list(search_persons(community, self.cleaned_data["q"])[:12])


class FigureForm(forms.Form):
    """A base, from the register or stated with its source."""

    kind = forms.ChoiceField(label=_("哪个基数"), choices=BASES)
    on = day(_("截至"))
    number = forms.IntegerField(
        label=_("人数或户数"),
        min_value=1,
        required=False,
        help_text=_("不填就从名册统计；名册不全时填写，并写明出处。"),
    )
    source = forms.CharField(label=_("出处"), max_length=200, required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("number") and not cleaned.get("source"):
            self.add_error("source", _("填写的数字要写明出处。"))
        return cleaned


class ChooseForm(forms.Form):
    """Whom a residents' group chose."""

    group = forms.ModelChoiceField(
        label=_("居民小组"), queryset=Area.objects.none(), empty_label=_("请选择")
    )
    name = forms.CharField(label=_("姓名"), max_length=80)
    account = forms.ModelChoiceField(
        label=_("账号"),
        queryset=Account.objects.none(),
        required=False,
        empty_label=_("没有账号"),
        help_text=_("有账号的，从任期第一天起有居民代表的岗位。"),
    )
    leads = forms.BooleanField(label=_("兼居民小组组长"), required=False)
    voters = forms.IntegerField(label=_("参加推选的户数"), min_value=0)
    votes_for = forms.IntegerField(label=_("同意的户数"), min_value=0)
    since = day(_("任期起"))
    until = day(_("任期止"), required=False)

    def __init__(self, *args: Any, community: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        on = timezone.localdate()
        fields["group"].queryset = Area.objects.filter(
            in_term(on), community=community, kind="residents_group"
        ).order_by("name")
        fields["account"].queryset = (
            Account.objects.filter(
                in_term_residences(on), is_active=True, residences__dwelling__community=community
            )
            .order_by("label", "pk")
            .distinct()
        )
        fields["account"].label_from_instance = lambda account: account.label


class EndForm(forms.Form):
    """Why somebody no longer is a representative."""

    ended_for = forms.ChoiceField(label=_("原因"), choices=Representative.ENDS)
    until = day(_("从哪一天起不再担任"))


class ChannelForm(forms.Form):
    """How the group reaches its representative."""

    shown_as = forms.CharField(
        label=_("对居民公开的称呼"),
        max_length=40,
        required=False,
        help_text=_("愿意才填，例如“李老师”；不填只显示“居民代表”。"),
    )
    channel = forms.CharField(
        label=_("联系办法"),
        max_length=200,
        required=False,
        help_text=_("例如“每周三晚七点在活动室”；不建议公开自己的手机号。"),
    )


class ReportForm(forms.Form):
    """A report to one's group."""

    assembly = forms.ModelChoiceField(
        label=_("通报哪次会议"), queryset=None, required=False, empty_label=_("不针对哪次会议")
    )
    on = day(_("哪一天"))
    heard = forms.IntegerField(label=_("到场户数"), min_value=0)
    said = lines(_("大家说了什么"), _("不用写谁说的。"), required=False)

    def __init__(self, *args: Any, community: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["assembly"]
        field.queryset = assemblies_of(community).filter(gathering__state__in=["closed", "minuted"])
        field.label_from_instance = lambda assembly: assembly.gathering.title


class OpinionForm(forms.ModelForm):
    """What somebody thinks of a draft."""

    class Meta:
        model = Opinion
        fields = ("clause", "text")
        widgets = {"text": forms.Textarea(attrs={"rows": 3})}
        help_texts = {"text": _("公开时不带您的名字。")}


class AnswerForm(forms.ModelForm):
    """What was made of it."""

    class Meta:
        model = Opinion
        fields = ("taken", "answer")
        widgets = {"answer": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["taken"].required = self.fields["answer"].required = True


class DraftForm(forms.Form):
    """The text of a version."""

    text = lines(_("条文（一行一条）"), rows=14, most=20_000)
    plain = lines(
        _("用大白话说"),
        _("给居民看的：这份文件说了什么，几句话就行。"),
        rows=4,
        most=8000,
        required=False,
    )


class ConsultForm(forms.Form):
    """Until when opinions are heard."""

    until = day(_("征求意见到哪一天"))


class SettleForm(forms.Form):
    """Settling the text."""

    look = lines(
        _("对提示条款的核对意见"),
        _("有提示的条款，逐条写明为什么可以这样写；没有提示的不用填。"),
        rows=4,
        most=4000,
        required=False,
    )


class FileForm(forms.Form):
    """Filed with the street."""

    filed_on = day(_("备案日期"), _("以备案回执上的日期为准。"))
    filed_with = forms.CharField(label=_("备案机关"), max_length=80)


def in_term_residences(on: Any) -> Any:
    """Belongs to a dwelling on that day."""
    return Q(residences__since__lte=on) & (
        Q(residences__until__isnull=True) | Q(residences__until__gt=on)
    )
