"""A face as data: the `.json` twins of the notice, of the list, and of what has come down."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from linli.mechanisms.publication.face import Face, Section
from linli.mechanisms.publication.queries import Notice, Page


def as_data(face: Face) -> dict[str, Any]:
    """The notice as data, for its `.json` twin."""
    return {
        "id": face.id,
        "number": face.number,
        "template": face.template,
        "title": face.title,
        "category": face.category,
        "category_title": face.category_title,
        "issuer": face.issuer,
        "locale": face.locale,
        "posted_at": face.posted_at,
        "comes_down_at": face.comes_down_at,
        "objections_until": face.objections_until,
        "sha256": face.sha256,
        "fields": [section_data(section) for section in face.sections],
        "corrections": [
            {"at": one.at, "fields": one.fields, "reason": one.reason} for one in face.corrections
        ],
    }


def section_data(section: Section) -> Mapping[str, Any]:
    """One listed field as data: a value, or a table."""
    shown: dict[str, Any] = {"key": section.key, "label": section.label}
    if section.cell.kind == "rows":
        return shown | {
            "columns": section.columns,
            "rows": [[cell.value for cell in row] for row in section.rows],
        }
    return shown | {"kind": section.cell.kind, "value": section.cell.value}


def as_lines(page: Page, code: str) -> dict[str, Any]:
    """A page of the list as data: of each notice what lists show, and the way to it."""
    return {
        "notices": [
            {
                "id": line.id,
                "number": line.number,
                "heading": line.heading,
                "locale": line.locale,
                "category": line.category,
                "category_title": line.category_title,
                "posted_at": line.posted_at,
                "comes_down_at": line.comes_down_at,
                "corrected": line.corrected,
                "url": reverse("publication:notice_data", args=[code, line.id]),
            }
            for line in page.lines
        ],
        "after": page.before,
    }


def gone_data(notice: Notice) -> dict[str, Any]:
    """Of a notice that has come down: that it was up, and until when."""
    return {
        "number": notice.number,
        "posted_at": notice.posted_at,
        "ended_at": notice.ended_at,
        "ended_for": notice.ended_for,
    }
