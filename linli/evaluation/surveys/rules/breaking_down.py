"""One figure by age, sex, registration and where one lives: counts, small ones hidden."""

from collections import Counter
from collections.abc import Mapping, Sequence

from linli.evaluation.surveys.bank import Bank, Item
from linli.evaluation.surveys.rules.counting import count
from linli.evaluation.surveys.rules.estimating import Sheet
from linli.evaluation.surveys.rules.telling import hide

TableRow = list[object]
"""A group's code or title, then [yes, no, no opinion] with null in the place of what is hidden."""

MARKS = ("age", "sex", "hukou")


def break_down(
    bank: Bank, item: Item, sheets: Sequence[Sheet], strata: Mapping[str, str], floor: int
) -> dict[str, list[TableRow]]:
    """The tables of a share: by each mark two or more groups of which answered. Nothing for a
    net, a gap or an income: these are told for everybody alone."""
    if item.rule not in ("all", "any"):
        return {}
    tables: dict[str, list[TableRow]] = {}
    for by in (*MARKS, "stratum"):
        counted: dict[str, Counter[str]] = {}
        for sheet in sheets:
            group = _group(bank, by, sheet, strata)
            if group:
                counted.setdefault(group, Counter())[_said(bank, item, sheet)] += 1
        rows = {
            group: [tally["yes"], tally["no"], tally["apart"]] for group, tally in counted.items()
        }
        if len(rows) > 1:
            shown = hide(list(rows.values()), floor)
            tables[by] = [[group, cells] for group, cells in zip(rows, shown, strict=True)]
            tables[by].sort(key=lambda row: str(row[0]))
    return tables


def _group(bank: Bank, by: str, sheet: Sheet, strata: Mapping[str, str]) -> str:
    if by == "stratum":
        return strata.get(sheet.stratum, "")
    chosen = sheet.said.get(by, ())
    return bank.questions[by].cells[chosen[0]] if chosen else ""


def _said(bank: Bank, item: Item, sheet: Sheet) -> str:
    found = count(bank, item, sheet.said)
    if found.value is None:
        return "apart"
    return "yes" if found.value else "no"
