"""How matters ended: resolved or not, and whether the same came up again."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.clocks.queries.kept import judged
from linli.core.places.kinds import LEVELS
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.facts import AT_ONCE, Fact, stretches
from linli.service.matters.facts.promises import ended_on, went_elsewhere
from linli.service.matters.facts.reading import kind, moment
from linli.service.matters.models import Matter, MatterStep, Rating

KINDS = (
    kind("settled", _("办结的和到期没有答复的诉求（是否没有被评为不满意）")),
    kind("repeated", _("办结满九十天的诉求（其间是否重新办理或再次提出）")),
)
AGAIN = timedelta(days=90)

Ends = tuple[dict[str, Any], ...]
Moments = dict[Any, list[datetime]]


def rows(community: Place, since: date, until: date) -> Iterator[Fact]:
    """The facts of the days from `since` to `until`, both included."""
    yield from _closed(community, since, until)
    yield from _run_out(community, since, until)
    yield from _repeated(community, since, until)


def _closed(community: Place, since: date, until: date) -> Iterator[Fact]:
    """Resolved: whoever asked did not say otherwise of the answer it was closed with."""
    for batch in stretches(_ends(community, since, until).iterator(AT_ONCE)):
        again = _reopened(community, batch)
        poor = set(
            Rating.objects.filter(
                community=community,
                matter__in=[end["case_id"] for end in batch],
                score="poor",
            ).values_list("matter_id", "round")
        )
        for end in batch:
            key = end["case_id"]
            round_ = sum(at < end["at"] for at in again[key])
            resolved = int((key, round_) not in poor)
            on = local_day(end["at"])
            yield Fact(community.code, on, "matters.settled", resolved, 1, record=key)


def _run_out(community: Place, since: date, until: date) -> Iterator[Fact]:
    """A promise that ran out without an answer counts as not resolved, then and there; when the
    matter is closed after all, that counts as well."""
    late = [each for each in judged(community, since, until, Matter._meta.label, "promise")
            if not each.kept]  # fmt: skip
    ended = ended_on(Matter.objects.filter(community=community), late)
    for each in late:
        if each.owner in ended and not went_elsewhere(ended[each.owner], each.on):
            yield Fact(community.code, each.on, "matters.settled", 0, 1, record=each.owner)


def _repeated(community: Place, since: date, until: date) -> Iterator[Fact]:
    """Each closed matter on the ninetieth day after it was closed, when it is known."""
    for batch in stretches(_ends(community, since - AGAIN, until - AGAIN).iterator(AT_ONCE)):
        reopened, raised = _reopened(community, batch), _raised_there(community, batch)
        for end in batch:
            key, at = end["case_id"], end["at"]
            spot = (end["case__kind_id"], end["case__spot"])
            last = moment(local_day(at) + AGAIN + timedelta(days=1))
            later = (*reopened[key], *(raised[spot] if _is_near(end) else ()))
            again = int(any(at < other < last for other in later))
            on = local_day(at) + AGAIN
            yield Fact(community.code, on, "matters.repeated", again, 1, record=key)


def _ends(community: Place, since: date, until: date) -> Any:
    """Every time a matter was closed in those days."""
    return (
        MatterStep.objects.filter(
            community=community,
            move="close",
            at__gte=moment(since),
            at__lt=moment(until + timedelta(days=1)),
        )
        .order_by("at", "id")
        .values("case_id", "at", "case__kind_id", "case__spot", "case__place__level")
    )


def _reopened(community: Place, batch: Ends) -> Moments:
    found: Moments = defaultdict(list)
    steps = MatterStep.objects.filter(
        community=community, case__in=[end["case_id"] for end in batch], move="reopen"
    )
    for key, at in steps.values_list("case_id", "at"):
        found[key].append(at)
    return found


def _raised_there(community: Place, batch: Ends) -> Moments:
    """When matters of the same kind came in about the same spots."""
    found: defaultdict[tuple[UUID, str], list[datetime]] = defaultdict(list)
    first, last = batch[0]["at"], batch[-1]["at"] + AGAIN + timedelta(days=1)
    there = Matter.objects.filter(
        ~Q(state__in=("withdrawn", "split")),
        community=community,
        spot__in={end["case__spot"] for end in batch if _is_near(end)},
        raised_at__gt=first,
        raised_at__lt=last,
    )
    for kind_, spot, at in there.values_list("kind_id", "spot", "raised_at"):
        found[kind_, spot].append(at)
    return found


def _is_near(end: dict[str, Any]) -> bool:
    """Whether the spot is near enough to tell that it was the same thing again: a building and
    what lies in it, or the words for a place; not a whole compound or the community."""
    level = end["case__place__level"]
    return bool(end["case__spot"]) and (level is None or level >= LEVELS["building"])
