"""A guide as pages, the printed handbook and data show it."""

from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from linli.core.local_law.words import tell_value
from linli.core.pages.wording import tell_citation
from linli.lib.calendar import local_day
from linli.lib.law import Parameter, cite_each
from linli.lib.law.packs import ParameterStatus
from linli.service.catalogue.models import GuideVersion
from linli.service.catalogue.opening_words import tell_departures, tell_hours, tell_now, tell_price
from linli.service.catalogue.queries.guides import Offered


def leaf(each: Offered, at: datetime) -> dict[str, Any]:
    """One line of the list."""
    version = each.version
    words, tone = tell_now(each.now, at)
    return {
        "key": each.key,
        "title": version.name,
        "summary": version.says("summary"),
        "field": version.get_field_display(),
        "price": price_of(version),
        "now": words,
        "tone": tone,
        "step_free": version.step_free == "yes",
        "where": version.where,
        "missing": each.missing,
    }


def page(version: GuideVersion, at: datetime) -> dict[str, Any]:
    """All of one guide, in the reader's language."""
    return {**_words(version), **_here(version, local_day(at))}


def _words(version: GuideVersion) -> dict[str, Any]:
    """What it is and for whom: the national text, or the community's own."""
    return {
        "title": version.name,
        "field": version.get_field_display(),
        "summary": version.says("summary"),
        "who": version.says("who"),
        "how": version.lines("how"),
        "papers": version.lines("papers"),
        "limit": version.says("limit"),
        "basis": version.says("basis"),
        "decided_by": version.says("decided_by") if version.told else version.served_by,
        "committee": version.says("committee") if version.told else "",
        "refused": version.says("refused") if version.told else "",
    }


def _here(version: GuideVersion, on: date) -> dict[str, Any]:
    """Where, when and at what price, as this community has entered it."""
    return {
        "where": version.where,
        "phone": version.phone,
        "means": version.means_titles,
        "hours": tell_hours(version.opening),
        "departures": tell_departures(version.opening, on),
        "by_appointment": version.by_appointment,
        "step_free": version.get_step_free_display(),
        "access": version.access_titles,
        "price": price_of(version),
        "price_class": version.get_price_class_display(),
        "price_basis": version.price_basis,
        "committee_gets": version.committee_gets,
        "complaint": version.complaint,
        "without_phone": version.without_phone
        or _("到窗口、打电话，或请家人邻居来说一声，都和在网上办一样。"),
        "note": version.note,
        "missing": not (version.where or version.phone),
    }


def price_of(version: GuideVersion) -> str:
    """What it costs, in words."""
    return tell_price(version.price_class, version.price_fen, version.price_unit)


def as_data(each: Offered, at: datetime) -> dict[str, Any]:
    """The twin of a guide's page."""
    told = page(each.version, at)
    words, _tone = tell_now(each.now, at)
    known = each.national
    return {
        "key": each.key,
        "version": each.version.number,
        "in_force_from": each.version.in_force_from,
        "checked_on": each.version.checked_on,
        **{name: value for name, value in told.items() if name != "missing"},
        "means": list(each.version.means),
        "access": list(each.version.access),
        "price_class": each.version.price_class,
        "price_fen": each.version.price_fen,
        "now": words,
        "cites": list(known.cites) if known else [],
    }


def limit(row: Parameter) -> dict[str, Any]:
    """A number of the law packs, its source, and whether somebody has held it against the text."""
    return {
        "value": tell_value(row.value, row.unit),
        "source": row.source,
        "cites": [tell_citation(each) for each in cite_each(row.cites)],
        "to_verify": row.status is ParameterStatus.TO_VERIFY,
    }
