"""The catalogue as it stands: which lines there are, what was last disclosed, what comes next and
what is late."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Max, Q, QuerySet
from django.http import Http404

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.governance.oversight import rules, words
from linli.governance.oversight.lines import Line, shipped_lines
from linli.governance.oversight.models import CatalogueLine, Disclosure
from linli.governance.oversight.postings.disclosure import BY_HAND
from linli.lib.calendar import local_day
from linli.lib.law import Finding
from linli.mechanisms.publication.declaration import Template
from linli.mechanisms.publication.disclosed import Row, source_of
from linli.mechanisms.publication.models import Posting

LOOKED_BACK = timedelta(days=800)
"""How far back the last disclosure of a line is looked for: further than any rhythm."""

IN_HAND = ("awaited", "returned", "checking", "checked")


@dataclass(frozen=True, slots=True)
class Standing:
    """One line of the catalogue today.

    `last`: the last disclosure that was posted; `waiting`: those under way, the oldest first;
    `next_on`: by when the next is due, None where it follows no calendar; `late`: what is past
    its day, each as the rule found it; `noticed_on`: when the room last made the same known by a
    notice of its own.
    """

    line: Line
    last: Disclosure | None
    waiting: tuple[Disclosure, ...]
    next_on: date | None
    late: tuple[Finding, ...]
    noticed_on: date | None
    by_hand: bool

    @property
    def overdue(self) -> bool:
        """Whether something is past its day."""
        return bool(self.late)


def lines_on(community: Any, on: date) -> dict[str, Line]:
    """The lines of the catalogue that day: the shipped ones as the community keeps them, and its
    own, in the order of the law."""
    rows = CatalogueLine.objects.filter(
        Q(until__isnull=True) | Q(until__gt=on), community=community, since__lte=on
    ).order_by("since", "id")
    lines = dict(shipped_lines())
    for row in rows:
        shipped = lines.get(row.key) if row.shipped else None
        lines[row.key] = _kept(row, shipped)
    order = {name: place for place, (name, _title) in enumerate(words.CATEGORIES)}
    return dict(sorted(lines.items(), key=lambda each: order[each[1].category]))


def _kept(row: CatalogueLine, shipped: Line | None) -> Line:
    kept: dict[str, Any] = {
        "every": row.every,
        "day": row.day,
        "ground": row.ground,
        "source": row.source,
        "source_en": "",
        "preparer": row.preparer,
        "checker": row.checker,
        "channels": tuple(row.channels),
    }
    if shipped is not None:
        return replace(shipped, **kept)
    own: dict[str, Any] = {"title": row.title, "title_en": row.title_en, "holds": row.holds}
    return Line(
        key=row.key, category="local", slowest="event", kind="other", own=True, **own, **kept
    )


def line_on(community: Any, key: str, on: date) -> Line:
    """One line of the catalogue (Http404)."""
    found = lines_on(community, on).get(key)
    if found is None:
        raise Http404
    return found


def template_of(line: Line) -> Template:
    """The whitelist of what may be public of the line."""
    source = source_of(line.key)
    return source.template if source else BY_HAND[line.kind]


def composed_rows(community: Any, key: str, since: date, until: date) -> list[Row] | None:
    """The rows as the records give them; None where the line is filled in by hand."""
    source = source_of(key)
    return None if source is None else list(source.compose(community, since, until))


def catalogue(community: Any, at: datetime) -> list[Standing]:
    """Every line as it stands, for everybody: what was disclosed when, and what is late."""
    on = local_day(at)
    lines = lines_on(community, on)
    last: dict[str, Disclosure] = {}
    waiting: dict[str, list[Disclosure]] = {}
    for row in _lately(community, on):
        if row.state == "posted":
            last.setdefault(row.line, row)
        else:
            waiting.setdefault(row.line, []).insert(0, row)
    noticed = _noticed(community, lines)
    return [
        _standing(line, last.get(key), waiting.get(key, []), noticed.get(key), on)
        for key, line in lines.items()
    ]


def standing_of(community: Any, key: str, at: datetime) -> Standing:
    """One line as it stands (Http404)."""
    found = next((each for each in catalogue(community, at) if each.line.key == key), None)
    if found is None:
        raise Http404
    return found


def _lately(community: Any, on: date) -> QuerySet[Disclosure]:
    """What is under way, and what was posted lately, the latest first; without its rows."""
    return (
        Disclosure.objects.filter(
            Q(state__in=IN_HAND) | Q(state="posted", until__gte=on - LOOKED_BACK),
            community=community,
        )
        .defer("rows", "sums", "left_out", "note", "posting__snapshot", "posting__fields")
        .select_related("posting")
        .order_by("-until", "-id")
    )


def _standing(
    line: Line,
    last: Disclosure | None,
    waiting: list[Disclosure],
    noticed_on: date | None,
    on: date,
) -> Standing:
    coming = rules.period_now(line.every, on)
    next_on = waiting[0].due_on if waiting else None
    if next_on is None and coming is not None:
        next_on = rules.due_day(coming, line.day)
    found = [rules.on_time(each.due_on, None, on) for each in waiting if each.due_on]
    late = tuple(each for each in found if not each.holds)
    by_hand = source_of(line.key) is None
    return Standing(line, last, tuple(waiting), next_on, late, noticed_on, by_hand)


def _noticed(community: Any, lines: Iterable[str]) -> dict[str, date]:
    """When the rooms last made known at once what these lines hold."""
    templates = {
        name: key for key in lines if (source := source_of(key)) for name in source.notices
    }
    if not templates:
        return {}
    rows = (
        Posting.objects.filter(community=community, template__in=list(templates))
        .exclude(state="draft")
        .order_by()
        .values_list("template")
        .annotate(latest=Max("posted_at"))
    )
    found: dict[str, date] = {}
    for template, latest in rows:
        key, day = templates[template], local_day(latest)
        found[key] = max(day, found.get(key, day))
    return found


def disclosures_of(community: Any, key: str, limit: int = 24) -> list[Disclosure]:
    """What was posted of a line, the latest first, for everybody."""
    rows = Disclosure.objects.filter(community=community, line=key, state="posted")
    return list(rows.select_related("posting").order_by("-until", "-id")[:limit])


def latest_postings(community: Any, at: datetime, limit: int = 12) -> list[Disclosure]:
    """What is up just now, the latest posted first: what an answer may rest on."""
    rows = Disclosure.objects.filter(
        Q(posting__comes_down_at__isnull=True) | Q(posting__comes_down_at__gt=at),
        community=community,
        state="posted",
        posting__listed_at__lte=at,
    )
    return list(rows.select_related("posting").order_by("-posted_on", "-id")[:limit])


def disclosure_for(actor: Actor, community: Any, key: UUID) -> Disclosure:
    """One disclosure at the desk (Http404)."""
    found = (
        Disclosure.objects.filter(community=community, pk=key)
        .select_related("community", "posting", "prepared_by", "checked_by")
        .first()
    )
    if found is None or not may("oversight.see_desk", actor, found):
        raise Http404
    return found


def posted_disclosure(community: Any, key: UUID) -> Disclosure | None:
    """One that was posted, for everybody."""
    found: Disclosure | None = (
        Disclosure.objects.filter(community=community, pk=key, state="posted")
        .select_related("posting")
        .first()
    )
    return found


def snapshot_up(community: Any, key: UUID, at: datetime) -> Posting:
    """The posting of a disclosure while it is up, with what was frozen of it (Http404)."""
    found = posted_disclosure(community, key)
    if found is None or found.posting is None or not found.posting.is_up(at):
        raise Http404
    return found.posting


def before(community: Any, key: str, since: date) -> Disclosure | None:
    """The disclosure of the same line before that day, from which figures are carried over."""
    found: Disclosure | None = (
        Disclosure.objects.filter(community=community, line=key, state="posted", until__lt=since)
        .order_by("-until", "-id")
        .first()
    )
    return found


def in_hand(community: Any) -> QuerySet[Disclosure]:
    """What is under way, the most pressing first."""
    return (
        Disclosure.objects.filter(community=community, state__in=IN_HAND)
        .defer("rows", "sums", "left_out", "note")
        .order_by("due_on", "line", "id")
    )


def known_rounds(community: Any, on: date) -> set[tuple[str, date]]:
    """The rounds that were opened, by line and first day, so that none is opened twice."""
    rows = Disclosure.objects.filter(community=community, until__gte=on - LOOKED_BACK)
    return set(rows.exclude(state="dropped").order_by().values_list("line", "since"))


def kept_line(community: Any, key: str) -> CatalogueLine | None:
    """The community's own row of a line, where it has one that holds."""
    found: CatalogueLine | None = CatalogueLine.objects.filter(
        community=community, key=key, until__isnull=True
    ).first()
    return found
