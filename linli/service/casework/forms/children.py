"""The forms about children: parsed, and nothing decided."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.pages.fields import MomentInput
from linli.lib.identity.ids import new_id
from linli.service.casework.forms.care import area, day, line
from linli.service.casework.models import ChildFile
from linli.service.casework.models.children import (
    AUTHORITIES,
    CATEGORIES,
    DIFFICULTIES,
    HOW_CONSENTED,
    OFFICES,
    RHYTHMS,
)


class ReportForm(forms.Form):
    """To whom it was reported; the moment is taken when the button is pressed."""

    authority = forms.ChoiceField(
        label=_("报给了谁"), choices=AUTHORITIES, widget=forms.RadioSelect
    )
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)


class AfterwardsForm(forms.Form):
    """What was noticed, written after the report."""

    noticed_at = forms.DateTimeField(
        label=_("什么时候发现的"),
        widget=MomentInput(),
    )
    words = area(_("看到什么、听到什么"), most=2000, rows=5)
    late_because = area(_("没有马上报告的，写明为什么"), required=False, most=400, rows=2)


class TakeUpForm(forms.Form):
    """Into which of one's own cases a report goes."""

    case = forms.ChoiceField(label=_("归入哪个个案"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, cases: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["case"].choices = cases  # type: ignore[attr-defined]


class FileForm(forms.Form):
    """Harm or not, how old, who consented."""

    suspected_harm = forms.BooleanField(label=_("怀疑孩子受到侵害或面临危险"), required=False)
    under_fourteen = forms.BooleanField(label=_("孩子不满十四周岁"), required=False)
    parent_is_danger = forms.BooleanField(
        label=_("危险来自父母或其他监护人"),
        help_text=_("勾了就不要问监护人，也不要让监护人知道。"),
        required=False,
    )
    how_consented = forms.ChoiceField(
        label=_("父母或其他监护人怎么同意的"),
        choices=[("", "—"), *HOW_CONSENTED],
        required=False,
    )
    consented_on = day(_("哪天同意的"), required=False)


class DutyForm(forms.Form):
    """What was found about one duty."""

    words = area(_("看到的情况和做了什么"))


class SchoolForm(forms.Form):
    """The school, and what it is asked to do."""

    school = line(_("学校和联系老师"), required=True, most=120)
    words = area(_("请学校帮什么"), most=400)


class SchoolAnswerForm(forms.Form):
    """What the school answered."""

    answer = area(_("学校怎么答复"), most=400)


class DescribeForm(forms.Form):
    """Which kind of file it is; for help, not for marking the child."""

    category = forms.ChoiceField(label=_("哪一类"), choices=CATEGORIES, widget=forms.RadioSelect)
    difficulties = forms.MultipleChoiceField(
        label=_("有哪些困难"),
        choices=DIFFICULTIES,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    guardian = line(_("监护人和关系"), most=120)
    entrusted = line(
        _("父母外出的，委托谁照护、怎么联系"), most=120, help_text=_("委托要有能力照护，问过孩子。")
    )
    rhythm = forms.ChoiceField(label=_("多久看一次"), choices=RHYTHMS, widget=forms.RadioSelect)


class AuditForm(forms.Form):
    """What the year's audit found."""

    words = area(_("发现的问题和改正"), required=False, most=2000, rows=5)


class OfficeForm(forms.Form):
    """The number of an office."""

    office = forms.ChoiceField(label=_("哪个单位"), choices=OFFICES)
    name = line(_("名称"), required=True, most=80)
    phone = line(_("电话"), required=True, most=30)


def begin_with(file: ChildFile | None, young: bool | None) -> dict[str, Any]:
    """What the form begins with: what is kept, or what the roster says of the age."""
    if file is None:
        return {"under_fourteen": bool(young)}
    kept = ("under_fourteen", "parent_is_danger", "how_consented", "consented_on")
    return {name: getattr(file, name) for name in kept}


def describe_with(file: ChildFile) -> dict[str, Any]:
    """What is kept so far."""
    return {
        "category": file.category,
        "difficulties": file.difficulties.split(","),
        "guardian": file.guardian,
        "entrusted": file.entrusted,
        "rhythm": file.rhythm,
    }
