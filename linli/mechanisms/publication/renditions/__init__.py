"""One source, many forms: every one is made from a `Face`, and so shows what a template lists."""

from linli.mechanisms.publication.renditions.archive import digest_text, freeze, original_of
from linli.mechanisms.publication.renditions.data import as_data, as_lines, gone_data
from linli.mechanisms.publication.renditions.hall import Screen, screens_of
from linli.mechanisms.publication.renditions.script import Said, script_of
from linli.mechanisms.publication.renditions.text import as_text

__all__ = [
    "Said",
    "Screen",
    "as_data",
    "as_lines",
    "as_text",
    "digest_text",
    "freeze",
    "gone_data",
    "original_of",
    "screens_of",
    "script_of",
]
