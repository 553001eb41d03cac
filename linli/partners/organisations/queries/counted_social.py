"""What community social organisations tell the evaluation: how many are known, on record, active.
As it stood on the last day of each month; no person is in it."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from linli.core.places.facts import month_ends
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.facts import Fact, FactKind
from linli.partners.organisations.models.social import Deed, SocialOrganisation
from linli.partners.organisations.rules.social import active_in

KNOWN, RECORDED, ACTIVE = "org.known", "org.recorded", "org.active"

SOCIAL_KINDS = (
    FactKind(KNOWN, _("知道的社区社会组织"), standard=("S2.1",), stock=True),
    FactKind(RECORDED, _("登记或备案的社区社会组织"), standard=("S2.1",), stock=True),
    FactKind(ACTIVE, _("一年内有活动的社区社会组织"), standard=("S2.1",), stock=True),
)


def rows_social(community: Place, since: date, until: date) -> Iterator[Fact]:
    """The facts of the month ends from `since` to `until`. A community that knows of none tells
    nothing: that is not nought. Known: on record, or known to the desk and neither withdrawn nor
    ended."""
    known = list(SocialOrganisation.objects.filter(community=community).prefetch_related("steps"))
    deeds: dict[Any, list[date]] = {}
    done = Deed.objects.filter(community=community, on__lte=until)
    for social, on in done.values_list("social_id", "on").iterator(2000):
        deeds.setdefault(social, []).append(on)
    for on in month_ends(since, until):
        standing = [each for each in known if _known(each, on)]
        if not standing:
            continue
        recorded = [each for each in standing if each.filed_on and each.filed_on <= on]
        active = [each for each in recorded if active_in(deeds.get(each.pk, ()), on)]
        yield Fact(community.code, on, KNOWN, len(standing))
        yield Fact(community.code, on, RECORDED, len(recorded))
        yield Fact(community.code, on, ACTIVE, len(active))


def _known(row: SocialOrganisation, on: date) -> bool:
    steps = list(row.steps.all())
    begun = bool(steps) and local_day(steps[0].at) <= on
    over = row.state in ("withdrawn", "ended") and local_day(row.state_since) <= on
    return begun and not over
