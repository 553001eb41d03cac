"""What stands behind each criterion of the standards."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from linli.evaluation.engine.cells import Calendar, columns, months_table

if TYPE_CHECKING:
    import ibis.expr.types as ir


def evidence(
    facts: "ir.Table", kinds_of: Sequence[tuple[str, str]], calendar: Calendar
) -> tuple[Any, Any]:
    """By kind of fact, and each record once over all kinds.

    `kinds_of`: kind and criterion, where every fact of the kind is evidence for it; besides, a
    fact may name its criterion itself.
    """
    import ibis

    wide = facts.select("month", "on", "kind", "record", criterion=facts.standard)
    told = wide.filter(wide.criterion != "")
    if kinds_of:
        of_kind = ibis.memtable(columns(kinds_of, ("kind", "criterion")))
        by_kind = facts.join(of_kind, "kind")
        told = told.union(
            by_kind.select("month", "on", "kind", "record", "criterion"), distinct=False
        )
    told = told.join(months_table(calendar), "month")
    counted = {
        "records": told.record.nunique() + told.count(where=told.record.isnull()),
        "latest": told["on"].max(),
    }
    return (
        told.group_by(["criterion", "period", "kind"]).agg(**counted),
        told.group_by(["criterion", "period"]).agg(**counted),
    )
