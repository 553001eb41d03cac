"""Texts of the definitions: data in two languages beside each other, not in the catalogue."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language


@dataclass(frozen=True, slots=True)
class Words:
    """A text in Chinese and English; as a string it is in the reader's language."""

    zh: str
    en: str

    def __str__(self) -> str:
        english = (get_language() or "").startswith("en")
        return self.en if english and self.en else self.zh

    def __bool__(self) -> bool:
        return bool(self.zh)


NO_WORDS = Words("", "")


def read_words(entry: Mapping[str, Any], key: str, *, needed: bool = True) -> Words:
    """The texts `key` and `key_en` of an entry. Raises ValueError where one is missing, unless
    neither is there and it is not needed."""
    zh, en = entry.get(key, ""), entry.get(f"{key}_en", "")
    if not needed and not zh and not en:
        return NO_WORDS
    if not zh or not en:
        raise ValueError(f"{key} is wanted in both languages")
    return Words(zh, en)
