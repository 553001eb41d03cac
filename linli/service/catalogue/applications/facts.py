"""What of help to apply counts: how many were forwarded, and how many of them in the time that was
promised; how many the office granted, and refused in writing. Counts alone, a month at a time, and
none below the floor of the place, nor one that would give such a one back; no row, no scheme, no
person, no day."""

from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from uuid import UUID

from django.db.models import Min
from django.utils.translation import gettext_lazy as _

from linli.core.clocks.models import Clock
from linli.core.clocks.queries.kept import judged
from linli.core.places.laid_down import floor_laid_down
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.facts import Fact, FactKind
from linli.lib.numbers import share_told, suppressed
from linli.service.catalogue.applications.models import ApplicationHelp, ApplicationStep

KINDS = (
    FactKind("applications.forwarded", _("转交的帮助申请"), held_back=True),
    FactKind("applications.forwarded_in_time", _("按承诺的时间转交的帮助申请"), held_back=True),
    FactKind("applications.due", _("到期的帮助申请（是否按承诺转交）"), held_back=True),
    FactKind("applications.benefit", _("有了结果的帮助申请（是否给予）"), held_back=True),
    FactKind(
        "applications.refused", _("不予的帮助申请（当月是否书面说明理由和救济）"), held_back=True
    ),
)
GRANTED, REFUSED, BY_WORD = "told_granted", "told_refused", "told_refusing"


def rows(community: Place, since: date, until: date) -> Iterator[Fact]:
    """The facts of the months that end on the days from `since` to `until`, both included. All of
    a month is told on its last day, so that no single day shows."""
    first = since.replace(day=1)
    sent, in_time = _sent(community, first, until)
    for end, count in sorted(sent.items()):
        floor = floor_laid_down(community, end)
        if suppressed(count, floor):
            continue
        yield Fact(community.code, end, "applications.forwarded", count)
        if in_time[end] and share_told(in_time[end], count, floor):
            yield Fact(community.code, end, "applications.forwarded_in_time", in_time[end])
    yield from _due(community, first, until, sent)
    yield from _decided(community, first, until)


def _sent(community: Place, first: date, until: date) -> tuple[Counter[date], Counter[date]]:
    """How many were forwarded in each whole month, and how many of them in time."""
    sent = ApplicationHelp.objects.filter(
        community=community, forwarded_at__date__gte=first, forwarded_at__date__lte=until
    )
    months = {
        pk: end
        for pk, at in sent.values_list("pk", "forwarded_at")
        if at and (end := _month_end(local_day(at))) <= until
    }
    met = Clock.objects.filter(
        community=community, name="forward", state="met", owner__in=list(months)
    ).values_list("owner", flat=True)
    return Counter(months.values()), Counter(months[owner] for owner in met)


def _due(community: Place, first: date, until: date, sent: Counter[date]) -> Iterator[Fact]:
    """Of the promises to forward that were kept or ran out in a month, those that were kept. Not
    told where, beside what was forwarded, it would give back a few."""
    kept: defaultdict[date, list[bool]] = defaultdict(list)
    for each in judged(community, first, until, ApplicationHelp._meta.label, "forward"):
        kept[_month_end(each.on)].append(each.kept)
    for end, found in kept.items():
        beside = (sent[end] - sum(found), sent[end] - len(found))
        if not _few(community, end, *beside):
            yield from _share(community, end, until, "due", sum(found), len(found))


def _decided(community: Place, first: date, until: date) -> Iterator[Fact]:
    """Of those the office decided in a month, those it granted; of those it first refused in it,
    by word or in writing, those it refused in writing before the month was over, which brings its
    reasons and what can be done against it. One refusal is one, whatever comes after it."""
    steps = ApplicationStep.objects.filter(
        community=community,
        move__in=(GRANTED, REFUSED, BY_WORD),
        at__date__gte=first,
        at__date__lte=until,
    )
    told: defaultdict[date, defaultdict[str, set[UUID]]] = defaultdict(lambda: defaultdict(set))
    for case, move, at in steps.values_list("case_id", "move", "at"):
        told[_month_end(local_day(at))][move].add(case)
    refusals = _refusals(community, {case for moves in told.values() for case in _stopped(moves)})
    for end, by_move in told.items():
        granted, refused = by_move[GRANTED], by_move[REFUSED]
        decided = len(granted | refused)
        yield from _share(community, end, until, "benefit", len(granted), decided)
        stopped = {case for case in _stopped(by_move) if refusals[case] == end}
        beside = decided - len(granted)
        if not _few(community, end, len(refused & stopped) - beside, len(stopped) - beside):
            written = len(refused & stopped)
            yield from _share(community, end, until, "refused", written, len(stopped))


def _stopped(by_move: defaultdict[str, set[UUID]]) -> set[UUID]:
    return by_move[REFUSED] | by_move[BY_WORD]


def _refusals(community: Place, cases: set[UUID]) -> dict[UUID, date]:
    """The end of the month in which each of these was first refused."""
    steps = ApplicationStep.objects.filter(
        community=community, case__in=cases, move__in=(REFUSED, BY_WORD)
    )
    first = steps.values_list("case_id").annotate(Min("at"))
    return {case: _month_end(local_day(at)) for case, at in first}


def _few(community: Place, end: date, *differences: int) -> bool:
    """Whether one of the differences between what is told is a count of a few."""
    floor = floor_laid_down(community, end)
    return any(suppressed(abs(count), floor) for count in differences)


def _share(
    community: Place, end: date, until: date, name: str, part: int, whole: int
) -> Iterator[Fact]:
    """One share of a whole month, where it may be told."""
    if end <= until and share_told(part, whole, floor_laid_down(community, end)):
        field = "basic" if name == "benefit" else None
        yield Fact(community.code, end, f"applications.{name}", part, whole, field=field)


def _month_end(on: date) -> date:
    return on.replace(day=monthrange(on.year, on.month)[1])
