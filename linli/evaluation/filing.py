"""What the evaluation hands to the archive: finished reports, a year's for ever."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _, gettext_lazy

from linli.core.files.filing import (
    INSTITUTION,
    LONG,
    PERMANENT,
    Document,
    Piece,
    Series,
    as_data,
    declare,
)
from linli.evaluation.models import Report
from linli.evaluation.presentation import say_period


def settled_reports(community: Any, since: date, until: date) -> Iterator[Piece]:
    """The finished reports whose period ended in those days, every edition."""
    rows = Report.objects.filter(
        community=community, state="finished", ends__gte=since, ends__lte=until
    )
    for row in rows.order_by("starts", "period_kind", "edition"):
        title = _("工作报告：{period}（第 {edition} 稿）").format(
            period=say_period(row.period), edition=row.edition
        )
        term = PERMANENT if row.period_kind == "year" else ""
        yield Piece(row.pk, "evaluation.Report", title, row.ends, term=term)


def papers_of_report(community: Any, owner: UUID) -> Iterator[Document]:
    """The figures as they were read, the words beside them, and the hash over both."""
    row = Report.objects.get(community=community, pk=owner)
    facts = {
        "period": [row.period_kind, row.starts, row.ends],
        "edition": row.edition,
        "finished_at": row.finished_at,
        "sha256": row.digest,
    }
    yield Document("01-report.json", _("报告的登记"), as_data(facts))
    yield Document("02-figures.json", _("数据"), as_data(row.content))
    yield Document("03-words.json", _("文字"), as_data(row.words))


declare(
    Series(
        "evaluation.reports",
        title=gettext_lazy("工作报告"),
        part="plans",
        term=LONG,
        access=INSTITUTION,
        settled=settled_reports,
        documents=papers_of_report,
    )
)
