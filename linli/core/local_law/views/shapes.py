"""A value, and what it would change, as the pages lay them out."""

from datetime import date
from typing import Any

from linli.core.local_law.effects import Change, Sample, change_by
from linli.core.local_law.models import LocalValue
from linli.core.local_law.words import tell_place, tell_rule, tell_value
from linli.core.places.models import Place
from linli.core.places.queries import jurisdictions_of
from linli.lib.law import Finding, Parameter, cite
from linli.lib.law.packs import ParameterStatus


def line_of(value: LocalValue, on: date) -> dict[str, Any]:
    """One value as a list shows it, with where it stands today."""
    row = value.parameter()
    return {
        "value": value,
        "title": tell_rule(value.rule),
        "words": tell_value(row.value, row.unit),
        "issuer": tell_place(value.issuer),
        "reference": cite(value.cite_key) if value.state == "confirmed" else value.citation(),
        "stands": _stands(value, on),
    }


def _stands(value: LocalValue, on: date) -> str:
    if value.state != "confirmed":
        return value.state
    if value.in_force_from > on:
        return "coming"
    if value.in_force_to is not None and value.in_force_to < on:
        return "ended"
    return "in_force"


def change_told(row: Parameter, community: Place) -> dict[str, Any]:
    """What a value would change, in words: before and after, what is open, a sample."""
    change: Change = change_by(row, community, jurisdictions_of(community))
    return {
        "before": row_told(change.before),
        "after": row_told(change.after),
        "opened": change.opened,
        "samples": [_sample(each) for each in change.samples],
    }


def row_told(row: Parameter | None) -> dict[str, Any] | None:
    """A row as a page names it: number, where it holds, source, mark."""
    if row is None:
        return None
    return {
        "words": tell_value(row.value, row.unit),
        "place": tell_place(row.jurisdiction),
        "source": row.source,
        "to_verify": row.status is ParameterStatus.TO_VERIFY,
        "promise": row.status is ParameterStatus.PROMISE,
        "from": row.in_force_from,
        "to": row.in_force_to,
    }


def _sample(sample: Sample) -> dict[str, Any]:
    told: dict[str, Any] = {"case": sample.case}
    for name, found in (("before", sample.before), ("after", sample.after)):
        told[name] = found if isinstance(found, Finding) else None
        told[f"{name}_words"] = "" if isinstance(found, Finding) else found
    return told
