"""What a reader of the programme looks for."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.culture.activities.queries.told import Wish
from linli.culture.activities.words import KINDS, TOPICS


class WishForm(forms.Form):
    """Filters of the programme; none of them is needed."""

    topic = forms.ChoiceField(label=_("哪方面"), choices=[("", _("全部")), *TOPICS], required=False)
    kind = forms.ChoiceField(label=_("类型"), choices=[("", _("全部")), *KINDS], required=False)
    age = forms.IntegerField(label=_("几岁的人来"), min_value=0, max_value=120, required=False)
    step_free = forms.BooleanField(label=_("只看无台阶的"), required=False)
    free = forms.BooleanField(label=_("只看无偿的"), required=False)
    venue = forms.UUIDField(widget=forms.HiddenInput(), required=False)

    @property
    def wish(self) -> Wish:
        """What is looked for, as far as it makes sense."""
        self.is_valid()
        said: dict[str, Any] = getattr(self, "cleaned_data", {})
        venue: UUID | None = said.get("venue")
        return Wish(
            topic=said.get("topic") or "",
            kind=said.get("kind") or "",
            age=said.get("age"),
            step_free=bool(said.get("step_free")),
            free=bool(said.get("free")),
            venue=venue,
        )
