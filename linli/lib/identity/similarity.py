"""How alike two short texts are, for pointing out what may have been reported already.

Counted in pairs of neighbouring characters, which needs no dictionary and serves Chinese well;
always the same for the same texts, and exact.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable
from fractions import Fraction

# Words that nearly every report has and that tell nothing apart.
_EMPTY_WORDS = (
    "请尽快",
    "麻烦",
    "谢谢",
    "您好",
    "你好",
    "请问",
    "我们",
    "希望",
    "一直",
    "已经",
    "处理",
    "解决",
)


def dice(first: str, second: str) -> Fraction:
    """Twice the shared pairs over all pairs (Dice 1945): 0 nothing shared, 1 the same pairs."""
    one, other = bigrams(first), bigrams(second)
    total = one.total() + other.total()
    return Fraction(2 * (one & other).total(), total) if total else Fraction(0)


def jaccard(first: str, second: str) -> Fraction:
    """Shared pairs over pairs in either text (Jaccard 1901); stricter than `dice`."""
    one, other = bigrams(first), bigrams(second)
    union = (one | other).total()
    return Fraction((one & other).total(), union) if union else Fraction(0)


def most_alike(
    text: str,
    candidates: Iterable[tuple[str, str]],
    *,
    at_least: Fraction = Fraction(2, 5),
    most: int = 5,
) -> list[tuple[str, Fraction]]:
    """Of candidates (key, text) the keys most like the text, the likest first, equals by key."""
    scored = [(key, dice(text, other)) for key, other in candidates]
    alike = [pair for pair in scored if pair[1] >= at_least]
    return sorted(alike, key=lambda pair: (-pair[1], pair[0]))[:most]


def bigrams(text: str) -> Counter[str]:
    """Pairs of neighbouring characters; a text of one character counts as itself.

    Width, case, spaces and punctuation do not count, and neither do words of courtesy.
    """
    plain = unicodedata.normalize("NFKC", text).casefold()
    for word in _EMPTY_WORDS:
        plain = plain.replace(word, " ")
    plain = "".join(letter for letter in plain if letter.isalnum())
    if len(plain) < 2:
        return Counter([plain] if plain else [])
    return Counter(plain[start : start + 2] for start in range(len(plain) - 1))
