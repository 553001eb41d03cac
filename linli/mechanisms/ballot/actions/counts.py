"""The hand count: two entries of a station, compared, confirmed by a witness, counted anew.
Steps of a domain's acts."""

from collections import Counter
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import F

from linli.core.audit.door import Act
from linli.lib.law import Refused, require
from linli.mechanisms.ballot.models import Line, Sheet, Station, Teller
from linli.mechanisms.ballot.queries.counts import boxes_of, checks_of, counts_of
from linli.mechanisms.ballot.queries.polls import paper_form
from linli.mechanisms.ballot.rules import casting, counting as rules, papers, secrecy


def put_in_sheet(
    act: Act, station: Station, *, part: str, key: UUID, lines: Iterable[tuple[Any, int]]
) -> Sheet:
    """Enters a station's papers as one of its two tellers: patterns with their numbers. `key`
    is made on the device: sent again, it is the same sheet. A fresh entry of the same teller
    takes the place of the one before, until the count is confirmed. No paper is read before the
    box was opened and boxes of few papers were joined."""
    held = _hold(station)
    found: Sheet | None = Sheet.objects.filter(community=station.community_id, key=key).first()
    if found is not None:
        return found
    require(casting.in_state(held.poll.state, "closed"))
    require(rules.in_state(held.state, "closed"))
    require(rules.is_teller(named=_is(act, held, part)))
    require(secrecy.boxes_opened([secrecy.Box(held.name, counts_of(held).returned)]))
    require(secrecy.joined_first(boxes_of(held.poll)))
    entered = _gather(held, list(lines))
    live = Sheet.objects.filter(
        community=station.community_id, station=station, part=part, superseded_at__isnull=True
    )
    live.update(superseded_at=act.at)
    sheet = Sheet.objects.create(
        community_id=station.community_id,
        station=station,
        part=part,
        key=key,
        account_id=act.by.account,
        submitted_at=act.at,
    )
    Line.objects.bulk_create(
        [
            Line(
                community_id=station.community_id,
                sheet=sheet,
                pattern=pattern,
                key=pattern_key,
                number=number,
            )
            for pattern_key, (pattern, number) in sorted(entered.items())
        ],
        batch_size=500,
    )
    act.note(part=part, papers=sum(number for _pattern, number in entered.values()))
    return sheet


def confirm_count(act: Act, station: Station) -> Station:
    """The witness confirms: both entries agree, everything in the box is entered, the papers
    balance. Refused with the first of these that does not hold."""
    held = _hold(station)
    require(casting.in_state(held.poll.state, "closed"))
    require(rules.in_state(held.state, "closed"))
    require(rules.is_teller(named=_is(act, held, "witness")))
    for finding in checks_of(held):
        require(finding)
    _set(
        held, "closed", state="counted", witnessed_by=act.by.account, witnessed_at=act.at,
        void_ground="", void_asked_by=None,
    )  # fmt: skip
    station.refresh_from_db()
    return station


def count_anew(act: Act, station: Station) -> Station:
    """Opens a confirmed count again: both tellers enter afresh. Until the result is settled."""
    held = _hold(station)
    require(casting.in_state(held.poll.state, "closed"))
    require(rules.in_state(held.state, "counted"))
    Sheet.objects.filter(
        community=station.community_id, station=station, superseded_at__isnull=True
    ).update(superseded_at=act.at)
    _set(held, "counted", state="closed", witnessed_by=None, witnessed_at=None)
    station.refresh_from_db()
    return station


def _hold(station: Station) -> Station:
    """The station as it is, held until the act is over: two entries at once come one by one."""
    found: Station = (
        Station.objects.select_for_update(of=("self",))
        .select_related("poll")
        .get(community=station.community_id, pk=station.pk)
    )
    return found


def _is(act: Act, station: Station, part: str) -> bool:
    return (
        act.by.account is not None
        and Teller.objects.filter(
            community=station.community_id, station=station, part=part, account=act.by.account
        ).exists()
    )


def _gather(station: Station, lines: list[tuple[Any, int]]) -> dict[str, tuple[Any, int]]:
    """The lines by pattern, those marked alike added up."""
    require(rules.numbers_given(number for _pattern, number in lines))
    paper = paper_form(station.poll)
    numbers: Counter[str] = Counter()
    patterns: dict[str, Any] = {}
    for pattern, number in lines:
        require(papers.has_known_marks(paper, pattern))
        written = papers.canonical(paper, pattern)
        key = papers.pattern_key(written)
        numbers[key] += number
        patterns[key] = written
    return {key: (patterns[key], number) for key, number in numbers.items()}


def _set(station: Station, start: str, **values: Any) -> None:
    changed = Station.objects.filter(
        community=station.community_id, pk=station.pk, state=start
    ).update(version=F("version") + 1, **values)
    if not changed:
        raise Refused(rules.in_state("", start))
