"""Two sheets held against each other: what hangs on the web, an earlier version of it, another
notice, or what somebody reads from the board."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from linli.core.pages.wording import tell_money
from linli.governance.oversight.rules.inspections import (
    Difference,
    differences,
    sheet_digest,
)
from linli.mechanisms.publication.declaration import PublicField, Template
from linli.mechanisms.publication.face import heading_of
from linli.mechanisms.publication.models import Posting, PostingVersion
from linli.mechanisms.publication.registry import template_named

MOST = 200
MARK = " | "
"""What stands between the columns of a row as it is typed in."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One side: what it is called, what it says by field, and the digest of that."""

    label: str
    kind: str
    posting: UUID
    version: int
    fields: Mapping[str, Any]
    sha256: str
    hidden: bool

    def kept(self) -> dict[str, Any]:
        """As it is kept with what was found: never the fields themselves."""
        return {
            "label": self.label,
            "kind": self.kind,
            "posting": str(self.posting),
            "version": self.version,
            "sha256": self.sha256,
        }


def sheets_in(community: Any, template: str = "") -> "QuerySet[Posting]":
    """The notices whose sheets can be compared: all that were ever up (of one template, where it
    is named), the latest first."""
    found = Posting.objects.filter(community=community, posted_at__isnull=False)
    if template:
        found = found.filter(template=template)
    return found.order_by("-posted_at", "-id")[:MOST]


def posting_in(community: Any, posting_id: UUID) -> tuple[Posting, Template]:
    """One notice with its template (Http404 where there is none)."""
    found = Posting.objects.filter(
        community=community, pk=posting_id, posted_at__isnull=False
    ).first()
    template = template_named(found.template) if found is not None else None
    if found is None or template is None:
        raise Http404
    return found, template


def versions_in(posting: Posting) -> "QuerySet[PostingVersion]":
    """As it was posted, and as each correction left it."""
    return PostingVersion.objects.filter(community=posting.community_id, posting=posting).order_by(
        "version"
    )


def sheet_of(posting: Posting, template: Template, version: PostingVersion) -> Sheet:
    """What one version says, through its template: no field that it does not list."""
    listed = {field.key for field in template.fields}
    return Sheet(
        _("{number} 第 {version} 版（网上）").format(
            number=posting.number, version=version.version
        ),
        "web",
        posting.pk,
        version.version,
        {key: value for key, value in version.fields.items() if key in listed},
        version.sha256,
        template.hidden_from_search,
    )


def read_off(posting: Posting, template: Template, said: Mapping[str, str]) -> Sheet:
    """What somebody read from the sheet on the board, typed in field by field."""
    fields = {
        field.key: value
        for field in template.fields
        if (value := understand(field, said.get(field.key, ""))) not in ("", [])
    }
    return Sheet(
        _("{number}（公开栏上的纸）").format(number=posting.number),
        "board",
        posting.pk,
        0,
        fields,
        sheet_digest(fields),
        template.hidden_from_search,
    )


def understand(field: PublicField, text: str) -> Any:
    """What was typed, in the form the field is kept in: rows line by line, amounts in fen."""
    text = text.strip()
    if field.kind == "rows":
        keys = [column.key for column in field.columns]
        return [
            {
                key: understand(column, value)
                for key, column, value in zip(
                    keys, field.columns, line.split(MARK.strip()), strict=False
                )
                if value.strip()
            }
            for line in text.splitlines()
            if line.strip()
        ]
    if field.kind == "money":
        yuan, _dot, fen = text.replace(",", "").replace("元", "").strip().partition(".")
        if yuan.isdigit() and (not fen or fen.isdigit()) and len(fen) <= 2:
            return int(yuan) * 100 + int((fen or "0").ljust(2, "0"))
    return text


def spell(field: PublicField, value: Any) -> str:
    """A field as it is typed, or shown beside another: rows line by line, amounts in yuan."""
    if value in (None, "", []):
        return ""
    if field.kind == "rows":
        return "\n".join(
            MARK.join(spell(column, row.get(column.key)) for column in field.columns)
            for row in value
        )
    if field.kind == "money" and isinstance(value, int):
        return f"{value // 100}.{value % 100:02d}"
    return str(value)


def compare(template: Template, one: Sheet, other: Sheet) -> list[dict[str, str]]:
    """Where the two differ, in the order of the template, with the words of either. Of a notice
    that names persons only which field it is."""
    fields = {field.key: field for field in template.fields}
    found = {each.key: each for each in differences(one.fields, other.fields)}
    return [
        _told(fields[key], found[key], hidden=one.hidden or other.hidden)
        for key in fields
        if key in found
    ]


def _told(field: PublicField, each: Difference, *, hidden: bool) -> dict[str, str]:
    if hidden:
        return {"field": str(field.label), "one": "", "other": ""}
    return {
        "field": str(field.label),
        "one": _words(field, each.one),
        "other": _words(field, each.other),
    }


def _words(field: PublicField, value: Any) -> str:
    if field.kind == "money" and isinstance(value, int):
        return tell_money(value)
    return spell(field, value)


def title_of(posting: Posting, template: Template) -> str:
    """How a notice is called in the list of sheets."""
    return f"{posting.number} {heading_of(posting, template)}"
