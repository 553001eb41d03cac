"""One form for every change: what each kind asks, for residents and for workers alike."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.people.models import Declaration, Person, Tie
from linli.core.people.queries import dwelling_of, living_at
from linli.core.people.queries.declarations import household_members
from linli.core.places.models import Place
from linli.web.desk.roster.forms import NO_CHOICE, AddressField, day_field

ICONS = {
    Declaration.MOVED_IN: "home",
    Declaration.MOVED_OUT: "logout",
    Declaration.BORN: "plus",
    Declaration.DIED: "calendar-event",
    Declaration.PHONE: "phone",
    Declaration.NAME: "pencil",
    Declaration.SEPARATED: "users",
}
PAPERS = {
    Declaration.MOVED_IN: _("身份证、租房合同或不动产权证"),
    Declaration.MOVED_OUT: _("本人或同户的人说明"),
    Declaration.BORN: _("出生医学证明或户口簿"),
    Declaration.DIED: _("死亡证明或户口注销证明"),
    Declaration.PHONE: _("本人当面或来电确认"),
    Declaration.NAME: _("身份证或户口簿"),
    Declaration.SEPARATED: _("户口簿"),
}
"""What is usually seen; a suggestion for the form, not a demand."""

DAYS = {
    Declaration.MOVED_IN: _("从哪天起住"),
    Declaration.MOVED_OUT: _("从哪天起不住了"),
    Declaration.BORN: _("出生日期"),
    Declaration.DIED: _("去世日期"),
    Declaration.SEPARATED: _("从哪天起分户"),
}


class ChangeForm(forms.Form):
    """What one kind of change asks. `about`: whom it concerns, where that is settled; else one of
    `offered`. `home`: the dwelling it is about, unless another is written."""

    def __init__(
        self,
        data: Any,
        *,
        kind: str,
        community: Place,
        on: date,
        offered: Sequence[Person] = (),
        about: Person | None = None,
        home: Place | None = None,
    ) -> None:
        super().__init__(data)
        self.kind, self.about, self.home = kind, about, home
        self._offered = {str(person.pk): person for person in offered}
        if about is None and kind != Declaration.SEPARATED and kind != Declaration.BORN:
            self._ask_whom(kind)
        if kind == Declaration.SEPARATED:
            self._ask_members()
        if kind in (Declaration.MOVED_IN, Declaration.BORN, Declaration.NAME):
            self._ask_name(kind)
        if kind in (Declaration.MOVED_IN, Declaration.BORN):
            self._ask_home(kind, community)
        if kind == Declaration.PHONE:
            self.fields["phone"] = forms.CharField(
                label=_("新的电话"), max_length=30,
                widget=forms.TextInput(attrs={"inputmode": "tel", "data-no-draft": True}),
            )  # fmt: skip
        if kind in DAYS:
            self.fields["on"] = day_field(DAYS[kind])
            self.fields["on"].initial = None if kind == Declaration.BORN else on

    def _ask_whom(self, kind: str) -> None:
        choices: list[tuple[str, Any]] = [(key, one.name) for key, one in self._offered.items()]
        if kind == Declaration.MOVED_IN:
            choices = [("", _("新来的人，写在下面")), *choices]
        self.fields["about"] = forms.TypedChoiceField(
            label=_("谁"),
            choices=choices,
            coerce=self._offered.get,
            empty_value=None,
            required=kind != Declaration.MOVED_IN,
            widget=forms.RadioSelect,
        )

    def _ask_members(self) -> None:
        self.fields["members"] = forms.MultipleChoiceField(
            label=_("谁分出来单独成一户"),
            choices=[(key, one.name) for key, one in self._offered.items()],
            widget=forms.CheckboxSelectMultiple(),
        )
        self.fields["number"] = forms.CharField(
            label=_("新的户号"), max_length=30, required=False,
            help_text=_("户口簿上的户号，没有就不填。"),
        )  # fmt: skip

    def _ask_name(self, kind: str) -> None:
        if kind == Declaration.MOVED_IN and self.about is not None:
            return
        label = {Declaration.BORN: _("孩子的姓名"), Declaration.NAME: _("正确的姓名")}
        self.fields["name"] = forms.CharField(
            label=label.get(kind, _("姓名")), max_length=80, required=kind != Declaration.MOVED_IN
        )
        if kind == Declaration.NAME:
            return
        self.fields["sex"] = forms.ChoiceField(
            label=_("性别"), choices=[NO_CHOICE, *Person.SEXES], required=False
        )
        if kind == Declaration.MOVED_IN:
            self.fields["birth_date"] = day_field(_("出生日期"), required=False)

    def _ask_home(self, kind: str, community: Place) -> None:
        field = AddressField(
            initial=self.home.name_inside if self.home else "",
            help_text=_("例如 3-2-501；住在同一套的不用改。"),
        )
        field.community = community
        self.fields["dwelling"] = field
        if kind == Declaration.MOVED_IN:
            self.fields["tie"] = forms.ChoiceField(
                label=_("与住房的关系"), choices=Tie.KINDS, initial=Tie.RESIDENT
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        said = cleaned.get("about") or cleaned.get("name", "").strip()
        if self.kind == Declaration.MOVED_IN and self.about is None and not said:
            self.add_error("name", _("请写新来的人的姓名，或选上面的人。"))
        return cleaned

    def declared(self) -> dict[str, Any]:
        """What the act is told."""
        cleaned = self.cleaned_data
        about = self.about or cleaned.get("about")
        said: dict[str, Any] = {
            name: str(cleaned[name])
            for name in ("name", "sex", "birth_date", "phone", "number", "tie")
            if cleaned.get(name)
        }
        if about is not None and self.kind == Declaration.MOVED_IN:
            said.pop("name", None)
        if cleaned.get("members"):
            said["members"] = list(cleaned["members"])
        return {
            "kind": self.kind,
            "about": None if self.kind in (Declaration.BORN, Declaration.SEPARATED) else about,
            "dwelling": cleaned.get("dwelling") or self.home,
            "on": cleaned.get("on"),
            "said": said,
        }


def together_with(person: Person, on: date) -> list[Person]:
    """Those who may be one household with a person: its members, else whoever lives there."""
    members = household_members(person, on)
    home = dwelling_of(person, on)
    if not members and home is not None:
        members = [tie.person for tie in living_at(home, on) if tie.person_id != person.pk]
    return list({one.pk: one for one in [person, *members]}.values())
