"""The catalogue in the words of HSDS 3.0 (Open Referral): services, organisations, locations.

Public rows only, and of an address only the front desk: whoever is listed by telephone alone has
no location here at all. Ids are our rows' own; of parts that are no rows of ours they are made
from the row's id, so that they stay the same.
"""

from collections.abc import Iterator
from datetime import datetime, time
from typing import Any
from uuid import UUID, uuid5

from django.utils import timezone
from django.utils.translation import gettext as _

from linli.core.places.models import Place
from linli.core.places.rules.naming import SEPARATOR
from linli.service.catalogue.models import GuideVersion, Provider
from linli.service.catalogue.models.choices import FIELDS
from linli.service.catalogue.opening_words import tell_hours, tell_price
from linli.service.catalogue.queries.guides import Offered
from linli.service.catalogue.queries.providers import Listed
from linli.service.catalogue.rules.openings import (
    FORTNIGHTLY,
    MONTHLY_DAY,
    MONTHLY_WEEKDAY,
    ONCE,
    Hours,
    Opening,
    rule_of,
)

SHANGHAI_HOURS = 8
"""Hours ahead of UTC, all year."""
_TAXONOMY = UUID("5f0f5a57-4b0e-5f5e-9f4e-2b1f3d6c7a10")


def service_of_guide(each: Offered, *, full: bool = True) -> dict[str, Any]:
    """One guide as a service."""
    version = each.version
    guide = version.guide
    provider = version.provider if each.provider_shown else None
    owner = provider.pk if provider else committee_id(guide.community)
    found: dict[str, Any] = {
        "id": str(guide.pk),
        "name": version.name,
        "alternate_name": version.title_en or version.title,
        "description": version.says("summary"),
        "status": "active",
        "application_process": version.says("how"),
        "fees_description": _fees(version),
        "eligibility_description": version.says("who"),
        "assured_date": version.checked_on.isoformat() if version.checked_on else None,
        "last_modified": _stamp(version.drafted_at),
    }
    if full:
        found |= _parts(guide.pk, version.opening, version.phone)
        found["service_at_locations"] = _at_location(
            guide.pk, guide.community, version.where, version.access_titles
        )
        found["cost_options"] = _costs(guide.pk, version)
        found["required_documents"] = [
            {"id": _part(guide.pk, f"document {n}"), "document": line}
            for n, line in enumerate(version.lines("papers"), 1)
        ]
        found["attributes"] = [_attribute(guide.pk, version.field)]
        found["organization"] = (
            organization_of(provider) if provider else committee(guide.community)
        )
    return _without_nothing(found) | {"organization_id": str(owner)}


def service_of_provider(each: Listed, *, full: bool = True) -> dict[str, Any]:
    """What a provider of the directory offers, as a service of its own."""
    provider = each.provider
    key = uuid5(provider.pk, "service")
    found: dict[str, Any] = {
        "id": str(key),
        "name": provider.name,
        "description": provider.offers,
        "status": "active",
        "fees_description": _fees(provider),
        "assured_date": provider.verified_on.isoformat(),
        "last_modified": _stamp(provider.verified_on),
    }
    if full:
        found |= _parts(key, provider.opening, provider.phone)
        found["service_at_locations"] = _at_location(
            key, provider.community, provider.where, provider.access_titles
        )
        found["cost_options"] = _costs(key, provider)
        found["organization"] = organization_of(provider)
    return _without_nothing(found) | {"organization_id": str(provider.pk)}


def organization_of(provider: Provider) -> dict[str, Any]:
    """A provider as an organisation; its credit code as an identifier."""
    found: dict[str, Any] = {
        "id": str(provider.pk),
        "name": provider.name,
        "description": provider.offers,
    }
    if provider.credit_code:
        found["organization_identifiers"] = [
            {
                "id": _part(provider.pk, "identifier"),
                "identifier_scheme": "CN-USCC",
                "identifier_type": "统一社会信用代码",
                "identifier": provider.credit_code,
            }
        ]
    return found


def committee(community: Place, name: str = "") -> dict[str, Any]:
    """The residents' committee as an organisation."""
    return {
        "id": str(committee_id(community)),
        "name": name or community.name,
        "description": _("居民委员会"),
    }


def committee_id(community: Place) -> UUID:
    """The id under which the committee is an organisation."""
    return uuid5(community.pk, "committee")


def taxonomy() -> dict[str, Any]:
    """The ten fields of the book, as a taxonomy."""
    return {
        "id": str(_TAXONOMY),
        "name": _("社区服务的十个领域"),
        "description": _("按《谈谈和谐社区建设》的分法"),
    }


def taxonomy_terms() -> Iterator[dict[str, Any]]:
    """The fields."""
    for key, title in FIELDS:
        yield {
            "id": term_id(key),
            "code": key,
            "name": str(title),
            "description": str(title),
            "taxonomy": taxonomy()["name"],
        }


def term_id(field: str) -> str:
    """The id of a field as a term."""
    return str(uuid5(_TAXONOMY, field))


def schedule_of(line: Opening, key: str, words: str) -> dict[str, Any]:
    """One line of hours. HSDS knows weeks and months; what happens once is counted one."""
    parts = dict(part.split("=") for part in rule_of(line).split(";"))
    monthly = line.kind in (MONTHLY_WEEKDAY, MONTHLY_DAY)
    found: dict[str, Any] = {
        "id": key,
        "timezone": SHANGHAI_HOURS,
        "freq": "MONTHLY" if monthly else "WEEKLY",
        "interval": 2 if line.kind == FORTNIGHTLY else 1,
        "wkst": "MO",
        "byday": parts.get("BYDAY"),
        "bymonthday": parts.get("BYMONTHDAY"),
        "opens_at": f"{line.opens:%H:%M:%S}",
        "closes_at": f"{line.closes:%H:%M:%S}",
        "description": words,
    }
    if line.since:
        found |= {"valid_from": line.since.isoformat(), "dtstart": line.since.isoformat()}
    if line.until:
        found |= {"valid_to": line.until.isoformat(), "until": line.until.isoformat()}
    if line.kind == ONCE:
        found["count"] = 1
    return _without_nothing(found)


def _parts(key: UUID, hours: Hours, phone: str) -> dict[str, Any]:
    told = tell_hours(hours)
    return {
        "phones": [{"id": _part(key, "phone"), "number": phone, "type": "voice"}] if phone else [],
        "schedules": [
            schedule_of(line, _part(key, f"schedule {n}"), told[n - 1])
            for n, line in enumerate(hours.openings, 1)
        ],
    }


def _at_location(key: UUID, community: Place, where: str, access: list[Any]) -> list[Any]:
    if not where:
        return []
    names = [name for name in community.full_name.split(SEPARATOR) if name]
    location = {
        "id": _part(key, "location"),
        "location_type": "physical",
        "name": where,
        "addresses": [
            {
                "id": _part(key, "address"),
                "address_1": where,
                "city": names[1] if len(names) > 1 else community.name,
                "state_province": names[0],
                "postal_code": "",
                "country": "CN",
                "address_type": "physical",
            }
        ],
        "accessibility": [
            {"id": _part(key, f"access {n}"), "description": str(title)}
            for n, title in enumerate(access, 1)
        ],
    }
    return [{"id": _part(key, "at"), "location": location}]


def _costs(key: UUID, row: GuideVersion | Provider) -> list[dict[str, Any]]:
    if row.price_fen is None:
        return []
    cost = {
        "id": _part(key, "cost"),
        "option": str(row.get_price_class_display()),
        "currency": "CNY",
        # The schema takes a number here; fen would be another currency's unit.
        "amount": row.price_fen / 100,
        "amount_description": row.price_unit or row.price_basis,
    }
    return [cost]


def _fees(row: GuideVersion | Provider) -> str:
    told = tell_price(row.price_class, row.price_fen, row.price_unit)
    return f"{told}（{row.price_basis}）" if row.price_basis else told


def _attribute(key: UUID, field: str) -> dict[str, Any]:
    return {
        "id": _part(key, "field"),
        "link_entity": "service",
        "value": field,
        "taxonomy_term": next(each for each in taxonomy_terms() if each["code"] == field),
    }


def _part(key: UUID, name: str) -> str:
    return str(uuid5(key, name))


def _stamp(moment: Any) -> str:
    if not isinstance(moment, datetime):
        moment = timezone.make_aware(datetime.combine(moment, time()))
    return timezone.localtime(moment).isoformat(timespec="seconds")


def _without_nothing(found: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in found.items() if value not in (None, "")}
