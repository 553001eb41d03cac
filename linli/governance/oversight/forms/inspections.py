"""Inspections, two sheets, and the steps of what was found."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.files.rules import LIMITS
from linli.core.pages.fields import DayInput, FileDrop
from linli.governance.oversight.models import LOOKED_AT
from linli.governance.oversight.queries.sheets import sheets_in, title_of, versions_in
from linli.governance.oversight.rules.acts_seen import SEEN
from linli.mechanisms.publication.declaration import Template
from linli.mechanisms.publication.models import Posting
from linli.mechanisms.publication.registry import template_named

SUBJECTS = {
    "decisions": _("会议和决定"),
    "elections": _("选举"),
    "publicity": _("公开"),
    "rules": _("规则和日历"),
    "posts": _("岗位和单位"),
    "burden": _("上级要求"),
    "money": _("经费"),
    "purchases": _("购买服务"),
    "organisations": _("组织和任职"),
    "party": _("党务公开"),
    "supervision": _("监督"),
}
BOARD = "board"


class InspectionForm(forms.Form):
    """What will be looked at, and when."""

    looked_at = forms.ChoiceField(label=_("检查什么"), choices=LOOKED_AT, widget=forms.RadioSelect)
    title = forms.CharField(
        label=_("名称"), max_length=120, help_text=_("例如“三季度财务公开与公开栏核对”。")
    )
    planned_for = forms.DateField(
        label=_("计划日期"),
        required=False,
        widget=DayInput(),
        help_text=_("不填就是随时检查。"),
    )


class ResultForm(forms.Form):
    """What was looked at, how, and what came of it."""

    looked_on = forms.DateField(label=_("检查日期"), widget=DayInput())
    result = forms.CharField(
        label=_("检查经过和结论"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("看了什么、怎么看的、结论是什么。不写个人的情况。"),
    )


class FoundForm(forms.Form):
    """Something that was found, with its grounds."""

    looked_at = forms.ChoiceField(label=_("在哪里发现"), choices=LOOKED_AT)
    title = forms.CharField(label=_("发现了什么"), max_length=120)
    grounds = forms.CharField(
        label=_("依据"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("看到了什么，在哪里，跟什么对照。公布时会原样公布，不写个人的情况。"),
    )
    found_on = forms.DateField(label=_("发现日期"), widget=DayInput())
    photo = forms.FileField(
        label=_("公开栏的照片"),
        required=False,
        widget=FileDrop(
            accept=("image/jpeg", "image/png"), kinds=_("JPEG 或 PNG 照片"), most=LIMITS["photo"]
        ),
        help_text=_("只拍公开栏，不拍人。"),
    )


class ReasonForm(forms.Form):
    """A step and its reason."""

    reason = forms.CharField(
        label=_("说明"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )


class AskForm(ReasonForm):
    """What is to be put right, and by when."""

    limit = forms.DateField(
        label=_("改正期限"),
        required=False,
        widget=DayInput(),
        help_text=_("不填就按邻里承诺：十个工作日。"),
    )


class AnswerForm(forms.Form):
    """What the committee did."""

    answer = forms.CharField(
        label=_("答复"), max_length=4000, widget=forms.Textarea(attrs={"rows": 4})
    )


class ReportForm(ReasonForm):
    """To whom it is reported."""

    addressee = forms.CharField(
        label=_("反映给谁"),
        max_length=80,
        help_text=_("街道办事处、区民政局；涉嫌违纪违法的，监察机关。"),
    )
    field_order = ("addressee", "reason")


class SheetsForm(forms.Form):
    """The notice whose sheet is held against another."""

    posting = forms.ChoiceField(label=_("哪一份公示"))

    def __init__(self, *args: Any, community: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["posting"]
        field.choices = [
            (str(each.pk), title_of(each, template))
            for each in sheets_in(community)
            if (template := template_named(each.template)) is not None
        ]


class SidesForm(forms.Form):
    """Which version, against what: another version, another notice of its sort, or the board."""

    one = forms.ChoiceField(label=_("网上的第几版"))
    other = forms.ChoiceField(label=_("跟哪一份比"))

    def __init__(self, *args: Any, posting: Posting, template: Template, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        versions = list(versions_in(posting))
        own = [
            (str(each.version), _("第 %(n)d 版") % {"n": each.version})
            for each in reversed(versions)
        ]
        alike = [
            (str(each.pk), title_of(each, template))
            for each in sheets_in(posting.community_id, posting.template)
            if each.pk != posting.pk
        ]
        one: Any = self.fields["one"]
        other: Any = self.fields["other"]
        one.choices = own
        other.choices = [(BOARD, _("公开栏上的纸，照着填")), *own, *alike]


class BoardForm(forms.Form):
    """What stands on the paper on the board, field by field; begun with what the web says."""

    def __init__(
        self, *args: Any, template: Template, said: Mapping[str, str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for field in template.fields:
            wide = field.kind in ("rows", "prose")
            self.fields[f"board_{field.key}"] = forms.CharField(
                label=field.label,
                required=False,
                initial=said.get(field.key, ""),
                widget=forms.Textarea(attrs={"rows": 5}) if wide else forms.TextInput(),
                help_text=_("一行一条，各栏之间用“ | ”隔开。") if field.kind == "rows" else "",
            )

    def said(self) -> dict[str, str]:
        """What was read, by field."""
        given = self.cleaned_data if self.is_bound else {}
        return {name.removeprefix("board_"): value for name, value in given.items()}


class ActsForm(forms.Form):
    """Of which subject, in which days."""

    subject = forms.ChoiceField(
        label=_("关于什么"),
        required=False,
        choices=[("", _("全部")), *((key, SUBJECTS[key]) for key in SEEN)],
    )
    since = forms.DateField(label=_("从哪天"), required=False, widget=DayInput())
    until = forms.DateField(label=_("到哪天"), required=False, widget=DayInput())
