"""What the desk fills in, from the plan to the posted lists."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _, ngettext

from linli.core.pages.fields import DayInput, MomentInput
from linli.governance.elections.actions.planning import Plan
from linli.governance.elections.forms.registering import area, worker_said, working_since
from linli.governance.elections.models import GROUNDS, MODES, OFFICES, RELATIONS, Election
from linli.governance.elections.models.organising import CommitteeSeat
from linli.governance.elections.models.roll import Objection


def a_day(label: Any, help_text: Any = "", **more: Any) -> forms.DateField:
    """A day from the browser's own calendar."""
    return forms.DateField(label=label, help_text=help_text, widget=DayInput(), **more)


class StepForm(forms.Form):
    """What every step carries: the version of the election its page was drawn from."""

    seen = forms.IntegerField(widget=forms.HiddenInput(), required=False)


class PlanForm(forms.Form):
    """The day, the offices and the term of a change of term; a by-election starts from the seats
    that are vacant."""

    title = forms.CharField(
        label=_("名称"), max_length=80, help_text=_("例如“第七届居民委员会换届选举”。")
    )
    day = a_day(_("选举日"), _("名单至少在选举日二十日以前公布，请留足时间。"))
    outgoing_ends = a_day(_("本届届满"), required=False)
    term_starts = a_day(_("新一届任期自"))
    term_ends = a_day(_("新一届任期至"), _("每届五年。"))
    director = forms.IntegerField(label=_("主任名额"), min_value=0, max_value=1, initial=1)
    deputy_director = forms.IntegerField(label=_("副主任名额"), min_value=0, max_value=4, initial=1)
    committee_member = forms.IntegerField(label=_("委员名额"), min_value=0, max_value=8, initial=5)

    def plan(self) -> Plan:
        """What the act takes."""
        given = self.cleaned_data
        return Plan(
            kind="term",
            title=given["title"],
            day=given["day"],
            term_starts=given["term_starts"],
            term_ends=given["term_ends"],
            outgoing_ends=given["outgoing_ends"],
            seats=[(office, given[office]) for office, _title in OFFICES],
        )


class ModeForm(StepForm):
    """Who votes, decided by whom."""

    mode = forms.ChoiceField(
        label=_("选举方式"),
        choices=MODES,
        widget=forms.RadioSelect,
        help_text=_("法律以全体选民选举或者每户派代表选举为先；由居民代表选举，要居民愿意。"),
    )
    decision = forms.CharField(
        label=_("由谁决定、依据"),
        max_length=200,
        help_text=_("例如“11 月 2 日居民代表会议决议，到会 38 人，赞成 35 人”。"),
    )
    decided_on = a_day(_("决定日期"))


class FormCommitteeForm(StepForm):
    """Who chose the committee, when."""

    chosen_by = forms.ChoiceField(
        label=_("由谁推选"),
        choices=[("assembly", _("居民会议")), ("representatives_meeting", _("居民代表会议"))],
        widget=forms.RadioSelect,
    )
    decision = forms.CharField(
        label=_("决议"), max_length=200, help_text=_("会议的届次、日期、到会和赞成人数。")
    )
    chosen_on = a_day(_("推选日期"))


class PlaceForm(forms.Form):
    """As what somebody was chosen."""

    part = forms.ChoiceField(
        label=_("推选为"),
        choices=[("chair", _("主任")), ("member", _("成员")), ("substitute", _("候补"))],
        widget=forms.RadioSelect,
        initial="member",
    )


class LeaveForm(forms.Form):
    """Why a member leaves."""

    reason = forms.ChoiceField(
        label=_("退出原因"),
        choices=[row for row in CommitteeSeat.ENDS if row[0] in ("resigned", "absent", "other")],
        widget=forms.RadioSelect,
    )
    absences = forms.IntegerField(
        label=_("无正当理由几次不到会"),
        min_value=0,
        required=False,
        help_text=_("只在当地规定缺席终止职务时填，以会议签到为准。"),
    )


class KinForm(forms.Form):
    """How two people are related; one of them has a part in the election."""

    one = forms.ChoiceField(label=_("选举委员会成员或者被提名人"))
    relation = forms.ChoiceField(label=_("与下面找的人是"), choices=RELATIONS)

    def __init__(self, *args: Any, people: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["one"].choices = people  # type: ignore[attr-defined]


class PostponeForm(StepForm):
    """Another day, and why."""

    day = a_day(_("改到哪一天"))
    reason = area(_("原因（会公布）"))


class ReasonForm(StepForm):
    """A step with a reason."""

    reason = area(_("原因"))


class CancelForm(StepForm):
    """Why it is called off."""

    reason = area(_("取消的原因（会公布）"))


class DecideForm(StepForm):
    """How an objection is decided, and what everybody reads of it."""

    reason = area(_("理由（本人和选举委员会看）"), _("写事实和依据。"))
    public_reason = area(_("公布的理由"), _("贴在公开栏上，不写姓名、门牌和号码。"), most=400)


class UpholdForm(DecideForm):
    """What is put right in the roll."""

    ground = forms.ChoiceField(
        label=_("补登的依据"), choices=[("", _("（不补登）")), *GROUNDS], required=False
    )
    worker_since = working_since()
    name = forms.CharField(
        label=_("更正后的姓名"), max_length=80, required=False, help_text=_("只改错字时填。")
    )

    def clean(self) -> dict[str, Any]:
        return worker_said(self)


class CorrectRollForm(forms.Form):
    """What the committee itself found to be wrong."""

    change = forms.ChoiceField(
        label=_("更正什么"),
        choices=[
            ("strike", _("除名")),
            ("restore", _("恢复错除名的人")),
            ("amend", _("更正姓名")),
        ],
        widget=forms.RadioSelect,
    )
    number = forms.IntegerField(
        label=_("名单上的编号"),
        min_value=1,
        help_text=_("恢复时填原来的编号；恢复的人排在名单最后，得一个新编号。"),
    )
    name = forms.CharField(label=_("更正后的姓名"), max_length=80, required=False)
    reason = area(_("更正的理由（会公布）"), _("不写姓名和门牌。"), rows=2)


class NominateForm(forms.Form):
    """For which office, by whom; the person stands on the roll."""

    office = forms.ChoiceField(label=_("职务"), widget=forms.RadioSelect)
    by = forms.ChoiceField(
        label=_("提名方式"),
        choices=[("party", _("社区党组织提名")), ("electors", _("选民联名提名"))],
        widget=forms.RadioSelect,
    )
    nominee = forms.CharField(label=_("被提名人在名单上的编号或姓名"), max_length=80)
    first = forms.CharField(
        label=_("第一个联名人的编号或姓名"),
        max_length=80,
        required=False,
        help_text=_("选民联名的要填；以后可以逐个添加。"),
    )

    def __init__(self, *args: Any, election: Election, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["office"].choices = office_choices(election)  # type: ignore[attr-defined]


class OnRollForm(forms.Form):
    """Somebody who stands on the posted roll."""

    number = forms.CharField(label=_("名单上的编号或姓名"), max_length=80)


class ConfirmNominationForm(forms.Form):
    """What the competent organs answered."""

    confirmed_on = a_day(_("答复日期"))
    paper = forms.CharField(label=_("文书名称、文号"), max_length=120)
    bars = forms.ChoiceField(
        label=_("答复"),
        choices=[("no", _("没有法定不宜情形")), ("yes", _("有法定不宜情形，不宜作候选人"))],
        widget=forms.RadioSelect,
    )


class StatementForm(forms.Form):
    """A candidate's own words."""

    statement = area(_("本人介绍"), _("由本人写或者口述，会随名单公布。"), rows=5, most=1000)


class MeetingForm(forms.Form):
    """When and where candidates meet residents."""

    held_at = forms.DateTimeField(
        label=_("时间"),
        widget=MomentInput(),
    )
    where = forms.CharField(label=_("地点"), max_length=120)


class MeetingRecordForm(forms.Form):
    """What was asked and answered."""

    came = forms.IntegerField(label=_("到场居民人数"), min_value=0, max_value=100_000)
    record = area(_("问答要点"), _("只写问题和回答，不写提问人的姓名。"), rows=6, most=4000)


class ProxyForm(forms.Form):
    """Who lets whom vote for them, in writing."""

    principal = forms.CharField(label=_("委托人的编号或姓名"), max_length=80)
    holder = forms.CharField(label=_("受托人的编号或姓名"), max_length=80)
    written_on = a_day(_("委托书日期"))
    away = forms.BooleanField(label=_("委托人在选举期间外出"), required=False)
    in_writing = forms.BooleanField(label=_("看过本人签名的委托书"), required=False)


class ObjectForm(forms.Form):
    """An objection somebody makes at the window."""

    kind = forms.ChoiceField(label=_("异议"), choices=Objection.KINDS, widget=forms.RadioSelect)
    number = forms.CharField(
        label=_("名单上的编号或姓名"),
        max_length=80,
        required=False,
        help_text=_("不应列而列、姓名有误的要填。"),
    )
    text = area(_("事实和理由"), most=1000)


def office_choices(election: Election) -> list[tuple[str, Any]]:
    """The offices of an election with their seats."""
    return [
        (str(office.pk), _with_seats(office)) for office in election.offices.order_by("position")
    ]


def _with_seats(office: Any) -> str:
    words = ngettext("{office}（{seats} 名）", "{office}（{seats} 名）", office.seats)
    return words.format(office=office.get_office_display(), seats=office.seats)


def five_years_on(start: date) -> date:
    """The last day of a term of five years that begins on `start`."""
    try:
        return start.replace(year=start.year + 5)
    except ValueError:
        return date(start.year + 5, 2, 28)
