"""The list of what is done here, what is asked from above, and the minutes it took."""

from linli.partners.intake.models.item import Item
from linli.partners.intake.models.minutes import Minutes
from linli.partners.intake.models.request import Letter, Request, RequestStep

__all__ = ["Item", "Letter", "Minutes", "Request", "RequestStep"]
