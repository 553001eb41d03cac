"""The phases of a round as its pages show them, each with its day."""

from typing import Any

from django.utils.translation import gettext as _

from linli.core.pages.shapes import Step
from linli.core.pages.wording import tell_day
from linli.governance.budgeting.models import Round

ORDER = ("ideas", "vetting", "ruled", "voting", "counted", "decided", "ended")
REACHED = {"drafted": -1, "closed": 4, "cancelled": -1}


def stages_of(round_: Round) -> list[Step]:
    """Done, current, coming; of a cancelled round the first that did not come about is stopped."""
    notes = {
        "ideas": _("到{day}").format(day=tell_day(round_.ideas_until)),
        "vetting": _("到{day}").format(day=tell_day(round_.vetting_until)),
        "voting": _("{first}到{last}").format(
            first=tell_day(round_.vote_from, short=True), last=tell_day(round_.vote_until)
        ),
    }
    titles = {
        "ideas": _("提点子"),
        "vetting": _("审查"),
        "ruled": _("公布项目和规则"),
        "voting": _("投票"),
        "counted": _("计票"),
        "decided": _("公布结果，落实"),
        "ended": _("结束，公布结余"),
    }
    now = REACHED.get(round_.state, ORDER.index(round_.state) if round_.state in ORDER else -1)
    over = round_.state == "cancelled"
    return [
        Step(titles[name], _state(place, now, over=over, ended=round_.state == "ended"),
             notes.get(name, ""))
        for place, name in enumerate(ORDER)
    ]  # fmt: skip


def _state(place: int, now: int, *, over: bool, ended: bool) -> Any:
    if over:
        return "stopped" if place == 0 else "coming"
    if place < now or ended:
        return "done"
    return "current" if place == now else "coming"
