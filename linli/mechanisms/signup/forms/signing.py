"""The form for everybody: for oneself, for the family, or by name and telephone."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.audit.actor import Actor
from linli.core.people.models import Person
from linli.lib.identity.ids import new_id
from linli.mechanisms.signup import rules
from linli.mechanisms.signup.kinds import Applicant
from linli.mechanisms.signup.models import Sheet

ME, OTHER = "me", "other"
PHONE = r"^[+\d][\d\s\-]{5,19}$"


def phone_field(**given: Any) -> forms.RegexField:
    """A telephone number as people write it."""
    return forms.RegexField(
        PHONE,
        max_length=20,
        error_messages={"invalid": _("请写数字，可以有空格和横线。")},
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "tel"}),
        **given,
    )


def needs_field() -> forms.MultipleChoiceField:
    """What makes it easier to take part, in the words of the roster."""
    return forms.MultipleChoiceField(
        label=_("需要什么方便"),
        choices=Person.NEEDS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


class NameForm(forms.Form):
    """What every name brings along, as far as the sheet asks."""

    name = forms.CharField(label=_("姓名"), max_length=40)
    phone = phone_field(label=_("联系电话"), help_text=_("有变动时打这个电话。不会公开。"))
    seats = forms.IntegerField(label=_("一共几个人"), min_value=1, initial=1)
    age = forms.IntegerField(label=_("年龄（周岁）"), min_value=0, max_value=130, required=False)
    guardian = forms.CharField(
        label=_("监护人姓名"),
        max_length=40,
        required=False,
        help_text=_("报名的人不满十八岁时填。"),
    )
    guardian_phone = phone_field(label=_("监护人电话"), required=False)
    needs = needs_field()
    remark = forms.CharField(
        label=_("要让组织者知道的"),
        max_length=200,
        required=False,
        help_text=_("只有组织者看得到，例如“坐轮椅，要一个过道边的位置”。"),
    )
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)

    def __init__(self, *args: Any, sheet: Sheet, minors: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sheet = sheet
        if sheet.most_each == 1:
            del self.fields["seats"]
        else:
            self.fields["seats"].max_value = sheet.most_each  # type: ignore[attr-defined]
            self.fields["seats"].help_text = _("连本人在内，一次最多 %(n)s 个人。") % {
                "n": sheet.most_each
            }
        if not sheet.asks_age:
            del self.fields["age"]
        if not sheet.asks_age and not minors:
            self.leave_out("guardian", "guardian_phone", "agrees")

    def leave_out(self, *names: str) -> None:
        """Asks nothing of that."""
        for name in names:
            self.fields.pop(name, None)

    @property
    def wanted(self) -> int:
        """For how many."""
        return self.cleaned_data.get("seats") or 1

    def applicant(self, **known: Any) -> Applicant:
        """Who is put down, by what was typed."""
        said = self.cleaned_data
        names = ("name", "phone", "age", "guardian", "guardian_phone", "remark")
        given = {name: said[name] for name in names if said.get(name) is not None}
        return Applicant(**{**given, "needs": tuple(said.get("needs", ())), **known})


class SignUpForm(NameForm):
    """What whoever comes by themselves fills in. Signed in, they say for whom; the roster knows
    the rest. Without an account it is a name and a telephone number."""

    who = forms.ChoiceField(label=_("给谁报名"), widget=forms.RadioSelect)
    agrees = forms.BooleanField(label=_("报名的人不满十八岁：我是监护人，同意参加"), required=False)

    field_order = (
        "who", "name", "phone", "age", "seats", "agrees", "guardian", "guardian_phone", "needs",
        "remark", "once",
    )  # fmt: skip

    def __init__(
        self, *args: Any, actor: Actor, family: list[Person], label: str = "", **kwargs: Any
    ) -> None:  # fmt: skip
        super().__init__(*args, minors=bool(family), **kwargs)
        self.actor, self.label = actor, label
        self.family = {str(each.pk): each for each in family}
        if not actor.signed_in:
            self.leave_out("who")
            if "guardian" in self.fields:
                self.fields["guardian"].help_text = _(
                    "不满十八岁的，由监护人在这里填写并勾选同意。"
                )
            return
        choices: list[Any] = [(ME, _("我自己"))]
        choices += [(key, each.name) for key, each in self.family.items()]
        choices.append((OTHER, _("家里别的人（在下面写姓名）")))
        field: Any = self.fields["who"]
        field.choices, field.initial = choices, ME
        for name in ("name", "phone"):
            self.fields[name].required = False
        self.fields["name"].help_text = _("选了“家里别的人”才要填。")
        self.leave_out("guardian", "guardian_phone")
        if "age" in self.fields:
            self.fields["age"].help_text = _("居民名册里有出生日期的，可以不填。")

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if self.actor.signed_in:
            if said.get("who") == OTHER and not said.get("name"):
                self.add_error("name", _("请写家人的姓名。"))
        elif rules.is_minor(said.get("age")):
            if not said.get("agrees"):
                self.add_error("agrees", _("不满十八岁的，要监护人同意才能报名。"))
            if not said.get("guardian_phone"):
                self.add_error("guardian_phone", _("请写监护人的电话。"))
        return said

    @property
    def via(self) -> str:
        """By which way the name comes."""
        return "family" if self.cleaned_data.get("who", ME) != ME else "web"

    def whom(self) -> Applicant:
        """Who is put down: whoever fills it in, one of the family, or the name that was typed."""
        said = self.cleaned_data
        if not self.actor.signed_in:
            return self.applicant(guardian_way="online" if said.get("agrees") else "")
        known: dict[str, Any] = {"guardian": self.label if said.get("agrees") else ""}
        if said["who"] == ME:
            return self.applicant(**known, name=self.label, account=self.actor.account)
        if said["who"] == OTHER:
            return self.applicant(**known)
        return self.applicant(**known, name="", person=self.family[said["who"]])


class CodeForm(forms.Form):
    """The code of a slip."""

    code = forms.CharField(
        label=_("报名编号"),
        max_length=40,
        help_text=_("在报名回执上，十二位字母和数字。"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )
