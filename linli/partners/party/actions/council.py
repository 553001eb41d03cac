"""The joint building council meets: planned, called in time, opened, closed, its minutes signed."""

from collections.abc import Sequence
from datetime import datetime

from linli.core.audit.door import Act, action
from linli.core.places.laid_down import number_laid_down
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.mechanisms.gathering import actions as steps
from linli.mechanisms.gathering.actions import Business, Member
from linli.partners.party.actions.holding import told_to_all
from linli.partners.party.gatherings import BRANCH, COUNCIL, UNIT
from linli.partners.party.models import Branch, Council, UnitCheckIn
from linli.partners.party.rules.periods import council_in_time

LONGEST_ITEM = 120
CALLER = "社区党组织"


@action("party.plan_council", needs="party.keep")
def plan_council(
    act: Act,
    community: Place,
    *,
    title: str,
    venue: str,
    starts_at: datetime,
    agenda: Sequence[str],
) -> Council:
    """Begins to prepare a meeting of the council; nobody is told yet."""
    lines = [told_to_all(each) for each in agenda if each.strip()]
    require(Finding(bool(lines), "party.words_given"))
    gathering = steps.prepare(
        act,
        community,
        kind=COUNCIL,
        title=told_to_all(title),
        called_by=CALLER,
        venue=told_to_all(venue),
        starts_at=starts_at,
        agenda=[Business(each[:LONGEST_ITEM]) for each in lines],
    )
    council = Council(community=community, gathering=gathering)
    council.save(force_insert=True)
    return council


@action("party.call_council", needs="party.keep")
def call_council(act: Act, council: Council, *, urgent_reason: str = "") -> Council:
    """Fixes the notice: every unit that checked in is expected, and every branch, by its name and
    nobody's. They hear of it by the slip or a call; nothing is sent from here."""
    gathering, on = council.gathering, local_day(act.at)
    units = UnitCheckIn.objects.filter(community=council.community_id, until__isnull=True)
    members = [Member(name=unit.name, capacity=UNIT.code) for unit in units.order_by("since", "pk")]
    require(Finding(bool(members), "party.units_here"))
    branches = Branch.objects.filter(
        community=council.community_id, until__isnull=True, kind__in=("branch", "group")
    )
    members += [Member(name=each.name, capacity=BRANCH.code) for each in branches.order_by("name")]
    steps.expect(act, gathering, members)
    days = number_laid_down("party.council_notice_days", council.community, on)
    notice = council_in_time(on, local_day(gathering.starts_at), days=days)
    steps.call(act, gathering, notice=notice, urgent_reason=told_to_all(urgent_reason))
    return council


@action("party.cancel_council", needs="party.keep")
def cancel_council(act: Act, council: Council, *, reason: str) -> Council:
    """Calls it off, and why."""
    steps.cancel(act, council.gathering, reason=told_to_all(reason))
    return council


@action("party.open_council", needs="party.keep")
def open_council(act: Act, council: Council, *, chair: str) -> Council:
    """Calls it to order. `chair`: in which office; the minutes everybody reads tell it."""
    steps.open_gathering(act, council.gathering, chair=told_to_all(chair))
    return council


@action("party.close_council", needs="party.keep")
def close_council(act: Act, council: Council) -> Council:
    """Ends it; its minutes are signed by two, on the page of the meeting."""
    steps.close_gathering(act, council.gathering)
    return council
