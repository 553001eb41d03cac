"""Whoever is on a shift and no longer fits it is taken off it, and told: after a guardian took back
their consent, or a call became dangerous or not for everybody."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from linli.core.audit.door import Act
from linli.mechanisms.signup import actions as signup
from linli.mechanisms.signup.models import SignUp
from linli.mechanisms.signup.rules import CALLED_OFF, CANCELLED, LIVE
from linli.service.volunteering.models import Shift, Volunteer, VolunteerCall
from linli.service.volunteering.queries.fitness import findings_for, volunteer_of
from linli.service.volunteering.queries.shifts import shifts_in


def recheck_call(act: Act, call: VolunteerCall) -> int:
    """Everybody on the shifts to come of a call. How many were taken off."""
    return _recheck(act, shifts_in(call.community_id).filter(call=call))


def recheck_volunteer(act: Act, volunteer: Volunteer) -> int:
    """One volunteer on all their shifts to come. How many they were taken off."""
    if volunteer.person_id is None:
        return 0
    return _recheck(act, shifts_in(volunteer.community_id), person=volunteer.person_id)


def _recheck(act: Act, shifts: Any, **whose: Any) -> int:
    coming = shifts.filter(occasion__ends_at__gt=act.at).exclude(occasion__state=CALLED_OFF)
    gone = 0
    for shift in coming.exclude(sheet__state=CANCELLED):
        entries = SignUp.objects.filter(
            community=shift.community_id, sheet=shift.sheet_id, state__in=LIVE, **whose
        )
        gone += _take_off(act, shift, entries.select_related("sheet").order_by("number"))
    return gone


def _take_off(act: Act, shift: Shift, entries: Iterable[SignUp]) -> int:
    gone = 0
    for entry in entries:
        line = volunteer_of(shift.community_id, entry.person_id, entry.account_id)
        # Two places at one hour are no reason here: both were given already.
        missed = [each for each in findings_for(shift, line)
                  if not each and each.rule != "volunteering.serves_once"]  # fmt: skip
        if missed:
            signup.remove(entry, reason=_("这一班的要求现在不合适了。"), by=act.by, at=act.at)
            _tell(act, shift, line)
            gone += 1
    return gone


def _tell(act: Act, shift: Shift, line: Volunteer | None) -> None:
    # A minor's entry is their person's alone, so the sheet rings them; the account hears too.
    if line is None or line.account_id is None:
        return
    about, act.subject = act.subject, shift
    act.tell(
        "volunteering.taken_off",
        account=line.account_id,
        title=shift.call.title,
        starts_at=shift.occasion.starts_at,
    )
    act.subject = about
