"""Labels in the source language, as the book and the board keep them whoever acts."""

from typing import Any

from django.utils import translation


def in_chinese(label: Any) -> str:
    """The label in the source language, so that a reader of either gets it in their own."""
    with translation.override("zh-hans"):
        return str(label)
