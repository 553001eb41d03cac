"""Keys by which a name is found: as written, by its sounds, by their first letters."""

import unicodedata
from itertools import islice, product

# Characters that names of people and places read in more than one way. A phrase the dictionary
# knows (重庆, 长安街) is read rightly; the other reading is kept beside it, for finding too much
# is better than not finding.
_OTHER_READINGS = {
    "长": ("chang", "zhang"),
    "重": ("chong", "zhong"),
    "朝": ("chao", "zhao"),
    "乐": ("le", "yue"),
    "都": ("du", "dou"),
    "单": ("shan", "dan"),
    "曾": ("zeng", "ceng"),
    "解": ("jie", "xie", "hai"),
    "六": ("liu", "lu"),
    "大": ("da", "dai"),
    "行": ("xing", "hang"),
    "堡": ("bao", "pu"),
    "厦": ("xia", "sha"),
    "仇": ("qiu", "chou"),
    "查": ("zha", "cha"),
    "区": ("qu", "ou"),
    "盖": ("ge", "gai"),
    "朴": ("piao", "pu"),
    "翟": ("zhai", "di"),
    "尉": ("wei", "yu"),
    "覃": ("qin", "tan"),
    "种": ("zhong", "chong"),
    "折": ("she", "zhe"),
    "薄": ("bo", "bao"),
    "缪": ("miao", "mou"),
    "晟": ("sheng", "cheng"),
    "盛": ("sheng", "cheng"),
    "茜": ("xi", "qian"),
    "洞": ("dong", "tong"),
    "涡": ("guo", "wo"),
    "浒": ("xu", "hu"),
    "柏": ("bai", "bo"),
    "埔": ("pu", "bu"),
    "还": ("huan", "hai"),
    "藏": ("zang", "cang"),
    "降": ("jiang", "xiang"),
    "巷": ("xiang", "hang"),
    "栅": ("zha", "shan"),
    "传": ("chuan", "zhuan"),
    "弹": ("tan", "dan"),
    "调": ("diao", "tiao"),
    "吕": ("lv", "lu"),
    "绿": ("lv", "lu"),
    "女": ("nv", "nu"),
    "旅": ("lv", "lu"),
}
_MOST_READINGS = 8
_ALONE = "\0"  # marks what is not Chinese while syllables are cut


def search_keys(name: str) -> str:
    """Everything a name may be looked up by, in one line: 重庆路 → "重庆路 chongqinglu cql …".

    Figures stay whole (3号楼 → 3hl). Compare with `normal_query` of what was typed: a key begins
    with it, or contains it.
    """
    written = normal_query(name)
    choices = _readings(written)
    keys = dict.fromkeys([written])
    for syllables in islice(product(*choices), _MOST_READINGS):
        keys["".join(syllable.lstrip(_ALONE) for syllable in syllables)] = None
    for syllables in islice(product(*choices), _MOST_READINGS):
        keys["".join(map(_first_letter, syllables))] = None
    return " ".join(key for key in keys if key)


def normal_query(typed: str) -> str:
    """What was typed, as keys are written: small, half-width, without spaces and marks."""
    plain = unicodedata.normalize("NFKC", typed).casefold().replace("ü", "v")
    return "".join(letter for letter in plain if letter.isalnum())


def _readings(written: str) -> list[list[str]]:
    """For each character its readings, the one in this phrase first."""
    from pypinyin import lazy_pinyin  # its dictionary takes a third of a second to read

    # A list is accepted from `errors`; the library's own type hints do not say so.
    syllables = lazy_pinyin(written, errors=_letter_by_letter)  # type: ignore[arg-type]
    readings: list[list[str]] = []
    for letter, syllable in zip(written, syllables, strict=True):
        others = [other for other in _OTHER_READINGS.get(letter, ()) if other != syllable]
        readings.append([syllable, *others])
    return readings


def _letter_by_letter(run: str) -> list[str]:
    return [_ALONE + letter for letter in run]


def _first_letter(syllable: str) -> str:
    return syllable[1:] if syllable.startswith(_ALONE) else syllable[:1]
