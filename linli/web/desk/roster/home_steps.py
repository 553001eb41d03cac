"""What can be done on the page of a home."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.people import actions
from linli.core.people.models import Person
from linli.core.people.queries import households_at, living_at
from linli.core.places.models import Place
from linli.lib.calendar.periods import local_day
from linli.web.desk.roster.forms import day_field
from linli.web.desk.roster.steps import Step, choose_row, giving, of_fields, taking


def _members(dwelling: Place, at: datetime) -> dict[str, Person]:
    ties = living_at(dwelling, local_day(at)).filter(until__isnull=True)
    return {str(tie.person_id): tie.person for tie in ties}


def _household_fields(dwelling: Place, at: datetime) -> dict[str, forms.Field]:
    people = _members(dwelling, at)
    choices = [(key, person.name) for key, person in people.items()]
    return {
        "members": forms.TypedMultipleChoiceField(
            label=_("成员"),
            choices=choices,
            coerce=people.get,
            widget=forms.CheckboxSelectMultiple(),
        ),
        "since": day_field(_("从哪天起")),
        "number": forms.CharField(
            label=_("户号"),
            max_length=30,
            required=False,
            help_text=_("户口簿上的户号，没有就不填。"),
        ),
        "representative": forms.TypedChoiceField(
            label=_("户的代表"),
            choices=[("", _("还没有推选")), *choices],
            coerce=people.get,
            required=False,
            empty_value=None,
            help_text=_("由这一户自己推选。"),
        ),
    }


def _household_words(household: Any) -> str:
    return household.number or f"{household.since:%Y-%m-%d}"


def _name_fields(dwelling: Place, at: datetime) -> dict[str, forms.Field]:
    people = _members(dwelling, at)
    return {
        "household": choose_row(
            _("哪一户"), households_at(dwelling, local_day(at)), _household_words
        ),
        "person": forms.TypedChoiceField(
            label=_("户的代表"),
            choices=[(key, person.name) for key, person in people.items()],
            coerce=people.get,
            widget=forms.RadioSelect,
        ),
    }


def _end_household_fields(dwelling: Place, at: datetime) -> dict[str, forms.Field]:
    return {
        "household": choose_row(
            _("哪一户"), households_at(dwelling, local_day(at)), _household_words
        ),
        "until": day_field(_("从哪天起不再是一户")),
    }


HOME_STEPS: dict[str, Step] = {
    "household": Step(
        _("立户"), "users", "people.register", of_fields(_household_fields),
        giving(actions.form_household), _("已立户。"),
    ),
    "representative": Step(
        _("登记户的代表"), "user-circle", "people.register", of_fields(_name_fields),
        taking(actions.name_representative, "household"), _("已登记。"),
    ),
    "end-household": Step(
        _("销户"), "ban", "people.register", of_fields(_end_household_fields),
        taking(actions.end_household, "household"), _("已销户。"),
        _("成员各自的住房关系不变，要另行登记搬离。"),
    ),
}  # fmt: skip
