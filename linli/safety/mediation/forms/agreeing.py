"""The forms around an agreement."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.pages.steps import StepForm
from linli.safety.mediation.actions import Agreed, Due
from linli.safety.mediation.forms.fields import day, line, words
from linli.safety.mediation.kinds import COURTS
from linli.safety.mediation.models import Agreement, Point
from linli.safety.mediation.rules.agreeing import courts_for

POINTS = 4
PARTS = ("facts", "issue", "responsibility", "content", "manner", "limit")


class AgreeForm(StepForm):
    """The agreement and up to four things to be done by a day."""

    oral = forms.TypedChoiceField(
        label=_("形式"),
        choices=[("no", _("书面协议")), ("yes", _("口头协议，当事人认为不需要书面的"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        initial="no",
    )
    reached_on = day(_("达成日期"))
    facts = words(_("纠纷的主要事实"), required=False)
    issue = words(_("争议的事项"), rows=2, required=False)
    responsibility = words(_("各方的责任"), rows=2, required=False)
    content = words(_("协议内容"), required=False)
    manner = words(_("履行方式"), rows=2, required=False)
    limit = words(_("履行期限"), rows=2, required=False)

    def start(self, row: Any) -> dict[str, Any]:
        return {"facts": row.facts}

    def fit(self) -> None:
        self.parties = {str(side.pk): side for side in self.row.sides}
        named = [(key, f"{s.label} {s.name}") for key, s in self.parties.items()]
        for number in range(1, POINTS + 1):
            told = {"number": number}
            self.fields[f"who{number}"] = forms.ChoiceField(
                label=_("第%(number)d项：谁") % told, choices=[("", "—"), *named], required=False
            )
            self.fields[f"what{number}"] = line(_("第%(number)d项：做什么") % told, required=False)
            self.fields[f"by{number}"] = day(_("第%(number)d项：哪天以前") % told, required=False)

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        for number in range(1, POINTS + 1):
            parts = [given.get(f"{name}{number}") for name in ("who", "what", "by")]
            if any(parts) and not all(parts):
                self.add_error(f"what{number}", _("谁、做什么、哪天以前，三样都要填。"))
        return given

    def given(self) -> dict[str, Any]:
        """The agreement as entered, and the version it was drawn from."""
        given = self.cleaned_data
        points = [
            Due(self.parties[given[f"who{n}"]], given[f"what{n}"], given[f"by{n}"])
            for n in range(1, POINTS + 1)
            if given[f"who{n}"]
        ]
        texts = {name: given[name] for name in PARTS}
        agreed = Agreed(given["reached_on"], oral=given["oral"], points=points, **texts)
        return {"agreed": agreed, "seen": given["seen"]}


class SignForm(StepForm):
    """Who signed when; a day for each."""

    mediator_on = day(_("调解员签名"), required=False)
    sealed_on = day(_("调解委员会盖章"), required=False)

    def start(self, row: Any) -> dict[str, Any]:
        agreement: Agreement = row.agreement
        days = {f"side_{side.pk}": side.signed_on for side in row.sides}
        return {
            **days,
            "mediator_on": agreement.mediator_signed_on,
            "sealed_on": agreement.sealed_on,
        }

    def fit(self) -> None:
        for side in self.row.sides:
            label = _("%(who)s签名、盖章或者按指印") % {"who": f"{side.label} {side.name} "}
            self.fields[f"side_{side.pk}"] = day(label, required=False)
        names = [f"side_{side.pk}" for side in self.row.sides]
        self.order_fields([*names, "mediator_on", "sealed_on", "seen"])

    def given(self) -> dict[str, Any]:
        """The days by party, the mediator's and the seal's."""
        given = self.cleaned_data
        signed = {side.pk: given[f"side_{side.pk}"] for side in self.row.sides}
        rest = {name: given[name] for name in ("mediator_on", "sealed_on", "seen")}
        return {"signed": signed, **rest}


class ConfirmForm(StepForm):
    """What became of the joint application to a court."""

    outcome = forms.ChoiceField(label=_("结果"), choices=Agreement.CONFIRMATIONS)
    on = day(_("日期"))
    court = line(_("哪个法院，文号"), required=False)

    def fit(self) -> None:
        told = dict(COURTS)
        courts = [str(told[key]) for key in courts_for(self.row.source)]
        self.fields["court"].help_text = _("可以向：%(courts)s。") % {"courts": "、".join(courts)}

    def given(self) -> dict[str, Any]:
        """What was filled in."""
        return dict(self.cleaned_data)


class PointForm(StepForm):
    """One point of the agreement: done, or not."""

    state = forms.ChoiceField(
        label=_("履行情况"), choices=[each for each in Point.STATES if each[0] != "open"]
    )
    on = day(_("日期"))

    def given(self) -> dict[str, Any]:
        """What was filled in."""
        return dict(self.cleaned_data)
