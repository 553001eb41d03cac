"""The pages on which a place's own law is entered, looked at and confirmed."""

from linli.core.local_law.views.entering import choose, enter_value
from linli.core.local_law.views.looking import open_value, settle, show

__all__ = ["choose", "enter_value", "open_value", "settle", "show"]
