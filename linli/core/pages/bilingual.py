"""Titles kept in both languages, so that whoever reads them later meets their own.

What is stored with a row outlives the language of whoever wrote it: a message, an entry of the
book, a clock. Such a title is a plain mapping of language to words, fit for JSON.
"""

from collections.abc import Mapping
from typing import Any, Protocol

from django.utils import translation

SOURCE, ENGLISH = "zh-hans", "en"
Title = str | Mapping[str, str]
"""A text in one language for all readers, or one for each."""


def in_both(text: Any, english: str = "") -> dict[str, str]:
    """A text to keep: lazily translated, or the community's own with the English it gave."""
    with translation.override(SOURCE):
        source = str(text)
    if english:
        return {SOURCE: source, ENGLISH: english}
    with translation.override(ENGLISH):
        return {SOURCE: source, ENGLISH: str(text)}


def for_reader(kept: Title) -> str:
    """The words in the reader's language; a text without languages as it stands."""
    if isinstance(kept, str):
        return kept
    english = (translation.get_language() or SOURCE).startswith(ENGLISH)
    return kept.get(ENGLISH, "") if english and kept.get(ENGLISH) else kept.get(SOURCE, "")


class InBoth(Protocol):
    """A text that stands in both languages, as rules and schemes bring it along."""

    @property
    def zh(self) -> str: ...
    @property
    def en(self) -> str: ...


def in_language(text: InBoth) -> str:
    """Its words in the reader's language."""
    return text.en if (translation.get_language() or "").startswith(ENGLISH) else text.zh


class TitledInBoth:
    """What has a title, and beside it the English the community gave it (or none)."""

    title: Any
    title_en: Any

    @property
    def titles(self) -> dict[str, str]:
        """The title in both languages, to be kept where somebody reads it later."""
        return in_both(self.title, self.title_en)

    @property
    def name(self) -> str:
        """The title in the reader's language, where the community gave one."""
        return for_reader(self.titles)


def is_in_both(value: Any) -> bool:
    """Whether a value read back from JSON is such a title."""
    return isinstance(value, Mapping) and SOURCE in value
