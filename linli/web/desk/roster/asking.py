"""The question form: what it asks, in words, and as an address."""

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _, gettext_lazy

from linli.core.pages.fields import DayInput
from linli.core.people.asked import (
    BY_DWELLING,
    BY_HOUSEHOLD,
    HUKOU_ONLY,
    LIVES_HERE,
    LIVING_ONLY,
    TWO_HOMES,
    Asked,
)
from linli.core.people.models import Person, Tie
from linli.core.places.kinds import LEVELS
from linli.core.places.models import Place
from linli.core.places.queries import areas_of, public_places

ANY = gettext_lazy("不限")
TIES = [
    (LIVES_HERE, gettext_lazy("住在这里（常住或承租）")),
    ("any", gettext_lazy("有任何一种关系")),
    *Tie.KINDS,
]
ALONE = [
    ("", ANY),
    (BY_DWELLING, gettext_lazy("独居：这套住房只住一人")),
    (BY_HOUSEHOLD, gettext_lazy("单人户：这一户只有一人")),
]
APART = [
    ("", ANY),
    (HUKOU_ONLY, gettext_lazy("户籍在这里，没有登记住在本社区")),
    (LIVING_ONLY, gettext_lazy("住在这里，户籍没有登记在本社区")),
    (TWO_HOMES, gettext_lazy("户籍和居住不在同一套住房")),
]


class QuestionForm(forms.Form):
    """Who is meant, and on which day or days."""

    age_from = forms.IntegerField(
        label=gettext_lazy("满几岁"), min_value=0, max_value=130, required=False
    )
    age_to = forms.IntegerField(
        label=gettext_lazy("到几岁"), min_value=0, max_value=130, required=False
    )
    sex = forms.ChoiceField(
        label=gettext_lazy("性别"), choices=[("", ANY), *Person.SEXES], required=False
    )
    tie = forms.ChoiceField(label=gettext_lazy("与住房的关系"), choices=TIES, required=False)
    alone = forms.ChoiceField(label=gettext_lazy("独居"), choices=ALONE, required=False)
    apart = forms.ChoiceField(label=gettext_lazy("人户分离"), choices=APART, required=False)
    place = forms.TypedChoiceField(
        label=gettext_lazy("哪里"), coerce=lambda key: key, empty_value=None, required=False
    )
    group = forms.TypedChoiceField(
        label=gettext_lazy("居民小组"), coerce=lambda key: key, empty_value=None, required=False
    )
    on = forms.DateField(label=gettext_lazy("哪一天"), widget=DayInput(), required=False)
    then = forms.DateField(label=gettext_lazy("再看一天"), widget=DayInput(), required=False)

    def __init__(self, data: Any, *, community: Place, coarse: bool) -> None:
        super().__init__(data)
        self.community, self.coarse = community, coarse
        today = timezone.localdate()
        self.day = today.replace(day=1) if coarse else today
        places = list(public_places(community))
        if coarse:
            places = [place for place in places if place.level <= LEVELS["building"]]
        self._places = {str(place.pk): place for place in places}
        groups = areas_of(community, today, "residents_group")
        self._groups = {str(area.pk): area.name for area in groups}
        self._choose("place", {key: each.name_inside for key, each in self._places.items()})
        self._choose("group", self._groups)

    def _choose(self, name: str, words: dict[str, str]) -> None:
        self.fields[name].choices = [  # type: ignore[attr-defined]
            ("", _("整个社区") if name == "place" else ANY),
            *words.items(),
        ]

    @property
    def asked(self) -> Asked:
        """The question as a value; valid forms only."""
        said = {name: value for name, value in self.cleaned_data.items() if value not in ("", None)}
        tie = said.get("tie") or LIVES_HERE
        values = {key: value for key, value in said.items() if key not in ("on", "then", "tie")}
        return Asked.from_values({**values, "tie": "" if tie == "any" else tie})

    @property
    def days(self) -> tuple[date, ...]:
        """The days asked of: one, or two to be compared."""
        said = self.cleaned_data
        days = dict.fromkeys(day for day in (said.get("on") or self.day, said.get("then")) if day)
        return tuple(days)

    def words(self) -> str:
        """The question as one line: 满 80 岁 · 独居 · 1号楼 › 3单元."""
        asked = self.asked
        told: list[Any] = []
        if asked.age_from is not None and asked.age_to is not None:
            told.append(
                _("%(least)d 到 %(most)d 岁") % {"least": asked.age_from, "most": asked.age_to}
            )
        elif asked.age_from is not None:
            told.append(_("%(least)d 岁及以上") % {"least": asked.age_from})
        elif asked.age_to is not None:
            told.append(_("%(most)d 岁及以下") % {"most": asked.age_to})
        told.append(dict(Person.SEXES).get(asked.sex, ""))
        told.append(dict(ALONE)[asked.alone] if asked.alone else "")
        told.append(dict(APART)[asked.apart] if asked.apart else "")
        if asked.tie != LIVES_HERE:
            told.append(dict(TIES)[asked.tie or "any"])
        place = self._places.get(str(asked.place))
        told.append(place.name_inside if place else "")
        told.append(self._groups.get(str(asked.group), ""))
        return " · ".join(str(each) for each in told if each) or str(_("全体居民"))


def as_address(asked: Asked) -> str:
    """The question as the query of an address."""
    values = asked.as_values()
    return urlencode({**values, "tie": values["tie"] or "any"})
