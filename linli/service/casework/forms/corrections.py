"""The forms of help in community corrections: parsed, and nothing decided."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.service.casework.forms.care import area, day, line
from linli.service.casework.models.corrections import NEEDS, CorrectionsHelp


class HelpForm(forms.Form):
    """Initials, dates, what help, and the group as the law asks."""

    initials = line(
        _("姓名首字母"), required=True, most=4, help_text=_("大写字母，例如 WXL。不写姓名。")
    )
    begins_on = day(_("哪天开始"))
    ends_on = day(_("哪天结束"), help_text=_("到这一天结束，自动封存。"))
    needs = forms.MultipleChoiceField(
        label=_("要帮什么"), choices=NEEDS, required=False, widget=forms.CheckboxSelectMultiple
    )
    plan = area(_("怎么帮"), required=False, most=1000, rows=4)
    for_a_woman = forms.BooleanField(label=_("对象是女性"), required=False)
    woman_member = forms.ChoiceField(label=_("小组里的女性成员"), required=False)
    for_a_minor = forms.BooleanField(label=_("对象是未成年人"), required=False)
    minors_member = forms.ChoiceField(label=_("小组里熟悉未成年人的成员"), required=False)

    def __init__(self, *args: Any, group: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("woman_member", "minors_member"):
            self.fields[name].choices = [("", "—"), *group]  # type: ignore[attr-defined]


class VoluntaryForm(HelpForm):
    """Help after release: no group is laid down by law, and nothing is asked of who she is."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("for_a_woman", "woman_member", "for_a_minor", "minors_member"):
            del self.fields[name]


class ChangeForm(forms.Form):
    """Other needs, another plan."""

    needs = forms.MultipleChoiceField(
        label=_("要帮什么"), choices=NEEDS, required=False, widget=forms.CheckboxSelectMultiple
    )
    plan = area(_("怎么帮"), required=False, most=1000, rows=4)

    def __init__(self, *args: Any, row: CorrectionsHelp, **kwargs: Any) -> None:
        kwargs["initial"] = {"needs": row.needs, "plan": row.plan}
        super().__init__(*args, **kwargs)


class NoteForm(forms.Form):
    """One time of help."""

    on = day(_("哪天"))
    words = area(_("帮了什么、还要什么"))
