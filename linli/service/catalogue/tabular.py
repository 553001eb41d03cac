"""The catalogue as a Tabular Data Package: HSDS 3.0 in tables, with the description beside them."""

import csv
import io
import json
import zipfile
from typing import Any

TABLES = {
    "organizations": ("id", "name", "description"),
    "services": (
        "id", "organization_id", "name", "alternate_name", "description", "status",
        "application_process", "fees_description", "eligibility_description", "assured_date",
        "last_modified",
    ),
    "phones": ("id", "service_id", "number", "type"),
    "schedules": (
        "id", "service_id", "valid_from", "valid_to", "dtstart", "timezone", "until", "count",
        "wkst", "freq", "interval", "byday", "bymonthday", "description", "opens_at", "closes_at",
    ),
    "locations": ("id", "location_type", "name"),
    "addresses": (
        "id", "location_id", "address_1", "city", "state_province", "postal_code", "country",
        "address_type",
    ),
    "accessibility": ("id", "location_id", "description"),
    "service_at_locations": ("id", "service_id", "location_id"),
    "cost_options": (
        "id", "service_id", "option", "currency", "amount", "amount_description",
    ),
    "required_documents": ("id", "service_id", "document"),
}  # fmt: skip
_NUMBERS = {"timezone": "integer", "count": "integer", "interval": "integer", "amount": "number"}
_EPOCH = (1980, 1, 1, 0, 0, 0)


def rows_of(
    services: list[dict[str, Any]], organizations: list[dict[str, Any]]
) -> dict[str, list[dict[str, Any]]]:
    """What the services hold in each other, laid flat."""
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in TABLES}
    rows["organizations"] = organizations
    for service in services:
        rows["services"].append(service)
        here = {"service_id": service["id"]}
        for name in ("phones", "schedules", "cost_options", "required_documents"):
            rows[name] += [{**each, **here} for each in service.get(name, ())]
        for each in service.get("service_at_locations", ()):
            place = each["location"]
            there = {"location_id": place["id"]}
            rows["service_at_locations"].append({"id": each["id"], **here, **there})
            rows["locations"].append(place)
            for name in ("addresses", "accessibility"):
                rows[name] += [{**one, **there} for one in place[name]]
    return rows


def data_package(
    title: str, services: list[dict[str, Any]], organizations: list[dict[str, Any]]
) -> bytes:
    """The tables and `datapackage.json` in one ZIP; the same catalogue gives the same bytes. The
    tables begin with a byte order mark, so that a spreadsheet opens their Chinese."""
    rows = rows_of(services, organizations)
    described = {
        "name": "hsds",
        "title": title,
        "profile": "tabular-data-package",
        "resources": [
            {
                "name": name,
                "path": f"{name}.csv",
                "profile": "tabular-data-resource",
                "encoding": "utf-8-sig",
                "schema": {
                    "fields": [
                        {"name": each, "type": _NUMBERS.get(each, "string")} for each in columns
                    ],
                    "primaryKey": "id",
                },
            }
            for name, columns in TABLES.items()
        ],
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as folder:
        words = json.dumps(described, ensure_ascii=False, indent=2)
        folder.writestr(zipfile.ZipInfo("datapackage.json", _EPOCH), words)
        for name, columns in TABLES.items():
            table = _as_csv(columns, rows[name])
            folder.writestr(zipfile.ZipInfo(f"{name}.csv", _EPOCH), table)
    return packed.getvalue()


def _as_csv(columns: tuple[str, ...], rows: list[dict[str, Any]]) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, extrasaction="ignore", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: row.get(name, "") for name in columns} for row in rows)
    return text.getvalue().encode("utf-8-sig")
