"""What is filled in about a case. Nothing typed here is kept as a draft by the browser."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.access.models import Account
from linli.core.pages.fields import DayInput
from linli.core.people.choosing import FindForm, PersonField
from linli.lib.identity.ids import new_closed_id
from linli.service.casework.kinds import Form, Kind
from linli.service.casework.kinds.declaration import CHOICE, DAY, LONG, YES
from linli.service.casework.models import Agreement

NO_DRAFT = {"autocomplete": "off", "data-no-draft": True}


def one_line(label: Any, *, most: int = 200, required: bool = True, help_text: Any = "") -> Any:
    """One line."""
    return forms.CharField(
        label=label,
        max_length=most,
        required=required,
        help_text=help_text,
        widget=forms.TextInput(attrs=dict(NO_DRAFT)),
    )


def some_lines(label: Any, *, most: int = 4000, required: bool = True, help_text: Any = "") -> Any:
    """Several lines."""
    return forms.CharField(
        label=label,
        max_length=most,
        required=required,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": 3, **NO_DRAFT}),
    )


def a_day(label: Any, *, required: bool = True, help_text: Any = "") -> Any:
    """A day."""
    return forms.DateField(
        label=label,
        required=required,
        help_text=help_text,
        widget=DayInput(),
    )


class Once(forms.Form):
    """Sent twice, it does its work once."""

    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_closed_id)


class AccountField(forms.ModelChoiceField):
    """A colleague."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(queryset=Account.objects.none(), empty_label=_("请选择"), **kwargs)

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.label)


class PurposeForm(forms.Form):
    """What a case is opened for."""

    purpose = forms.ChoiceField(label=_("为了什么"), widget=forms.RadioSelect)
    words = one_line(_("具体一点"), help_text=_("本人可以看到谁在什么时候为了什么打开过。"))

    def __init__(self, *args: Any, kind: Kind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["purpose"]
        field.choices = kind.purposes


class OpenForm(Once):
    """A new case: which kind, who reviews, and whom it is about."""

    kind = forms.ChoiceField(label=_("哪一类"))
    second = AccountField(label=_("谁复核、代班"))
    q = FindForm.base_fields["q"]
    person = PersonField(required=False, label=_("是哪一位"))
    called = one_line(
        _("怎样称呼"),
        most=40,
        required=False,
        help_text=_(
            "查找或称呼，至少填一项。只有经办人看得到；可以只写姓或代称。小组与社区工作不写姓名。"
        ),
    )
    reason = some_lines(_("为什么建立"), most=1000, required=False)

    def __init__(
        self, *args: Any, kinds: list[Kind], colleagues: Any, community: Any, on: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        fields: Mapping[str, Any] = self.fields
        fields["kind"].choices = [(kind.key, kind.title) for kind in kinds]
        fields["second"].queryset = colleagues
        fields["q"].required = False
        fields["q"].help_text = _("查找或称呼，至少填一项。")
        self.found = fields["person"].offer(community, self.data.get("q", ""), on)
        if not self.found:
            fields["person"].widget = forms.HiddenInput()


class ColleagueForm(Once):
    """One colleague."""

    account = AccountField(label=_("哪一位"))

    def __init__(self, *args: Any, colleagues: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["account"]
        field.queryset = colleagues


class RoleForm(ColleagueForm):
    """Somebody else in the place of the lead or the second."""

    role = forms.ChoiceField(
        label=_("接谁的"),
        choices=[("lead", _("主责")), ("second", _("复核、代班"))],
        widget=forms.RadioSelect,
    )


class AgreementForm(Once):
    """That the person agreed."""

    words = some_lines(
        _("同意什么"), most=1000, help_text=_("例如：同意把情况告诉示范医院，用于看诊。")
    )
    how = forms.ChoiceField(label=_("怎样同意的"), choices=Agreement.HOW, widget=forms.RadioSelect)
    by_whom = one_line(_("谁同意的"), most=80, help_text=_("本人，或者监护人的姓名和关系。"))
    given_on = a_day(_("哪天"))
    paper = one_line(_("纸质件放在哪里"), most=120, required=False)


class ReferralForm(Once):
    """To whom, what for, what goes along, and on which ground."""

    to_kind = forms.ChoiceField(label=_("转给哪一类单位"), required=False)
    to = one_line(_("单位或经办人"), most=120)
    purpose = one_line(_("请对方做什么"))
    told = some_lines(_("告诉对方的情况"), help_text=_("只写对方办事必需的。"))
    contact = one_line(_("怎样联系本人"), required=False, help_text=_("对方不需要联系的，不写。"))
    ground = forms.ChoiceField(label=_("依据"), widget=forms.RadioSelect)
    why = some_lines(
        _("没有同意而依法转的，为什么"), most=1000, required=False, help_text=_("本人可以看到。")
    )

    def __init__(self, *args: Any, kind: Kind, agreements: list[Agreement], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Mapping[str, Any] = self.fields
        self.agreements = {str(row.pk): row for row in agreements}
        fields["ground"].choices = [
            *(
                (key, _("本人同意：%(words)s") % {"words": row.words[:40]})
                for key, row in self.agreements.items()
            ),
            *((each.key, each.title) for each in kind.overrides),
        ]
        if kind.refers_to:
            fields["to_kind"].choices = kind.refers_to
        else:
            del self.fields["to_kind"]
        if not kind.told_to_person:
            fields["why"].help_text = ""

    def given(self) -> dict[str, Any]:
        """What the act is given."""
        data = self.cleaned_data
        labels = {"told": self.fields["told"].label, "contact": self.fields["contact"].label}
        agreement = self.agreements.get(data["ground"])
        return {
            "to": data["to"],
            "purpose": data["purpose"],
            "sent": [(str(labels[key]), data[key]) for key in labels if data[key]],
            "agreement": agreement,
            "override": "" if agreement else data["ground"],
            "why": data["why"],
        }


class AnswerForm(forms.Form):
    """What the office answered."""

    answer = some_lines(_("对方怎么答复"), most=1000)


class ReasonForm(Once):
    """Why."""

    reason = some_lines(_("为什么"), most=1000)


class TakeOverForm(ReasonForm):
    """Two new hands for a case that everybody has left."""

    lead = AccountField(label=_("谁来主责"))
    second = AccountField(label=_("谁复核、代班"))
    field_order = ("lead", "second", "reason")

    def __init__(self, *args: Any, colleagues: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("lead", "second"):
            field: Any = self.fields[name]
            field.queryset = colleagues


class EndForm(forms.Form):
    """How it ends."""

    ending = forms.ChoiceField(label=_("怎样结案"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, kind: Kind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["ending"]
        field.choices = [(each.key, each.title) for each in kind.endings]


def sheet_form(form: Form, data: Any, initial: Mapping[str, Any] | None = None) -> Any:
    """The form of a sheet of a case, made from what was declared."""
    made = {"once": Once.base_fields["once"]}
    for field in form.fields:
        more = {"required": field.required, "help_text": field.help or field.needed_for}
        if field.sort == LONG:
            made[field.key] = some_lines(field.label, **more)
        elif field.sort == DAY:
            made[field.key] = a_day(field.label, **more)
        elif field.sort == CHOICE:
            made[field.key] = forms.ChoiceField(
                label=field.label, choices=field.choices, widget=forms.RadioSelect, **more
            )
        elif field.sort == YES:
            made[field.key] = forms.BooleanField(label=field.label, **(more | {"required": False}))
        else:
            made[field.key] = one_line(field.label, most=400, **more)
    sheet = type("SheetForm", (forms.Form,), made)
    return sheet(data, initial=dict(initial or {}))
