"""Numbers by which a person can be reached, paid or identified, found in free text.

What must stay readable shapes every pattern: dates, times, amounts, counts, public hotlines
(110, 12345, 400-…). A number said in groups (138 1234 1234) is the same number; a row of house
numbers (1 3 5 7 9 11 13 15) is not.
"""

import re
from collections.abc import Callable, Iterator

from linli.lib.identity.phone import Phone, read_phone
from linli.lib.identity.reading_view import Hit, ReadingView

# What people put between the digits of one number, letters that are not seen included.
_GAP = r"[\s\-‐-―−·•._*\u200b-\u200f\u2060\ufeff]{0,2}"
_BRACKETS = re.compile(r"[()（）［］\[\]【】]")
_SAID = r"[:是为叫\s]{0,4}"

_MOBILE = re.compile(
    rf"(?<!\d)(?:(?:\+|00)?86{_GAP})?(?P<number>1{_GAP}[3-9](?:{_GAP}\d){{9}})(?!\d)"
    r"|(?<!\d)1[3-9]\d[,/、]\d{4}[,/、]\d{4}(?!\d)"
)
_LANDLINE = re.compile(
    rf"(?<!\d)(?:\+?86{_GAP})?[(]?0(?:10|2\d|[3-9]\d{{2}})[)]?{_GAP}[2-9]\d{{2,3}}{_GAP}\d{{4}}"
    r"(?:(?:-|转|分机){1,2}\d{1,6})?(?!\d)"
)
_LOCAL = re.compile(
    r"(?:电话|座机|固话|致电|拨打|联系方式|TEL|PHONE)[\u4e00-\u9fff:\s]{0,6}"
    r"(?P<private>(?!20[0-3]\d[01]\d[0-3]\d)[2-8]\d{2,3}[\s-]?\d{4}(?:(?:-|转)\d{1,6})?)(?!\d)"
)
_NATIONAL_ID = re.compile(
    rf"(?<!\d)[1-9]{_GAP}\d(?:{_GAP}\d){{4}}{_GAP}(?:1{_GAP}[89]|2{_GAP}0)(?:{_GAP}\d){{2}}"
    rf"{_GAP}(?:0{_GAP}[1-9]|1{_GAP}[0-2]){_GAP}(?:0{_GAP}[1-9]|[12]{_GAP}\d|3{_GAP}[01])"
    rf"(?:{_GAP}\d){{3}}{_GAP}[\dX](?!\d)"
)
_OLD_ID = re.compile(
    r"(?<!\d)[1-6][0-7]\d{4}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?!\d)"
)
_CARD = re.compile(
    rf"(?<!\d)(?:6{_GAP}2(?:{_GAP}\d){{14,17}}"
    rf"|[3-69](?:\d{{14,18}}|\d{{3}}(?:[\s-]\d{{4}}){{3}}))(?!\d)"
)
_ACCOUNT = re.compile(
    rf"(?:卡号|账号|帐号|账户|帐户){_SAID}(?P<private>\d(?:[\s-]?\d){{7,20}})(?!\d)"
)
_DOCUMENT = re.compile(
    rf"(?:护照|通行证|军官证|居住证|社保卡|医保卡|证件|学号|工号)(?:号码|编号|号)?{_SAID}"
    r"(?P<private>[A-Z]{0,3}\d{5,18}[A-Z]?)(?![A-Z\d])"
)
_EMAIL = re.compile(
    r"[A-Z0-9][A-Z0-9._%+-]{0,63}\s?(?:@|[(\[]AT[)\]]|#)\s?"
    r"(?:[A-Z0-9-]+\s?\.\s?)+[A-Z]{2,10}(?![A-Z])"
)
_CHAT = re.compile(
    r"(?:微信|薇信|威信|WECHAT|WEIXIN|(?<![A-Z0-9])(?:VX|WX|V(?=\s?:))|V信|加V|加微)"
    r"(?!群|公众|小程序|支付|视频|扫码|\s?(?:ANDROID|IPHONE|WINDOWS|HTTP))"
    rf"(?:账号|ID|号码|号|同号)?{_SAID}(?P<private>[A-Z0-9][A-Z0-9_-]{{4,19}})"
)
_CHAT_ID = re.compile(r"(?<![A-Z0-9_])WXID_[A-Z0-9]{6,}")
_QQ = re.compile(
    rf"(?:(?<![A-Z0-9])(?:QQ|Q(?=\s?:))|扣扣|企鹅)(?:群号|账号|号码|群|号)?{_SAID}"
    r"(?P<private>[1-9]\d{4,10})(?!\d)"
)
_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_PLATE = re.compile(
    rf"[{_PROVINCES}]\s?[A-HJ-NP-Z]"
    rf"(?P<private>[\s·•.-]{{0,2}}(?=[A-Z]{{0,3}}\d)[A-HJ-NP-Z0-9]{{4,5}}"
    r"[A-HJ-NP-Z0-9挂学警港澳])(?![A-Z0-9])"
)
_PLATE_SAID = re.compile(
    rf"车牌(?:号码|尾号|号)?{_SAID}(?P<private>(?=[A-Z]{{0,5}}\d)[A-HJ-NP-Z0-9]{{4,7}})(?![A-Z0-9])"
)
# A fingerprint of a file is nobody's number, whatever its digits happen to spell.
_FINGERPRINT = re.compile(r"(?<![A-Z0-9])(?=\d*[A-F])[0-9A-F]{40,128}(?![A-Z0-9])")


def find_numbers(view: ReadingView) -> Iterator[Hit]:
    """Everything found, the surest kinds first; hits may lie over each other.

    Figures are read as figures first, then with Chinese numerals as figures: in 张三138… the 三
    belongs to the name.
    """
    for text in map(_without_fingerprints, (view.plain, view.digits)):
        yield from _found(_NATIONAL_ID, text, "national_id")
        yield from _found(_OLD_ID, text, "national_id")
        yield from _found(_CARD, text, "bank_card", _is_card)
        yield from _found(_ACCOUNT, text, "bank_card")
        yield from _found(_MOBILE, text, "mobile", _is_said_as_one)
        yield from _found(_LANDLINE, text, "landline")
        yield from _found(_LOCAL, text, "landline")
        yield from _found(_QQ, text, "chat")
    yield from _found(_EMAIL, view.plain, "email")
    yield from _found(_CHAT_ID, view.plain, "chat")
    yield from _found(_CHAT, view.plain, "chat")
    yield from _found(_PLATE, view.plain, "plate")
    yield from _found(_PLATE_SAID, view.plain, "plate")
    yield from _found(_DOCUMENT, view.plain, "document")


def holds_mobile(text: str) -> bool:
    """Whether a field for a telephone holds somebody's mobile number: alone, beside another, with
    an extension, or with whatever was written around it."""
    read = read_phone(text)
    if isinstance(read, Phone) and read.kind == "mobile":
        return True
    written = (text, _BRACKETS.sub("", text))
    return any(hit.kind == "mobile" for each in written for hit in find_numbers(ReadingView(each)))


def _found(
    pattern: re.Pattern[str],
    text: str,
    kind: str,
    accepts: Callable[[str], bool] = bool,
) -> Iterator[Hit]:
    """Hits of a pattern; its group `private`, if it has one, is what is to be masked, its group
    `number` what is to be judged."""
    for found in pattern.finditer(text):
        part = "private" if "private" in pattern.groupindex else 0
        judged = found.groupdict().get("number") or found[0]
        if accepts(judged):
            yield Hit(found.start(part), found.end(part), kind)


def _without_fingerprints(text: str) -> str:
    return _FINGERPRINT.sub(lambda found: "Z" * len(found[0]), text)


def _is_said_as_one(number: str) -> bool:
    """Few groups, or every digit apart, or all in pairs: otherwise it is a row of numbers."""
    groups = [len(group) for group in re.findall(r"\d+", number)]
    return len(groups) <= 5 or max(groups) == 1 or groups[:-1] == [2] * (len(groups) - 1)


def _is_card(number: str) -> bool:
    """Numbers of Chinese cards begin with 62; others must satisfy the check digit of cards."""
    digits = [int(digit) for digit in number if digit.isdigit()]
    if not 15 <= len(digits) <= 19:
        return False
    if digits[:2] == [6, 2] and len(digits) >= 16:
        return True
    doubled = sum(sum(divmod(2 * digit, 10)) for digit in digits[-2::-2])
    return (sum(digits[-1::-2]) + doubled) % 10 == 0
