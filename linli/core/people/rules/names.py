"""How two Chinese names may be one name: other letters for it, a slip of the input method, a slip
of the pen."""

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

_LOOK_ALIKE = (
    "己已巳", "未末", "士土", "日曰", "淮准", "芬芳", "玲铃", "凤风", "杨扬", "令今", "天夭",
    "大太", "冬东", "享亨", "汩汨", "祥详", "洁吉", "清青", "情清", "晴睛", "佳桂", "住往",
    "治冶", "冰水", "宇字", "学字", "辛幸", "宁宇", "崇祟", "茂荗", "妹姝", "娟捐", "锋峰",
    "烽峰", "健建", "伟炜", "佩偑", "恒桓", "秀季", "李季", "春舂", "侯候", "余佘", "于干",
    "刁习", "洗冼", "沈沉", "戴载", "田由", "甲申", "侨乔", "斌彬", "雯雪", "霞露", "莉茉",
    "苹萍", "瑶摇", "珊姗", "萱宣", "栋拣", "丽而", "文义", "刚钢", "立丘", "明朋", "平苹",
    "元无", "云去", "林材", "全金", "玉王", "生主", "华毕", "志忘", "永水", "光先", "洪拱",
)  # fmt: skip
_SOUNDS_NEAR = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"), ("hu", "f"), ("r", "l"))


@dataclass(frozen=True, slots=True, repr=False)
class NameFeatures:
    """A name as it is compared: as written, in simplified letters, and by its sounds (for each
    character all it may be read as, and loosely, as accents run them together)."""

    written: str
    folded: str
    sounds: tuple[frozenset[str], ...]
    loose: tuple[str, ...]


@lru_cache(maxsize=65536)
def features_of(name: str) -> NameFeatures:
    """The features of a name; the same object for the same name."""
    written = "".join(name.split()).casefold()
    folded = _simplified(written)
    sounds = tuple(_readings(letter) for letter in folded)
    return NameFeatures(written, folded, sounds, tuple(_loose(letter) for letter in folded))


def compare_names(one: NameFeatures, other: NameFeatures) -> str | None:
    """How the two may be one name, by the strongest reason; None where they are two names."""
    if one.written == other.written:
        return "name_equal"
    if one.folded == other.folded:
        return "name_variant"
    if len(one.folded) != len(other.folded):
        return "name_one_more" if _one_more(one.folded, other.folded) else None
    if len(one.folded) < 2:
        return None
    apart = [i for i, (a, b) in enumerate(zip(one.folded, other.folded, strict=True)) if a != b]
    if all(one.sounds[i] & other.sounds[i] for i in apart):
        return "name_sound"
    if len(apart) == 1:
        return _one_apart(one, other, apart[0])
    if len(apart) == 2 and apart[0] > 0 and sorted(one.folded) == sorted(other.folded):
        return "name_swapped"
    return "name_near_sound" if one.loose == other.loose else None


def _one_apart(one: NameFeatures, other: NameFeatures, at: int) -> str | None:
    if one.folded[at] in _twins_of_the_pen().get(other.folded[at], ""):
        return "name_look"
    if one.loose[at] == other.loose[at]:
        return "name_near_sound"
    # With another surname it is another family, unless it sounds or looks like this one.
    return "name_one_character" if at > 0 else None


def _one_more(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return (
        len(longer) - len(shorter) == 1
        and len(shorter) >= 2
        and any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))
    )


@cache
def _twins_of_the_pen() -> dict[str, str]:
    alike: dict[str, str] = {}
    for group in _LOOK_ALIKE:
        for letter in group:
            alike[letter] = alike.get(letter, "") + group.replace(letter, "")
    return alike


@cache
def _readings(letter: str) -> frozenset[str]:
    from pypinyin import Style, pinyin  # its dictionary takes a third of a second to read

    return frozenset(pinyin(letter, style=Style.NORMAL, heteronym=True)[0])


@cache
def _loose(letter: str) -> str:
    from pypinyin import lazy_pinyin

    sound = lazy_pinyin(letter)[0]
    for told, meant in _SOUNDS_NEAR:
        if sound.startswith(told):
            sound = meant + sound[len(told) :]
            break
    return sound.removesuffix("g") if sound.endswith("ng") else sound


@cache
def _simplifier() -> Any:
    from opencc import OpenCC

    return OpenCC("t2s")


def _simplified(name: str) -> str:
    return name if name.isascii() else str(_simplifier().convert(name))
