"""What of the archive counts: items filed, and in time or not; copies answered, in time or not."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from linli.core.places.models import Place
from linli.governance.archive.models import CopyRequest, YearFiled
from linli.lib.facts import Fact, FactKind


def _kind(name: str, title: Any, *standard: str) -> FactKind:
    return FactKind(name, title, standard=standard)


KINDS = (
    _kind("archive.year_filed", _("上一年文件按时归档")),
    _kind("archive.copy_asked", _("居民要档案复印件")),
    _kind("archive.copy_given", _("给出的档案复印件")),
)


def rows(community: Place, since: date, until: date) -> Iterator[Fact]:
    """The facts of the days from `since` to `until`, both included."""
    years = YearFiled.objects.filter(community=community, filed_on__gte=since, filed_on__lte=until)
    for row in years:
        in_time = int(row.filed_on <= row.last_day)
        yield Fact(community.code, row.filed_on, "archive.year_filed", in_time, 1, record=row.pk)
    ours = CopyRequest.objects.filter(community=community)
    for key, on in ours.filter(asked_on__gte=since, asked_on__lte=until).values_list(
        "id", "asked_on"
    ):
        yield Fact(community.code, on, "archive.copy_asked", record=key)
    given = ours.filter(state="given", answered_on__gte=since, answered_on__lte=until)
    for key, answered_on in given.values_list("id", "answered_on"):
        assert answered_on is not None
        yield Fact(community.code, answered_on, "archive.copy_given", record=key)
