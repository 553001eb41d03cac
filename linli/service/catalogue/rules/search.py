"""Finding a certificate by what people call it: its title, their own words, pinyin, English."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from linli.lib.identity.pinyin import normal_query, search_keys
from linli.lib.identity.similarity import dice

_SAID_ANYWAY = re.compile(
    "我(?:想|要)?(?:来|去)?|请|帮|麻烦|能不能|可不可以|可以|开具|出具|开|办|个|一张|一份|张|份|给|证明|"
    "需要|要求|说要|的|吗|呢|了"
)
_LATIN_ANYWAY = re.compile(r"^(?:kai(?:ge|yige|yizhang)?)|(?:de)?zhengming$|(?<=.)zm$")
_ENGLISH_ANYWAY = frozenset(
    "a an the of for i my me is am are need want to get".split()
    + "certificate proof paper issue letter".split()
)
_WHOLE, _BEGINS, _HOLDS = Fraction(10), Fraction(8), Fraction(6)
_ALIKE = Fraction(2, 5)


@dataclass(frozen=True, slots=True)
class Term:
    """What one certificate can be found by."""

    key: str
    titles: tuple[str, ...]
    words: tuple[str, ...] = ()
    english: tuple[str, ...] = ()


def find(text: str, terms: Sequence[Term]) -> list[str]:
    """The keys of the certificates meant, the likeliest first; all of them for no words at all,
    none where nothing fits."""
    asked = normal_query(text)
    if not _core(asked) and not _words(text):
        return [term.key for term in terms]
    weighed = [(_weight(text, asked, term), -place, term.key) for place, term in enumerate(terms)]
    found = sorted((each for each in weighed if each[0]), reverse=True)
    return [key for _likely, _place, key in found]


def _weight(text: str, asked: str, term: Term) -> Fraction:
    said = (*term.titles, *term.words)
    weights = [_by_letters(asked, each) for each in said] if not asked.isascii() else []
    if asked.isascii():
        weights = [_by_sound(asked, each) for each in said]
        weights.append(_by_english(_words(text), term.english))
    return max(weights, default=Fraction(0))


def _by_letters(asked: str, said: str) -> Fraction:
    known = normal_query(said)
    if asked == known:
        return _WHOLE + 1
    core, kept = _core(asked) or asked, _core(known) or known
    if core == kept:
        return _WHOLE
    if len(kept) >= 2 and kept in core:
        return _BEGINS + Fraction(len(kept), 100)
    if len(core) >= 2 and core in kept:
        return _HOLDS + Fraction(len(core), 100 * len(kept))
    alike = dice(core, kept)
    return alike if alike >= _ALIKE else Fraction(0)


def _by_sound(asked: str, said: str) -> Fraction:
    core = _LATIN_ANYWAY.sub("", asked)
    if len(core) < 2:
        return Fraction(0)
    best = Fraction(0)
    # 我住这里 is typed wozhuzheli, and zhuzheli.
    for key in (*_sounds(said), *_sounds(_core(normal_query(said)) or said)):
        if key == core:
            return _WHOLE
        if key.startswith(core):
            best = max(best, _BEGINS)
        elif len(core) > 3 and core in key:
            best = max(best, _HOLDS)
    return best


def _by_english(asked: frozenset[str], phrases: Iterable[str]) -> Fraction:
    if not asked:
        return Fraction(0)
    best = Fraction(0)
    for phrase in map(_words, phrases):
        share = Fraction(len(asked & phrase), len(asked))
        if phrase and share >= Fraction(1, 2):
            best = max(best, _HOLDS * share + Fraction(len(asked & phrase), len(phrase)))
    return best


@lru_cache(maxsize=4096)
def _sounds(said: str) -> tuple[str, ...]:
    return tuple(search_keys(said).split()[1:])


def _core(text: str) -> str:
    return _SAID_ANYWAY.sub("", text)


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    found = re.findall(r"[a-z]+", text.casefold())
    return frozenset(word.removesuffix("s") for word in found) - _ENGLISH_ANYWAY


def sound_of(name: str) -> str:
    """A name as it sounds, to put names in order: 安心 before 张记."""
    written, *sounds = search_keys(name).split(" ")
    return sounds[0] if sounds else written
