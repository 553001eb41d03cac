"""A step as a page offers it: its form, its act, its words."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from linli.core.pages.steps import StepForm
from linli.governance.budgeting import actions
from linli.governance.budgeting.forms.ideas import HideStep, ListStep, MergeStep
from linli.governance.budgeting.forms.projects import (
    BeginStep,
    BuildStep,
    GiveUpStep,
    SettleStep,
)
from linli.mechanisms.flow.queries import Offer


@dataclass(frozen=True)
class Offered:
    """One step: what the button says, what is said once it is done, the form, the act."""

    title: Any
    done: Any
    form: type[StepForm]
    act: Callable[..., object]
    note: Any = ""
    icon: str = "arrow-right"
    main: bool = False


IDEA_STEPS = {
    "list": Offered(
        _("公开"),
        _("已公开，提出人会收到消息。"),
        ListStep,
        actions.list_idea,
        note=_("照提出人写的公开；不显示是谁提的。"),
        icon="check",
        main=True,
    ),
    "hide": Offered(
        _("不公开"), _("没有公开，理由已告诉提出人。"), HideStep, actions.hide_idea, icon="x"
    ),
    "merge": Offered(
        _("并入另一个"),
        _("已并入，两位提出人都会收到消息。"),
        MergeStep,
        actions.merge_idea,
        icon="git-merge",
    ),
}

PROJECT_STEPS = {
    "begin": Offered(
        _("开始做"), _("已开始。"), BeginStep, actions.begin_project, icon="player-play", main=True
    ),
    "build": Offered(
        _("做好了，请验收"),
        _("已请居民验收。"),
        BuildStep,
        actions.build_project,
        icon="check",
        main=True,
    ),
    "accept": Offered(
        _("汇总验收意见"),
        _("验收有了结果。"),
        SettleStep,
        actions.settle_acceptance,
        note=_("请的居民都说了以后：超过一半认可就通过，否则退回整改，再请他们看。"),
        icon="check",
        main=True,
    ),
    "give_up": Offered(
        _("做不成"), _("已公布理由。"), GiveUpStep, actions.give_up_project, icon="x"
    ),
}


def offered(offers: Iterable[Offer], steps: dict[str, Offered]) -> list[tuple[str, Offered]]:
    """The steps open to this reader that have a page, in their order."""
    return [(o.move.name, steps[o.move.name]) for o in offers if o.open and o.move.name in steps]
