"""In which groups of residents somebody is counted: by age, sex, registration, compound.

Groups are there to be counted and compared as wholes; nothing is decided by them about anybody.
"""

from datetime import date

from linli.core.people.rules import age_on

AGES: tuple[tuple[str, int, int], ...] = (
    ("age60", 60, 999),
    ("age65", 65, 999),
    ("age80", 80, 999),
    ("age18", 18, 999),
    ("age7", 7, 999),
    ("under18", 0, 17),
    ("age15_64", 15, 64),
    ("age16_59", 16, 59),
    ("band_under18", 0, 17),
    ("band_18_59", 18, 59),
    ("band_60_up", 60, 999),
)
"""Codes with the first and the last age in full years, both included."""

FIXED = (*(code for code, _low, _high in AGES), "female", "male", "hukou_here")
"""Every code but those of the compounds (`compound:` and the key of the place). There is none for
those registered elsewhere: the register holds who is registered here, and of whoever has no such
tie it does not know whether it was merely not written down."""

_BY_AGE = tuple(
    frozenset(code for code, low, high in AGES if low <= age <= high) for age in range(150)
)


def groups_of(
    born: date | None, sex: str, *, hukou_here: bool, compound: str, on: date
) -> frozenset[str]:
    """The codes of somebody's groups on a day. Of unknown age, sex or registration, and not yet
    born, in none of those groups: nothing is guessed."""
    age = age_on(born, on) if born is not None else -1
    codes = {"hukou_here"} if hukou_here else set()
    if sex in ("female", "male"):
        codes.add(sex)
    if compound:
        codes.add(f"compound:{compound}")
    if age >= 0:
        codes |= _BY_AGE[min(age, len(_BY_AGE) - 1)]
    return frozenset(codes)
