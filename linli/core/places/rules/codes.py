"""Twelve-digit statistical division codes, and what their last three digits say.

Source: National Bureau of Statistics, rules for compiling statistical division codes and
urban–rural class codes (统计用区划代码和城乡划分代码编制规则): two digits each for province,
city and county, three for the street or town, three for the committee, whose band tells which
kind of committee it is.
"""

from dataclasses import dataclass

from linli.core.places.kinds import LEVELS

CODE_DIGITS = 12


@dataclass(frozen=True, slots=True)
class Band:
    """The committee numbers from `first` to `last`, both included."""

    first: int
    last: int
    committee: str


BANDS = (
    Band(1, 199, "residents"),
    Band(200, 399, "villagers"),
    Band(400, 499, "like_residents"),
    Band(500, 599, "like_villagers"),
)
"""`residents` 居民委员会, `villagers` 村民委员会; the two others stand for areas that have no
committee yet (a development zone, a farm) and are counted as if they had."""

LEVEL_WORDS = {
    "country": ("country", "国家", "全国", "0"),
    "province": ("province", "省", "省级", "自治区", "直辖市", "1"),
    "city": ("city", "市", "地市", "地级", "地级市", "市级", "2"),
    "county": ("county", "县", "区", "区县", "县区", "县级", "区级", "3"),
    "town": ("town", "街道", "乡镇", "镇街", "街镇", "镇", "乡", "乡级", "street", "4"),
    "community": (
        "community",
        "village",
        "社区",
        "村",
        "村居",
        "村级",
        "居委会",
        "村委会",
        "社区级",
        "5",
    ),
}
"""What tables call the level of a row; the statistical tables call every committee `village`."""

_KIND_OF_WORD = {word: kind for kind, words in LEVEL_WORDS.items() for word in words}


def is_code(text: str) -> bool:
    """Whether `text` has the form of a division code."""
    return len(text) == CODE_DIGITS and text.isascii() and text.isdigit()


def committee_of(code: str) -> str | None:
    """Which committee the code is of (a `Band.committee`); None for a wider division."""
    if not is_code(code):
        return None
    number = int(code[-3:])
    return next((band.committee for band in BANDS if band.first <= number <= band.last), None)


def is_residents_committee(code: str) -> bool:
    """Whether the code is that of a residents' committee (居民委员会)."""
    return committee_of(code) == "residents"


def kind_of_level(word: str) -> str | None:
    """The kind of place that a table's level word means; None where it is not known."""
    return _KIND_OF_WORD.get(word.strip().lower())


def code_fits_kind(code: str, kind: str) -> bool:
    """Whether the last three digits agree with the kind: only a committee has a number there."""
    return (code[-3:] != "000") == (kind == "community")


def level_of(kind: str) -> int:
    """The kind's level: 0 the country, 5 a community, 9 a dwelling."""
    return LEVELS[kind]
