"""A place that becomes free on a volunteers' shift is filled: whoever waits is offered it by the
sheet itself, and where nobody waits everybody who fits is asked at once. Once the place is taken,
through whichever page, nobody is sought any more.

The sheet knows who is in and who cannot come; the volunteering room knows whom a shift fits.
"""

from linli.core.audit.door import Act, crosses
from linli.mechanisms.signup.models import Sheet, SignUp
from linli.service.volunteering.actions.substitutes import fill_gap, place_taken
from linli.service.volunteering.kinds import SHIFT


@crosses("signup.leave")
@crosses("signup.remove")
@crosses("signup.decline_offer")
@crosses("signup.lapse_offer")
def missing_volunteer_is_replaced(act: Act, signup: SignUp) -> None:
    """Asks for a substitute where the sheet is a shift's."""
    if signup.sheet.kind == SHIFT:
        fill_gap(signup.sheet, at=act.at, freed=signup.seats)


@crosses("signup.offer_on")
def place_of_the_forgotten_is_filled(act: Act, sheet: Sheet) -> None:
    """The same where whoever held the place was forgotten."""
    if sheet.kind == SHIFT:
        fill_gap(sheet, at=act.at)


@crosses("signup.sign_up")
@crosses("signup.take_offer")
def taken_place_is_no_gap(act: Act, signup: SignUp) -> None:
    """Nobody is sought any more where the last place of a shift was taken."""
    if signup.sheet.kind == SHIFT:
        place_taken(act, signup)
