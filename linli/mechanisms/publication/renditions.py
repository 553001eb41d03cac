"""A face as data, as a text to paste, and as it is frozen for the archive."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from linli.lib.calendar import SHANGHAI
from linli.mechanisms.publication.declaration import Template
from linli.mechanisms.publication.face import Face, Section, face_of, say_day
from linli.mechanisms.publication.models import Posting
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
        "fields": [_as_data(section) for section in face.sections],
        "corrections": [
            {"at": one.at, "fields": one.fields, "reason": one.reason} for one in face.corrections
        ],
    }


def _as_data(section: Section) -> Mapping[str, Any]:
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


def as_text(face: Face, url: str) -> str:
    """The notice as a message to paste into a group, with the way to the page itself."""
    lines = [f"【{face.category_title}】{face.heading}"]
    for section in face.body:
        if section.rows:
            count = len(section.rows)
            lines.append(
                _("{label}：共 {count} 行，见原文").format(label=section.label, count=count)
            )
        else:
            words = section.cell.words
            lines.append(_("{label}：{value}").format(label=section.label, value=words))
    if face.objections_last_day:
        lines.append(
            _("有异议的，请在 {day}（含当日）前提出。").format(
                day=say_day(face.objections_last_day)
            )
        )
    lines += [f"{face.issuer} {say_day(face.posted_at)}", url]
    return "\n".join(lines)


def freeze(posting: Posting, template: Template, community: Any) -> dict[str, Any]:
    """The snapshot for the archive: the notice in full, labels in the notice's own language."""
    with translation.override(posting.locale):
        face = face_of(posting, template)
        return {
            "number": face.number,
            "version": posting.version,
            "community": {"code": community.code, "name": community.full_name},
            "template": template.name,
            "title": face.title,
            "category": face.category,
            "category_title": face.category_title,
            "issuer": face.issuer,
            "locale": face.locale,
            "posted_at": _iso(face.posted_at),
            "comes_down_at": _iso(face.comes_down_at),
            "objections_until": _iso(face.objections_until),
            "cites": list(template.cites),
            "fields": [dict(_as_data(section)) for section in face.sections],
        }


def _iso(moment: datetime | None) -> str | None:
    return moment.astimezone(SHANGHAI).isoformat() if moment else None
