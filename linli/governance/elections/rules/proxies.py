"""Voting for somebody who is away: in writing, few, never by a candidate (art. 19)."""

from dataclasses import dataclass
from datetime import date

from linli.governance.elections.rules.electorate import may_use_proxies
from linli.governance.elections.rules.law import ElectionLaw
from linli.lib.law import Finding, Findings


@dataclass(frozen=True, slots=True)
class Proxy:
    """A proxy somebody asks to be taken: `held` is how many the holder has been given already."""

    mode: str
    in_writing: bool
    principal_registered: bool
    principal_away: bool
    holder_registered: bool
    holder_is_candidate: bool
    held: int
    passed_on: bool = False
    """The holder would let somebody else vote with it."""


def may_take_proxy(proxy: Proxy, *, law: ElectionLaw) -> Findings:
    """Whether the proxy is taken; the steps in the order in which a clerk asks."""
    cites = law.ground("rcl2025.19", "proxies_most")
    return Findings(
        (
            Finding(
                may_use_proxies(proxy.mode),
                "elections.proxies_in_mode",
                cites=cites,
                numbers={"mode": proxy.mode},
            ),
            Finding(proxy.in_writing, "elections.proxy_in_writing", cites=cites),
            Finding(proxy.principal_registered, "elections.principal_registered", cites=cites),
            Finding(proxy.principal_away, "elections.principal_away", cites=cites),
            Finding(proxy.holder_registered, "elections.holder_registered", cites=cites),
            Finding(not proxy.holder_is_candidate, "elections.holder_no_candidate", cites=cites),
            Finding(not proxy.passed_on, "elections.proxy_not_passed_on", cites=cites),
            proxies_within(proxy.held + 1, law=law),
        )
    )


def proxies_within(held: int, *, law: ElectionLaw) -> Finding:
    """No more than three for one holder; three are allowed (art. 19, CC 1259)."""
    return Finding(
        held <= law.proxies_most,
        "elections.proxies_within",
        cites=(*law.ground("rcl2025.19", "proxies_most"), "civil_code.1259"),
        numbers={"held": held, "most": law.proxies_most},
    )


def proxies_posted(posted_on: date | None, election_day: date) -> Finding:
    """The list of principals and holders hangs out before the vote (art. 19)."""
    return Finding(
        posted_on is not None and posted_on <= election_day,
        "elections.proxies_posted",
        cites=("rcl2025.19",),
        numbers={"posted_on": posted_on, "election_day": election_day},
    )
