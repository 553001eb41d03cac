"""How a residents' committee and the body that watches it are made up (RCL 8 and 36, CC 1045): one
rule for whoever judges it, before a vote, after it, or when a term is entered."""

from typing import Protocol

from linli.lib.law.finding import Finding, Findings
from linli.lib.law.kin import NEAR_RELATIVES


class CommitteeLaw(Protocol):
    """The numbers of the day and place: any `Measures` of the parameters `elections.*`."""

    @property
    def members_least(self) -> int: ...

    @property
    def members_most(self) -> int: ...

    @property
    def women_least(self) -> int: ...

    def ground(self, article: str, *names: str) -> tuple[str, ...]:
        """What a rule cites: its article, and those of the parameters it used."""
        ...


def near_relatives(relation: str) -> Finding:
    """Whether two people are close relatives in the sense of the law."""
    return Finding(
        relation in NEAR_RELATIVES,
        "elections.near_relatives",
        cites=("civil_code.1045",),
        numbers={"relation": relation},
    )


def committee_composed(members: int, women: int, kin_pairs: int, *, law: CommitteeLaw) -> Findings:
    """Five to nine members, a woman among them, no two of them close relatives (art. 8).

    `kin_pairs` counts pairs of members who are close relatives.
    """
    return Findings(
        (
            size_allowed(members, law=law),
            has_woman(women, law=law),
            Finding(
                kin_pairs == 0,
                "elections.without_kin",
                cites=("rcl2025.8", "civil_code.1045"),
                numbers={"pairs": kin_pairs},
            ),
        )
    )


def size_allowed(members: int, *, law: CommitteeLaw) -> Finding:
    """Five to nine, director and deputies included (art. 8)."""
    return Finding(
        law.members_least <= members <= law.members_most,
        "elections.size_allowed",
        cites=law.ground("rcl2025.8", "members_least"),
        numbers={"members": members, "least": law.members_least, "most": law.members_most},
    )


def has_woman(women: int, *, law: CommitteeLaw) -> Finding:
    """A woman at least (art. 8): among the candidates before the vote, among the elected after."""
    return Finding(
        women >= law.women_least,
        "elections.has_woman",
        cites=law.ground("rcl2025.8", "women_least"),
        numbers={"women": women, "least": law.women_least},
    )


def may_supervise(*, on_committee: bool, kin_on_committee: bool, here: bool = True) -> Finding:
    """A supervisor is a resident or community worker (`here`), and neither a member of the
    committee nor a close relative of one (art. 36)."""
    return Finding(
        here and not (on_committee or kin_on_committee),
        "elections.may_supervise",
        cites=("rcl2025.36", "civil_code.1045"),
        numbers={"on_committee": on_committee, "kin_on_committee": kin_on_committee, "here": here},
    )
