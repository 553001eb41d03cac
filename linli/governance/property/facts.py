"""What estates tell the evaluation: land, greenery, buildings, sewer, owners' bodies, as they stand
on the last day of each month; no person is in it. Areas are those known now."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from linli.core.places.facts import month_ends
from linli.core.places.models import Place
from linli.governance.property.models import Estate, OwnersBody
from linli.lib.facts import Fact, FactKind

GREEN, LAND, BODY, QUALIFYING, SEWER, BUILDINGS = (
    "estate.green_m2", "estate.land_m2", "estate.with_body", "estate.qualifying", "sewer.joined",
    "estate.buildings",
)  # fmt: skip

KINDS = (
    FactKind(GREEN, _("小区绿地面积（平方米）"), standard=("S5.2",), stock=True),
    FactKind(LAND, _("小区用地面积（平方米）"), standard=("S5.2",), stock=True),
    FactKind(BODY, _("有业主委员会或者物业管理委员会的小区"), standard=("S2.1",), stock=True),
    FactKind(QUALIFYING, _("符合成立条件的小区"), standard=("S2.1",), stock=True),
    FactKind(SEWER, _("接入市政污水管、没有混接的楼栋"), standard=("S5.4",), stock=True),
    FactKind(BUILDINGS, _("查过污水管的小区的楼栋"), standard=("S5.4",), stock=True),
)
HUNDREDTHS = 100
BODIES = ("owners_committee", "management_committee")


def rows(community: Place, since: date, until: date) -> Iterator[Fact]:
    """The facts of the days from `since` to `until`, both included. An estate whose areas or sewer
    nobody has entered is in neither part of those shares: unknown is not nought."""
    estates = list(Estate.objects.filter(community=community))
    bodies = list(OwnersBody.objects.filter(community=community, kind__in=BODIES))
    for on in month_ends(since, until):
        standing = [row for row in estates if _stands(row, on)]
        for kind, count in _counted(standing, bodies, on):
            yield Fact(community.code, on, kind, count)


def _counted(estates: list[Estate], bodies: list[Any], on: date) -> Iterator[tuple[str, int]]:
    measured = [row for row in estates if row.land and row.green is not None]
    if measured:
        yield GREEN, sum(row.green or 0 for row in measured) // HUNDREDTHS
        yield LAND, sum(row.land or 0 for row in measured) // HUNDREDTHS
    looked = [row for row in estates if row.buildings and row.on_sewer is not None]
    if looked:
        yield SEWER, sum(row.on_sewer or 0 for row in looked)
        yield BUILDINGS, sum(row.buildings or 0 for row in looked)
    qualifying = {row.pk for row in estates if row.delivered_on and row.delivered_on <= on}
    if qualifying:
        with_body = {
            row.estate_id for row in bodies if row.estate_id in qualifying and _stands(row, on)
        }
        yield BODY, len(with_body)
        yield QUALIFYING, len(qualifying)


def _stands(row: Any, on: date) -> bool:
    return bool(row.since <= on and (row.until is None or row.until > on))
