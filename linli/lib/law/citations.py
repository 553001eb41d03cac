"""The articles the house stands on, each in our own words: one TOML file for each law.

`citations/<law>.toml` has a table [law] (title, title_en, in_force_from, verified_on; part and
part_en where its numbers count the parts of a notice and not articles) and one table
[articles.<number>] per article (status, paraphrase, paraphrase_en). A key is the file's name and
the article's number: `rcl2025.34`.
"""

import re
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from functools import lru_cache
from importlib import resources
from typing import Any

UNCHECKED = "?"
"""What a key ends in where the number read with the article has not been held against the text:
`rcl2025.8?`. So the mark goes wherever the key goes: kept findings, letters, data, pages."""

LOCAL = "local"
"""The law of a key whose text a place has entered itself: `local.<id of the row>`."""

_DIGITS = "零一二三四五六七八九"
_LAW_FIELDS: dict[str, type] = {"title": str, "title_en": str, "in_force_from": date}
_LAW_MAY_SAY: dict[str, type] = {"verified_on": date, "part": str, "part_en": str}
_ARTICLE_FIELDS: dict[str, type] = {"status": str, "paraphrase": str, "paraphrase_en": str}


class Status(StrEnum):
    """Whether someone has held the paraphrase against the text."""

    VERIFIED = "verified"
    TO_VERIFY = "to_verify"
    """Known from practice or second hand: shown with a mark."""


@dataclass(frozen=True, slots=True)
class Citation:
    """One article of one law, as it has stood since `in_force_from`."""

    key: str
    title: str
    title_en: str
    article: str
    in_force_from: date
    paraphrase: str
    """What it says for us, in Chinese and in our own words; the law's text decides."""
    paraphrase_en: str
    status: Status
    verified_on: date | None = None
    part: str = "条"
    """What its numbers count: articles, or the parts of a notice that has none."""
    part_en: str = "Art."

    @property
    def law(self) -> str:
        """The first part of its key: which law it belongs to."""
        return self.key.partition(".")[0]

    @property
    def is_local(self) -> bool:
        """Whether a place has entered it itself; such a text may have no article's number."""
        return self.law == LOCAL

    @property
    def reference(self) -> str:
        """As it is written in Chinese: 《民法典》第二百零三条."""
        return f"《{self.title}》{self.within}"

    @property
    def within(self) -> str:
        """Where it stands within its law: 第二百零三条."""
        if not self.article.isdigit():
            return self.article
        return f"第{_in_chinese(int(self.article))}{self.part}"

    @property
    def within_en(self) -> str:
        """The same in English: Art. 203."""
        return f"{self.part_en} {self.article}" if self.article.isdigit() else self.article

    @property
    def reference_en(self) -> str:
        """As it is written in English: Civil Code, Art. 203."""
        return f"{self.title_en}, {self.within_en}" if self.article else self.title_en


def cite(key: str) -> Citation:
    """The citation of that key; of a key marked `?`, the article as one still to be checked.

    Raises KeyError, naming the nearest keys, where there is none.
    """
    plain = key.removesuffix(UNCHECKED)
    found = _registry().get(plain) or (_local(plain) if plain.startswith(f"{LOCAL}.") else None)
    if found is None:
        near = get_close_matches(key, _registry(), n=3)
        raise KeyError(f"no citation {key!r}; nearest: {', '.join(near) or 'none'}")
    return found if plain == key else replace(found, status=Status.TO_VERIFY)


def cite_each(keys: Iterable[str]) -> list[Citation]:
    """The citations of several keys, each once; one that bears the mark anywhere, with it."""
    found: dict[str, Citation] = {}
    for key in keys:
        cited = cite(key)
        if cited.key not in found or cited.status is Status.TO_VERIFY:
            found[cited.key] = cited
    return list(found.values())


def add_local(find: Callable[[str], Citation | None]) -> None:
    """Says who knows the keys `local.*`; called once, by the register that keeps them."""
    global _local
    _local = find


def _no_local(key: str) -> Citation | None:
    return None


_local: Callable[[str], Citation | None] = _no_local


def all_citations() -> tuple[Citation, ...]:
    """Every citation, law by law and in the order of articles."""
    return tuple(_registry().values())


def read_law(law: str, text: str) -> tuple[Citation, ...]:
    """The citations in one file's text, its articles in order.

    Raises ValueError, naming the file, for anything missing, unknown or of the wrong kind.
    """
    try:
        table = tomllib.loads(text)
        _expect(table, {"law": dict, "articles": dict})
        of_law = table["law"]
        _expect(of_law, _LAW_FIELDS, _LAW_MAY_SAY)
        return tuple(
            _citation(law, of_law, article, table["articles"][article])
            for article in sorted(table["articles"], key=int)
        )
    except (tomllib.TOMLDecodeError, ValueError) as why:
        raise ValueError(f"{law}.toml: {why}") from why


def _citation(law: str, of_law: dict[str, Any], article: str, entry: dict[str, Any]) -> Citation:
    _expect(entry, _ARTICLE_FIELDS)
    status = Status(entry["status"])
    if status is Status.VERIFIED and "verified_on" not in of_law:
        raise ValueError(f"article {article} is verified, but the law has no verified_on")
    return Citation(
        key=f"{law}.{article}",
        title=of_law["title"],
        title_en=of_law["title_en"],
        article=article,
        in_force_from=of_law["in_force_from"],
        paraphrase=entry["paraphrase"],
        paraphrase_en=entry["paraphrase_en"],
        status=status,
        verified_on=of_law.get("verified_on"),
        part=of_law.get("part", "条"),
        part_en=of_law.get("part_en", "Art."),
    )


def _expect(
    table: dict[str, Any], needed: dict[str, type], allowed: dict[str, type] | None = None
) -> None:
    known = {**needed, **(allowed or {})}
    if missing := needed.keys() - table.keys():
        raise ValueError(f"missing: {', '.join(sorted(missing))}")
    if unknown := table.keys() - known.keys():
        raise ValueError(f"unknown: {', '.join(sorted(unknown))}")
    for field, value in table.items():
        # The exact type, since a moment is also a date to Python and would not compare with one.
        if type(value) is not known[field] or value == "":
            raise ValueError(f"{field} is not as it should be: {value!r}")


@lru_cache(maxsize=1)
def _registry() -> dict[str, Citation]:
    folder = resources.files("linli.lib.law").joinpath("citations")
    files = sorted((file for file in folder.iterdir()), key=lambda file: file.name)
    return {
        citation.key: citation
        for file in files
        if file.name.endswith(".toml")
        for citation in read_law(file.name.removesuffix(".toml"), file.read_text("utf-8"))
    }


def _in_chinese(number: int) -> str:
    """Chinese numerals up to 9999, as articles are numbered."""
    places = [
        (_DIGITS[int(digit)] + unit) if digit != "0" else "零"
        for digit, unit in zip(str(number).zfill(4), ("千", "百", "十", ""), strict=True)
    ]
    word = re.sub("零+", "零", "".join(places)).strip("零")
    return word.removeprefix("一") if word.startswith("一十") else word
