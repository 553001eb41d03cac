"""Registering electors: on which ground, by which paper, since when."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.pages.fields import DayInput
from linli.governance.elections.models import GROUNDS
from linli.governance.elections.models.roll import Registration


def area(label: Any, help_text: Any = "", rows: int = 3, most: int = 400) -> forms.CharField:
    """Some lines of text."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=most,
        widget=forms.Textarea(attrs={"rows": rows, "maxlength": most}),
    )


def working_since() -> forms.DateField:
    """Since when a community worker from elsewhere works here."""
    return forms.DateField(
        label=_("从哪天起在本社区工作"),
        required=False,
        widget=DayInput,
        help_text=_("只有外地户籍社区工作者填，到选举日要满六个月。"),
    )


def worker_said(form: forms.Form) -> dict[str, Any]:
    """What was filled in; a community worker says since when, and by which paper."""
    given = form.cleaned_data
    if given.get("ground") == "worker":
        for field in ("worker_since", "paper"):
            if field in form.fields and field not in form.errors and not given.get(field):
                form.add_error(field, _("外地户籍社区工作者要填。"))
    else:
        given["worker_since"] = None
    return given


class RegisterForm(forms.Form):
    """On which ground, in which way, by which paper the desk registers somebody."""

    ground = forms.ChoiceField(label=_("依据"), choices=GROUNDS, widget=forms.RadioSelect)
    way = forms.ChoiceField(
        label=_("登记方式"),
        choices=[row for row in Registration.WAYS if row[0] != "self"],
        widget=forms.RadioSelect,
        initial="desk",
    )
    paper = forms.CharField(
        label=_("依据的材料"),
        max_length=120,
        required=False,
        help_text=_("名册里看不出依据的要写，例如“居住证”“租赁合同”“聘用合同”。不写号码。"),
    )
    worker_since = working_since()

    def clean(self) -> dict[str, Any]:
        return worker_said(self)


class RefuseForm(forms.Form):
    """Why somebody is not registered."""

    reason = area(_("未予登记的理由"), _("本人看得到。请写事实和依据。"), most=200)


class ConfirmForm(forms.Form):
    """By which paper a registration is confirmed."""

    paper = forms.CharField(
        label=_("核对的材料"), max_length=120, help_text=_("例如“居住证”“社区证明”。不写号码。")
    )
