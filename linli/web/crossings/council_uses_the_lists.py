"""The joint building council reads and uses the one list of units, offers, needs and projects. The
units' room keeps it; the Party's room learns names, lines and counts, and nothing is typed twice: a
unit checks in by its entry in the register, a branch takes a need on by its name."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from linli.core.audit.door import Act, crosses, may
from linli.partners.organisations.models import Need, Offer, Organisation, Project, ResidentUnit
from linli.partners.organisations.queries import units as read
from linli.partners.organisations.takers import tell_takers
from linli.partners.party.actions.units import follow_unit
from linli.partners.party.lists import Door, Line, Lists, Unit, Work, tell_lists
from linli.partners.party.queries.calendar import branches_of

DESK = "organisations.keep_units"
MOST = 100


class UnitsRoom:
    """The units' room, as the council meets it."""

    def units(self, community: Any) -> Iterable[Unit]:
        """The units that are here, by name."""
        return [Unit(unit.pk, unit.name) for unit in read.units_of(community)]

    def lists(self, community: Any, on: date) -> Lists:
        """What everybody reads: what waits, what can be used, what is done and was."""
        needs = read.needs_shown(community).filter(state="open").order_by("-shown_on", "pk")
        offers = read.offers_shown(community, on).order_by("feature", "-since", "pk")
        projects = read.projects_shown(community).order_by("-begun_on", "pk")
        return _lists(needs[:MOST], offers[:MOST], projects[:MOST])

    def lists_of(self, community: Any, unit: UUID, on: date) -> Lists:
        """The same of one unit."""
        return _lists(
            read.needs_shown(community).filter(unit=unit, state="open").order_by("-id")[:MOST],
            read.offers_shown(community, on).filter(unit=unit).order_by("-id")[:MOST],
            read.projects_shown(community).filter(offer__unit=unit).order_by("-id")[:MOST],
        )

    def work_of(self, community: Any, unit: UUID, starts: date, ends: date) -> Work:
        """Projects on hand in that time; those that met a need, once somebody of the desk has
        looked; of these by the day it was wanted
        by, or the project's own. Where no day was said none was missed."""
        rows = read.projects_of(community, unit, starts, ends)
        met = [
            row
            for row in rows
            if row.state == "done" and row.shown_on and row.ended_on and row.ended_on <= ends
        ]
        in_time = [
            row
            for row in met
            if (by := row.need.wanted_by or row.due_on) is None or (row.ended_on or ends) <= by
        ]
        return Work(len(rows), len(met), len(in_time))

    def doors(self, actor: Any, community: Any) -> Iterable[Door]:
        """The list everybody reads; its desk and forms for those who keep it."""
        if not may(DESK, actor, community):
            return [Door(_("驻社区单位的清单"), _at(community, "needs"))]
        return [
            Door(_("需求和项目"), _at(community, "lists_desk")),
            Door(_("登记一项需求"), _at(community, "enter_need")),
            Door(_("登记一家单位"), _at(community, "open_unit_file")),
        ]

    def doors_of(self, actor: Any, community: Any, unit: UUID) -> Iterable[Door]:
        """The unit's page, and where what it offers is put down."""
        if not may(DESK, actor, community) or read.unit_named(community, unit) is None:
            return []
        return [
            Door(_("单位档案"), _at(community, "unit_desk", unit)),
            Door(_("登记一项资源"), _at(community, "offer", unit)),
        ]


def _lists(needs: Iterable[Need], offers: Iterable[Offer], projects: Iterable[Project]) -> Lists:
    return Lists(
        tuple(
            Line(
                row.pk, row.title,
                _told(row.whose, row.get_feature_display(), row.about),
                row.get_state_display(), row.tone, row.wanted_by,
            )
            for row in needs
        ),
        tuple(
            Line(
                row.pk, row.title,
                _told(row.unit.name, row.get_feature_display(), row.times, row.conditions),
            )
            for row in offers
        ),
        tuple(
            Line(
                row.pk, row.title,
                _told(f"{row.done_by} → {row.need.whose}", row.outcome),
                row.get_state_display(), row.tone, row.due_on,
            )
            for row in projects
        ),
    )  # fmt: skip


def _told(*parts: Any) -> str:
    return " · ".join(str(part) for part in parts if part)


def _at(community: Any, name: str, *parts: Any) -> str:
    return reverse(f"organisations:{name}", args=[community.code, *parts])


def branches_by_name(community: Any) -> Iterable[str]:
    """The branches, groups and teams that can take a need on; never who is in them."""
    return [branch.name for branch in branches_of(community)]


tell_lists(UnitsRoom())
tell_takers(branches_by_name)


@crosses("organisations.end_unit_file")
def its_check_in_ends(act: Act, unit: ResidentUnit) -> None:
    """A unit that is no longer here takes no part in the council."""
    follow_unit(act, unit.community_id, unit.pk, gone=True)


@crosses("organisations.alter")
@crosses("organisations.end")
def it_follows_the_register(act: Act, organisation: Organisation) -> None:
    """A unit that is called otherwise is called so here too; with a body that is there no longer
    its check-in ends."""
    here, gone = organisation.community_id, organisation.until is not None
    rows = ResidentUnit.objects.filter(community=here, organisation=organisation)
    for key in rows.values_list("pk", flat=True):
        follow_unit(act, here, key, name=organisation.name, gone=gone)
