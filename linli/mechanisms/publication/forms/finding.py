"""Finding notices, and taking one down."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.mechanisms.publication.models import GROUNDS
from linli.mechanisms.publication.queries import posted_categories


class FindForm(forms.Form):
    """Which notices to list."""

    category = forms.ChoiceField(label=_("类别"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["category"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            ("", _("全部")),
            *((category.name, str(category.title)) for category in posted_categories()),
        ]


class WithdrawForm(forms.Form):
    """On what ground a notice comes down before its time."""

    ground = forms.ChoiceField(label=_("撤下的原因"), choices=GROUNDS, widget=forms.RadioSelect)
