"""The forms of files of those who work here."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.clocks.queries.sharing import desk_accounts
from linli.partners.organisations.forms.told import ToldForm, day
from linli.partners.organisations.models import CERTIFICATES, Staff
from linli.partners.organisations.queries.grades import Table
from linli.partners.organisations.queries.staff import staff_on


class FileForm(ToldForm):
    """What a file says of post and work."""

    name = forms.CharField(label=_("姓名"), max_length=40)
    account = forms.ModelChoiceField(
        label=_("在工作台的账号"), queryset=None, required=False, empty_label=_("没有账号")
    )
    post = forms.ChoiceField(label=_("岗位"), required=False)
    work = forms.CharField(label=_("分管什么"), max_length=200, required=False)
    worked_since = day(_("从哪天起做社区工作"))
    since = day(_("到岗日期"))
    seen = forms.IntegerField(widget=forms.HiddenInput(), required=False)

    def __init__(
        self, *args: Any, community: Any, table: Table, row: Staff | None = None, **kwargs: Any
    ) -> None:
        if row is not None:
            given = {name: getattr(row, name) for name in self.base_fields if hasattr(row, name)}
            kwargs["initial"] = {**given, "seen": row.version}
        super().__init__(*args, **kwargs)
        account: Any = self.fields["account"]
        account.queryset = desk_accounts(community, timezone.localdate())
        account.label_from_instance = lambda each: each.label
        posts = list(dict.fromkeys(line.post for line in table.lines))
        if row is not None and row.post and row.post not in posts:
            posts.append(row.post)
        post: Any = self.fields["post"]
        post.choices = [("", _("没有列入等级表")), *((each, each) for each in posts)]

    @property
    def given(self) -> dict[str, Any]:
        """What the act is given."""
        left = ("once", "seen")
        return {name: value for name, value in self.cleaned_data.items() if name not in left}


class SeenForm(ToldForm):
    """A step of a file somebody has been looking at."""

    seen = forms.IntegerField(widget=forms.HiddenInput())

    def __init__(self, *args: Any, row: Staff, **kwargs: Any) -> None:
        kwargs["initial"] = {"seen": row.version, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)


class LevelForm(SeenForm):
    """A level is fixed by a paper."""

    level = forms.IntegerField(label=_("定在第几级"), min_value=1, max_value=60)
    since = day(_("从哪天定级"))
    paper = forms.CharField(label=_("定级的文件"), max_length=120)


class CloseForm(SeenForm):
    """Somebody works here no longer."""

    until = day(_("从哪天起离岗"))


class QualificationForm(ToldForm):
    """A certificate that was shown."""

    kind = forms.ChoiceField(label=_("哪种证书"), choices=CERTIFICATES)
    title = forms.CharField(
        label=_("证书名称"), max_length=60, required=False, help_text=_("其他证书才写；不写编号。")
    )
    got_on = day(_("取得日期"))
    expires_on = day(_("有效到哪天"), required=False, help_text=_("长期有效的空着。"))


class TrainingForm(ToldForm):
    """Hours of training."""

    on = day(_("哪天"))
    hours = forms.DecimalField(
        label=_("几小时（可以有半小时）"), min_value=0.5, max_value=100, decimal_places=1
    )
    subject = forms.CharField(label=_("学什么"), max_length=80)
    by = forms.CharField(label=_("谁办的"), max_length=60, required=False)

    def clean_hours(self) -> int:
        """In half hours."""
        halves = self.cleaned_data["hours"] * 2
        if halves != int(halves):
            raise forms.ValidationError(_("请写整小时或半小时，例如 2.5。"))
        return int(halves)


class LeaveForm(ToldForm):
    """Days away, and who stands in."""

    since = day(_("从哪天"))
    until = day(_("到哪天（含）"))
    cover = forms.ModelChoiceField(label=_("谁替班"), queryset=None)

    def __init__(self, *args: Any, row: Staff, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cover: Any = self.fields["cover"]
        cover.queryset = staff_on(row.community, timezone.localdate()).exclude(pk=row.pk)
        cover.label_from_instance = lambda each: each.name


class GradesForm(ToldForm):
    """The local table."""

    source = forms.CharField(label=_("出自哪份文件"), max_length=160)
    since = day(_("从哪天起用"))
    text = forms.CharField(
        label=_("等级表"), max_length=20_000,
        help_text=_("每级一段：[[line]]，level 级数，post 岗位，years 满几年，certificate 证书。"),
        widget=forms.Textarea({"rows": 16, "maxlength": 20_000, "spellcheck": "false"}),
    )  # fmt: skip
