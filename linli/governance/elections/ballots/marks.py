"""What people write into the box beside a name."""

import unicodedata
from collections.abc import Collection

FOR, NOT_FOR, VOID, UNKNOWN, UNCLEAR = "for", "not_for", "void", "unknown", "unclear"

_WORDS = {
    FOR: "1 √ ✓ ✔ ☑ ○ 〇 ◯ ⭕ o v y yes true t for approve approved 是 赞成 同意 选 选举 对 圈",
    NOT_FOR: "0 × ✕ ✗ ✘ ❌ - — － n no false f against 否 反对 不同意 弃权 空 空白 无 abstain blank undervote",
    VOID: "废 废票 无效 作废 认不清 无法辨认 模糊 ? void invalid illegible overvote",
    # A cross is an approval in one country and a refusal in another.
    UNCLEAR: "x",
}
_READ = {word: meaning for meaning, words in _WORDS.items() for word in words.split()}


def plain(text: str) -> str:
    """The mark without width, case and spaces."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def read_mark(written: str, further: Collection[str] = ()) -> str:
    """FOR, NOT_FOR (against, abstained, empty), VOID, or UNKNOWN and UNCLEAR, which a person has
    to put right. `further` are marks that mean approval here (in `plain` form)."""
    mark = plain(written)
    if mark in further:
        return FOR
    return NOT_FOR if not mark else _READ.get(mark, _READ.get(written.strip(), UNKNOWN))
