"""A vote as a Pabulib file holds it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from linli.governance.budgeting.rules.count import CountRules, Profile
from linli.lib.tables import Problem

LISTED = 200
"""How many faults are told one by one; all are counted."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A project of the file. `cost` in hundredths of its currency; `selected`: whether the file
    says it won from this budget (Pabulib: 1), None where it does not say."""

    key: str
    name: str
    cost: int
    selected: bool | None = None


@dataclass(frozen=True, slots=True)
class Election:
    """What a file holds.

    `profile` is None where `problems` stop the count; `faults` says how many problems there are,
    since only the first are listed. `rules`: those the file names, as far as we know them; None
    where it names none we know. `remarks` are codes of what the reader should know.
    """

    meta: Mapping[str, str] = field(default_factory=dict)
    projects: tuple[Listed, ...] = ()
    profile: Profile | None = None
    rules: CountRules | None = None
    problems: tuple[Problem, ...] = ()
    faults: int = 0
    remarks: tuple[str, ...] = ()

    @property
    def names(self) -> dict[str, str]:
        """What each project is called."""
        return {project.key: project.name for project in self.projects}

    @property
    def recorded(self) -> frozenset[str] | None:
        """The winners the file itself records; None where it records none."""
        if all(project.selected is None for project in self.projects):
            return None
        return frozenset(project.key for project in self.projects if project.selected)
