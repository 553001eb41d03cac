"""In which encoding a text file was saved, proved by decoding all of it strictly."""

import codecs
from typing import BinaryIO

from charset_normalizer import from_bytes

from linli.lib.tables.problems import Unreadable

_PIECE = 1 << 20
_SAMPLE = 1 << 16
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_USUAL_PUNCTUATION = set("、。，：；！？（）“”‘’《》【】〈〉￥…—·～℃№×〃√✓✔○〇●◎△▲□■☆★")


def detect_encoding(stream: BinaryIO) -> str:
    """The codec of the whole stream: utf-8(-sig), utf-16, gb18030 or, rarely, big5.

    Raises `Unreadable("encoding_broken", line)` where the bytes stop making sense, which in a
    file that began well means that it is torn.
    """
    stream.seek(0)
    sample = stream.read(_SAMPLE)
    for bom, encoding in _BOMS:
        if sample.startswith(bom):
            return _proved(stream, encoding)
    if wide := _utf16_without_bom(sample):
        return _proved(stream, wide)
    broken_at = _first_break(stream, "utf-8")
    if broken_at is None:
        return "utf-8"
    if _is_damaged_utf8(sample):
        raise Unreadable("encoding_broken", line=broken_at)
    gbk_broken_at = _first_break(stream, "gb18030")
    if gbk_broken_at is None and _share_of_usual(sample, "gb18030") > 0.8:
        return "gb18030"
    if _first_break(stream, "big5") is None and _guess(sample) == "big5":
        return "big5"
    if gbk_broken_at is None and _share_of_usual(sample, "gb18030") > 0.6:
        return "gb18030"  # a list full of rare names
    raise Unreadable("encoding_broken", line=gbk_broken_at or broken_at)


def _proved(stream: BinaryIO, encoding: str) -> str:
    line = _first_break(stream, encoding)
    if line is not None:
        raise Unreadable("encoding_broken", line=line)
    return encoding


def _first_break(stream: BinaryIO, encoding: str) -> int | None:
    """The line, from 1, on which strict decoding fails; None if it never does."""
    stream.seek(0)
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    lines = 1
    while True:
        piece = stream.read(_PIECE)
        try:
            lines += decoder.decode(piece, final=not piece).count("\n")
        except UnicodeDecodeError as error:
            return lines + error.object[: error.start].count(b"\n")
        if not piece:
            return None


def _utf16_without_bom(sample: bytes) -> str | None:
    """UTF-16 betrays itself by a zero byte beside every ASCII letter, on one side only."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    letters = len(sample) // 2 or 1
    if odd > letters * 0.2 and even < letters * 0.02:
        return "utf-16-le"
    if even > letters * 0.2 and odd < letters * 0.02:
        return "utf-16-be"
    return None


def _is_damaged_utf8(sample: bytes) -> bool:
    """Whether nearly all of it is UTF-8, so that what is not must be damage."""
    text = sample.decode("utf-8", "replace")
    foreign = sum(letter > "\x7f" for letter in text)
    return text.count("\ufffd") * 4 < foreign


def _share_of_usual(sample: bytes, encoding: str) -> float:
    """The share of everyday characters in what is not ASCII: rubbish has few."""
    text = codecs.getincrementaldecoder(encoding)("strict").decode(sample)
    foreign = [letter for letter in text if letter > "\x7f"]
    return sum(map(_is_usual, foreign)) / len(foreign) if foreign else 1.0


def _is_usual(letter: str) -> bool:
    if letter in _USUAL_PUNCTUATION or "\uff01" <= letter <= "\uff5e" or letter == "\u3000":
        return True
    if not "\u4e00" <= letter <= "\u9fff":
        return False
    try:
        letter.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _guess(sample: bytes) -> str | None:
    best = from_bytes(sample, cp_isolation=["gb18030", "big5"]).best()
    return best.encoding if best else None
