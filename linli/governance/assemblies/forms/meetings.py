"""The plan, the agenda, the study, the steps of the meeting, the vote."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.access.queries import bodies_of
from linli.governance.assemblies.forms.inputs import day, hour, lines
from linli.governance.assemblies.models import Topic
from linli.governance.assemblies.queries import (
    alterable,
    authorisations_in_force,
    open_petitions,
    versions_of,
)
from linli.governance.assemblies.words import BASES, BODIES, MATTERS
from linli.lib.calendar import SHANGHAI


class TimeForm(forms.Form):
    """What it is called, when and where."""

    title = forms.CharField(label=_("会议名称"), max_length=120)
    day = day(_("日期"), _("至少提前十天通知，通知当天不算。"))
    hour = hour(_("几点"))
    venue = forms.CharField(label=_("地点"), max_length=120)

    @property
    def plan(self) -> dict[str, Any]:
        """As the act takes it, the moment in Shanghai's time."""
        given = self.cleaned_data
        return {
            "title": given["title"],
            "venue": given["venue"],
            "starts_at": datetime.combine(given["day"], given["hour"], SHANGHAI),
        }


class PlanForm(TimeForm):
    """A new meeting."""

    body = forms.ChoiceField(label=_("开什么会"), choices=BODIES, widget=forms.RadioSelect)
    counted_by = forms.ChoiceField(
        label=_("居民会议的到会人数怎么算"),
        choices=BASES[:2],
        widget=forms.RadioSelect,
        required=False,
        initial="residents",
        help_text=_("居民代表会议按组成人员计算，不用选。"),
    )
    petition = forms.ModelChoiceField(
        label=_("应哪一件联名召集"),
        queryset=None,
        required=False,
        empty_label=_("居委会自行召集"),
    )
    field_order = ("body", "counted_by", "title", "day", "hour", "venue", "petition")

    def __init__(self, *args: Any, community: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["petition"]
        field.queryset = open_petitions(community).filter(state="enough")
        field.label_from_instance = lambda petition: petition.title

    @property
    def plan(self) -> dict[str, Any]:
        given = self.cleaned_data
        return {
            **super().plan,
            "body": given["body"],
            "counted_by": given["counted_by"] or "residents",
            "petition": given["petition"],
        }


class TopicForm(forms.ModelForm):
    """One item of the agenda."""

    class Meta:
        model = Topic
        fields = (
            "title",
            "text",
            "presenter",
            "decides",
            "matter",
            "way",
            "authorisation",
            "version",
            "alters",
            "alters_how",
        )
        widgets = {"text": forms.Textarea(attrs={"rows": 3})}
        labels = {
            "authorisation": _("居民会议的授权"),
            "version": _("要表决的文本"),
            "alters": _("要变更或撤销的决定"),
            "alters_how": _("变更还是撤销"),
        }
        help_texts = {
            "matter": _("章程、公约、年度报告、评议和其他重要事项由居民会议决定。"),
            "authorisation": _("居民代表会议要决定上面这类事项，须有居民会议的授权。"),
        }

    def __init__(self, *args: Any, community: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        on = timezone.localdate()
        fields["authorisation"].queryset = authorisations_in_force(community, on)
        fields["authorisation"].label_from_instance = lambda row: (
            f"{row.get_matter_display()} · {row.source}"
        )
        settled = [
            version.pk
            for kind in ("charter", "covenant")
            for version in versions_of(community, kind).filter(state="settled")
        ]
        version = fields["version"]
        version.queryset = (
            versions_of(community, "covenant")
            .model.objects.filter(community=community, pk__in=settled)
            .select_related("document")
        )
        version.label_from_instance = lambda row: f"{row.document.get_kind_display()} {row.number}"
        fields["alters"].queryset = alterable(community)
        fields["alters"].label_from_instance = lambda row: (
            f"{row.get_body_display()} {row.number} {row.title}"
        )
        for name in ("authorisation", "version", "alters"):
            fields[name].empty_label = _("没有")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("alters") and not cleaned.get("alters_how"):
            self.add_error("alters_how", _("请选变更还是撤销。"))
        return cleaned

    @property
    def given(self) -> dict[str, Any]:
        """As the act takes it."""
        return {name: self.cleaned_data[name] for name in self._meta.fields or ()}


class StudyForm(forms.Form):
    """What the Party organisation studied, before the meeting."""

    on = day(_("研究日期"))
    by_whom = forms.CharField(label=_("哪个党组织"), max_length=80)
    opinion = lines(_("研究意见"), _("研究是会前的一步，不是表决，也不会填进表决结果。"))


class UrgentForm(forms.Form):
    """Calling the meeting; a reason only where ten days cannot be kept."""

    urgent_reason = forms.CharField(
        label=_("不能提前十天通知的理由"),
        max_length=400,
        required=False,
        help_text=_("只有特殊情况才填；理由会写在通知和会议记录里。"),
    )


class ReasonForm(forms.Form):
    """A step with a reason that is told."""

    reason = lines(_("原因"), most=400)


class ChairForm(forms.Form):
    """Opening the meeting."""

    chair = forms.CharField(label=_("主持人"), max_length=40)


class SureForm(forms.Form):
    """A step without anything to type."""


class VoteForm(forms.Form):
    """A vote, counted. Nothing is filled in beforehand."""

    votes_for = forms.IntegerField(label=_("赞成"), min_value=0)
    votes_against = forms.IntegerField(label=_("反对"), min_value=0)
    abstained = forms.IntegerField(label=_("弃权"), min_value=0)
    text = lines(
        _("决定的内容"),
        _("通过以后公开的文字；没有通过的，写明未通过的是什么。"),
        rows=4,
        most=8000,
    )
    owner = forms.ModelChoiceField(
        label=_("由谁落实"), queryset=None, required=False, empty_label=_("不用落实")
    )
    due_on = day(_("什么时候落实"), required=False)

    def __init__(self, *args: Any, community: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["owner"]
        field.queryset = bodies_of(community, timezone.localdate())


class AuthoriseForm(forms.Form):
    """What the assembly let the representatives' meeting decide."""

    matter = forms.ChoiceField(label=_("授权事项"), choices=MATTERS[:-1])
    source = forms.CharField(
        label=_("依据"),
        max_length=200,
        help_text=_("例如“2026 年 1 月 10 日居民会议第 2 号决议”。"),
    )
    resolution = forms.ModelChoiceField(
        label=_("居民会议的决议"), queryset=None, required=False, empty_label=_("在纸质档案里")
    )
    since = day(_("起"))
    until = day(_("止"), required=False)

    def __init__(self, *args: Any, community: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["resolution"]
        field.queryset = alterable(community).filter(body="assembly")
        field.label_from_instance = lambda row: f"{row.number} {row.title}"


class CommitteeForm(forms.Form):
    """A decision of the committee itself."""

    title = forms.CharField(label=_("标题"), max_length=120)
    text = lines(_("决定的内容"), rows=4, most=8000)
    matter = forms.ChoiceField(
        label=_("属于"),
        choices=MATTERS,
        initial="other",
        help_text=_("章程、公约、年度报告、评议和其他重要事项，居委会不能自己决定。"),
    )
    owner = forms.ModelChoiceField(
        label=_("由谁落实"), queryset=None, required=False, empty_label=_("居委会")
    )
    due_on = day(_("什么时候落实"), required=False)

    def __init__(self, *args: Any, community: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["owner"]
        field.queryset = bodies_of(community, timezone.localdate())


class ProgressForm(forms.Form):
    """How far it is, in words everybody reads."""

    words = lines(_("说说进展（会公开）"), most=1000)
