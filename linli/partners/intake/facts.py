"""What of the work from above counts: requests, refusals, minutes. By office, never by person."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from linli.core.places.models import Place
from linli.lib.facts import Fact, FactKind
from linli.partners.intake.models import Letter, Minutes, Request


def _kind(name: str, title: Any, *standard: str, opens: bool = True) -> FactKind:
    if not opens:
        return FactKind(name, title, standard=standard)
    return FactKind(name, title, "intake:show", "request_id", standard)


KINDS = (
    _kind("intake.requested", _("上级提出的要求")),
    _kind("intake.off_list", _("要求是否在清单外"), "S2.2"),
    _kind("intake.refused", _("没有接收的要求")),
    _kind("intake.minutes", _("为上级要求花的分钟"), opens=False),
    _kind("intake.minutes_off_list", _("记在具体要求上的分钟（其中清单外的）"), opens=False),
)


def rows(community: Place, since: date, until: date) -> Iterator[Fact]:
    """The facts of the days from `since` to `until`, both included."""
    asked = Request.objects.filter(
        community=community, received_on__gte=since, received_on__lte=until
    )
    for row in asked.values("id", "received_on", "listed").iterator(2000):
        on, record = row["received_on"], row["id"]
        yield Fact(community.code, on, "intake.requested", record=record)
        off = int(not row["listed"])
        yield Fact(community.code, on, "intake.off_list", off, 1, record=record)
    refused = Letter.objects.filter(
        community=community, kind="refusal", written_on__gte=since, written_on__lte=until
    )
    for key, on in refused.values_list("request_id", "written_on").iterator(2000):
        yield Fact(community.code, on, "intake.refused", record=key)
    spent = Minutes.objects.filter(
        community=community, on__gte=since, on__lte=until, struck_on__isnull=True
    )
    # Of minutes laid to no request nobody knows whether they lie on the list: they are no part of
    # that share.
    columns = ("on", "minutes", "request__listed")
    for on, minutes, listed in spent.values_list(*columns).iterator(2000):
        yield Fact(community.code, on, "intake.minutes", minutes)
        if listed is not None:
            off_list = 0 if listed else minutes
            yield Fact(community.code, on, "intake.minutes_off_list", off_list, minutes)
