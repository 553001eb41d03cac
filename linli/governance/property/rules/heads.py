"""Who counts, as how many heads and with what area: whole numbers, areas in hundredths of a square
metre. One unit is one head, but all units of one buyer are one, and so is all that the developer
has not sold or not handed over (区分所有权解释 9)."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from linli.lib.law import Finding

COUNT = ("owners_heads.8", "owners_heads.9")


@dataclass(frozen=True, slots=True)
class Held:
    """One unit on the day of the roll: whose it is, its area, what it is used for."""

    owner: UUID
    area: int
    use: str = "home"


@dataclass(frozen=True, slots=True)
class Weight:
    """So many heads with so much area."""

    heads: int = 0
    area: int = 0

    def __add__(self, other: "Weight") -> "Weight":
        return Weight(self.heads + other.heads, self.area + other.area)

    def __sub__(self, other: "Weight") -> "Weight":
        return Weight(self.heads - other.heads, self.area - other.area)


def area_by_source(
    register: int | None, survey: int | None, contract: int | None
) -> tuple[int, str] | None:
    """The area that counts and where it was read: the register before the survey before the
    contract. None where none is known; an area of nought is none."""
    for area, source in ((register, "register"), (survey, "survey"), (contract, "contract")):
        if area is not None and area > 0:
            return area, source
    return None


def uses_counted(*, parking: bool, shops: bool) -> frozenset[str]:
    """What a unit that counts is used for: homes always, parking and shops as the place has it."""
    return frozenset(
        {"home", "other"} | ({"parking"} if parking else set())
        | ({"shop", "office"} if shops else set())
    )  # fmt: skip


def counted(units: Iterable[Held], *, parking: bool, shops: bool) -> list[Held]:
    """The units that count here: homes always, parking and shops as the place has it."""
    return [each for each in units if counts_use(each.use, parking=parking, shops=shops)]


def counts_use(use: str, *, parking: bool, shops: bool) -> bool:
    """Whether a unit of that use counts here."""
    return (use != "parking" or parking) and (use not in ("shop", "office") or shops)


def weights(units: Iterable[Held]) -> dict[UUID, Weight]:
    """Each owner once: one head, and the area of all that is theirs."""
    areas: dict[UUID, int] = {}
    for each in units:
        areas[each.owner] = areas.get(each.owner, 0) + each.area
    return {owner: Weight(1, area) for owner, area in areas.items()}


def total(each: Iterable[Weight]) -> Weight:
    """All of them together."""
    return sum(each, Weight())


def base(units: Iterable[Held]) -> Finding:
    """What a vote is measured against, with the working: units, heads, area."""
    rows = list(units)
    all_ = total(weights(rows).values())
    numbers: dict[str, int | str] = {
        "units": len(rows),
        "heads": all_.heads,
        "joined": len(rows) - all_.heads,
        "area": square_metres(all_.area),
    }
    return Finding(all_.heads > 0 and all_.area > 0, "property.vote_base", COUNT, numbers)


def square_metres(hundredths: int) -> str:
    """An area as it is read: 26,345.50."""
    return f"{hundredths // 100:,}.{hundredths % 100:02d}"
