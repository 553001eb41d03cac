"""Words everybody reads do not hold a name that is typed beside them to be kept sealed."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.stewardship.funds.words import NAMED_PARTIES

_BETWEEN = re.compile(r"[、，,;；/和及\s]+")
_SHORTEST = 2
"""Letters: a single one is a word like any other."""

TOLD = _("这一栏大家都看得到，里面却有“姓名”一栏的名字。请只写是什么，把名字去掉。")
KNOWN = _("这一栏大家都看得到，里面却有这一笔里不公开的名字。请把名字去掉。")


def sealed_party(said: dict[str, Any]) -> tuple[str, ...]:
    """The name typed for who gave or is paid, where it is a person's: a unit is named to all."""
    return () if said.get("party") in NAMED_PARTIES else (said.get("name") or "",)


class NamesNobody(forms.Form):
    """A form with words for everybody (`public_words`) beside a name that is not: words that hold
    the name are turned back at their field, and everything typed stays."""

    public_words: ClassVar[tuple[str, ...]] = ()

    def sealed_names(self, said: dict[str, Any]) -> Iterable[str]:
        """The names that lie sealed: typed in this form, or kept with its row."""
        return (said.get("name") or "",)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        names = list(self.sealed_names(said))
        for field in self.public_words:
            if holds_name(said.get(field) or "", names):
                self.add_error(field, TOLD if "name" in self.fields else KNOWN)
        return said


def holds_name(words: str, names: Iterable[str]) -> bool:
    """Whether the words hold one of the names, however either is spaced; several names may stand
    in one field."""
    told = _plain(words)
    parts = {_plain(part) for name in names for part in (name, *_BETWEEN.split(name))}
    return any(part in told for part in parts if len(part) >= _SHORTEST)


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())
