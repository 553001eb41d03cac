"""The count: stations, what was found of each, and what the poll comes to. Nothing of it is told
before the poll is closed."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from linli.lib.law import Finding, require
from linli.mechanisms.ballot.models import (
    Line,
    NamedPaper,
    Paper,
    Poll,
    Sheet,
    Station,
    Teller,
)
from linli.mechanisms.ballot.queries.polls import marked_in_all, paper_form, papers_handed_out
from linli.mechanisms.ballot.rules import counting as rules
from linli.mechanisms.ballot.rules.casting import in_state
from linli.mechanisms.ballot.rules.papers import OverMarked
from linli.mechanisms.ballot.rules.secrecy import Box, boxes_opened, joined_first
from linli.mechanisms.ballot.rules.tally import Tally, tally

OVER = ("closed", "settled", "void")


@dataclass(frozen=True, slots=True)
class Difference:
    """One pattern the two tellers entered with different numbers."""

    pattern: Any
    first: int
    second: int


@dataclass(frozen=True, slots=True)
class Count:
    """What a poll comes to so far. `complete`: every station is counted, merged or void.
    `on_paper` and `on_screen` are the papers of each channel in the tally."""

    tally: Tally
    complete: bool
    stations: int
    stations_counted: int
    on_paper: int
    on_screen: int
    counts: rules.StationCounts


@dataclass(frozen=True, slots=True)
class Weighed:
    """What an open vote comes to: by papers, by heads, by area (hundredths of a square metre),
    and what all who took part weigh."""

    papers: Tally
    heads: Tally
    area: Tally


def stations_of(poll: Poll) -> "QuerySet[Station]":
    """The poll's stations by name."""
    return Station.objects.filter(community=poll.community_id, poll=poll).order_by("name")


def parts_of(station: Station) -> dict[str, Teller]:
    """Who counts here, by part."""
    here = Teller.objects.filter(community=station.community_id, station=station)
    return {teller.part: teller for teller in here.select_related("account")}


def counts_of(station: Station) -> rules.StationCounts:
    """The papers of a station, with those of the boxes joined to it."""
    joined = Station.objects.filter(community=station.community_id, merged_into=station)
    return rules.merge([_counts(station), *(_counts(each) for each in joined)])


def counts_by_station(poll: Poll) -> dict[UUID, rules.StationCounts]:
    """The papers of every station that stands, with those of the boxes joined to it."""
    stations = list(stations_of(poll).exclude(state="void"))
    return {
        station.pk: rules.merge(
            _counts(each) for each in stations if station.pk in (each.pk, each.merged_into_id)
        )
        for station in stations
        if station.state != "merged"
    }


def boxes_of(poll: Poll) -> list[Box]:
    """The boxes of a poll as they stand joined, void ones left out."""
    names = dict(stations_of(poll).values_list("pk", "name"))
    return [Box(names[pk], each.returned) for pk, each in counts_by_station(poll).items()]


def sheets_of(station: Station) -> dict[str, Sheet]:
    """The entries that stand, by part."""
    live = Sheet.objects.filter(
        community=station.community_id, station=station, superseded_at__isnull=True
    )
    return {sheet.part: sheet for sheet in live}


def was_read(station: Station) -> bool:
    """Whether anybody ever entered papers of this station, so that what they say is known."""
    return Sheet.objects.filter(community=station.community_id, station=station).exists()


def voided(poll: Poll) -> list[Station]:
    """The stations whose papers count for nothing, by name."""
    return list(stations_of(poll).filter(state="void"))


def differences_of(station: Station) -> list[Difference]:
    """Where the two entries differ, pattern by pattern: these papers are read again."""
    entered = {part: _lines(sheet) for part, sheet in sheets_of(station).items()}
    first, second = entered.get("first", {}), entered.get("second", {})
    patterns = {key: line.pattern for lines in (first, second) for key, line in lines.items()}
    return [
        Difference(patterns[key], one, two)
        for key, one, two in rules.differences(_numbers(first), _numbers(second))
    ]


def checks_of(station: Station) -> list[Finding]:
    """Everything that must hold before the witness confirms, in the order it is looked at."""
    counts = counts_of(station)
    entered = {part: _numbers(_lines(sheet)) for part, sheet in sheets_of(station).items()}
    first, second = entered.get("first", {}), entered.get("second", {})
    boxes = boxes_of(station.poll)
    findings = [
        rules.all_named(parts_of(station)),
        boxes_opened(boxes),
        joined_first(boxes),
        rules.not_more_than_issued(counts),
        rules.balance(counts),
        rules.both_entered(entered),
    ]
    if len(entered) == 2:
        findings += [
            rules.entries_agree(first, second),
            rules.all_entered(counts.returned, sum(first.values())),
        ]
    return findings


def papers_within_marks(poll: Poll) -> Finding:
    """Papers held against the marks of the roll, channel by channel. Where papers were read out in
    one room they lie in the box of the screens, and all are held against all. A poll on paper alone
    is accounted for by its stubs (`rules.balance`): papers handed out without a network have no
    mark."""
    paper = papers_handed_out(poll)
    screen = marked_in_all(poll) - paper
    box = Paper.objects.filter(community=poll.community_id, poll=poll).count()
    hand = sum(number for _pattern, number in hand_counted(poll))
    if not stations_of(poll).exists():
        screen, paper = screen + paper, 0
    if not poll.on_screen or not (paper or poll.listed):
        paper = max(paper, hand)
    return rules.within_marks(box, screen, hand, paper)


def hand_counted(poll: Poll) -> list[tuple[Any, int]]:
    """What the stations counted, as confirmed: patterns with their numbers."""
    lines: Iterable[tuple[Any, int]] = (
        Line.objects.filter(
            community=poll.community_id,
            sheet__station__poll=poll,
            sheet__station__state="counted",
            sheet__part="first",
            sheet__superseded_at__isnull=True,
        )
        .order_by("key")
        .values_list("pattern", "number")
    )
    return list(lines)


def count_of(poll: Poll, *, over_marked: OverMarked = "column") -> Count:
    """What a secret poll comes to: the stations confirmed so far, and the box of the screens.
    Refused before the close."""
    require(in_state(poll.state, *OVER))
    stations = list(stations_of(poll))
    counted = [station for station in stations if station.state == "counted"]
    lines = list(
        Line.objects.filter(
            community=poll.community_id,
            sheet__station__in=counted,
            sheet__part="first",
            sheet__superseded_at__isnull=True,
        ).values_list("pattern", "number")
    )
    box = [(content, 1) for content in _box(poll)]
    standing = [station for station in stations if station.state != "void"]
    return Count(
        tally=tally(paper_form(poll), [*lines, *box], over_marked=over_marked),
        complete=all(station.state in ("counted", "merged", "void") for station in stations),
        stations=len(stations),
        stations_counted=len(counted),
        on_paper=sum(number for _pattern, number in lines),
        on_screen=len(box),
        counts=rules.merge(_counts(station) for station in standing),
    )


def weighed(poll: Poll, *, over_marked: OverMarked = "column") -> Weighed:
    """What an open vote comes to, weighed by the roll. Refused before the close."""
    require(in_state(poll.state, *OVER))
    rows = list(
        NamedPaper.objects.filter(community=poll.community_id, poll=poll).values_list(
            "content", "elector__heads", "elector__area"
        )
    )
    paper = paper_form(poll)

    def by(numbers: Iterable[int]) -> Tally:
        contents = [content for content, _heads, _area in rows]
        return tally(paper, zip(contents, numbers, strict=True), over_marked=over_marked)

    return Weighed(
        papers=by(1 for _row in rows),
        heads=by(heads for _content, heads, _area in rows),
        area=by(area for _content, _heads, area in rows),
    )


def _box(poll: Poll) -> Iterable[Any]:
    """The papers, in no order but that of their random keys."""
    return (
        Paper.objects.filter(community=poll.community_id, poll=poll)
        .order_by("pk")
        .values_list("content", flat=True)
    )


def _counts(station: Station) -> rules.StationCounts:
    return rules.StationCounts(
        station.issued, station.spoiled, station.returned, station.unreturned
    )


def _lines(sheet: Sheet) -> dict[str, Line]:
    return {line.key: line for line in sheet.lines.all()}


def _numbers(lines: dict[str, Line]) -> dict[str, int]:
    return {key: line.number for key, line in lines.items()}
