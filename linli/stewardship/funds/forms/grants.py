"""Calls, bids, scores, stages and reports as they are written."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.access.models import Holding
from linli.core.access.posts import POSTS
from linli.core.access.queries import in_term
from linli.core.pages.fields import DayInput, YuanField
from linli.core.pages.steps import PublicForm, StepForm, tell_at
from linli.core.pages.wording import tell_money
from linli.lib.identity.ids import new_id
from linli.lib.identity.redact import redact
from linli.lib.law import Finding
from linli.stewardship.funds.actions.grants import Called, Said
from linli.stewardship.funds.forms.giving import PUBLIC_WORDS, PhotosField, several_lines
from linli.stewardship.funds.groups import Group
from linli.stewardship.funds.law import assembly_from
from linli.stewardship.funds.models import GrantCall, Source, Stage
from linli.stewardship.funds.origins import decisions_of
from linli.stewardship.funds.queries.budgets import outgo_lines
from linli.stewardship.funds.queries.grants import kept_for, scored_bids
from linli.stewardship.funds.rules import grants, stock
from linli.stewardship.funds.words import BID_ENDS

CRITERIA = 5
STAGES = 3
SCORING_POSTS = (
    "representative", "supervisor", "committee_member", "deputy_director", "director", "worker",
)  # fmt: skip


class CallForm(forms.Form):
    """What groups may apply for, by what it is scored, who scores."""

    title = forms.CharField(label=_("名称"), max_length=60)
    about = forms.CharField(
        label=_("支持什么"), max_length=400, widget=several_lines(400), help_text=PUBLIC_WORDS
    )
    source = forms.ModelChoiceField(label=_("从哪个来源付"), queryset=None, empty_label=_("请选择"))
    fen = YuanField(label=_("总额（元）"), required=True, min_value=0.01)
    most_fen = YuanField(label=_("每个申请最多（元）"), required=True, min_value=0.01)
    opens_on = forms.DateField(label=_("从哪天起"), widget=DayInput())
    closes_on = forms.DateField(label=_("到哪天为止"), widget=DayInput())
    filed_only = forms.BooleanField(
        label=_("只给登记备案了的社区社会组织"),
        required=False,
        help_text=_("不勾的，没有备案的小组也可以申请。"),
    )
    pass_mark = forms.IntegerField(label=_("及格分"), min_value=0, max_value=100, initial=60)
    scorers = forms.MultipleChoiceField(
        label=_("评审人"),
        widget=forms.CheckboxSelectMultiple(),
        help_text=_("公布时只写岗位，不写姓名；最好有居民代表和监督委员会成员。"),
    )
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)

    def __init__(self, *args: Any, community: Any, **kwargs: Any) -> None:
        today = timezone.localdate()
        kwargs["initial"] = {"opens_on": today, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        source: Any = self.fields["source"]
        source.queryset = Source.objects.filter(community=community, closed_on__isnull=True)
        source.label_from_instance = lambda row: row.title
        scorers: Any = self.fields["scorers"]
        scorers.choices = _may_score(community, today)
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
    def called(self) -> Called:
        """The call as the act takes it."""
        said = self.cleaned_data
        rows = range(1, CRITERIA + 1)
        pairs = [(said[f"criterion_{n}"], said[f"points_{n}"] or 0) for n in rows]
        plain = (
            "title",
            "about",
            "source",
            "fen",
            "most_fen",
            "opens_on",
            "closes_on",
            "pass_mark",
            "filed_only",
        )
        return Called(
            **{name: said[name] for name in plain},
            criteria=[(title, points) for title, points in pairs if title],
            scorers=[tuple(each.split("/", 1)) for each in said["scorers"]],
        )


def _may_score(community: Any, today: Any) -> list[tuple[str, str]]:
    held = (
        Holding.objects.filter(in_term(today), place=community, post__in=SCORING_POSTS)
        .select_related("account")
        .order_by("account__label", "post")
    )
    seen: dict[Any, tuple[str, str]] = {}
    for each in held:
        told = f"{each.account.label}（{POSTS[each.post].title}）"
        seen.setdefault(each.account_id, (f"{each.account_id}/{each.post}", told))
    return list(seen.values())


class GrantWords(PublicForm):
    """Words of a bid: nothing that looks like somebody's name, number or door."""

    def judge(self, words: str) -> Finding:
        told = " ".join(words.split())
        return stock.names_nobody(redact(told).text == told)


class BidForm(GrantWords):
    """A group's bid on a call."""

    public = ("group", "title", "plan", "how_near")

    registered = forms.TypedChoiceField(
        label=_("哪个登记备案了的组织"), coerce=UUID, empty_value=None, required=False
    )
    group = forms.CharField(
        label=_("哪个小组或社会组织"),
        max_length=60,
        required=False,
        help_text=_("上面没有选组织的，写小组的名称。"),
    )
    title = forms.CharField(label=_("想做什么"), max_length=60)
    plan = forms.CharField(
        label=_("怎么做"),
        max_length=1200,
        widget=several_lines(1200, 8),
        help_text=_(
            "为谁、什么时候、做几次、钱花在哪里。结果公布后大家都看得到，不写人的姓名和电话。"
        ),
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

    def __init__(
        self, *args: Any, call: GrantCall, groups: Sequence[Group] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.most = call.most_fen
        chosen: Any = self.fields["registered"]
        chosen.choices = [("", _("没有登记备案")), *((each.key, each.name) for each in groups)]
        if call.filed_only:
            chosen.choices = chosen.choices[1:]
            chosen.required = True
            del self.fields["group"]
        elif not groups:
            del self.fields["registered"]
            self.fields["group"].help_text = ""
        self.fields["fen"].help_text = _("最多 {most}。").format(most=tell_money(self.most))

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if said.get("fen") is not None:
            tell_at(self, "fen", grants.asks_within(said["fen"], self.most))
        if "group" in self.fields and not said.get("registered") and not said.get("group"):
            tell_at(self, "group", Finding(False, "funds.group_named"))
        if said.get("near") is not None:
            how = said.get("how_near") or ""
            tell_at(self, "how_near", grants.declared(bool(said["near"]), how))
        return said

    @property
    def said(self) -> Said:
        """The bid as the act takes it."""
        given = {name: value for name, value in self.cleaned_data.items() if name != "once"}
        return Said(**given)


class ScoreForm(GrantWords):
    """Points by every criterion, or a step aside."""

    public = ("words",)

    aside = forms.BooleanField(label=_("我回避：我是这个小组的，或者和它有关系"), required=False)
    words = forms.CharField(
        label=_("理由"), max_length=200, required=False, widget=several_lines(200),
        help_text=_("和分数一起公布，不写人的姓名。"),
    )  # fmt: skip

    def __init__(self, *args: Any, call: GrantCall, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.names = []
        for each in call.criteria.all():
            name = f"points_{each.order}"
            self.names.append((name, str(each.order)))
            self.fields[name] = forms.IntegerField(
                label=_("{title}（满分 {points}）").format(title=each.title, points=each.points),
                min_value=0,
                max_value=each.points,
                required=False,
            )
        self.order_fields([name for name, _order in self.names])

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if not said.get("aside"):
            for name, _order in self.names:
                if said.get(name) is None and name not in self.errors:
                    self.add_error(name, _("请打分，或者选“我回避”。"))
        return said

    @property
    def given(self) -> dict[str, Any]:
        """The score as the act takes it."""
        said = self.cleaned_data
        points = {order: said[name] for name, order in self.names if said.get(name) is not None}
        return {"points": points, "words": said["words"], "aside": said["aside"]}


class StagesForm(forms.Form):
    """In which parts a grant is paid."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in range(1, STAGES + 1):
            self.fields[f"fen_{number}"] = YuanField(
                label=_("第 {n} 期（元）").format(n=number), required=number == 1, min_value=0.01
            )
            self.fields[f"condition_{number}"] = forms.CharField(
                label=_("第 {n} 期做到什么").format(n=number), max_length=120, required=number == 1
            )

    @property
    def stages(self) -> list[tuple[int, str]]:
        """The stages as the act takes them."""
        said = self.cleaned_data
        rows = range(1, STAGES + 1)
        return [(said[f"fen_{n}"], said[f"condition_{n}"]) for n in rows if said[f"fen_{n}"]]


class AskStageForm(forms.Form):
    """The money of a stage: out of which line of the budget, where nothing is kept for the grant;
    by which decision of residents, where the amount asks for one."""

    line = forms.ModelChoiceField(label=_("预算项目"), queryset=None, empty_label=_("请选择"))
    decision = forms.ChoiceField(label=_("居民的决定"), required=False)
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)

    def __init__(self, *args: Any, stage: Stage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today = timezone.localdate()
        line: Any = self.fields["line"]
        line.queryset = outgo_lines(stage.bid.call.source, today.year)
        if kept_for(stage.bid) is not None or not line.queryset.exists():
            del self.fields["line"]
        decision: Any = self.fields["decision"]
        decision.choices = [
            ("", _("请选择")),
            *((each.ref, f"{each.on} {each.told}") for each in decisions_of(stage.community)),
        ]
        if stage.fen < assembly_from(stage.community, today):
            del self.fields["decision"]


class ReportForm(GrantWords):
    """What a group did with a stage."""

    public = ("report",)

    report = forms.CharField(
        label=_("做了什么"), max_length=1200, widget=several_lines(1200, 6), help_text=PUBLIC_WORDS
    )
    spent_fen = YuanField(label=_("用了多少（元）"), required=True)
    served = forms.IntegerField(label=_("多少人次参加"), min_value=0, required=False)
    photos = PhotosField()


class RestForm(forms.Form):
    """What came back, and when."""

    fen = YuanField(label=_("退回多少（元）"), required=True, min_value=0.01)
    on = forms.DateField(label=_("哪天退回"), widget=DayInput())


class DecideStep(StepForm, GrantWords):
    """Of every bid the reason everybody reads; the order is reckoned, and told beside it. What was
    told comes along, so that no reason is published with a result it was not written for."""

    def fit(self) -> None:
        ranked = grants.rank(scored_bids(self.row), fen=self.row.fen, pass_mark=self.row.pass_mark)
        handed = self.row.bids.filter(state="handed_in").order_by("handed_in_at", "id")
        bids = {each.pk: each for each in handed}
        # A field belongs to its bid, not to a place: scorers may still change the order.
        numbers = {key: n for n, key in enumerate(bids, 1)}
        self.keys = {f"reason_{numbers[each.bid.id]}": each.bid.id for each in ranked}
        self.whys = {name: each.why for name, each in zip(self.keys, ranked, strict=True)}
        for (name, key), each in zip(self.keys.items(), ranked, strict=True):
            self.fields[_why_of(name)] = forms.CharField(
                widget=forms.HiddenInput(), initial=each.why, required=False
            )
            self.fields[name] = forms.CharField(
                label=_("{title}：理由").format(title=bids[key].title),
                max_length=300,
                widget=several_lines(300, 2),
                help_text=_("{group}，申请 {fen}。按分数：{end}。").format(
                    group=bids[key].group, fen=tell_money(bids[key].fen), end=BID_ENDS[each.why]
                ),
            )
        self.public = tuple(self.keys)

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        given = {name: said.get(_why_of(name)) or "" for name in self.keys}
        reasons = {key: said.get(name) or "" for name, key in self.keys.items()}
        for name, why in self.whys.items():
            tell_at(self, name, grants.as_shown([why], [given[name]]))
        if given != self.whys:
            # The page comes back with the result as it now is, and what was typed.
            now = {_why_of(name): why for name, why in self.whys.items()}
            self.data = {**dict(self.data.items()), **now}
        shown = {key: given[name] for name, key in self.keys.items()}
        return {"seen": said.get("seen"), "reasons": reasons, "shown": shown}


def _why_of(name: str) -> str:
    return name.replace("reason", "why")


class PlainForm(forms.Form):
    """Asks for nothing but the word that it be done."""


class PlainStep(StepForm):
    """A step that asks for nothing else."""


class CancelStep(StepForm):
    """A step with a reason everybody reads."""

    reason = forms.CharField(
        label=_("原因"), max_length=200, widget=several_lines(200), help_text=PUBLIC_WORDS
    )
