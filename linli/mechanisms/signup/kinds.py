"""What a domain says once of the sheets it lays out: who keeps them, and whom they are open to.

register_sheets({
    "activities.activity": SheetKind(
        _("活动报名"), keeps="activities.keep", opens="activities:activity", fits=fits_activity,
    ),
})
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from linli.lib.law import Finding

Words = Any
"""A lazily translated text."""


@dataclass(frozen=True, slots=True)
class Applicant:
    """Who is put down, as far as it is known: a person of the roster, an account, or only a name.
    `account`: the one who comes signs in with it; a mother's is not her child's. `age`: full
    years on the first date, None where nobody asked. `guardian`: whoever agreed for a child, by
    name; `guardian_way`: how (`signed`, `online`, `spoken`)."""

    name: str
    person: Any = None
    account: Any = None
    phone: str = ""
    age: int | None = None
    guardian: str = ""
    guardian_phone: str = ""
    guardian_way: str = ""
    needs: tuple[str, ...] = ()
    remark: str = ""


Fits = Callable[[Any, Applicant, date], Sequence[Finding]]
"""The domain's own conditions, asked with the sheet, the applicant and the day: each is told, and
the first that does not hold refuses."""


@dataclass(frozen=True)
class SheetKind:
    """One sort of sheet. `keeps`: the permission, over the sheet, of those who type in, call, and
    mark who came. `opens`: the name of the domain's own page for everybody, whose address takes
    the community's code and `sheet_id`; `desk`: the one at the desk. `account_only`: nobody is put
    down who has neither an account nor a line in the roster (a volunteer on a shift must be
    known). `asks_minutes`: the attendance page asks how long somebody was there."""

    title: Words
    keeps: str
    opens: str = ""
    desk: str = ""
    fits: Fits | None = None
    account_only: bool = False
    asks_minutes: bool = False


_KINDS: dict[str, SheetKind] = {}


def register_sheets(kinds: Mapping[str, SheetKind]) -> None:
    """Called by each domain once; a second, different kind of one name is a ValueError."""
    for name, kind in kinds.items():
        if _KINDS.setdefault(name, kind) != kind:
            raise ValueError(f"two kinds of sheet are called {name!r}")


def kind_named(name: str) -> SheetKind:
    """The kind of that name; KeyError where no domain has it."""
    return _KINDS[name]
