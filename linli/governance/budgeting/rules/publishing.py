"""The one written form of rules and projects, and its hash: what was published is what counts."""

import json
import unicodedata
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

TIES = "cost,votes,lot"
"""What decides between projects that stand alike: the cheaper, then more votes, then the lot."""


def digest_of(rules: Mapping[str, Any], projects: Sequence[tuple[int, str, int]]) -> str:
    """SHA-256 of the rules (with the money, the area and the days of the vote) and of every
    project (number, title, fen) as one JSON text, keys sorted, UTF-8 in NFC.
    Anybody who has what hangs on the board can work it out again."""
    text = json.dumps(
        {"projects": [list(each) for each in projects], "rules": dict(rules)},
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
        default=str,
    )
    return sha256(unicodedata.normalize("NFC", text).encode()).hexdigest()


def tidy(words: str) -> str:
    """A seed as it is published, hashed and counted by: one blank for any run of blanks, so that
    everybody who writes it down has the same letters."""
    return " ".join(words.split())


def lot_drawn(seed: str, roll: str) -> str:
    """What decides the lot: SHA-256 (hexadecimal) of the published seed, a line feed and the hash
    of the roll as it was frozen when the vote opened. Whoever chose the seed did not know the roll
    yet, so nobody could look for a seed that suits them."""
    return sha256(f"{seed}\n{roll}".encode()).hexdigest()
