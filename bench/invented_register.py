"""A register of invented people with duplicates planted in it, each of a kind that happens at a
desk, and with people who look like duplicates and are none. Nobody in it exists."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

SURNAMES = (
    "王" * 72 + "李" * 70 + "张" * 66 + "刘" * 52 + "陈" * 45 + "杨" * 31 + "黄" * 22 + "赵" * 20
    + "吴" * 20 + "周" * 19 + "徐" * 16 + "孙" * 15 + "马" * 13 + "朱" * 13 + "胡" * 13 + "郭" * 11
    + "何" * 11 + "林" * 11 + "高" * 10 + "罗" * 9 + "郑" * 9 + "梁" * 8 + "谢" * 7 + "宋" * 7
    + "唐" * 7 + "许" * 6 + "邓" * 6 + "韩" * 6 + "冯" * 6 + "曹" * 6 + "彭" * 6 + "曾" * 5
    + "肖田董袁潘蒋蔡余于杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范石廖贾夏韦付方邹熊白孟秦邱江尹薛"
    + "萧章傅单闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)  # fmt: skip
OLD_GIVEN = "秀英兰玉珍芳桂华淑凤梅花荣贵德福国建民军平明文义志永忠生成林祥春红霞云翠金银宝山海"
NEW_GIVEN = "子涵欣怡梓轩浩宇雨萱思佳晨俊杰博文诗琪嘉一诺可馨宸睿泽昊然奕辰沐瑶安若曦语桐雅婷"
MIDDLE_GIVEN = "伟强磊洋勇静敏丽艳娟涛超鹏飞婷波斌亮健俊龙辉刚莉丹洁琳玲萍燕雪倩慧颖晶鑫凯晓小"
PEN_SLIPS = {
    "未": "末", "土": "士", "己": "已", "芳": "芬", "玲": "铃", "凤": "风", "祥": "详", "佳": "住",
    "宇": "字", "健": "建", "伟": "炜", "斌": "彬", "雪": "雷", "霞": "露", "莉": "荔", "萍": "苹",
    "瑶": "谣", "丽": "而", "刚": "钢", "明": "朋", "林": "材", "金": "全", "玉": "王", "永": "水",
    "洪": "洁", "军": "车", "兰": "三", "云": "去", "梅": "海", "德": "得", "荣": "茱", "峰": "锋",
    "静": "睁", "敏": "敝", "娟": "捐", "晨": "震", "轩": "杆", "浩": "洁", "睿": "容", "婷": "停",
}  # fmt: skip
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
KINDS = (
    "homophone", "traditional", "wrong_character", "swapped_digit", "wrong_digit", "birth_slip",
    "swapped_given", "nothing_but_name",
)  # fmt: skip


@dataclass(frozen=True)
class Row:
    """One row of the invented register."""

    name: str
    sex: str
    born: date | None
    number: str
    phone: str
    home: int


@dataclass
class Register:
    """The rows, and which pairs are one person: (index, index) → the kind planted."""

    rows: list[Row] = field(default_factory=list)
    same: dict[tuple[int, int], str] = field(default_factory=dict)


def invent(people: int, duplicates: int, seed: int) -> Register:
    """A register of about `people` rows with `duplicates` planted, the same for the same seed."""
    chance, made = Random(seed), Register()
    home = 0
    while len(made.rows) < people - duplicates:
        home += 1
        made.rows += _household(chance, home)
    made.rows = _numbers_once(made.rows)
    originals = chance.sample(range(len(made.rows)), duplicates)
    for number, original in enumerate(originals):
        kind = KINDS[number % len(KINDS)]
        made.same[(original, len(made.rows))] = kind
        made.rows.append(_again(chance, made.rows[original], kind, home))
    made.rows = _numbers_once(made.rows)
    return made


def _numbers_once(rows: list[Row]) -> list[Row]:
    """No two rows bear one number: whoever would be the second has none."""
    seen: set[str] = set()
    kept = []
    for row in rows:
        kept.append(replace(row, number="") if row.number in seen else row)
        seen.add(row.number)
    return kept


def an_id(division: str, born: date, serial: int) -> str:
    """An invented number that holds together."""
    return _with_check(f"{division}{born:%Y%m%d}{serial:03d}")


def _with_check(body: str) -> str:
    total = sum(int(digit) * weight for digit, weight in zip(body, _WEIGHTS, strict=True))
    return body + "10X98765432"[total % 11]


def _household(chance: Random, home: int) -> list[Row]:
    phone = f"199{chance.randrange(10**8):08d}"
    age = chance.randrange(22, 92)
    father = _person(chance, "male", age, chance.choice(SURNAMES), home, phone)
    rows = [father]
    if chance.random() < 0.7:
        rows.append(_person(chance, "female", age - chance.randrange(-2, 6), "", home, phone))
    if age > 25 and chance.random() < 0.45:
        rows += _children(chance, father, age, home, phone)
    return rows


def _children(chance: Random, father: Row, age: int, home: int, phone: str) -> list[Row]:
    surname, younger = father.name[0], max(0, age - chance.randrange(22, 34))
    sex = chance.choice(("male", "female"))
    child = _person(chance, sex, younger, surname, home, phone)
    if chance.random() < 0.25 and len(father.name) == 3:
        # Father and son with one character in common.
        child = replace(child, name=father.name[:2] + chance.choice(MIDDLE_GIVEN))
    if chance.random() > 0.06:
        return [child]
    # Twins: one day of birth, one home, and often one character in common.
    stem = surname + chance.choice(_given(younger))
    letters = chance.sample(sorted(set(_given(younger))), 2)
    twins = []
    serial = chance.randrange(1, 900)
    for number, letter in enumerate(letters):
        numbered = an_id("110105", child.born, serial + number * 2) if child.number else ""
        twins.append(replace(child, name=stem + letter, number=numbered))
    return twins


def _person(chance: Random, sex: str, age: int, surname: str, home: int, phone: str) -> Row:
    born = date(2026 - max(age, 0), 1, 1) + timedelta(days=chance.randrange(365))
    letters = _given(age)
    name = (surname or chance.choice(SURNAMES)) + "".join(
        chance.choice(letters) for _each in range(2 if chance.random() < 0.72 else 1)
    )
    serial = chance.randrange(0, 499) * 2 + (sex == "male")
    division = chance.choice(("110105", "110101", "410102", "370102", "130102", "420106"))
    number = an_id(division, born, serial) if chance.random() < 0.85 else ""
    return Row(
        name,
        sex,
        born if number or chance.random() < 0.85 else None,
        number,
        phone if chance.random() < 0.7 else "",
        home,
    )


def _given(age: int) -> str:
    return OLD_GIVEN if age > 55 else MIDDLE_GIVEN if age > 25 else NEW_GIVEN


def _again(chance: Random, row: Row, kind: str, homes: int) -> Row:
    """The same person written down a second time, with one thing wrong."""
    twice = row
    if chance.random() < 0.4:
        twice = replace(twice, home=chance.randrange(1, homes + 1))
    if chance.random() < 0.5:
        twice = replace(twice, phone="")
    if kind in ("swapped_digit", "wrong_digit") and row.number:
        return _slipped_number(chance, twice, kind)
    twice = replace(twice, number="")  # no two rows bear one number
    match kind:
        case "homophone":
            return replace(twice, name=_homophone(chance, row.name))
        case "traditional":
            return replace(twice, name=_traditional(row.name))
        case "wrong_character":
            return replace(twice, name=_wrong_character(chance, row.name))
        case "swapped_given" if len(row.name) == 3 and row.name[1] != row.name[2]:
            return replace(twice, name=row.name[0] + row.name[2] + row.name[1])
        case "nothing_but_name":
            return replace(twice, born=None, home=row.home)
        case _ if row.born is not None:
            return replace(twice, born=_slipped_date(chance, row.born))
    return twice


def _slipped_number(chance: Random, row: Row, kind: str) -> Row:
    body = row.number[:17]
    while True:
        at = chance.randrange(16)
        letters = list(body)
        if kind == "swapped_digit":
            letters[at], letters[at + 1] = letters[at + 1], letters[at]
        else:
            letters[at] = str(chance.randrange(10))
        slipped = "".join(letters)
        try:
            born = date(int(slipped[6:10]), int(slipped[10:12]), int(slipped[12:14]))
        except ValueError:
            continue
        if slipped != body and date(1920, 1, 1) < born < date(2027, 1, 1):
            sex = "male" if int(slipped[16]) % 2 else "female"
            return replace(row, number=_with_check(slipped), born=born, sex=sex)


def _slipped_date(chance: Random, born: date) -> date:
    while True:
        letters = list(f"{born:%Y%m%d}")
        letters[chance.randrange(2, 8)] = str(chance.randrange(10))
        slipped = "".join(letters)
        try:
            found = date(int(slipped[:4]), int(slipped[4:6]), int(slipped[6:]))
        except ValueError:
            continue
        if found != born and date(1920, 1, 1) < found < date(2027, 1, 1):
            return found


def _homophone(chance: Random, name: str) -> str:
    sounding = _by_sound()
    places = [i for i, letter in enumerate(name) if len(sounding.get(_sound(letter), "")) > 1]
    if not places:
        return name
    at = chance.choice(places)
    other = chance.choice([c for c in sounding[_sound(name[at])] if c != name[at]])
    return name[:at] + other + name[at + 1 :]


def _wrong_character(chance: Random, name: str) -> str:
    places = [i for i, letter in enumerate(name) if letter in PEN_SLIPS]
    if places and chance.random() < 0.7:
        at = chance.choice(places)
        return name[:at] + PEN_SLIPS[name[at]] + name[at + 1 :]
    at = len(name) - 1
    return name[:at] + chance.choice([c for c in MIDDLE_GIVEN + OLD_GIVEN if c != name[at]])


def _traditional(name: str) -> str:
    from opencc import OpenCC

    return str(OpenCC("s2t").convert(name))


def _sound(letter: str) -> str:
    from pypinyin import lazy_pinyin

    return str(lazy_pinyin(letter)[0])


_sounds: dict[str, str] = {}


def _by_sound() -> dict[str, str]:
    """The common characters by their sound."""
    if not _sounds:
        common = {chr(code) for code in range(0x4E00, 0x9FA5) if _is_common(chr(code))}
        for letter in sorted(common):
            _sounds[_sound(letter)] = _sounds.get(_sound(letter), "") + letter
    return _sounds


def _is_common(letter: str) -> bool:
    """Whether it stands in the first level of GB 2312: the 3,755 characters of daily use."""
    try:
        first, _second = letter.encode("gb2312")
    except (UnicodeEncodeError, ValueError):
        return False
    return 0xB0 <= first <= 0xD7
