"""A text as a reader of numbers sees it, letter for letter in the same places."""

import unicodedata
from typing import NamedTuple

# 两 and 十 are left out: they do not occur in a number said digit by digit.
_CHINESE_DIGITS = str.maketrans(
    "〇零○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖", "0001234567891123456789"
)


class Hit(NamedTuple):
    """Something private at these places of the text; doubtful if only a person can tell."""

    start: int
    end: int
    kind: str
    doubtful: bool = False


class ReadingView:
    """`text` as written; `plain` with full-width forms and case made equal; `digits` with
    Chinese numerals as digits too. All three have the same length."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.plain = "".join(map(_plain, text))
        self.digits = self.plain.translate(_CHINESE_DIGITS)


def _plain(letter: str) -> str:
    normal = unicodedata.normalize("NFKC", letter).upper()
    return normal if len(normal) == 1 else letter
