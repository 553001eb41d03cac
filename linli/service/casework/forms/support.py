"""The forms of a support agreement: parsed, and nothing decided."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.pages.steps import StepForm
from linli.service.casework.actions.support import Signed
from linli.service.casework.forms.arranged import in_fen, yuan
from linli.service.casework.forms.care import area, day, line
from linli.service.casework.models.care import HOW_AGREED
from linli.service.casework.models.support import (
    EVERY,
    RESULTS,
    WATCHED_BY,
    WAYS_ON,
    SupportAgreement,
)


class DraftForm(forms.Form):
    """What else was agreed, and who sees that it is kept."""

    terms = area(
        _("还说好了什么"),
        required=False,
        most=2000,
        rows=5,
        help_text=_("照老人的意思写。不能写谁不再赡养，也不能和分财产、放弃继承挂钩。"),
    )
    watched_by = forms.ChoiceField(
        label=_("谁看着履行"), choices=WATCHED_BY, widget=forms.RadioSelect, initial="committee"
    )


class RewriteForm(DraftForm, StepForm):
    """The same, for a draft there is."""

    def start(self, row: SupportAgreement) -> dict[str, Any]:
        return {"terms": row.terms, "watched_by": row.watched_by}


class PartyForm(forms.Form):
    """One of those who owe support, and what they take over."""

    name = line(_("姓名"), required=True)
    tie = line(_("和老人的关系"))
    money_yuan = yuan(_("出多少钱（元）"))
    money_every = forms.ChoiceField(
        label=_("多久一次"), choices=EVERY, initial="month", required=False
    )
    care = area(_("照料什么"), required=False, most=300, rows=2)
    visits = line(_("什么时候来看望"), most=200)

    def given(self) -> dict[str, Any]:
        """What was entered, the money in fen."""
        given = dict(self.cleaned_data)
        return given | {"money_fen": in_fen(given.pop("money_yuan"))}


class SignForm(StepForm):
    """The elder's consent, and the day."""

    consented = forms.BooleanField(
        label=_("协议念给老人听过，老人同意"),
        help_text=_("老人不同意的，协议不能签。"),
        required=False,
    )
    how = forms.ChoiceField(label=_("怎么同意的"), choices=HOW_AGREED, widget=forms.RadioSelect)
    consented_on = day(_("哪天同意的"))
    nothing_hidden = forms.BooleanField(
        label=_("问过老人和每一位：纸上和纸外都没有“不再赡养”，也不以分财产、放弃继承为条件"),
        required=False,
    )
    signed_on = day(_("哪天签的"))

    def start(self, row: SupportAgreement) -> dict[str, Any]:
        today = timezone.localdate()
        return {"consented_on": today, "signed_on": today}

    def signed(self) -> Signed:
        """How it was signed."""
        given = self.cleaned_data
        return Signed(
            consented=given["consented"],
            how=given["how"],
            consented_on=given["consented_on"],
            signed_on=given["signed_on"],
            nothing_hidden=given["nothing_hidden"],
        )


class CheckForm(StepForm):
    """How it is kept, as the elder says."""

    done_on = day(_("哪天问的"))
    result = forms.ChoiceField(label=_("做到了吗"), choices=RESULTS, widget=forms.RadioSelect)
    words = area(_("老人怎么说"), required=False)
    way = forms.ChoiceField(
        label=_("下一步，由老人选"),
        choices=[("", _("都做到了，不用")), *WAYS_ON],
        required=False,
        widget=forms.RadioSelect,
    )

    def start(self, row: SupportAgreement) -> dict[str, Any]:
        return {"done_on": timezone.localdate()}
