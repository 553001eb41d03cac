"""The forms of an elder's plan and visits: parsed, and nothing decided."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.pages.fields import DayInput, MomentInput
from linli.core.pages.steps import StepForm
from linli.service.casework.actions.care import PARTICULARS, Agreed
from linli.service.casework.models.care import FOUND, HOW_AGREED, TIERS, CarePlan, CareVisit
from linli.service.casework.rules import care

NEEDS = {
    "supported": _("老有所养：吃饭、用钱、家务"),
    "treated": _("老有所医：陪诊、取药、看护"),
    "learning": _("老有所学：想学什么"),
    "teaching": _("老有所教：能教别人什么"),
    "useful": _("老有所为：想做什么事"),
    "joyful": _("老有所乐：喜欢什么、想去哪里"),
}
OUTCOMES = [
    (care.DONE, _("见到了老人")),
    (care.REFUSED, _("老人这次不要来（照老人说的办）")),
    (care.NOT_HOME, _("没人应门（开始找人）")),
]


def area(
    label: Any, *, required: bool = True, most: int = 1000, rows: int = 3, help_text: Any = ""
) -> forms.CharField:
    """A few lines of text, kept off the device."""
    widget = forms.Textarea(attrs={"rows": rows, "maxlength": most, "data-no-draft": True})
    return forms.CharField(
        label=label, required=required, max_length=most, help_text=help_text, widget=widget
    )


def line(
    label: Any, *, required: bool = False, most: int = 60, help_text: Any = ""
) -> forms.CharField:
    """One line of text, neither remembered by the browser nor kept on the device."""
    widget = forms.TextInput(attrs={"autocomplete": "off", "data-no-draft": True})
    return forms.CharField(
        label=label, required=required, max_length=most, help_text=help_text, widget=widget
    )


def day(label: Any, *, required: bool = True, help_text: Any = "") -> forms.DateField:
    """A day."""
    return forms.DateField(label=label, required=required, help_text=help_text, widget=DayInput())


class PlanForm(forms.Form):
    """What the elder wants: how often, for what, whom to call."""

    consented = forms.BooleanField(
        label=_("我和老人说清楚了，老人同意"),
        help_text=_("谁来、多久来一次、记什么、给谁看、随时可以不要。"),
        required=False,
    )
    how = forms.ChoiceField(label=_("怎么同意的"), choices=HOW_AGREED, widget=forms.RadioSelect)
    agreed_on = day(_("哪天同意的"))
    tier = forms.ChoiceField(
        label=_("多久来一次"),
        choices=TIERS,
        widget=forms.RadioSelect,
        help_text=_("按老人的需要和老人商量，不给人打分定级。"),
    )
    first_on = day(_("第一次哪天去"))
    phone = line(_("老人的电话"))
    contact_name = line(_("紧急联系人"), help_text=_("老人自己说的人；没有就空着。"))
    contact_tie = line(_("和老人的关系"))
    contact_phone = line(_("紧急联系人的电话"))
    key_name = line(
        _("老人指定、有钥匙的邻居"), help_text=_("只有老人自己指定了才填；没有指定，别人不能开门。")
    )
    key_phone = line(_("这位邻居的电话"))
    wants_card = forms.BooleanField(label=_("老人要一张紧急联系卡"), required=False)
    card_name = line(_("卡上怎么称呼老人"), help_text=_("老人想怎么写就怎么写；空着写姓名。"))
    contact_on_card = forms.BooleanField(
        label=_("老人要把紧急联系人印在卡上"), required=False, initial=True
    )
    card_words = area(
        _("老人要写在卡上的话"),
        required=False,
        most=200,
        rows=2,
        help_text=_("只写老人自己要写的；病情、药名不替老人写。"),
    )

    def __init__(self, *args: Any, plan: CarePlan | None = None, **kwargs: Any) -> None:
        if plan is not None:
            kwargs["initial"] = _start(plan) | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        for key, title in NEEDS.items():
            self.fields[f"need_{key}"] = area(title, required=False, most=300, rows=2)
        if plan is not None:
            del self.fields["consented"], self.fields["first_on"]

    def agreed(self) -> Agreed:
        """What the elder agreed to."""
        given = self.cleaned_data
        return Agreed(
            tier=given["tier"],
            how=given["how"],
            on=given["agreed_on"],
            needs={key: given[f"need_{key}"] for key in NEEDS},
            particulars={name: given[name] for name in PARTICULARS},
            wants_card=given["wants_card"],
            contact_on_card=given["contact_on_card"],
        )


class VisitorForm(forms.Form):
    """A colleague, or a volunteer by name."""

    account = forms.ChoiceField(label=_("同事"), required=False)
    name = line(_("或者志愿者的姓名"))
    phone = line(_("志愿者的电话"))

    def __init__(self, *args: Any, colleagues: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["account"].choices = [("", "—"), *colleagues]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if bool(given.get("account")) == bool(given.get("name")):
            raise forms.ValidationError(_("请选一位同事，或者写一位志愿者的姓名。"))
        return given


class VisitForm(forms.Form):
    """One visit more."""

    planned_on = day(_("哪天去"))
    visitor = forms.ChoiceField(label=_("谁去"), required=False)

    def __init__(self, *args: Any, roster: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["visitor"].choices = [("", _("轮到谁就谁")), *roster]  # type: ignore[attr-defined]


class ShockForm(forms.Form):
    """When it happened; what it was is not asked."""

    shock_at = forms.DateTimeField(
        label=_("什么时候的事"),
        help_text=_("出院、亲人去世、极端天气。不用写是什么事。"),
        widget=MomentInput(),
    )


class OutcomeForm(StepForm):
    """What came of a visit."""

    outcome = forms.ChoiceField(label=_("结果"), choices=OUTCOMES, widget=forms.RadioSelect)
    words = area(_("看到什么、老人要什么"), required=False)


class TryForm(StepForm):
    """One step of the search: did it reach the elder, and how is the elder."""

    found = forms.ChoiceField(
        label=_("联系上了吗"),
        choices=[("", _("没有，继续找")), *FOUND],
        required=False,
        widget=forms.RadioSelect,
    )

    def start(self, row: CareVisit) -> dict[str, Any]:
        return {"found": ""}


class NothingForm(forms.Form):
    """Nothing to fill in: a button."""


class OfflineForm(forms.Form):
    """The elder's word on it."""

    offline = forms.BooleanField(
        label=_("老人同意，来探访的人可以在没有网络时用手机带着当天的探访"),
        help_text=_("手机里只有门牌和结果，没有姓名；交回后清除。"),
        required=False,
    )


class AlongForm(forms.Form):
    """Which of today's visits go along."""

    visits = forms.MultipleChoiceField(label=_("带上哪几家"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, visits: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["visits"].choices = visits  # type: ignore[attr-defined]


def _start(plan: CarePlan) -> dict[str, Any]:
    begin: dict[str, Any] = {name: getattr(plan, name) for name in PARTICULARS}
    needs = {f"need_{key}": words for key, words in plan.wishes.items()}
    on: date = plan.agreed_on
    return (
        begin
        | needs
        | {
            "tier": plan.tier,
            "how": plan.how_agreed,
            "agreed_on": on,
            "wants_card": plan.wants_card,
            "contact_on_card": plan.contact_on_card,
        }
    )
