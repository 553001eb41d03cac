"""Whether words name somebody of the register: what everybody will read is asked this first."""

from typing import Any

from linli.core.people.models import Person

NAME_LENGTHS = (3, 4)
"""Names of two characters are left to the person who looks: too many of them are words."""


def names_a_resident(community: Any, *words: str) -> bool:
    """Whether somebody of the community's register is named in full, however the words are
    spaced."""
    parts = {
        plain[start : start + size]
        for plain in ("".join(each.split()) for each in words)
        for size in NAME_LENGTHS
        for start in range(len(plain) - size + 1)
    }
    key = getattr(community, "pk", community)
    return bool(parts) and Person.objects.filter(community=key, name__in=parts).exists()
