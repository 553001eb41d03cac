"""Reports of common income, with their sums."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from linli.governance.property.models import FundReport, IncomeReport
from linli.governance.property.rules.money import torn
from linli.governance.property.words import KINDS_OF


@dataclass(frozen=True, slots=True)
class Told:
    """One report with its sums; `parts`: by side, the lines that are there. `stands`: no other
    report corrects it."""

    report: IncomeReport
    income: int
    costs: int
    parts: dict[str, list[tuple[Any, int]]]
    stands: bool

    @property
    def label(self) -> str:
        """What tells its table from those of other periods."""
        at = f"{self.report.published_at:%Y-%m-%d %H:%M:%S}"
        return f"{self.report.since} – {self.report.until} ({at})"

    @property
    def net(self) -> int:
        """What belongs to the owners; negative where the costs were more."""
        return self.income - self.costs


def told_once(report: IncomeReport) -> Told:
    """A report as it is read."""
    lines = {(row.side, row.kind): row.fen for row in report.lines.all()}
    parts = {
        side: [(title, lines[side, kind]) for kind, title in kinds if (side, kind) in lines]
        for side, kinds in KINDS_OF.items()
    }
    sums = {side: sum(fen for _title, fen in rows) for side, rows in parts.items()}
    return Told(report, sums["income"], sums["cost"], parts, not hasattr(report, "corrected_by"))


def torn_of(reports: list[FundReport]) -> set[Any]:
    """The reports that stand and begin with another sum than the one just before them, since
    corrected, ended with: they are to be corrected, too."""
    stand = [row for row in reports if not hasattr(row, "corrected_by")]
    first = torn((row.since, row.until, row.opening, row.closing) for row in stand)
    return {row.pk for row in stand if row.since in first}


def by_kind(reports: list[IncomeReport]) -> list[tuple[Any, int]]:
    """Income by sort over the reports that stand, the most first."""
    sums: dict[str, int] = defaultdict(int)
    for report in reports:
        if hasattr(report, "corrected_by"):
            continue
        for row in report.lines.all():
            if row.side == "income":
                sums[row.kind] += row.fen
    titles = dict(KINDS_OF["income"])
    return sorted(((titles[kind], fen) for kind, fen in sums.items()), key=lambda each: -each[1])
