"""Whether words name somebody of the register: what everybody will read is asked this first."""

from typing import Any

from linli.core.people.models import Person
from linli.lib.identity.redact import redact

NAME_LENGTHS = (2, 3, 4)
SHORT = 2
"""Some names of two characters are words of any day (安全, 单元): those are left to the person who
looks before anything is public; every other name of the register is found."""


def names_a_resident(community: Any, *words: str) -> bool:
    """Whether somebody of the community's register is named in full, however the words are
    spaced."""
    plains = ["".join(each.split()) for each in words]
    parts = {
        plain[start : start + size]
        for plain in plains
        for size in NAME_LENGTHS
        for start in range(len(plain) - size + 1)
    }
    if not parts:
        return False
    key = getattr(community, "pk", community)
    rows = Person.objects.filter(community=key, name__in=parts)
    names = set(rows.values_list("name", flat=True).distinct())
    short = {name for name in names if len(name) == SHORT}
    if names - short:
        return True
    return any(
        span.kind == "name"
        for plain in plains
        for span in redact(plain, known_names=short).spans
        if short
    )
