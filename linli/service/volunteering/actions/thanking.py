"""A word of thanks. Only its volunteer says whether others read it."""

from datetime import date

from linli.core.audit.door import Act, action
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.service.volunteering.actions.wording import told_to_all
from linli.service.volunteering.models import Thanks, Volunteer


@action("volunteering.thank", needs="volunteering.keep")
def thank(act: Act, volunteer: Volunteer, *, kind: str, said: str, on: date) -> Thanks:
    """Writes a word of thanks, or an award, to a volunteer; they alone read it."""
    require(Finding(bool(said.strip()), "volunteering.something_said"))
    require(Finding(on <= local_day(act.at), "volunteering.not_ahead"))
    row = Thanks.objects.create(
        community_id=volunteer.community_id,
        volunteer=volunteer,
        kind=kind,
        said=told_to_all(said),
        on=on,
        at=act.at,
        by_id=act.by.account,
    )
    if volunteer.account_id is not None:
        act.tell("volunteering.thanked", account=volunteer.account_id)
    act.about = volunteer.person_id
    return row


@action("volunteering.show_thanks", needs="volunteering.own_alone")
def show_thanks(act: Act, thanks: Thanks, *, shown: bool) -> Thanks:
    """The volunteer agrees that everybody reads it, with their name hidden but for the family
    name; or no longer does, at once."""
    thanks.shown_at = act.at if shown else None
    thanks.save(update_fields=["shown_at"])
    act.about = thanks.volunteer.person_id
    return thanks
