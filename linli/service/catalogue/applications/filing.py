"""What help to apply hands to the archive: of a year, how many of each scheme. Whose they were is
cleared with the rows, and was never in the file."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _, gettext_lazy

from linli.core.files.filing import (
    INSTITUTION,
    LONG,
    Document,
    Piece,
    Series,
    as_table,
    declare,
    id_of_year,
)
from linli.service.catalogue.applications.counts import counts_by_scheme
from linli.service.catalogue.applications.models import ApplicationHelp

KEY = "catalogue.applications"


def settled_years(community: Any, since: date, until: date) -> Iterator[Piece]:
    """The counts of each whole year of that span of which anything may be told: a piece that were
    there for one application would tell of it."""
    for year in range(since.year, until.year + 1):
        last = date(year, 12, 31)
        if last <= until and any(
            each.all for each in counts_by_scheme(community, date(year, 1, 1), last)
        ):
            title = _("帮助申请的件数（{year} 年）").format(year=year)
            yield Piece(id_of_year(community.pk, KEY, year), "", title, last)


def papers_of_year(community: Any, owner: UUID) -> Iterator[Document]:
    """The counts by scheme of the year the id stands for, none of fewer than ten."""
    dates = ApplicationHelp.objects.filter(community=community).dates("opened_at", "year")
    year = next(on.year for on in dates if id_of_year(community.pk, KEY, on.year) == owner)
    counts = counts_by_scheme(community, date(year, 1, 1), date(year, 12, 31))
    rows = (
        tuple(
            "<10" if value is None else value
            for value in (each.title, each.all, each.forwarded, each.granted, each.refused)
        )
        for each in counts
    )
    head = ("scheme", "opened", "forwarded", "granted", "refused")
    yield Document("01-counts.csv", _("帮助申请的件数"), as_table(head, rows))


declare(
    Series(
        KEY,
        title=gettext_lazy("帮助申请的件数"),
        part="certificates",
        term=LONG,
        access=INSTITUTION,
        settled=settled_years,
        documents=papers_of_year,
    )
)
