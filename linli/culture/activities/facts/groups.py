"""How many groups met and how many instructors led something in the twelve months up to the last
day of each month: as it stood on that day. Told only where the room is used at all."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from linli.core.places.models import Place
from linli.culture.activities.models.groups import Group
from linli.culture.activities.models.teachers import Teacher
from linli.culture.activities.queries.groups import active_groups
from linli.culture.activities.queries.teaching import active_instructors
from linli.lib.facts import Fact, FactKind

ACTIVE, INSTRUCTORS = "group.active", "sport.instructors"

KINDS = (
    FactKind(ACTIVE, _("一年内有活动的团队"), standard=("S6.5",), stock=True),
    FactKind(INSTRUCTORS, _("一年内有活动的社会体育指导员"), standard=("S6.2",), stock=True),
)


def rows(community: Place, since: date, until: date) -> Iterator[Fact]:
    """On the last day of each month, and on the last day asked for."""
    groups = Group.objects.filter(community=community)
    first = groups.order_by("registered_on").values_list("registered_on", flat=True).first()
    teachers = Teacher.objects.filter(community=community, kind="sport_instructor")
    taught = teachers.order_by("since").values_list("since", flat=True).first()
    for on in month_ends(since, until):
        if first is not None and first <= on:
            yield Fact(community.code, on, ACTIVE, active_groups(community, on))
        if taught is not None and taught <= on:
            yield Fact(community.code, on, INSTRUCTORS, active_instructors(community, on))


def month_ends(since: date, until: date) -> Iterator[date]:
    """The last day of each month within, and `until` itself."""
    on = since
    while on <= until:
        following = (on.replace(day=28) + timedelta(days=4)).replace(day=1)
        last = following - timedelta(days=1)
        yield min(last, until)
        on = following
