"""Whether a mediation may begin and go on: who must be willing, told, and apart."""

from collections.abc import Sequence
from dataclasses import dataclass

from linli.lib.law import Finding, Findings

LAW = "people_mediation"


@dataclass(frozen=True, slots=True)
class Side:
    """One party as the beginning of a mediation sees it; `label` is 甲方, 乙方 …, never a name."""

    label: str
    willing: bool = False
    told: bool = False
    accepts_mediator: bool = False


def enough_parties(number: int) -> Finding:
    """A quarrel has at least two sides."""
    return Finding(number >= 2, "mediation.two_parties", (f"{LAW}.17",), {"parties": number})


def one_side_each(persons: Sequence[object]) -> Finding:
    """Nobody is on two sides of one quarrel. `persons`: the key of each side's, None for a side
    that is not of the roster."""
    known = [person for person in persons if person is not None]
    return Finding(len(set(known)) == len(known), "mediation.one_side_each", (f"{LAW}.17",))


def withdrawn_by(*, asked: bool, mediates: bool) -> Finding:
    """Whoever asked withdraws what they asked for, themselves or through whoever mediates. The
    other side may refuse, which is something else (17)."""
    return Finding(asked or mediates, "mediation.withdrawn_by", (f"{LAW}.17",))


def somebody_mediates(number: int) -> Finding:
    """Somebody here holds the post; else there is nobody to give it to (13)."""
    return Finding(number > 0, "mediation.somebody_mediates", (f"{LAW}.13",))


def may_begin(sides: Sequence[Side]) -> Findings:
    """Two parties at least, all willing (17), told their rights and duties (23, 24), and content
    with whoever mediates (19, 23)."""
    unwilling = tuple(side.label for side in sides if not side.willing)
    untold = tuple(side.label for side in sides if not side.told)
    without = tuple(side.label for side in sides if not side.accepts_mediator)
    return Findings(
        (
            enough_parties(len(sides)),
            Finding(not unwilling, "mediation.all_willing", (f"{LAW}.17",), {"who": unwilling}),
            Finding(
                not untold,
                "mediation.rights_told",
                (f"{LAW}.23", f"{LAW}.24"),
                {"who": untold},
            ),
            Finding(
                not without,
                "mediation.mediator_accepted",
                (f"{LAW}.19", f"{LAW}.23"),
                {"who": without},
            ),
        )
    )


def stands_apart(*, is_party: bool, shares_home: bool, declared: bool) -> Finding:
    """Whoever mediates is no party, lives with none, and says that neither kinship nor interest
    ties them to one (15: partiality removes a mediator)."""
    return Finding(
        declared and not is_party and not shares_home,
        "mediation.stands_apart",
        (f"{LAW}.15",),
        {"is_party": is_party, "shares_home": shares_home, "declared": declared},
    )


def others_may_come(consents: Sequence[bool]) -> Finding:
    """Relatives, neighbours, colleagues and experts come only where every party agrees (20)."""
    return Finding(
        bool(consents) and all(consents),
        "mediation.others_agreed",
        (f"{LAW}.20",),
        {"agreed": sum(consents), "parties": len(consents)},
    )


def both_prolong(agreed: bool) -> Finding:
    """The usual time is prolonged where all parties agree."""
    return Finding(agreed, "mediation.all_prolong", (f"{LAW}.23",))


def routes_told(routes: Sequence[str]) -> Finding:
    """What did not succeed ends with the other routes told (26, 3)."""
    return Finding(bool(routes), "mediation.routes_told", (f"{LAW}.26", f"{LAW}.3"))


def source_named(source: str, office: str) -> Finding:
    """What an office handed over names the office."""
    from_office = source in ("police", "court", "street")
    return Finding(not from_office or bool(office.strip()), "mediation.source_named")
