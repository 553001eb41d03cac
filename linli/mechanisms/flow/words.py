"""Texts of a flow in the reader's language: they are marked where written, translated here."""

from typing import Any

from django.utils.translation import gettext


def say(words: Any) -> str:
    """The text in the language in force."""
    return gettext(words) if isinstance(words, str) and words else str(words)
