"""What safety tells the evaluation: rounds, hazards mended in time, points that passed. By place
and day; no person is in it.

What falls due counts on its last day, whether it was done or not, also where the desk found only
afterwards that it was none. Of a point looked at twice in
one round the latest counts.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from linli.core.places.models import Place
from linli.lib.facts import Fact, FactKind
from linli.safety.hazards.kinds import ACCESS, BY_CODE, FIRE, SANITATION, SORTING, SPACE
from linli.safety.hazards.law import round_grace
from linli.safety.hazards.models import Check, Hazard, SafetyRound
from linli.safety.hazards.rules import round_on_time, was_in_time

ROUNDS, FOUND, DUE, SERIOUS, CLEARED = (
    "hazards.rounds", "hazards.found", "hazards.due", "hazards.serious_days",
    "hazards.space_due",
)  # fmt: skip
CHECKED = {
    FIRE: "hazards.fire_checked",
    SANITATION: "hazards.sanitation_checked",
    ACCESS: "hazards.access_checked",
    SORTING: "hazards.sorting_checked",
}
_OPENS = ("hazards:show", "hazard_id")

KINDS = (
    FactKind(ROUNDS, _("计划的安全巡查做没做"), standard=("S4.1",)),
    FactKind(FOUND, _("发现的隐患"), *_OPENS, standard=("S4.2",)),
    FactKind(DUE, _("到期的隐患整改没有"), *_OPENS, standard=("S4.2",)),
    FactKind(SERIOUS, _("重大隐患整改用的天数"), *_OPENS, standard=("S4.2",)),
    FactKind(CLEARED, _("到期的公共空间占用清走没有"), *_OPENS, standard=("S4.2",)),
    FactKind(CHECKED[FIRE], _("消防点位检查合格没有"), standard=("S4.2",)),
    FactKind(CHECKED[SANITATION], _("环境卫生检查合格没有"), standard=("S5.6",)),
    FactKind(CHECKED[ACCESS], _("无障碍点位检查合格没有"), standard=("S5.1",)),
    FactKind(CHECKED[SORTING], _("垃圾分类抽查合格没有"), standard=("S5.3",)),
)


def rows(community: Place, since: date, until: date) -> Iterator[Fact]:
    """The facts of the days from `since` to `until`, both included."""
    yield from _rounds(community, since, until)
    yield from _hazards(community, since, until)
    yield from _checks(community, since, until)


def _rounds(community: Place, since: date, until: date) -> Iterator[Fact]:
    due = SafetyRound.objects.filter(community=community, due_on__range=(since, until))
    for due_on, done_on in due.values_list("due_on", "done_on").iterator(2000):
        done = round_on_time(due_on, done_on, round_grace(community, due_on))
        yield Fact(community.code, due_on, ROUNDS, int(done), 1)


def _hazards(community: Place, since: date, until: date) -> Iterator[Fact]:
    code, ours = community.code, Hazard.objects.filter(community=community)
    real = ours.exclude(state__in=("reported", "unfounded"))
    for key, on in real.filter(found_on__range=(since, until)).values_list("id", "found_on"):
        yield Fact(code, on, FOUND, record=key)
    due = ours.filter(due_on__range=(since, until))
    for row in due.only("id", "kind", "due_on", "closed_on", "community_id").iterator(2000):
        assert row.due_on is not None  # asked for
        fixed = int(was_in_time(row.due_on, row.closed_on))
        yield Fact(code, row.due_on, DUE, fixed, 1, record=row.pk)
        if SPACE in BY_CODE[row.kind].counts:
            yield Fact(code, row.due_on, CLEARED, fixed, 1, record=row.pk)
    closed = real.filter(serious=True, closed_on__range=(since, until))
    for key, found_on, closed_on in closed.values_list("id", "found_on", "closed_on"):
        assert closed_on is not None  # asked for
        yield Fact(code, closed_on, SERIOUS, (closed_on - found_on).days, 1, record=key)


def _checks(community: Place, since: date, until: date) -> Iterator[Fact]:
    seen = Check.objects.filter(community=community, on__range=(since, until))
    latest: dict[Any, tuple[str, date, str]] = {}
    found = seen.exclude(result="not_reached").order_by("on", "id")
    told = found.values_list("id", "round", "point", "point__kind", "on", "result")
    for key, round_, point, kind, on, result in told.iterator(2000):
        latest[(round_ or key, point)] = (kind, on, result)
    for kind, on, result in latest.values():
        for what, fact in CHECKED.items():
            if what in BY_CODE[kind].counts:
                yield Fact(community.code, on, fact, int(result == "ok"), 1)
