"""What time does to cases: those whose day has come are destroyed; a visit nobody entered begins
a search the same day; help in community corrections is sealed when its last day is over; a service
ends with its last day; the names on a day-care centre's sheets are erased."""

from datetime import datetime

from linli.core.audit.actor import the_clock
from linli.core.places.laid_down import number_laid_down
from linli.lib.calendar import local_day
from linli.lib.law import Refused
from linli.service.casework.actions import destroy
from linli.service.casework.actions.arranged import run_out_service
from linli.service.casework.actions.care import miss_visit
from linli.service.casework.actions.children import forget_child_report
from linli.service.casework.actions.consulting import forget_numbers, ripe_days as consulted_days
from linli.service.casework.actions.corrections import end_corrections
from linli.service.casework.actions.day_care import erase_sheets, ripe_days
from linli.service.casework.kinds.day_care import KEY as DAY_CARE
from linli.service.casework.models import (
    CareService,
    CareVisit,
    Case,
    ChildReport,
    CorrectionsHelp,
)
from linli.service.casework.rules.care import missed_from

EVERYWHERE = "time passes everywhere"
_ARRANGED = ("arranged", "running", "paused")


def run(at: datetime) -> None:
    """Safe to run twice; says nothing of how many."""
    ripe = Case.objects.across_communities(EVERYWHERE).filter(destroy_on__lte=local_day(at))
    for case in list(ripe):
        try:
            destroy(case, by=the_clock(), at=at)
        except (Refused, Case.DoesNotExist):
            continue  # another process was first
    _miss_visits(at)
    _end_corrections(at)
    _forget_reports(at)
    _end_services(at)
    _erase_sheets(at)
    _forget_numbers(at)


def _miss_visits(at: datetime) -> None:
    today = local_day(at)
    rows = CareVisit.objects.across_communities(EVERYWHERE).filter(
        state="planned", planned_on__lte=today, plan__case__state=Case.OPEN
    )
    for visit in list(rows.select_related("plan__case", "community", "visitor")):
        hour = number_laid_down("care.missed_after", visit.community, visit.planned_on)
        if at < missed_from(visit.planned_on, hour):
            continue
        try:
            miss_visit(visit.case, visit=visit, by=the_clock(), at=at)
        except Refused:
            continue  # the visitor entered it a moment ago


def _end_corrections(at: datetime) -> None:
    rows = CorrectionsHelp.objects.across_communities(EVERYWHERE).filter(
        ends_on__lt=local_day(at), case__state=Case.OPEN
    )
    for row in list(rows.select_related("case__community")):
        try:
            end_corrections(row.case, by=the_clock(), at=at)
        except Refused:
            continue  # something waits for a second person, and is looked at again next minute


def _forget_reports(at: datetime) -> None:
    rows = ChildReport.objects.across_communities(EVERYWHERE).filter(
        taken_up_at__isnull=False, case__isnull=True, forgotten_at__isnull=True
    )
    for report in list(rows.select_related("community")):
        try:
            forget_child_report(report, by=the_clock(), at=at)
        except Refused:
            continue  # another process was first


def _end_services(at: datetime) -> None:
    rows = CareService.objects.across_communities(EVERYWHERE).filter(
        until__lt=local_day(at), state__in=_ARRANGED, plan__case__state=Case.OPEN
    )
    for service in list(rows.select_related("plan__case__community", "community")):
        try:
            run_out_service(service.case, service=service, by=the_clock(), at=at)
        except Refused:
            continue  # somebody ended it a moment ago


def _erase_sheets(at: datetime) -> None:
    rows = Case.objects.across_communities(EVERYWHERE).filter(kind=DAY_CARE)
    for case in list(rows.select_related("community")):
        if not ripe_days(case, local_day(at)):
            continue
        try:
            erase_sheets(case, by=the_clock(), at=at)
        except Case.DoesNotExist:
            continue  # it was destroyed a moment ago


def _forget_numbers(at: datetime) -> None:
    for day in consulted_days(at):
        try:
            forget_numbers(day, by=the_clock(), at=at)
        except Refused:
            continue  # not long enough past; or another process was first
