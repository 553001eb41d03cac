"""What time does to certificates and to help to apply: when their term is over they forget whom
they were about. Reminders are told. Safe to run twice."""

from datetime import date, datetime, timedelta

from linli.core.audit.actor import the_clock
from linli.core.places.laid_down import number_laid_down
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.service.catalogue.actions.forgetting import forget_certificate
from linli.service.catalogue.actions.home_service import forget_home_service
from linli.service.catalogue.applications import due as applications
from linli.service.catalogue.flows import ON_PAPER
from linli.service.catalogue.models import Certificate, HomeService
from linli.service.catalogue.reminders import due as reminders
from linli.service.catalogue.rules.home_service import ended_long_enough
from linli.service.catalogue.work import due as work

AT_ONCE = 200


def run(at: datetime) -> int:
    """Forgets what is due; says how many."""
    held = (
        Certificate.objects.across_communities("time runs everywhere")
        .filter(forgotten_at__isnull=True)
        .order_by()
        .values_list("community_id", flat=True)
        .distinct()
    )
    forgotten = sum(_forget(place, at) for place in Place.objects.filter(pk__in=list(held)))
    over = sum(each.run(at) for each in (applications, reminders, work))
    return forgotten + _forget_visits(at) + over


def _forget_visits(at: datetime) -> int:
    """Clears what visits long over say of anybody."""
    over = (
        HomeService.objects.across_communities("time runs everywhere")
        .filter(closed_at__isnull=False, person__isnull=False)
        .select_related("community")
        .order_by("closed_at")[:AT_ONCE]
    )
    count, on = 0, local_day(at)
    for visit in over:
        assert visit.closed_at is not None
        days = number_laid_down("home_service.words_kept", visit.community, on)
        if ended_long_enough(local_day(visit.closed_at), on, kept_days=days):
            forget_home_service(visit, by=the_clock(), at=at)
            count += 1
    return count


def _forget(community: Place, at: datetime) -> int:
    on = local_day(at)
    kept = Certificate.objects.filter(community=community, forgotten_at__isnull=True)
    years = number_laid_down("certificates.copy_kept", community, on)
    days = number_laid_down("certificates.request_kept", community, on)
    papers = kept.filter(state__in=ON_PAPER, issued_at__date__lt=years_before(on, years))
    # What was never issued is needed by nobody.
    others = kept.filter(state="refused", closed_at__date__lt=on - timedelta(days=days))
    due = [*papers.order_by("issued_at")[:AT_ONCE], *others.order_by("closed_at")[:AT_ONCE]]
    for certificate in due:
        forget_certificate(certificate, by=the_clock(), at=at)
    return len(due)


def years_before(on: date, years: int) -> date:
    """The same day so many years ago; of 29 February the first of March."""
    try:
        return on.replace(year=on.year - years)
    except ValueError:
        return date(on.year - years, 3, 1)
