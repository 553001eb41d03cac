"""A file taken in: believed, checked, and stored whole or not at all."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from linli.core.audit.door import Act, action
from linli.core.places.models import Place
from linli.core.places.queries import communities, find_by_code
from linli.evaluation.definitions import catalogue
from linli.evaluation.periods import Period, read_period
from linli.evaluation.returns.checks import questions_about
from linli.evaluation.returns.keys import own_key
from linli.evaluation.returns.lines import Line, may_be_negative
from linli.evaluation.returns.models import Flag, KnownKey, Return, ReturnedValue
from linli.evaluation.returns.queries import believed_key, taken_of
from linli.evaluation.returns.rules import Question, is_next_edition, lines_fit, period_fits
from linli.evaluation.returns.unpacking import Unpacked, unpack_return
from linli.lib.calendar import local_day
from linli.lib.law import Finding, Refused, require

_LONGEST_NOTE = 400
_LARGEST_EDITION = 2**15


@action("returns.receive", needs="returns.receive")
def receive(act: Act, office: Place, *, content: bytes) -> Return:
    """Takes in the file of one of the office's communities. Refused, each with its sentence: a
    file that is torn, changed or re-encoded; of another office; of a community that is not under
    this one; signed by a key that is not believed for it; of a period that does not fit; that has
    come before, or is older than what is there."""
    found: list[tuple[Place, KnownKey | None]] = []

    def believe(opened: Unpacked) -> None:
        community = _community(office, opened)
        require(Finding(_code(opened, "office") == office.code, "returns.this_office"))
        found.append((community, _believed(community, office, opened.key)))

    file = unpack_return(content, believe=believe)
    community, key = found[0]
    period, through = _period(file, local_day(act.at))
    _require_lines(file, community, period)
    _require_new(community, office, period, file)
    row = Return(
        community=community,
        office=office,
        period_kind=period.kind,
        starts=period.starts,
        ends=period.ends,
        through=through,
        edition=file.manifest["edition"],
        digest=file.digest,
        body=file.content,
        lines=len(file.lines),
        key=key,
        received_at=act.at,
    )
    questions = questions_about(file.lines, taken_of(community, office))
    try:
        with transaction.atomic():
            row.save(force_insert=True)
            ReturnedValue.objects.bulk_create(_values(row, file.lines), batch_size=500)
            Flag.objects.bulk_create(_flags(row, questions, _notes(file)), batch_size=500)
    except IntegrityError:  # the same file a moment before
        raise Refused(Finding(False, "returns.not_replayed")) from None
    act.note(label=community.name, period=period.key, edition=row.edition, asked=len(questions))
    return row


def _community(office: Place, file: Unpacked) -> Place:
    found = find_by_code(_code(file, "community"))
    place = found.places[0] if found and len(found.places) == 1 else None
    inside = place is not None and communities(office).filter(pk=place.pk).exists()
    require(Finding(inside, "returns.own_community"))
    assert place is not None
    return place


def _code(file: Unpacked, whose: str) -> str:
    said = file.manifest.get(whose)
    code = said.get("code") if isinstance(said, dict) else None
    return code if isinstance(code, str) else ""


def _believed(community: Place, office: Place, key: str) -> KnownKey | None:
    """The key it is believed by; none where this same instance signed it."""
    if key == own_key():
        return None
    known = believed_key(community, office, "below")
    require(Finding(known is not None, "returns.key_known", numbers={"name": community.name}))
    assert known is not None
    require(Finding(known.public_key == key, "returns.key_same", numbers={"name": community.name}))
    return known


def _period(file: Unpacked, today: date) -> tuple[Period, date]:
    said = file.manifest
    period = read_period(str(said.get("period", "")))
    try:
        through = date.fromisoformat(str(said.get("through")))
        sent_on = local_day(datetime.fromisoformat(str(said.get("sent_at"))))
    except (ValueError, OverflowError):
        period = None
    edition = said.get("edition")
    whole = isinstance(edition, int) and not isinstance(edition, bool)
    if period is None or not whole or int(edition or 0) >= _LARGEST_EDITION:
        raise Refused(Finding(False, "returns.signature"))
    require(period_fits(period.starts, through, sent_on, today))
    require(lines_fit(through <= period.ends, 0))
    return period, through


def _require_lines(file: Unpacked, community: Place, period: Period) -> None:
    code = _code(file, "community")
    seen: set[tuple[str, str]] = set()
    for number, line in enumerate(file.lines, 1):
        of = read_period(line.period)
        inside = (
            line.community == code
            and of is not None
            and period.starts <= of.starts
            and of.ends <= period.ends
            and (line.indicator, line.period) not in seen
        )
        require(lines_fit(inside, number))
        require(Finding(_may_be(line), "returns.row_form", numbers={"row": number}))
        seen.add((line.indicator, line.period))


def _may_be(line: Line) -> bool:
    """Counts are not negative; a difference of two shares may be. Of an indicator that is not
    known here nothing is ever shown."""
    if (line.numerator or 0) >= 0 or line.indicator not in catalogue():
        return True
    return all(may_be_negative(row) for row in catalogue().versions(line.indicator))


def _require_new(community: Place, office: Place, period: Period, file: Unpacked) -> None:
    rows = Return.objects.filter(community=community, office=office)
    require(Finding(not rows.filter(digest=file.digest).exists(), "returns.not_replayed"))
    of_period = rows.filter(period_kind=period.kind, starts=period.starts)
    last = of_period.order_by("-edition").values_list("edition", flat=True).first()
    require(is_next_edition(file.manifest["edition"], last))


def _values(row: Return, lines: Any) -> list[ReturnedValue]:
    return [_value(row, line) for line in lines]


def _value(row: Return, line: Line) -> ReturnedValue:
    period = read_period(line.period)
    assert period is not None, "looked at above"
    return ReturnedValue(
        community_id=row.community_id,
        of=row,
        indicator=line.indicator,
        version=line.version,
        period_kind=period.kind,
        starts=period.starts,
        numerator=line.numerator,
        denominator=line.denominator,
        n=line.n,
        se=line.se,
        status=line.status,
    )


def _flags(
    row: Return, questions: list[Question], notes: dict[tuple[str, str, str], str]
) -> list[Flag]:
    return [
        Flag(
            community_id=row.community_id,
            of=row,
            kind=each.kind,
            indicator=each.indicator,
            period=each.period,
            numbers=dict(each.numbers),
            explanation=notes.get(each.key, ""),
        )
        for each in questions
    ]


def _notes(file: Unpacked) -> dict[tuple[str, str, str], str]:
    """What the sender says to questions; what is no such note is left out."""
    given = file.manifest.get("notes")
    notes: dict[tuple[str, str, str], str] = {}
    for each in given if isinstance(given, list) else ():
        if not isinstance(each, dict):
            continue
        parts: list[Any] = [each.get(name) for name in ("kind", "indicator", "period", "text")]
        if all(isinstance(part, str) for part in parts):
            kind, indicator, period, text = parts
            notes[kind, indicator, period] = text[:_LONGEST_NOTE]
    return notes
