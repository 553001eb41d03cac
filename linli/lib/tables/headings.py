"""Which column is which field: headings compared in normal form, then by likeness.

A wrong column read silently is worse than a column to be pointed at by hand, so likeness is
narrow: a known heading with a harmless ending, the same sounds (a slip of the input method), or
a long heading with one letter wrong. 户主姓名 and 房主姓名 differ in one character and are two
different people; that is never a likeness.
"""

import re
import unicodedata
from collections.abc import Container, Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from linli.lib.tables.fields import Column, Field, Match

_NUMBERING = re.compile(r"^\s*(?:\d+|[一二三四五六七八九十]+)\s*[.、．)]\s*")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】|〔[^〔〕]*〕|\{[^{}]*\}|<[^<>]*>")
_NOISE = re.compile(r"必填项?|选填项?|请(?:填写|输入|选择)|您的|你的|\brequired\b|\boptional\b")
_HARMLESS_END = ("号码", "编号", "信息", "情况", "内容", "名称", "号", "no", "number")
_HARMLESS_START = ("居民", "本人", "个人", "the")
_ACCEPTED = 0.7


@lru_cache(maxsize=16384)
def normal_heading(text: str, *, brackets: bool = True) -> str:
    """The heading without width, case, spaces, punctuation, numbering and marks of duty (*).

    With `brackets=False` what stands in brackets, mostly a unit or a hint, goes too.
    """
    text = unicodedata.normalize("NFKC", text).casefold()
    text = _NUMBERING.sub("", text)
    if not brackets:
        text = _BRACKETS.sub("", text)
    text = _NOISE.sub("", text)
    return "".join(letter for letter in text if letter.isalnum())


@lru_cache(maxsize=4096)
def _sound(text: str) -> tuple[str, ...]:
    from pypinyin import lazy_pinyin  # its dictionary takes a third of a second to read

    return tuple(lazy_pinyin(text))


def differs_harmlessly(
    heading: str, known: str, *, starts: Container[str], ends: Container[str]
) -> bool:
    """Whether one of two normal headings is the other with a word before or after it that adds
    nothing: 手机号 and 手机号码, 本人姓名 and 姓名."""
    return (
        (heading.startswith(known) and heading[len(known) :] in ends)
        or (known.startswith(heading) and known[len(heading) :] in ends)
        or (heading.endswith(known) and heading[: -len(known)] in starts)
    )


@lru_cache(maxsize=65536)
def likeness(heading: str, known: str) -> float:
    """How alike two normal headings are: 0, or from 0.7 to under 0.9."""
    if len(known) < 2 or len(heading) < 2:
        return 0.0
    if differs_harmlessly(heading, known, starts=_HARMLESS_START, ends=_HARMLESS_END):
        return 0.88
    if not known.isascii() and len(heading) == len(known) and _sound(heading) == _sound(known):
        return 0.85
    shorter, longer = sorted((len(heading), len(known)))
    least = 0.88 if known.isascii() else 0.8
    # Letters that one of them has too many lower the ratio at least so far: most pairs end here,
    # which matters where a wide table has thirty rows that might be its heading.
    if shorter >= (7 if known.isascii() else 5) and 2 * shorter >= least * (shorter + longer):
        ratio = SequenceMatcher(None, heading, known, autojunk=False).ratio()
        if ratio >= least:
            return min(ratio * 0.9, 0.85)
    return 0.0


def _readings(heading: str) -> Iterator[tuple[str, float]]:
    """The normal forms under which a heading may be known, each with its weight."""
    yield normal_heading(heading), 1.0
    yield normal_heading(heading, brackets=False), 0.97
    if "|" in heading:
        leaf = heading.rsplit("|", 1)[1]
        yield normal_heading(leaf), 0.93
        yield normal_heading(leaf, brackets=False), 0.9


def confidence(heading: str, field: Field) -> float:
    """How surely a column with this heading is the field, from 0 to 1."""
    best = 0.0
    for text, weight in _readings(heading):
        if not text:
            continue
        for rank, synonym in enumerate((*field.synonyms, field.name)):
            known = normal_heading(synonym)
            # An earlier synonym wins: a file may hold both 手机号 and 联系电话.
            preference = 1 - rank * 0.0005
            if text == known:
                best = max(best, weight * preference)
            elif best < 0.9:
                best = max(best, likeness(text, known) * weight * preference)
    return best if best >= _ACCEPTED else 0.0


def match_columns(
    columns: Sequence[Column], fields: Sequence[Field]
) -> tuple[dict[str, Match], dict[str, list[Column]]]:
    """Each field's column, and the fields that several columns claim equally.

    The surest pairs are taken first, each column and each field once.
    """
    pairs = [
        (score, order, column, field)
        for order, field in enumerate(fields)
        for column in columns
        if column.heading and (score := confidence(column.heading, field))
    ]
    pairs.sort(key=lambda pair: (-pair[0], pair[1], pair[2].index))
    matches: dict[str, Match] = {}
    scores: dict[str, float] = {}
    taken: set[int] = set()
    rivals: dict[str, list[Column]] = {}
    for score, _order, column, field in pairs:
        if column.index in taken:
            continue
        if field.name not in matches:
            matches[field.name] = Match(field.name, column, round(score, 2))
            scores[field.name] = score
            taken.add(column.index)
        elif score == scores[field.name]:
            rivals.setdefault(field.name, [matches[field.name].column]).append(column)
    return matches, rivals
