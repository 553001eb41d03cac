"""An amount as it is typed, in yuan, and as it is kept, in fen."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class YuanField(forms.DecimalField):
    """Yuan with at most two decimals; cleans to fen, or None."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs = {"label": _("金额（元）"), "required": False, "min_value": 0, **kwargs}
        super().__init__(max_digits=12, decimal_places=2, **kwargs)

    def clean(self, value: Any) -> Any:
        yuan: Decimal | None = super().clean(value)
        return None if yuan is None else int(yuan * 100)
