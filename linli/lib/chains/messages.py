"""The list written again, to be pasted into the group: the next neighbour adds the next number."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from linli.lib.chains.entries import Quantity

Line = tuple[str, str, Sequence[Quantity], str]  # dwelling, name, quantities, note


def as_message(
    title: str, heading: Iterable[str], groups: Iterable[tuple[str, Sequence[Line]]]
) -> str:
    """A chain message. `groups` are lists under a name of their own (a staircase), or one without
    a name; numbers go on through all of them, and the next one stands open at the end."""
    lines = ["#接龙", title, *heading, ""]
    number = 0
    for name, entries in groups:
        if name:
            lines.append(f"【{name}】")
        for entry in entries:
            number += 1
            lines.append(f"{number}. {as_line(entry)}")
    lines.append(f"{number + 1}. ")
    return "\n".join(lines)


def as_line(line: Line) -> str:
    """One entry as a neighbour would write it."""
    where, name, quantities, note = line
    return " ".join(filter(None, (where, name, as_words(quantities), note)))


def as_words(quantities: Iterable[Quantity]) -> str:
    """鸡蛋2盘 牛奶1箱."""
    return " ".join(f"{each.item}{plain(each.amount)}{each.unit}" for each in quantities)


def plain(amount: Decimal) -> str:
    """2 rather than 2.0, and never 1E+1."""
    return f"{amount.normalize():f}"
