"""A wish as a resident writes it, or a worker for them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.places.queries import public_places
from linli.lib.identity.ids import new_id
from linli.mechanisms.questionnaire.words import SITUATIONS
from linli.stewardship.planning.forms.steps import several_lines


class WishForm(forms.Form):
    """What is wished for; nobody is asked who they are."""

    title = forms.CharField(
        label=_("想要什么"), max_length=60, help_text=_("一句话。请不要写姓名、电话和门牌。")
    )
    text = forms.CharField(
        label=_("说详细一点"), max_length=600, required=False, widget=several_lines(600)
    )
    situation = forms.ChoiceField(label=_("和谁有关"), choices=SITUATIONS)
    place = forms.ModelChoiceField(
        label=_("在哪里"), queryset=None, required=False, empty_label=_("整个社区")
    )
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)

    def __init__(self, *args: Any, community: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["place"]
        field.queryset = public_places(community).filter(kind__in=("compound", "building"))
        field.label_from_instance = lambda place: place.name_inside


class CommentForm(forms.Form):
    """What somebody thinks of a draft."""

    title = forms.CharField(
        label=_("您的意见"), max_length=60, help_text=_("一句话，例如“六月的活动请放在晚上”。")
    )
    text = forms.CharField(
        label=_("说详细一点"), max_length=600, required=False, widget=several_lines(600)
    )
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)
