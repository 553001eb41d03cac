"""Rounds, applications, reviews, decisions and the papers of a grant as they are written."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.access.models import Holding
from linli.core.access.posts import POSTS
from linli.core.access.queries import in_term
from linli.core.pages.fields import DayInput, YuanField
from linli.core.pages.steps import StepForm
from linli.core.pages.wording import tell_money
from linli.lib.identity.ids import new_id
from linli.partners.organisations.actions.social_grants import Met, Project, RoundSaid, Verdict
from linli.partners.organisations.forms.social import NO_NAMES, SocialWords, several_lines
from linli.partners.organisations.models.social_grants import (
    GrantApplication,
    GrantRound,
    Instalment,
)

CRITERIA = 5
LINES = 8
INSTALMENTS = 3
REVIEWING_POSTS = (
    "representative", "supervisor", "committee_member", "deputy_director", "director", "worker",
)  # fmt: skip


class RoundForm(SocialWords):
    """What organisations may apply for, by what it is reviewed, who reviews."""

    public = ("title", "about", "paid_from")

    title = forms.CharField(label=_("名称"), max_length=60)
    about = forms.CharField(
        label=_("支持什么"), max_length=400, widget=several_lines(400), help_text=NO_NAMES
    )
    paid_from = forms.CharField(label=_("钱从哪里来"), max_length=80)
    fen = YuanField(label=_("总额（元）"), required=True, min_value=0.01)
    most_fen = YuanField(label=_("每个项目最多（元）"), required=True, min_value=0.01)
    opens_on = forms.DateField(label=_("从哪天起"), widget=DayInput())
    closes_on = forms.DateField(label=_("到哪天为止"), widget=DayInput())
    reviewers = forms.MultipleChoiceField(
        label=_("评审人"),
        widget=forms.CheckboxSelectMultiple(),
        help_text=_("公布时只写岗位，不写姓名；最好有居民代表和监督委员会成员。"),
    )
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)

    def __init__(self, *args: Any, community: Any, **kwargs: Any) -> None:
        today = timezone.localdate()
        kwargs["initial"] = {"opens_on": today, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        reviewers: Any = self.fields["reviewers"]
        reviewers.choices = _may_review(community, today)
        for number in range(1, CRITERIA + 1):
            self.fields[f"criterion_{number}"] = forms.CharField(
                label=_("标准 {n}").format(n=number), max_length=60, required=number <= 2
            )
            self.fields[f"points_{number}"] = forms.IntegerField(
                label=_("标准 {n} 的满分").format(n=number),
                min_value=1,
                max_value=100,
                required=number <= 2,
            )

    @property
    def round_said(self) -> RoundSaid:
        """The round as the act takes it."""
        said = self.cleaned_data
        pairs = [(said[f"criterion_{n}"], said[f"points_{n}"] or 0) for n in range(1, CRITERIA + 1)]
        return RoundSaid(
            title=said["title"],
            about=said["about"],
            paid_from=said["paid_from"],
            fen=said["fen"],
            most_fen=said["most_fen"],
            opens_on=said["opens_on"],
            closes_on=said["closes_on"],
            criteria=[(title, points) for title, points in pairs if title],
            reviewers=[_chosen(each) for each in said["reviewers"]],
        )


class ProjectForm(SocialWords):
    """An organisation's project with the lines of its budget."""

    public = ("title", "plan", *(f"line_{n}" for n in range(1, LINES + 1)))

    social = forms.ChoiceField(label=_("哪个组织"))
    title = forms.CharField(label=_("项目名称"), max_length=60)
    plan = forms.CharField(
        label=_("怎么做"),
        max_length=1200,
        widget=several_lines(1200, 8),
        help_text=_("为谁、什么时候、做几次。结果公布后大家都看得到，不写人的姓名和电话。"),
    )
    fen = YuanField(label=_("申请金额（元）"), required=True, min_value=0.01)
    near = forms.TypedChoiceField(
        label=_("发起人、负责人和评审人或者居委会成员有没有亲属、利益关系"),
        choices=[("no", _("没有")), ("yes", _("有"))],
        coerce=lambda word: word == "yes",
        widget=forms.RadioSelect(),
    )
    how_near = forms.CharField(
        label=_("什么关系"),
        max_length=200,
        required=False,
        help_text=_("有的话写明是哪个岗位、什么关系，不写姓名；有关系的评审人要回避。"),
    )
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)

    def __init__(self, *args: Any, round_: GrantRound, socials: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen: Any = self.fields["social"]
        chosen.choices = [(str(each.pk), each.name) for each in socials]
        self.fields["fen"].help_text = _("最多 {most}；下面各项加起来要正好等于它。").format(
            most=tell_money(round_.most_fen)
        )
        for n in range(1, LINES + 1):
            self.fields[f"line_{n}"] = forms.CharField(
                label=_("预算第 {n} 项").format(n=n), max_length=60, required=n == 1
            )
            self.fields[f"fen_{n}"] = YuanField(
                label=_("预算第 {n} 项金额（元）").format(n=n), required=n == 1, min_value=0.01
            )

    @property
    def project(self) -> Project:
        """The project as the act takes it."""
        said = self.cleaned_data
        lines = [(said[f"line_{n}"], said[f"fen_{n}"] or 0) for n in range(1, LINES + 1)]
        return Project(
            title=said["title"],
            plan=said["plan"],
            fen=said["fen"],
            lines=[(title, fen) for title, fen in lines if title or fen],
            near=said["near"],
            how_near=said["how_near"],
        )


class ReviewForm(SocialWords):
    """Points by criterion with a word, or standing aside."""

    public = ("said",)

    aside = forms.BooleanField(
        label=_("我回避（我是这个组织的人，或者有亲属、利益关系）"), required=False
    )
    said = forms.CharField(
        label=_("理由"),
        max_length=200,
        required=False,
        widget=several_lines(200),
        help_text=NO_NAMES,
    )

    def __init__(self, *args: Any, round_: GrantRound, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.criteria = list(round_.criteria.all())
        for each in self.criteria:
            self.fields[f"points_{each.order}"] = forms.IntegerField(
                label=_("{title}（满分 {points}）").format(title=each.title, points=each.points),
                min_value=0,
                max_value=each.points,
                required=False,
            )

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if not said.get("aside"):
            for each in self.criteria:
                if said.get(f"points_{each.order}") is None and not self.errors.get(
                    f"points_{each.order}"
                ):
                    self.add_error(f"points_{each.order}", _("请打分；不能打就选回避。"))
        return said

    @property
    def given(self) -> dict[str, Any]:
        """The review as the act takes it."""
        said = self.cleaned_data
        points = {str(each.order): said[f"points_{each.order}"] for each in self.criteria}
        aside = said["aside"]
        return {"aside": aside, "said": said["said"], "points": None if aside else points}


class DecideForm(StepForm, SocialWords):
    """What the meeting decided on each project."""

    meeting = forms.CharField(
        label=_("哪次会议"), max_length=80, help_text=_("例如：居民代表会议小额资助评审会")
    )
    on = forms.DateField(label=_("哪天开的会"), widget=DayInput())
    present = forms.IntegerField(label=_("到会人数"), min_value=2, max_value=9999)

    def fit(self) -> None:
        self.applications: list[GrantApplication] = list(
            self.row.applications.filter(state="handed_in").select_related("social")
        )
        names = ["meeting"]
        for n, each in enumerate(self.applications, 1):
            self.fields[f"fen_{n}"] = YuanField(
                label=_("{title}：资助多少（元）").format(title=each.title),
                required=True,
                min_value=0,
                help_text=_("{name}申请 {asked}；不资助写 0。").format(
                    name=each.social.name, asked=tell_money(each.fen)
                ),
            )
            self.fields[f"reason_{n}"] = forms.CharField(
                label=_("{title}：理由").format(title=each.title),
                max_length=300,
                widget=several_lines(300, 2),
            )
            names.append(f"reason_{n}")
        self.public = tuple(names)

    @property
    def met(self) -> Met:
        """The decision as the act takes it."""
        said = self.cleaned_data
        verdicts: dict[UUID, Verdict] = {
            each.pk: Verdict(said[f"fen_{n}"], said[f"reason_{n}"])
            for n, each in enumerate(self.applications, 1)
        }
        return Met(said["meeting"], said["on"], said["present"], verdicts)


class AgreementStep(StepForm):
    """The signed paper and its instalments."""

    agreement = forms.CharField(label=_("协议编号"), max_length=40)
    on = forms.DateField(label=_("哪天签的"), widget=DayInput())

    def fit(self) -> None:
        for n in range(1, INSTALMENTS + 1):
            self.fields[f"what_{n}"] = forms.CharField(
                label=_("第 {n} 期：做到什么就付").format(n=n), max_length=120, required=n == 1
            )
            self.fields[f"fen_{n}"] = YuanField(
                label=_("第 {n} 期金额（元）").format(n=n), required=n == 1, min_value=0.01
            )

    @property
    def given(self) -> dict[str, Any]:
        """The agreement as the act takes it."""
        said = self.cleaned_data
        parts = [(said[f"what_{n}"], said[f"fen_{n}"] or 0) for n in range(1, INSTALMENTS + 1)]
        return {
            "agreement": said["agreement"],
            "on": said["on"],
            "instalments": [(what, fen) for what, fen in parts if what or fen],
            "seen": said["seen"],
        }


class PaidForm(forms.Form):
    """When an instalment was paid, under which voucher."""

    on = forms.DateField(label=_("哪天付的"), widget=DayInput())
    number = forms.CharField(label=_("付款凭证号"), max_length=40)

    def __init__(self, *args: Any, part: Instalment, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.part = part


class UseStep(StepForm, SocialWords):
    """What was done and spent."""

    public = ("report",)

    report = forms.CharField(
        label=_("做了什么"), max_length=1200, widget=several_lines(1200, 6), help_text=NO_NAMES
    )
    spent_fen = YuanField(label=_("用了多少（元）"), required=True, min_value=0)
    served = forms.IntegerField(
        label=_("多少人次参加"), min_value=0, max_value=999999, required=False
    )


class EvaluateStep(StepForm, SocialWords):
    """What came of the project."""

    public = ("evaluation",)

    evaluation = forms.CharField(
        label=_("项目评估意见"),
        max_length=600,
        widget=several_lines(600, 5),
        help_text=_("按公布的标准说项目做得怎么样，不评价人。"),
    )


class SettleStep(StepForm):
    """What goes back."""

    returned_fen = YuanField(label=_("退回多少（元）"), required=True, min_value=0, initial=0)
    on = forms.DateField(label=_("哪天退回"), widget=DayInput(), required=False)
    number = forms.CharField(label=_("凭证号"), max_length=40, required=False)


class CancelStep(StepForm, SocialWords):
    """A step with a reason everybody reads."""

    public = ("reason",)

    reason = forms.CharField(
        label=_("原因"), max_length=200, widget=several_lines(200), help_text=NO_NAMES
    )


def _may_review(community: Any, today: Any) -> list[tuple[str, str]]:
    held = (
        Holding.objects.filter(in_term(today), place=community, post__in=REVIEWING_POSTS)
        .select_related("account")
        .order_by("account__label", "post")
    )
    seen: dict[Any, tuple[str, str]] = {}
    for each in held:
        told = f"{each.account.label}（{POSTS[each.post].title}）"
        seen.setdefault(each.account_id, (f"{each.account_id}/{each.post}", told))
    return list(seen.values())


def _chosen(word: str) -> tuple[UUID, str]:
    account, post = word.split("/", 1)
    return UUID(account), post
