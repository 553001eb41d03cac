"""One entry's words: where, who, how much, and what else."""

import re
import unicodedata
from collections.abc import Collection
from decimal import Decimal
from typing import NamedTuple

from linli.lib.chains.entries import Quantity

_UNITS = (
    "公斤|千克|kg|毫升|升|斤|克|两|份|盒|箱|袋|个|件|套|只|盘|人|位|口|瓶|桶|提|包|张|次|把|条|板|捆|块|棵|"
    "根|串|罐|筐|扎|双|对|本|支|枚"
)
_NUMBERS = {
    "半": "0.5", "一": "1", "两": "2", "二": "2", "三": "3", "四": "4", "五": "5", "六": "6",
    "七": "7", "八": "8", "九": "9", "十": "10",
}  # fmt: skip
_AMOUNT = r"\d{1,4}(?:\.\d{1,2})?|[半一两二三四五六七八九十]"
_QUANTITY = re.compile(
    rf"^(?P<before>.*?)[x×*:+]?\s*(?P<amount>{_AMOUNT})(?P<unit>{_UNITS})(?P<half>半)?"
    r"(?P<after>[^\d]*)$",
    re.IGNORECASE,
)
_TIMES = re.compile(r"^(?P<before>.*?)[x×*+](?P<amount>\d{1,4}(?:\.\d{1,2})?)$", re.IGNORECASE)
_SEPARATED = re.compile(
    r"[\s,，、;；。|]+"
    # 鸡蛋2盘牛奶1箱: cut where another thing with its own amount follows.
    rf"|(?<=[份盒箱袋个件套只盘瓶桶提包斤])(?!半)(?=[+\u4e00-\u9fff]{{1,9}}?(?:{_AMOUNT})(?:{_UNITS}))"
)
_NUMBER_OF_HOUSE = r"(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[a-z]\d{0,2})"
_DOOR = r"\d{3,4}[a-z]?"
_HINT = re.compile(
    rf"(?P<full>(?<![\d.])(?:"
    rf"{_NUMBER_OF_HOUSE}\s*(?:号楼|栋|幢|座|楼|号|#)\s*-?"
    rf"(?:\s*{_NUMBER_OF_HOUSE}\s*(?:单元|门洞|门|梯|-)\s*)?{_DOOR}"
    rf"|{_NUMBER_OF_HOUSE}\s*[-/]\s*\d{{1,2}}\s*[-/]\s*{_DOOR}"
    rf"|{_NUMBER_OF_HOUSE}\s*(?:单元|门洞|门|梯)\s*{_DOOR}"
    rf"|\d{{1,3}}\s*[-/]\s*{_DOOR}"
    rf")(?:\s*[室户房])?(?!\d|[-/]\d))",
    re.IGNORECASE,
)
_DOOR_ALONE = re.compile(
    rf"(?<!\d)(?:{_DOOR}\s*[室户房](?!\d)|^{_DOOR}(?=[\s\u4e00-\u9fff]))", re.IGNORECASE
)
_PHONE = re.compile(r"(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)")
_WITHDRAWN = re.compile(
    r"取消|不要了|不参加|不去了|不来了|退出|退订|作废|划掉|撤销|撤回|❌|✖|╳|~~.*~~"
)
_MORE = re.compile(r"再加|追加|加购|加订|再要|再来|另加")
_STRUCK_LETTER = "\u0336"
_WECHAT_FACE = re.compile(r"\[[\u4e00-\u9fffA-Za-z]{1,6}\]")
_DASHES = str.maketrans(dict.fromkeys("–—−‐―﹣－", "-"))
_KEPT_SYMBOLS = set("~+-#/*×")
_LONGEST_NAME = 12


class Said(NamedTuple):
    """The parts of an entry's words."""

    hint: str
    name: str
    quantities: tuple[Quantity, ...]
    note: str
    withdraws: bool
    adds: bool
    had_phone: bool


def said_of(text: str, compounds: Collection[str] = ()) -> Said:
    """Reads one entry. `compounds` are names of the community's compounds, which may stand before
    a building's number."""
    withdraws = _STRUCK_LETTER in text or bool(_WITHDRAWN.search(text))
    adds = bool(_MORE.search(text))
    plain = plain_text(text)
    without, phones = _PHONE.subn(" ", plain)
    hint, rest = take_hint(without, compounds)
    quantities: list[Quantity] = []
    words: list[str] = []
    for token in filter(None, _SEPARATED.split(rest)):
        found = _quantity(token)
        if found is None:
            words.append(token)
        elif not found.item and len(words) > 1:  # the first word is who it is for
            quantities.append(_with(found, words.pop()))
        else:
            quantities.append(found)
    words = [word.strip("-:+/~*×#") for word in words]
    words = [word for word in words if word and not _WITHDRAWN.fullmatch(word)]
    name = words.pop(0) if words and len(words[0]) <= _LONGEST_NAME else ""
    return Said(hint, name, tuple(quantities), " ".join(words), withdraws, adds, bool(phones))


def quantities_of(text: str) -> tuple[Quantity, ...]:
    """What a person typed into the field for it: 鸡蛋 2盘、牛奶 1箱. Words without a number are one
    of their kind."""
    found: list[Quantity] = []
    waiting = ""
    for token in filter(None, _SEPARATED.split(plain_text(text))):
        each = _quantity(token)
        if each is None:
            if waiting:
                found.append(Quantity(Decimal(1), "", waiting))
            waiting = token
            continue
        found.append(_with(each, waiting) if waiting and not each.item else each)
        waiting = "" if not each.item else waiting
    if waiting:
        found.append(Quantity(Decimal(1), "", waiting))
    return tuple(found)


def plain_text(text: str) -> str:
    """The text without width, faces and pictures, its dashes alike."""
    text = _WECHAT_FACE.sub(" ", text.replace(_STRUCK_LETTER, ""))
    text = unicodedata.normalize("NFKC", text).translate(_DASHES).replace("~~", " ")
    return "".join(
        letter if letter in _KEPT_SYMBOLS or not _is_picture(letter) else " " for letter in text
    ).strip()


def take_hint(text: str, compounds: Collection[str] = ()) -> tuple[str, str]:
    """What says where the dwelling is, and the rest of the words."""
    found = _HINT.search(text) or _DOOR_ALONE.search(text)
    if found is None:
        return "", text
    start, end = found.span()
    for name in sorted(compounds, key=len, reverse=True):
        if name and text[:start].rstrip().endswith(name):
            start = text[:start].rstrip().rindex(name)
            break
    hint = "".join(text[start:end].split())
    return hint, f"{text[:start]} {text[end:]}"


def _is_picture(letter: str) -> bool:
    return unicodedata.category(letter) in ("So", "Sk", "Cs", "Cf", "Cn", "Co", "Mn", "Me")


def _quantity(token: str) -> Quantity | None:
    found = _QUANTITY.match(token)
    if found:
        amount = Decimal(_NUMBERS.get(found["amount"], found["amount"]))
        if found["half"]:
            amount += Decimal("0.5")
        item = (found["before"] or found["after"]).strip("-:x×*+")
        return Quantity(amount, found["unit"], _MORE.sub("", item))
    if found := _TIMES.match(token):
        return Quantity(Decimal(found["amount"]), "", found["before"].strip("-:"))
    return None


def _with(quantity: Quantity, item: str) -> Quantity:
    return Quantity(quantity.amount, quantity.unit, item)
