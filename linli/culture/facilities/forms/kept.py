"""The code of a slip."""

from django import forms
from django.utils.translation import gettext_lazy as _


class SlipForm(forms.Form):
    """As it is read from the paper."""

    code = forms.CharField(label=_("单号"), max_length=40)
