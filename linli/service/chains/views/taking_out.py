"""A list taken out again: as a message for the group, a sheet for the stairs, a table."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from linli.core.access.gates import Visit, needs
from linli.core.pages.answer import answer
from linli.core.pages.downloads import file_response
from linli.lib.chains import as_message
from linli.lib.chains.messages import Line as Told, as_words
from linli.lib.tables import comma_separated, spreadsheet
from linli.service.chains.models import Chain, Line
from linli.service.chains.queries import by_stair, rows_of, sums_of
from linli.service.chains.views import load

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@needs("chains.handle")
def message(request: Visit, chain_id: UUID) -> HttpResponse:
    """The list as a message: in its own order, or by staircase."""
    chain = load(request, chain_id)
    lines = rows_of(chain)
    stairs = request.GET.get("order") == "stairs"
    groups: list[tuple[str, Sequence[Told]]] = (
        [
            (stair.name or _("没有对上住房"), [_told(line) for line in stair.lines])
            for stair in by_stair(lines)
        ]
        if stairs
        else [("", [_told(line) for line in lines if line.counts])]
    )
    text = as_message(chain.title, chain.heading.splitlines(), groups)
    return answer(request, "chains/message.html", {"chain": chain, "text": text, "stairs": stairs})


@needs("chains.handle")
def sheet(request: Visit, chain_id: UUID) -> HttpResponse:
    """For whoever goes from door to door: by building and staircase, with boxes to tick."""
    chain = load(request, chain_id)
    lines = rows_of(chain)
    stairs = [
        (stair.name, [(line, as_words(line.amounts)) for line in stair.lines])
        for stair in by_stair(lines)
    ]
    context = {"chain": chain, "stairs": stairs, "sums": sums_of(lines)}
    return answer(request, "chains/sheet.html", context)


@needs("chains.handle")
def workbook(request: Visit, chain_id: UUID) -> HttpResponse:
    """The lines that count as a workbook."""
    chain = load(request, chain_id)
    content = spreadsheet(_rows(chain), _headings(), title=_("接龙"))
    return file_response(content, "list.xlsx", WORKBOOK)


@needs("chains.handle")
def table(request: Visit, chain_id: UUID) -> HttpResponse:
    """The same as CSV."""
    body = b"".join(comma_separated(_rows(load(request, chain_id)), _headings()))
    return file_response(body, "list.csv", "text/csv; charset=utf-8")


def _told(line: Line) -> Told:
    where = line.hint or (line.dwelling.name_inside if line.dwelling else "")
    return where.replace(" › ", ""), line.name, line.amounts, line.note


def _headings() -> list[str]:
    return [_("楼道"), _("房号"), _("称呼"), _("要什么、多少"), _("备注"), _("接龙里写的门牌")]


def _rows(chain: Chain) -> Iterator[Sequence[object]]:
    for stair in by_stair(rows_of(chain)):
        for line in stair.lines:
            door = line.dwelling.name if line.dwelling else ""
            yield stair.name, door, line.name, as_words(line.amounts), line.note, line.hint
