"""The office's page: its divisions beside each other, in counts; and the same as files."""

from typing import Any

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from linli.core.pages.answer import answer, twin
from linli.core.pages.downloads import file_response
from linli.evaluation.levels.tree import Node
from linli.evaluation.periods import plan_span
from linli.lib.tables import comma_separated
from linli.web.street import records
from linli.web.street.gate import needs_street
from linli.web.street.reading import (
    child_words,
    group_tabs,
    groups_offered,
    read_asked,
    read_group,
    today,
    ways_up,
)
from linli.web.street.tables import as_data, as_rows, heading_row, say_origins, tabs_of

_FILES = {
    "csv": (records.as_csv, "text/csv; charset=utf-8"),
    "xlsx": (
        records.as_workbook,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    "parquet": (records.as_parquet, "application/vnd.apache.parquet"),
}
_DICTIONARIES = {
    "csv": (records.dictionary_as_csv, "text/csv; charset=utf-8"),
    "json": (records.dictionary_as_json, "application/json; charset=utf-8"),
    "md": (records.dictionary_as_markdown, "text/markdown; charset=utf-8"),
}


@needs_street
@require_safe
def side_by_side(request: Any, street: Any) -> HttpResponse:
    """The table of one period and one group, in the order of names."""
    asked = read_asked(request)
    table = read_group(street, asked)
    context = {
        "street": street,
        "child": child_words(street),
        "table": table,
        "lines": [
            (node, is_served_here(node, origins), say_origins(origins), cells)
            for node, origins, cells in table.lines
        ],
        "partial": any(column.total.is_partial for column in table.columns),
        "tabs": tabs_of(plan_span(today()).periods, asked.period, asked.group),
        "group_tabs": group_tabs(asked, groups_offered(asked.period)),
        "query": asked.query,
        "ways_up": ways_up(request.actor, street),
    }
    return answer(request, "street/side_by_side.html", context)


def is_served_here(node: Node, origins: Any) -> bool:
    """Whether it is a community with pages of its own on this instance."""
    return node.is_community and any(each.kind == "own" for each in origins)


@needs_street
@require_safe
def download_csv(request: Any, street: Any) -> HttpResponse:
    """The same table, with the same cells hidden, as it lies on the page."""
    asked = read_asked(request)
    table = read_group(street, asked)
    body = b"".join(comma_separated(as_rows(table), heading_row(table)))
    return file_response(body, f"{_name(street, asked)}.csv", "text/csv; charset=utf-8")


@needs_street
@require_safe
def download_json(request: Any, street: Any) -> HttpResponse:
    """The same table as data."""
    return twin(request, as_data(street, read_group(street, read_asked(request))))


@needs_street
@require_safe
def download_values(request: Any, street: Any, kind: str) -> HttpResponse:
    """The same cells as records, in the kind of file asked for."""
    if kind not in _FILES:
        raise Http404
    write, mime = _FILES[kind]
    asked = read_asked(request)
    body = write(records.records_of(street, read_group(street, asked)))
    return file_response(body, f"{_name(street, asked)}-values.{kind}", mime)


@needs_street
@require_safe
def download_dictionary(request: Any, street: Any, kind: str) -> HttpResponse:
    """What the records say, column by column."""
    if kind not in _DICTIONARIES:
        raise Http404
    write, mime = _DICTIONARIES[kind]
    asked = read_asked(request)
    body = write(read_group(street, asked))
    return file_response(body, f"{_name(street, asked)}-dictionary.{kind}", mime)


def _name(street: Any, asked: Any) -> str:
    group = f"-{asked.group}" if asked.group else ""
    return f"{street.code}-{asked.period.key}{group}"
