"""Whether a meeting may decide, and what it decided (arts. 27 and 29)."""

from dataclasses import dataclass

from linli.governance.assemblies.rules.law import ASSEMBLY, BODIES, AssemblyLaw
from linli.lib.law import Finding
from linli.lib.numbers import at_least, least_at_least, least_over, over


def quorum(body: str, present: int, base: int, *, law: AssemblyLaw) -> Finding:
    """The assembly: more than half of all residents of eighteen or over, or of household
    representatives. The representatives' meeting: two thirds or more of its members.

    `base` is their number; those who only sit in are not counted. ValueError for no such body.
    """
    if body not in BODIES:
        raise ValueError(f"no such body: {body}")
    if body == ASSEMBLY:
        share, name, article = law.quorum_over, "quorum_over", "rcl2025.27"
        holds, needed = over(present, base, share), least_over(base, share)
        rule = "assemblies.quorum"
    else:
        share, name, article = law.meeting_quorum, "meeting_quorum", "rcl2025.29"
        holds, needed = at_least(present, base, share), least_at_least(base, share)
        rule = "assemblies.meeting_quorum"
    return Finding(
        holds,
        rule,
        cites=law.ground(article, name),
        numbers={
            "body": body,
            "present": present,
            "base": base,
            "share": share,
            "needed": needed,
            "short": max(needed - present, 0),
            "left": present * share.denominator,
            "right": base * share.numerator,
        },
    )


def carried(body: str, present: int, yes: int, *, law: AssemblyLaw) -> Finding:
    """More than half of those present; whoever abstains, votes void or not at all counts against.

    Raises ValueError for more approvals than people, or no such body.
    """
    if body not in BODIES or not 0 <= yes <= present:
        raise ValueError("there cannot be more approvals than people present")
    name, article = (
        ("decided_over", "rcl2025.27")
        if body == ASSEMBLY
        else ("meeting_decided_over", "rcl2025.29")
    )
    share = getattr(law, name)
    return Finding(
        over(yes, present, share),
        "assemblies.carried",
        cites=law.ground(article, name),
        numbers={
            "body": body,
            "yes": yes,
            "present": present,
            "share": share,
            "needed": least_over(present, share),
            "left": yes * share.denominator,
            "right": present * share.numerator,
        },
    )


@dataclass(frozen=True, slots=True)
class Decision:
    """What a meeting came to on one item; `findings` are the steps in order."""

    quorate: bool
    carried: bool
    findings: tuple[Finding, ...]


def decide(body: str, present: int, base: int, yes: int, *, law: AssemblyLaw) -> Decision:
    """Quorum first, then the vote: without a quorum nothing is decided, whatever the votes."""
    enough = quorum(body, present, base, law=law)
    vote = carried(body, present, yes, law=law)
    return Decision(enough.holds, enough.holds and vote.holds, (enough, vote))
