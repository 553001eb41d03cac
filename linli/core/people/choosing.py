"""Choosing somebody of the roster: typed, found, and ticked. Works without scripts."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext, gettext_lazy as _

from linli.core.people.queries import dwellings_of, load_person, search_persons

MOST = 20


class FindForm(forms.Form):
    """The name, its pinyin, or a whole number."""

    q = forms.CharField(
        label=_("查找居民"),
        max_length=80,
        help_text=_("输入姓名、拼音，或完整的电话、证件号。"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "data-no-draft": True}),
    )


class PersonField(forms.ChoiceField):
    """One of those who were found, by name and where they live; loads the person."""

    widget = forms.RadioSelect

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(label=kwargs.pop("label", _("是哪一位")), choices=[], **kwargs)
        self.community: Any = None

    def offer(self, community: Any, words: str, on: date) -> int:
        """Offers those of `community` whom the typed words may mean. Says how many."""
        self.community = community
        found = list(search_persons(community, words)[:MOST])
        homes = dwellings_of(community, [person.pk for person in found], on)
        self.choices = [
            (str(person.pk), _told(person.name, homes.get(person.pk))) for person in found
        ]
        return len(found)

    def valid_value(self, value: Any) -> bool:
        try:
            UUID(str(value))
        except ValueError:
            return False
        return True

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        return load_person(self.community, UUID(cleaned)) if cleaned else None


def _told(name: str, home: Any) -> str:
    return (
        gettext("%(name)s（%(home)s）") % {"name": name, "home": home.stairs_name} if home else name
    )
