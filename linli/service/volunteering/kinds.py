"""The sheets volunteering lays out: one for each shift, open to those who registered and fit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from linli.lib.law import Finding
from linli.mechanisms.signup.kinds import Applicant, SheetKind, register_sheets
from linli.mechanisms.signup.models import Sheet
from linli.service.volunteering.queries.fitness import findings_for, volunteer_of
from linli.service.volunteering.queries.shifts import shift_of_sheet

SHIFT = "volunteering.shift"


@dataclass(frozen=True, slots=True)
class OwnYes(Applicant):
    """A volunteer who said yes themselves: in one tap, or to a worker who ticked that they did."""


def fits_shift(sheet: Sheet, who: Applicant, on: date) -> Sequence[Finding]:
    """Whether this volunteer fits, on the day of the shift and not on the day of signing. A name
    typed into the sheet, or put down by the family, is nobody's own yes."""
    shift = shift_of_sheet(sheet)
    yes = isinstance(who, OwnYes) or who.account is not None
    own = Finding(yes, "volunteering.own_yes", cites=("volunteering.25", "volunteering.40"))
    line = volunteer_of(sheet.community_id, who.person, who.account)
    return (own, *findings_for(shift, line))


def register() -> None:
    """Tells the sign-up mechanism of shifts."""
    register_sheets(
        {
            SHIFT: SheetKind(
                _("志愿者班次"),
                keeps="volunteering.keep",
                opens="volunteering:of_sheet",
                desk="volunteering:shift_of_sheet",
                fits=fits_shift,
                account_only=True,
                asks_minutes=True,
            )
        }
    )
