"""The forms about violence at home: parsed, and nothing decided."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.service.casework.forms.care import area, day, line
from linli.service.casework.models.violence import (
    CANNOT_APPLY,
    CAPACITY,
    SAFETY_PLAN,
    ViolenceFile,
)


class BeginForm(forms.Form):
    """Who is it for the police to be told of."""

    capacity = forms.ChoiceField(
        label=_("民事行为能力"), choices=CAPACITY, widget=forms.RadioSelect
    )
    police_told = forms.BooleanField(
        label=_("已经报警（110）"),
        help_text=_("受害人没有完全民事行为能力的，必须先报警；有完全民事行为能力的，听受害人的。"),
        required=False,
    )


class SafeForm(forms.Form):
    """Where the victim is, how to call, and the plan."""

    safe_address = line(_("现在住在哪里"), most=120)
    safe_phone = line(
        _("怎么联系最安全"), most=120, help_text=_("例如只在上班时间打单位电话，不发短信。")
    )

    def __init__(self, *args: Any, file: ViolenceFile, **kwargs: Any) -> None:
        kwargs["initial"] = {
            "safe_address": file.safe_address,
            "safe_phone": file.safe_phone,
            **{f"line_{key}": words for key, words in file.safety.items()},
        }
        super().__init__(*args, **kwargs)
        for key, title in SAFETY_PLAN:
            self.fields[f"line_{key}"] = area(title, required=False, most=300, rows=2)

    def lines(self) -> dict[str, str]:
        """The safety plan."""
        return {key: self.cleaned_data[f"line_{key}"] for key, _title in SAFETY_PLAN}


class LetterForm(forms.Form):
    """The written warning as it came."""

    letter_on = day(_("告诫书的日期"))
    letter_from = line(_("哪个公安机关出具"), required=True, most=80)
    letter_number = line(_("告诫书文号"))


class OtherSideForm(forms.Form):
    """Initials, and the colleague who visits there."""

    initials = line(_("另一方姓名的首字母"), required=True, most=4)
    account = forms.ChoiceField(
        label=_("交给哪位同事"),
        help_text=_("不能是照顾受害人的人；这位同事看不到受害人的任何内容。"),
    )

    second = forms.ChoiceField(label=_("谁复核、代班"))
    may_ask = forms.MultipleChoiceField(
        label=_("以后那边还可以请谁"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "那边只看得到选了的人。选了的以后不能来照顾受害人，也不能再去掉。"
            "请留几位不选：没选的不止照顾受害人的，就看不出是谁。"
        ),
    )

    def __init__(self, *args: Any, colleagues: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("account", "second", "may_ask"):
            self.fields[name].choices = colleagues  # type: ignore[attr-defined]


class NamedForm(forms.Form):
    """More colleagues whom the other side may ask."""

    accounts = forms.MultipleChoiceField(
        label=_("再加哪几位"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("加了的以后不能来照顾受害人，也不能再去掉。"),
    )

    def __init__(self, *args: Any, colleagues: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["accounts"].choices = colleagues  # type: ignore[attr-defined]


class TwoVisitsForm(forms.Form):
    """Two days."""

    victim_on = day(_("哪天查访受害人"))
    other_on = day(_("哪天查访另一方"), help_text=_("由另一位同事去，至少隔一天。"))


class VisitedForm(forms.Form):
    """What was found."""

    words = area(_("情况"), most=2000, rows=5)


class ApplyForm(forms.Form):
    """Why the committee applies, and where."""

    because = forms.ChoiceField(
        label=_("受害人为什么不能自己申请"), choices=CANNOT_APPLY, widget=forms.RadioSelect
    )
    court = line(_("哪个法院"), required=True, most=80)


class OrderForm(forms.Form):
    """The order as it came."""

    made_on = day(_("哪天作出"))
    last_day = day(_("最后一天"))
    received_on = day(_("居委会哪天收到"))
    court = line(_("哪个法院"), required=True, most=80)
    number = line(_("文号"))


class LiftForm(forms.Form):
    """From which day an order no longer holds."""

    lifted_on = day(_("从哪天起不再有效"))
