"""Whether two rows of the register may be one person: reasons with their weight, never a verdict.

A pair of rows is weighed, not a person; what comes out is a suggestion that somebody decides.
The weights are ours, chosen and measured on an invented register (docs/benchmarks/duplicates.md).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from linli.core.people.rules.names import NameFeatures, compare_names
from linli.core.people.rules.numbers import compare_dates, compare_numbers

SURE, LIKELY, PERHAPS = 75, 58, 44
"""From how much weight on a pair is called very likely, likely, possible; below it is no pair."""

NAMES = {
    "name_equal": 40,
    "name_variant": 40,
    "name_sound": 34,
    "name_look": 32,
    "name_swapped": 30,
    "name_near_sound": 26,
    "name_one_more": 16,
    "name_one_character": 16,
}
SHORT_NAME_ONE_CHARACTER = 6
"""Of two-character names, one character in common is the surname: most neighbours have that."""
BIRTH_EQUAL, BIRTH_SLIP, BIRTH_DIFFERS = 30, 14, -50
SEX_DIFFERS, SAME_PHONE, SAME_HOME = -30, 14, 12
NUMBER_SLIP, NUMBER_SERIAL, NUMBER_DIFFERS = 30, 15, -70
RARE_NAME, COMMON_NAME, VERY_COMMON_NAME = 8, -8, -16
_SPOKEN_ALIKE = {"name_equal", "name_variant", "name_sound", "name_look"}


@dataclass(frozen=True, slots=True, repr=False)
class Known:
    """What is compared of one row. `phone` is the index of a number, not the number; `homes` the
    dwellings it is or was tied to; `numbered` whether an ID number is held, which is opened only
    for pairs where it decides."""

    name: NameFeatures
    sex: str
    born: date | None
    phone: bytes | None
    homes: frozenset[object]
    numbered: bool


@dataclass(frozen=True, slots=True)
class Resembling:
    """How sure (0 to 100) it is that a pair is one person, and why."""

    sureness: int
    reasons: tuple[str, ...]


def weigh(
    one: Known, other: Known, *, alike: int, open_numbers: Callable[[], tuple[str, str]]
) -> Resembling | None:
    """None where two rows are two people as far as can be seen. `alike`: how many rows bear a
    name that sounds so; two of one rare name are rarely two people. `open_numbers` is called only
    where both rows hold a number and everything else does not already keep them apart."""
    named = compare_names(one.name, other.name)
    if named is None:
        return None
    at_home = not one.homes.isdisjoint(other.homes)
    # Two of one name are many in a town and hardly ever in one home.
    points, reasons = _weigh_name(named, one, 1 if at_home else alike), [named]
    dates = compare_dates(one.born, other.born)
    points += {"birth_equal": BIRTH_EQUAL, "birth_slip": BIRTH_SLIP, "birth_differs": BIRTH_DIFFERS,
               "": 0}[dates]  # fmt: skip
    if one.sex and other.sex and one.sex != other.sex:
        points += SEX_DIFFERS
        reasons.append("sex_differs")
    if one.phone is not None and one.phone == other.phone:
        points += SAME_PHONE
        reasons.append("same_phone")
    if at_home:
        points += SAME_HOME
        reasons.append("same_home")
    reasons += [dates] if dates else []
    if points + NUMBER_SLIP < PERHAPS:
        return None
    if one.numbered and other.numbered:
        weight, reason = _weigh_numbers(named, *open_numbers())
        points += weight
        reasons.append(reason)
    if at_home and dates == "birth_equal" and _may_be_twins(named, reasons):
        points = min(points, PERHAPS + 4)
        reasons.append("twins_maybe")
    if points < PERHAPS:
        return None
    return Resembling(min(points, 100), tuple(reasons))


def band_of(sureness: int) -> str:
    """`sure`, `likely` or `perhaps`."""
    return "sure" if sureness >= SURE else "likely" if sureness >= LIKELY else "perhaps"


def _may_be_twins(named: str, reasons: list[str]) -> bool:
    """Twins look just like that on paper: one character apart, or with neighbouring serials."""
    serial = "number_serial" in reasons and named not in ("name_equal", "name_variant")
    return serial or (named == "name_one_character" and "number_slip" not in reasons)


def _weigh_name(named: str, one: Known, alike: int) -> int:
    if named == "name_one_character" and len(one.name.folded) < 3:
        return SHORT_NAME_ONE_CHARACTER
    points = NAMES[named]
    if named in _SPOKEN_ALIKE:
        points += RARE_NAME if alike <= 2 else VERY_COMMON_NAME if alike > 20 else 0
        points += COMMON_NAME if 5 < alike <= 20 else 0
    return points


def _weigh_numbers(named: str, one: str, other: str) -> tuple[int, str]:
    slip = compare_numbers(one, other)
    if slip == "number_serial" and named not in _SPOKEN_ALIKE:
        slip = "number_differs"  # twins have neighbouring serials
    weights = {"number_serial": NUMBER_SERIAL, "number_differs": NUMBER_DIFFERS}
    return weights.get(slip, NUMBER_SLIP), slip
