"""What may be posted, how long it must be up, and the form in which it is kept for the archive."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from linli.lib.calendar import WorkCalendar, deadline_at, period_end
from linli.lib.identity.redact import redact
from linli.lib.law import Finding
from linli.mechanisms.publication.declaration import PublicField, Template

EARLY_GROUNDS = frozenset({"privacy", "wrong"})
"""Grounds on which a notice comes down before its least period: it should never have been up."""

GROUNDS = EARLY_GROUNDS | {"withdrawn", "replaced"}


OF_AN_OFFICE = frozenset({"landline", "mobile", "email", "chat", "door"})
"""What a field of kind `contact` may hold, because an office has it too."""


class UnlistedField(ValueError):
    """Something was to be made public that the template does not list. A programming error:
    nothing is posted. The text names the key, never the value."""


def clean_fields(template: Template, given: Mapping[str, Any]) -> dict[str, Any]:
    """What is given, in the plain form it is kept in: texts trimmed, days in ISO form.

    Raises UnlistedField for a key the template does not list, TypeError for a value of the
    wrong kind. What is missing, too long or too private is for the findings to say.
    """
    return _clean(template.name, template.fields, given)


def _clean(where: str, fields: tuple[PublicField, ...], given: Mapping[str, Any]) -> dict[str, Any]:
    unlisted = sorted(set(given) - {field.key for field in fields})
    if unlisted:
        raise UnlistedField(f"{where} does not list {', '.join(map(repr, unlisted))}")
    cleaned = {
        field.key: _clean_value(f"{where}.{field.key}", field, given[field.key])
        for field in fields
        if given.get(field.key) is not None
    }
    return {key: value for key, value in cleaned.items() if value not in ("", [])}


def _clean_value(where: str, field: PublicField, value: Any) -> Any:
    match field.kind, value:
        case (("text" | "contact"), str()):
            return " ".join(value.split())
        case "prose", str():
            return "\n".join(line.rstrip() for line in value.strip().splitlines())
        case "day", datetime():
            raise TypeError(f"{where} is a day, not a moment")
        case "day", date():
            return value.isoformat()
        case "day", str():
            return date.fromisoformat(value).isoformat()
        case (("number" | "money"), int()) if not isinstance(value, bool):
            return value
        case "rows", list() | tuple():
            return [_clean(where, field.columns, row) for row in value]
    raise TypeError(f"{where} is of kind {field.kind}, not {type(value).__name__}")


def complete(template: Template, fields: Mapping[str, Any]) -> Finding:
    """Whether every required field is filled, in every row of every table."""
    missing = [str(field.label) for field in _missing(template.fields, fields)]
    return Finding(
        not missing,
        "publication.complete",
        cites=template.cites,
        numbers={"missing": tuple(dict.fromkeys(missing))},
    )


def _missing(fields: tuple[PublicField, ...], given: Mapping[str, Any]) -> list[PublicField]:
    missing = []
    for field in fields:
        value = given.get(field.key)
        if value is None:
            if field.required:
                missing.append(field)
        elif field.kind == "rows":
            for row in value:
                missing += _missing(field.columns, row)
    return missing


def short_enough(template: Template, fields: Mapping[str, Any]) -> Finding:
    """Whether no field is longer than its sheet can bear."""
    over = [
        field
        for field, value in _values(template.fields, fields)
        if isinstance(value, str | list) and len(value) > field.limit
    ]
    return Finding(
        not over,
        "publication.short_enough",
        numbers={
            "fields": tuple(dict.fromkeys(str(field.label) for field in over)),
            "most": over[0].limit if over else None,
        },
    )


def without_private_numbers(template: Template, fields: Mapping[str, Any]) -> Finding:
    """Whether no text holds what identifies or reaches a person: numbers, accounts, doors, and
    names unless the template is one that names persons. An office's own number or room belongs
    in a field of kind `contact`. The finding names the fields, not what stands in them."""
    telling = [
        str(field.label)
        for field, value in _values(template.fields, fields)
        if isinstance(value, str)
        and field.kind != "day"
        and _tells_of_a_person(value, _borne_in(template, field))
    ]
    return Finding(
        not telling,
        "publication.without_private_numbers",
        cites=("pipl.25", "civil_code.1032"),
        numbers={"fields": tuple(dict.fromkeys(telling))},
    )


def _borne_in(template: Template, field: PublicField) -> frozenset[str]:
    """The kinds of private data a field may hold after all."""
    borne = OF_AN_OFFICE if field.kind == "contact" else frozenset()
    return borne | {"name"} if template.names_persons else borne


def _tells_of_a_person(text: str, borne: frozenset[str] = frozenset()) -> bool:
    return any(span.kind not in borne for span in redact(text).spans)


def _values(
    fields: tuple[PublicField, ...], given: Mapping[str, Any]
) -> list[tuple[PublicField, Any]]:
    """Every field with its value, those of tables row by row."""
    found = []
    for field in fields:
        value = given.get(field.key)
        if value is None:
            continue
        found.append((field, value))
        if field.kind == "rows":
            for row in value:
                found += _values(field.columns, row)
    return found


def explained(template: Template, reason: str) -> Finding:
    """Whether a correction says why, in words everybody may read."""
    return Finding(
        bool(reason.strip()) and not _tells_of_a_person(reason),
        "publication.explained",
        cites=template.cites,
        numbers={"given": bool(reason.strip())},
    )


def long_enough(template: Template, days: int | None) -> Finding:
    """Whether it will be up as long as it must; days are counted after the day of posting."""
    return Finding(
        days is None or days >= max(1, template.minimum_days),
        "publication.long_enough",
        cites=template.cites,
        numbers={"days": days, "minimum": max(1, template.minimum_days)},
    )


def not_backdated(on: date, today: date) -> Finding:
    """A notice counts from the day it goes up, which cannot lie in the past."""
    return Finding(on >= today, "publication.not_backdated", numbers={"on": on, "today": today})


def objections_end(
    template: Template, on: date, calendar: WorkCalendar, *, weekend_rolls: bool
) -> datetime | None:
    """The first moment too late for an objection to a notice posted on that day: a period in
    which something may be done, so it is carried over a holiday (CC 203)."""
    if not template.objection_days:
        return None
    last = period_end(
        on, days=template.objection_days, weekend_rolls=weekend_rolls, calendar=calendar
    )
    return deadline_at(last)


def comes_down(on: date, days: int | None, objections_until: datetime | None) -> datetime | None:
    """When a notice posted on that day comes down by itself.

    The day of posting is not counted (CC 201), so 15 days from 1 March end with 16 March. A
    notice is no act to be done, so its end is not carried over a holiday; but it stays while
    objections may be raised, because nobody objects to what is not to be seen.
    """
    if days is None:
        return None
    ends = deadline_at(on + timedelta(days=days))
    return max(ends, objections_until) if objections_until else ends


def stood_long_enough(template: Template, posted_on: date, on: date, ground: str) -> Finding:
    """Whether a notice may come down on that day. One that should never have been up, because
    it is wrong or tells too much of a person, comes down at once."""
    may_come_down = posted_on + timedelta(days=template.minimum_days + 1)
    return Finding(
        template.minimum_days == 0 or on >= may_come_down or ground in EARLY_GROUNDS,
        "publication.stood_long_enough",
        cites=template.cites,
        numbers={"minimum": template.minimum_days, "may_come_down": may_come_down},
    )


def seen_by_two(prepared_by: object, released_by: object) -> Finding:
    """What names persons is posted by somebody other than whoever prepared it."""
    return Finding(
        prepared_by is not None and released_by is not None and prepared_by != released_by,
        "publication.seen_by_two",
        cites=("pipl.25",),
    )


def canonical(snapshot: Mapping[str, Any]) -> bytes:
    """The one form of a snapshot that is hashed: JSON with sorted keys, no spaces, UTF-8."""
    return json.dumps(
        snapshot, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    ).encode()


def digest(snapshot: Mapping[str, Any]) -> str:
    """The SHA-256 of the canonical form, in hexadecimal."""
    return hashlib.sha256(canonical(snapshot)).hexdigest()
