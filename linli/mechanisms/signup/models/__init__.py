"""A sheet, its dates, who put their name down, who came, and who must still be rung."""

from linli.mechanisms.signup.models.coming import Call, Feed, Presence
from linli.mechanisms.signup.models.sheet import Occasion, Sheet
from linli.mechanisms.signup.models.signup import SignUp

__all__ = ["Call", "Feed", "Occasion", "Presence", "Sheet", "SignUp"]
