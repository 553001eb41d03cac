"""Names as they are kept, and as they are found by sound."""

import unicodedata

from linli.lib.identity.pinyin import search_keys

LONGEST_KEYS = 400


def tidy_name(text: str) -> str:
    """张 伟 and 张伟 are one name; in a name of Latin letters the spaces belong."""
    text = unicodedata.normalize("NFKC", text)
    return " ".join(text.split()) if text.isascii() else "".join(text.split())


def keys_of(name: str) -> str:
    """By what a name is looked up: as written, its pinyin, its initials."""
    return search_keys(name)[:LONGEST_KEYS]
