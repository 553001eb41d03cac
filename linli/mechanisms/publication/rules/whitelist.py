"""The whitelist: only what a template lists, complete, short enough, and telling of nobody more."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from linli.lib.identity.redact import redact
from linli.lib.law import Finding
from linli.mechanisms.publication.declaration import PublicField, Template
from linli.mechanisms.publication.rules.health import speaks_of_health

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


_DIGEST = re.compile(r"[0-9a-f]{4,64}(?: [0-9a-f]{4})*")


def _clean_value(where: str, field: PublicField, value: Any) -> Any:
    match field.kind, value:
        case "digest", str() if _DIGEST.fullmatch(value) or not value:
            return value
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
        and field.kind not in ("day", "digest")
        and _tells_of_a_person(value, _borne_in(template, field), template.names_persons)
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


# Beside a name even what may as well be a date or a ratio is read as a door: 3-2-2001, 3-501.
_DASH = r"\s?[-‐-―－/.·]\s?"
_DOOR_BESIDE_A_NAME = re.compile(
    rf"(?<![\d.])\d{{1,3}}{_DASH}(?:\d{{1,2}}{_DASH}\d{{3,4}}|(?!19|20)\d{{3,4}})(?![\d元%])"
)


def _tells_of_a_person(
    text: str, borne: frozenset[str] = frozenset(), beside_a_name: bool = False
) -> bool:
    found = redact(text)
    if any(span.kind not in borne for span in found.spans):
        return True
    if not beside_a_name or "door" in borne:
        return False
    doubtful = any(span.kind == "door" for span in found.doubtful)
    return doubtful or _DOOR_BESIDE_A_NAME.search(text) is not None


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


def without_health(template: Template, fields: Mapping[str, Any]) -> Finding:
    """Whether a notice that may not speak of illness or disability does so nowhere. The finding
    names the fields, not what stands in them."""
    telling = [
        str(field.label)
        for field, value in _values(template.fields, fields)
        if not template.of_health and isinstance(value, str) and speaks_of_health(value)
    ]
    return Finding(
        not telling,
        "publication.without_health",
        cites=("pipl.28", "social_assistance.11"),
        numbers={"fields": tuple(dict.fromkeys(telling))},
    )


def explained(template: Template, reason: str) -> Finding:
    """Whether a correction says why, in words everybody may read."""
    return Finding(
        bool(reason.strip()) and not _tells_of_a_person(reason),
        "publication.explained",
        cites=template.cites,
        numbers={"given": bool(reason.strip())},
    )
