"""What happened to a person, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from linli.core.audit.actor import Actor
from linli.core.people.presentation import masked
from linli.core.people.queries.history import Happening

WORDS = {
    "registered": _("登记到名册"),
    "moved_in": _("{kind}，从这天起：{where}"),
    "moved_out": _("{kind}，到这天为止：{where}"),
    "agency_began": _("{other} 开始担任{kind}"),
    "agency_ended": _("{other} 不再担任{kind}"),
    "acting_began": _("开始为 {other} 担任{kind}"),
    "acting_ended": _("不再为 {other} 担任{kind}"),
    "merged": _("合并了 {other} 的重复登记"),
    "unmerged": _("撤销了与 {other} 的合并"),
    "died": _("去世"),
}


@dataclass(frozen=True, slots=True, repr=False)
class Told:
    """One thing on one day, in words."""

    on: date
    words: Any


def told_life(happenings: Iterable[Happening], viewer: Actor) -> list[Told]:
    """Each with whom and where, as the viewer may see them."""
    return [
        Told(
            each.on,
            str(WORDS[each.what]).format(
                kind=each.kind,
                where=each.dwelling.name_inside if each.dwelling else "",
                other=masked(each.other, viewer).name if each.other else "",
            ),
        )
        for each in happenings
    ]
