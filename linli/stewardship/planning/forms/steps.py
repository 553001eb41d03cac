"""A step as a page offers it: its form, its act, its words."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.pages.fields import DayInput
from linli.core.pages.steps import StepForm
from linli.mechanisms.flow.queries import Offer
from linli.mechanisms.questionnaire.words import SITUATIONS
from linli.stewardship.planning import actions
from linli.stewardship.planning.queries.wishes import mergeable
from linli.stewardship.planning.sources import decisions_of
from linli.stewardship.planning.words import DECIDERS, STANDARDS, owners


def several_lines(most: int, rows: int = 3) -> forms.Textarea:
    """An input of so many rows and characters."""
    return forms.Textarea(attrs={"rows": rows, "maxlength": most})


class ReasonStep(StepForm):
    """A step with a reason everybody reads."""

    reason = forms.CharField(
        label=_("原因"),
        max_length=400,
        widget=several_lines(400),
        help_text=_("人人都看得到；不写人的姓名。"),
    )


class ListStep(StepForm):
    """A wish in words everybody may read, beginning with the sender's own."""

    public_title = forms.CharField(label=_("公开的标题"), max_length=60)
    public_text = forms.CharField(
        label=_("公开的内容"), max_length=600, required=False, widget=several_lines(600)
    )
    situation = forms.ChoiceField(label=_("和谁有关"), choices=SITUATIONS)
    standard = forms.ChoiceField(
        label=_("属于哪一条标准"), choices=[("", _("不分")), *STANDARDS], required=False
    )

    def start(self, row: Any) -> dict[str, Any]:
        return {"public_title": row.title, "public_text": row.text, "situation": row.situation}


class AnswerStep(StepForm):
    """An answer everybody reads."""

    public_title = forms.CharField(label=_("公开的标题"), max_length=60)
    reply = forms.CharField(label=_("答复"), max_length=600, widget=several_lines(600))

    def start(self, row: Any) -> dict[str, Any]:
        return {"public_title": row.public_title or row.title}


class DeclineStep(StepForm):
    """Why not; the answer everybody reads."""

    public_title = forms.CharField(label=_("公开的标题"), max_length=60)
    reason = forms.CharField(
        label=_("不采纳的理由"),
        max_length=600,
        widget=several_lines(600),
        help_text=_("说清楚为什么，还可以找谁。"),
    )

    def start(self, row: Any) -> dict[str, Any]:
        return {"public_title": row.public_title or row.title}


class TakeUpStep(StepForm):
    """Where it was taken up."""

    reply = forms.CharField(
        label=_("列入了哪里"),
        max_length=600,
        widget=several_lines(600),
        help_text=_("例如：2027 年计划第 12 项。要新做一项任务的，用“做成任务”。"),
    )


class MergeStep(StepForm):
    """Into which."""

    into = forms.ModelChoiceField(label=_("并入哪一个"), queryset=None, empty_label=_("请选择"))

    def fit(self) -> None:
        field: Any = self.fields["into"]
        field.queryset = mergeable(self.row.community, self.row)
        field.label_from_instance = lambda wish: f"{wish.number} {wish.public_title}"


class ProgressStep(StepForm):
    """How far it is."""

    words = forms.CharField(label=_("进展"), max_length=400, widget=several_lines(400))


class FinishStep(StepForm):
    """When it was done, and how it went."""

    done_on = forms.DateField(label=_("哪天完成的"), widget=DayInput())
    result = forms.CharField(
        label=_("结果"),
        max_length=400,
        widget=several_lines(400),
        help_text=_("写成一句能放进年度报告的话，不写人的姓名。"),
    )


class PostponeStep(ReasonStep):
    """To when, and why."""

    due_on = forms.DateField(label=_("改到哪一天"), widget=DayInput())
    field_order = ("due_on", "reason")

    def start(self, row: Any) -> dict[str, Any]:
        return {"due_on": row.due_on}


class HandOverStep(ReasonStep):
    """To which post, and why."""

    owner = forms.ChoiceField(label=_("交给哪个岗位"), choices=owners)
    field_order = ("owner", "reason")


class ConsultStep(StepForm):
    """Until when residents may say what they think."""

    comments_until = forms.DateField(label=_("意见收到哪天"), widget=DayInput())


class ApproveStep(StepForm):
    """By which decision of residents."""

    decision = forms.ChoiceField(
        label=_("由哪一项决议批准"),
        help_text=_("只有居民会议或居民代表会议的决议能批准；先在会议里登记表决结果。"),
    )

    def fit(self) -> None:
        field: Any = self.fields["decision"]
        field.choices = decision_choices(self.row.community)


def decision_choices(community: Any) -> list[tuple[str, Any]]:
    """The decisions of residents, the latest first, for a select."""
    found = [each for each in decisions_of(community) if each.body in DECIDERS]
    return [("", _("请选择")), *((each.ref, f"{each.adopted_on} {each.title}") for each in found)]


@dataclass(frozen=True, slots=True)
class Offered:
    """One step: its form, its act, what its button and its message say."""

    form: type[StepForm]
    act: Callable[..., object]
    title: Any
    done: Any
    icon: str
    main: bool = False


WISH_STEPS: dict[str, Offered] = {
    "list": Offered(
        ListStep, actions.list_wish, _("列出来"), _("已列在心愿单上。"), "list-check", main=True
    ),
    "answer": Offered(
        AnswerStep, actions.answer_wish, _("直接答复"), _("已答复。"), "message-report"
    ),
    "take_up": Offered(
        TakeUpStep, actions.take_up_wish, _("说明已列入"), _("已记下。"), "circle-check"
    ),
    "merge": Offered(MergeStep, actions.merge_wish, _("并入另一个"), _("已并入。"), "git-merge"),
    "decline": Offered(DeclineStep, actions.decline_wish, _("不采纳"), _("已说明理由。"), "x"),
}
TASK_STEPS: dict[str, Offered] = {
    "finish": Offered(
        FinishStep, actions.finish_task, _("完成了"), _("已记为完成。"), "check", main=True
    ),
    "begin": Offered(StepForm, actions.begin_task, _("开始做"), _("已开始。"), "player-play"),
    "report": Offered(ProgressStep, actions.report_task, _("记进展"), _("已公布进展。"), "pencil"),
    "postpone": Offered(
        PostponeStep, actions.postpone_task, _("改期"), _("已改期，新出一版。"), "calendar-event"
    ),
    "hand_over": Offered(
        HandOverStep, actions.hand_over_task, _("移交"), _("已移交。"), "arrow-right"
    ),
    "carry_over": Offered(
        ReasonStep,
        actions.carry_over_task,
        _("转到下一年"),
        _("已转到下一年。"),
        "arrow-forward-up",
    ),
    "drop": Offered(ReasonStep, actions.drop_task, _("不做了"), _("已记下原因。"), "ban"),
}
PLAN_STEPS: dict[str, Offered] = {
    "consult": Offered(
        ConsultStep,
        actions.consult_on_plan,
        _("公开征求意见"),
        _("草案已公开，居民可以说意见。"),
        "speakerphone",
        main=True,
    ),
    "settle": Offered(
        StepForm,
        actions.settle_plan,
        _("提请会议审议"),
        _("等会议审议。"),
        "clipboard-list",
        main=True,
    ),
    "approve": Offered(
        ApproveStep,
        actions.approve_plan,
        _("登记批准"),
        _("计划已公布，任务排进了日程。"),
        "certificate",
        main=True,
    ),
    "redraft": Offered(
        ReasonStep, actions.redraft_plan, _("退回修改"), _("已退回修改。"), "arrow-back-up"
    ),
    "close": Offered(StepForm, actions.close_plan, _("总结归档"), _("这一年总结完了。"), "archive"),
}
SURVEY_STEPS: dict[str, Offered] = {
    "open": Offered(
        StepForm, actions.open_survey, _("开始调查"), _("调查开始了。"), "player-play", main=True
    ),
    "close": Offered(
        StepForm, actions.close_survey, _("结束调查"), _("调查结束了。"), "square-check", main=True
    ),
    "publish": Offered(
        StepForm, actions.publish_results, _("公布结果"), _("结果已公布。"), "chart-bar", main=True
    ),
}


def offered(offers: Iterable[Offer], steps: Mapping[str, Offered]) -> list[tuple[str, Offered]]:
    """The steps open to this reader, the usual one first."""
    found = [
        (each.move.name, steps[each.move.name])
        for each in offers
        if each.open and each.move.name in steps
    ]
    order = list(steps)
    return sorted(found, key=lambda each: (not each[1].main, order.index(each[0])))
