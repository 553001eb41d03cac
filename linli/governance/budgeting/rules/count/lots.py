"""The lot, drawn before the vote and published as one word, and what decides a tie."""

from collections.abc import Sequence
from hashlib import sha256

from linli.governance.budgeting.rules.count.asked import CountRules, Tie
from linli.governance.budgeting.rules.count.outcome import TieMet, Undecided
from linli.governance.budgeting.rules.count.profile import Profile


def lot_of(seed: str, key: str) -> str:
    """A project's lot: SHA-256 (hexadecimal) of seed, a line feed and the project's key in UTF-8.
    The smallest comes first. Anybody can work it out; nobody can choose it once the seed is out."""
    return sha256(f"{seed}\n{key}".encode()).hexdigest()


def lot_order(seed: str, keys: Sequence[str]) -> tuple[str, ...]:
    """All projects in the order of the lot, as it is published with the rules."""
    return tuple(sorted(keys, key=lambda key: (lot_of(seed, key), key)))


def decide(keys: Sequence[str], profile: Profile, rules: CountRules) -> tuple[str, TieMet | None]:
    """The one of `keys` that is taken first, and the tie where there was one.

    Raises Undecided where the rules leave more than one.
    """
    if len(keys) == 1:
        return keys[0], None
    tied = tuple(sorted(keys))
    left = tied
    for tie in rules.ties:
        if tie is Tie.COST:
            least = min(profile.costs[key] for key in left)
            left = tuple(key for key in left if profile.costs[key] == least)
        elif tie is Tie.VOTES:
            most = max(profile.votes[key] for key in left)
            left = tuple(key for key in left if profile.votes[key] == most)
        elif rules.lot:
            left = lot_order(rules.lot, left)[:1]
        if len(left) == 1:
            return left[0], TieMet(tied, left[0], tie)
    raise Undecided(left)
