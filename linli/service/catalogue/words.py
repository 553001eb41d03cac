"""The words of the schemes in the reader's language."""

from django.utils.translation import get_language

from linli.lib.eligibility import Words


def in_language(words: Words) -> str:
    """A text that stands in both languages."""
    return words.en if (get_language() or "").startswith("en") else words.zh
