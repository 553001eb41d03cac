"""What the certificates counter hands to the archive: the register of a year and that of the
seal. Whose a certificate was stays in the certificate, sealed, until its own term is over."""

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
from linli.lib.calendar import local_day
from linli.service.catalogue.models import Certificate, SealUse


def settled_registers(community: Any, since: date, until: date) -> Iterator[Piece]:
    """The register of each whole year of that span in which something was sealed."""
    for year in range(since.year, until.year + 1):
        issued = Certificate.objects.filter(community=community, year=year)
        if date(year, 12, 31) <= until and issued.exists():
            title = _("证明登记簿和用印登记簿（{year} 年）").format(year=year)
            owner = id_of_year(community.pk, "catalogue.register", year)
            yield Piece(owner, "", title, date(year, 12, 31))


def papers_of_register(community: Any, owner: UUID) -> Iterator[Document]:
    """Both registers of the year the id stands for: numbers, items and days, no names."""
    years = (
        Certificate.objects.filter(community=community, year__isnull=False)
        .order_by("year")
        .values_list("year", flat=True)
        .distinct()
    )
    year = next(
        each
        for each in years
        if each and id_of_year(community.pk, "catalogue.register", each) == owner
    )
    issued = Certificate.objects.filter(community=community, year=year).select_related("item")
    rows = (
        (
            row.number,
            row.item.title,
            local_day(row.issued_at) if row.issued_at else "",
            row.valid_until,
            row.state,
        )
        for row in issued.order_by("serial")
    )
    certificates = ("number", "item", "issued_on", "valid_until", "state")
    yield Document("01-certificates.csv", _("证明登记簿"), as_table(certificates, rows))
    uses = SealUse.objects.filter(community=community, certificate__year=year)
    sealed = (
        (local_day(use.at), use.certificate.number, use.copies, use.reason)
        for use in uses.select_related("certificate").order_by("at", "id")
    )
    uses_of_seal = ("day", "number", "copies", "reason")
    yield Document("02-seal.csv", _("用印登记簿"), as_table(uses_of_seal, sealed))


declare(
    Series(
        "catalogue.register",
        title=gettext_lazy("证明和用印登记簿"),
        part="certificates",
        term=LONG,
        access=INSTITUTION,
        settled=settled_registers,
        documents=papers_of_register,
    )
)
