"""The lines around a form that ask about the filling: who reports, when, who filled it in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

What = Literal["unit", "date", "month", "filler", "phone", "approver"]

_LABELS: tuple[tuple[What, str], ...] = (
    ("approver", (r"(?:单位)?(?:主要|分管)?(?:负责人|领导)(?:签[字名章]|审核|\(签[字章]\))?|"
                 r"审[核批]人?(?:签[字名章])?|(?:主任|书记)签[字名章]")),
    ("phone", r"(?:填[表报]人|经办人|联系人)?(?:联系|办公)?电话|联系方式"),
    ("date", r"(?:填[表报写]|填制|上?报送?|制表|登记)?(?:日期|时间)"),
    ("month", r"(?:填[表报]|统计|所属|报告)(?:月份|周期|年月)|月份"),
    ("filler", r"(?:填[表报写]|制表|经办|登记|上报|报送|联系)人(?:员|姓名)?(?:签[字名])?"),
    ("unit", (r"(?:(?:填[表报写]|填制|上?报送?|编报|申报|制表|登记|推荐)(?:单位|部门)?|所属|所在)?"
              r"(?:单位|部门|(?:村\(?)?社区\)?|居(?:民)?委(?:员)?会)(?:名称)?(?:\(盖?公?章\))?")),
)  # fmt: skip
_COLON = re.compile(r"[:：]")
_PATTERNS = [(what, re.compile(pattern)) for what, pattern in _LABELS]
_GAP = re.compile(r"[ \u3000_＿\t]*")
_DATE_GAP = re.compile(
    r"(?P<y>[ \u3000_＿\t\d]*)年(?P<m>[ \u3000_＿\t\d]*)月(?:(?P<d>[ \u3000_＿\t\d]*)日)?"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A label inside a text and where the room for its value begins and ends."""

    what: What
    label: str
    start: int
    end: int


def asked_in(text: str) -> Iterator[Asked]:
    """The labels with a colon in a text that has room behind them, in order."""
    for colon in _COLON.finditer(text):
        before = text[: colon.start()]
        # A label begins behind the last wide gap: 填表单位：    填表日期：
        start = max(
            (found.end() for found in re.finditer(r"[ \u3000_＿\t]{2,}|[:：;；,，。]\s*", before)),
            default=0,
        )
        what = what_of(before[start:])
        if what is None:
            continue
        dated = _DATE_GAP.match(text, colon.end())
        gap = dated or _GAP.match(text, colon.end())
        assert gap is not None
        rest = text[gap.end() :]
        following = re.match(r"[^:：]{1,16}[:：]", rest)
        if gap.end() < len(text) and not dated and not following and rest.strip():
            continue  # something is written there already
        yield Asked(what, before[start:].strip(), colon.end(), gap.end())


def what_of(label: str) -> What | None:
    plain = "".join(label.replace("（", "(").replace("）", ")").split()).strip(":：")
    for what, pattern in _PATTERNS:
        if pattern.fullmatch(plain):
            return what
    return None


def with_value(text: str, asked: Asked, value: str) -> str:
    """The text with the value in the room behind its label; what follows stays apart from it."""
    room = text[asked.start : asked.end]
    dated = _DATE_GAP.fullmatch(room)
    if dated and (parts := re.fullmatch(r"(\d{4})-(\d{2})(?:-(\d{2}))?", value)):
        year, month, day = parts[1], int(parts[2]), int(parts[3] or 0)
        value = f"{year}年{month}月" + (f"{day}日" if dated["d"] is not None and day else "")
    left = len(room) - 2 * len(value) if room.isascii() else len(room) - len(value)
    rest = text[asked.end :]
    gap = " " * max(left, 2) if rest and not dated else ("" if not rest else "  ")
    return f"{text[: asked.start]}{value}{gap if rest.strip() else ''}{rest}"


def filled_in(text: str, label: str) -> str:
    """What was written behind a label: up to the next label or the next wide gap."""
    _before, found, behind = text.partition(label)
    behind = re.sub(r"^\s*[:：]\s*", "", behind)
    if dated := _DATE_GAP.match(behind):
        behind = "".join(dated[0].split())
    behind = re.split(r"[ \u3000_＿\t]{2,}|[^\s:：]{1,16}[:：]", behind)[0] if found else ""
    value = behind.strip(" \u3000_＿\t")
    return "" if _DATE_GAP.fullmatch(value) and not re.search(r"\d", value) else value
