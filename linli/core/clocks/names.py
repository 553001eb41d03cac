"""What clocks are called. A domain with a clock of its own names it in its `sentences.py`."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

_NAMES: dict[str, Any] = {
    "promise": _("承诺时限"),
    "limit": _("最长时限"),
    "duty": _("常规工作"),
}


def register_clock_names(names: Mapping[str, Any]) -> None:
    """Called by an app's `sentences.py`: `{"objection": _("异议期")}`. One name has one title."""
    for name, title in names.items():
        if _NAMES.get(name, title) != title:
            raise ValueError(f"two different titles for the clock {name!r}")
        _NAMES[name] = title


def title_of(name: str) -> str:
    """The clock's title in the reader's language."""
    return str(_NAMES.get(name, _("办理期限")))


_WORKS: dict[str, Any] = {}


def register_works(works: Mapping[str, Any]) -> None:
    """What the rows of a model are called where nothing more may be told:
    `{"matters.Matter": _("诉求")}`."""
    for kind, title in works.items():
        if _WORKS.setdefault(kind, title) != title:
            raise ValueError(f"two different names for {kind!r}")


def work_called(owner_kind: str) -> str:
    """The sort of work a clock runs on, in the reader's language."""
    return str(_WORKS.get(owner_kind, _("办理事项")))
