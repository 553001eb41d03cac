"""What rooms disclose: from which of their records an item of the disclosure catalogue is made.

A room says so once, when it is loaded:

    disclose(Source("decisions", DECISIONS_SHEET, compose))

`compose(community, since, until)` gives the rows of that time, both days included, as they stand
in the records; whoever discloses them retypes nothing. An item no room speaks for is filled in
by hand, on a template of the same frame, until the room comes and declares its source.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from linli.mechanisms.publication.declaration import Category, PublicField, Template

DISCLOSURE = Category("disclosure", _("居务公开"))

LEAST_DAYS = 15
"""How long what is disclosed stays up at the least (RCL 2025 art. 34)."""

USUAL_DAYS = 365
"""How long it stays unless the act says otherwise: so long that neighbours can still ask."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row as it stands in the records. `key` names the record within its item, so that a row
    which is left out can be told from one that was never there; it is not made public."""

    key: str
    cells: Mapping[str, Any]


Compose = Callable[[Any, date, date], Iterable[Row]]


@dataclass(frozen=True, slots=True)
class Source:
    """The records behind one line of the catalogue, whose key it bears.

    `template`: made with `sheet_template`; `notices`: the names of the room's own templates that
    make the same known at once, each time there is something.
    """

    key: str
    template: Template
    compose: Compose
    notices: tuple[str, ...] = field(default=())


_sources: dict[str, Source] = {}


def disclose(*sources: Source) -> None:
    """Registers sources. ValueError where two rooms speak for one line of the catalogue."""
    for source in sources:
        if _sources.setdefault(source.key, source) is not source:
            raise ValueError(f"two sources speak for {source.key}")


def source_of(key: str) -> Source | None:
    """The source of a line; None where it is filled in by hand."""
    return _sources.get(key)


def sources() -> dict[str, Source]:
    """Every source by the key of its line."""
    return dict(_sources)


def sheet_template(
    name: str,
    title: Any,
    columns: tuple[PublicField, ...],
    *,
    more: tuple[PublicField, ...] = (),
    cites: tuple[str, ...] = ("rcl2025.34",),
) -> Template:
    """The template of one disclosed item: what it is and of what time, the rows, what was left
    out and why, who prepared and who checked it (their posts). `more`: further fields, as sums.
    """
    return Template(
        name,
        category=DISCLOSURE,
        title=title,
        heading="title",
        fields=(
            PublicField("title", _("公开事项"), longest=120),
            PublicField("kind", _("属于"), longest=80),
            PublicField("since", _("从"), kind="day"),
            PublicField("until", _("到"), kind="day"),
            *more,
            PublicField("rows", title, kind="rows", required=False, longest=400, columns=columns),
            PublicField("nothing", _("内容"), required=False, longest=80),
            PublicField("note", _("说明"), kind="prose", required=False, longest=2000),
            PublicField(
                "left_out",
                _("没有列出的"),
                kind="rows",
                required=False,
                longest=100,
                columns=(
                    PublicField("count", _("几行"), kind="number"),
                    PublicField("reason", _("为什么没有列出"), longest=200),
                ),
            ),
            PublicField("prepared_by", _("起草"), longest=40),
            PublicField("checked_by", _("核对"), longest=40),
            PublicField("checked_on", _("核对日期"), kind="day"),
        ),
        period_days=USUAL_DAYS,
        minimum_days=LEAST_DAYS,
        cites=cites,
    )
