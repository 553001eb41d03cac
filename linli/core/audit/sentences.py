"""What the book says of each act, in words, and how an act forgets."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from linli.core.pages.bilingual import for_reader, is_in_both


@dataclass(frozen=True)
class ActSentence:
    """`text` with the note's values as named placeholders; `forget`: the keys of the note that
    are blanked when the person the entry speaks of asks to be forgotten (often none, because a
    note holds labels and numbers only)."""

    text: Any
    forget: tuple[str, ...] = ()


ACT_SENTENCES: dict[str, ActSentence] = {}


def register_acts(sentences: Mapping[str, ActSentence]) -> None:
    """Called by each app's `sentences.py`."""
    ACT_SENTENCES.update(sentences)


class _Missing(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return "…"


def sentence_of(action: str, note: Mapping[str, Any]) -> str:
    """The entry as a sentence in the reader's language; what was forgotten shows as …"""
    known = ACT_SENTENCES.get(action)
    if known is None:
        return action
    told = {key: for_reader(value) if is_in_both(value) else value for key, value in note.items()}
    return str(known.text).format_map(_Missing(told))
