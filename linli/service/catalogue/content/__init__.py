"""The guides that come with the house: schemes of the whole country, in our own words, with the
sources they rest on. Data in TOML beside this file; each text in both languages.

A community adopts one and adds its own where, when and number. What a number may differ by place
stands in the law packs and is named here by its rule.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from linli.core.pages.bilingual import Title, for_reader, in_both
from linli.lib.law.citations import cite

TEXTS = ("summary", "who", "how", "papers", "limit", "decided_by", "committee", "refused", "basis")
"""What is said in both languages; `how` and `papers` line by line."""


@dataclass(frozen=True, slots=True)
class National:
    """One guide of the country. `words`: what people say for it, the book's old term among them.
    `rules`: parameters of the law packs that hold for it. `status`: whether somebody has held
    its text against the sources. `statutory`: always free. `elder_have`: which of the six 老有 it
    serves."""

    key: str
    edition: str
    field: str
    life: tuple[str, ...]
    means: tuple[str, ...]
    statutory: bool
    title: str
    title_en: str
    words: tuple[str, ...]
    words_en: tuple[str, ...]
    texts: dict[str, dict[str, str]]
    rules: tuple[str, ...]
    cites: tuple[str, ...]
    status: str
    at_home: bool = False
    elder_have: tuple[str, ...] = ()

    @property
    def titles(self) -> Title:
        """The title in both languages."""
        return in_both(self.title, self.title_en)

    @property
    def name(self) -> str:
        """The title in the reader's language."""
        return for_reader(self.titles)

    @property
    def told(self) -> dict[str, dict[str, str]]:
        """What a version keeps of it: the texts, and the edition they are from."""
        return {**self.texts, "edition": {"zh-hans": self.edition, "en": self.edition}}


@cache
def national_guides() -> dict[str, National]:
    """Every guide by its key, in the order of the files. ValueError for one with a text missing
    in either language, a key twice or an article that is not there."""
    found: dict[str, National] = {}
    for file in sorted(resources.files(__package__).iterdir(), key=lambda each: each.name):
        if not file.name.endswith(".toml"):
            continue
        for row in tomllib.loads(file.read_text("utf-8"))["guide"]:
            guide = _read(row)
            if guide.key in found:
                raise ValueError(f"{file.name}: {guide.key} twice")
            found[guide.key] = guide
    return found


def _read(row: dict[str, Any]) -> National:
    for article in row.get("cites", ()):
        cite(article)
    texts = {}
    for name in TEXTS:
        both = [_lines(row[name]), _lines(row[f"{name}_en"])]
        if not all(both):
            raise ValueError(f"{row['key']}: {name}")
        texts[name] = {"zh-hans": both[0], "en": both[1]}
    return National(
        key=row["key"],
        edition=row["edition"],
        field=row["field"],
        life=tuple(row["life"]),
        means=tuple(row["means"]),
        statutory=row["statutory"],
        title=row["title"],
        title_en=row["title_en"],
        words=tuple(row["words"]),
        words_en=tuple(row["words_en"]),
        texts=texts,
        rules=tuple(row.get("rules", ())),
        cites=tuple(row.get("cites", ())),
        status=row["status"],
        at_home=row.get("at_home", False),
        elder_have=tuple(row.get("elder_have", ())),
    )


def _lines(said: str | list[str]) -> str:
    return said if isinstance(said, str) else "\n".join(said)
