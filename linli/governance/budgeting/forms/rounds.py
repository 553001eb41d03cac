"""A round and its rules, who vets, who is added to the roll."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.access.models import Account, Holding
from linli.core.access.posts import POSTS, Post
from linli.core.access.queries import in_term
from linli.core.pages.fields import DayInput, YuanField
from linli.core.pages.wording import tell_money
from linli.core.places.models import Place
from linli.core.places.queries import pointable
from linli.governance.budgeting.forms.ideas import lines
from linli.governance.budgeting.models import ASPECTS, Ruling
from linli.governance.budgeting.money import Pot, pots_of


class PotForm(forms.Form):
    """Where money bound to one purpose is chosen, somebody says that what may be asked for fits."""

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        fits = given.pop("fits", False)
        if given.get("paid_from") in self.bound and not fits:
            self.add_error("fits", _("这笔钱只能用在约定的用途，请核对这一轮能提的事合不合。"))
        return given

    def offer(self, pots: list[Pot], now: UUID | None) -> None:
        """The pots to choose from; the one that was chosen before stays, though it is offered no
        more (closed meanwhile)."""
        self.bound = {pot.key for pot in pots if pot.only_for}
        kept: list[tuple[str, Any]] = []
        if now is not None and now not in {pot.key for pot in pots}:
            kept = [(str(now), _("原来的账户"))]
        field: Any = self.fields["paid_from"]
        field.choices = [
            ("", _("不在账上")), *kept, *((str(each.key), _called(each)) for each in pots)
        ]  # fmt: skip
        if not pots and not kept:
            del self.fields["paid_from"]
        if not self.bound:
            del self.fields["fits"]


class RoundForm(PotForm):
    """How much money, from where, for what, and the days of each phase."""

    title = forms.CharField(label=_("名称"), max_length=80)
    fen = YuanField(label=_("一共多少钱（元）"), required=True, min_value=1)
    source = forms.CharField(
        label=_("钱从哪里来"),
        max_length=200,
        help_text=_("写清楚是哪一笔钱、有没有规定只能做什么。"),
    )
    paid_from = forms.TypedChoiceField(
        label=_("从哪个账户出"),
        coerce=UUID,
        empty_value=None,
        required=False,
        help_text=_(
            "选了的，规则一公布就把这笔钱留出来，别的事不能用。不在账上的不选。"
            "限定用途的钱写着只用于什么，大家能提的事要和它合得上。"
        ),
    )
    fits = forms.BooleanField(label=_("能提的事符合这笔钱约定的用途"), required=False)
    area = forms.ModelChoiceField(
        label=_("用在哪个地方"),
        queryset=Place.objects.none(),
        required=False,
        empty_label=_("整个社区"),
        help_text=_("也就是哪里的居民可以投票。"),
    )
    asks = forms.CharField(
        label=_("可以提什么，不可以提什么"), max_length=1000, widget=lines(1000, 5)
    )
    ideas_each = forms.IntegerField(label=_("每人最多提几个"), min_value=1, max_value=20)
    ideas_until = forms.DateField(label=_("点子收到哪天"), widget=DayInput())
    vetting_until = forms.DateField(label=_("审查到哪天"), widget=DayInput())
    vote_from = forms.DateField(label=_("哪天开始投票"), widget=DayInput())
    vote_until = forms.DateField(
        label=_("投票到哪天"), widget=DayInput(), help_text=_("最后一天 18:00 截止。")
    )

    def __init__(self, *args: Any, community: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer(pots_of(community, on), None)
        area: Any = self.fields["area"]
        area.queryset = pointable(community)
        area.label_from_instance = lambda place: place.name_inside


def _called(pot: Pot) -> str:
    free = _("还能用 %(free)s") % {"free": tell_money(pot.free)}
    if not pot.only_for:
        return f"{pot.title}（{free}）"
    only = _("只用于%(what)s") % {"what": pot.only_for}
    return f"{pot.title}（{only}，{free}）"


class DaysForm(PotForm):
    """The days that are still to come, and the pot, where that of before will not do."""

    paid_from = forms.TypedChoiceField(
        label=_("从哪个账户出"),
        coerce=UUID,
        empty_value=None,
        required=False,
        help_text=_("原来的账户关了、钱不够了的，规则公布以前可以换。"),
    )
    fits = forms.BooleanField(label=_("能提的事符合这笔钱约定的用途"), required=False)
    vetting_until = forms.DateField(label=_("审查到哪天"), widget=DayInput())
    vote_from = forms.DateField(label=_("哪天开始投票"), widget=DayInput())
    vote_until = forms.DateField(label=_("投票到哪天"), widget=DayInput())

    def __init__(
        self, *args: Any, community: Any, on: date, now: UUID | None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.offer(pots_of(community, on), now)


class VettersForm(forms.Form):
    """Who vets what: one of those who hold a post of this community, not of a company that works
    for it."""

    def __init__(self, *args: Any, community: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.held = _posts_here(community, on)
        accounts = Account.objects.filter(is_active=True, pk__in=list(self.held)).order_by("label")
        for aspect, title in ASPECTS:
            field: Any = forms.ModelChoiceField(
                label=title, queryset=accounts, empty_label=_("请选择")
            )
            field.label_from_instance = self._called
            self.fields[aspect] = field

    def _called(self, account: Account) -> str:
        return f"{account.label}（{self.held[account.pk]}）"


def _posts_here(community: Any, on: date) -> dict[Any, str]:
    """One title a person, that of the post which comes first in the house's own order."""
    held = Holding.objects.filter(in_term(on), place__community=community)
    order = list(POSTS)
    named = [each for each in held if each.post in POSTS and _vets(POSTS[each.post])]
    first: dict[Any, str] = {}
    for each in sorted(named, key=lambda each: order.index(each.post)):
        first.setdefault(each.account_id, str(POSTS[each.post].title))
    return first


def _vets(post: Post) -> bool:
    return not post.counts_only and post.name != "property_manager"


class RulesForm(forms.Form):
    """How it is voted on and counted. What is proposed is what suits most communities."""

    form = forms.ChoiceField(
        label=_("怎样投"), choices=Ruling.FORMS, widget=forms.RadioSelect, initial="approval"
    )
    most = forms.IntegerField(
        label=_("最多选几个，或者一共几点"),
        min_value=1,
        max_value=200,
        required=False,
        help_text=_("“赞成几个都行”的不用填。"),
    )
    each = forms.IntegerField(
        label=_("一个项目最多几点"),
        min_value=1,
        max_value=200,
        required=False,
        help_text=_("只有“分点数”的要填。"),
    )
    method = forms.ChoiceField(
        label=_("怎样算"),
        choices=Ruling.METHODS,
        widget=forms.RadioSelect,
        initial="equal_shares",
        help_text=_(
            "平均分额让人少的那一部分居民也能定下与他们人数相称的钱。结果公布时两种算法并排列出。"
        ),
    )
    completion = forms.ChoiceField(
        label=_("没有花完的"), choices=Ruling.COMPLETIONS, widget=forms.RadioSelect, initial="add1"
    )
    stop = forms.ChoiceField(
        label=_("什么时候停"), choices=Ruling.STOPS, widget=forms.RadioSelect, initial="exhaustive"
    )
    step_fen = YuanField(
        label=_("每人的份额一次加多少（元）"), required=True, min_value=0.01, initial=1
    )
    least = forms.IntegerField(
        label=_("至少要几票才能选上"), min_value=0, required=False, initial=0
    )
    threshold = forms.BooleanField(
        label=_("花钱多的要票数多：得票比例不低于费用占总额三倍的比例"), required=False
    )
    compared = forms.BooleanField(
        label=_("多数投票人更合意按票数的结果时，改用按票数的结果"), required=False
    )
    lot = forms.CharField(
        label=_("抽签的种子"),
        max_length=40,
        help_text=_(
            "当众定的一串字，例如现场掷骰子的点数。几个项目完全一样时，先后由它推出来，谁都能自己验算。"
        ),
    )
    voter_age = forms.IntegerField(label=_("满多少周岁可以投票"), min_value=6, max_value=18)
    roll_on = forms.DateField(label=_("以哪一天的居民名册为准"), widget=DayInput())
    left_to = forms.CharField(label=_("余下的钱去哪里"), max_length=200)

    @property
    def given(self) -> dict[str, Any]:
        """What the act takes; what the form of the ballot does not use is left out."""
        told = dict(self.cleaned_data)
        told["least"] = told["least"] or 0
        if told["form"] == "approval":
            told["most"] = None
        if told["form"] != "points":
            told["each"] = None
        return told


class ReasonForm(forms.Form):
    """A reason everybody reads."""

    reason = forms.CharField(
        label=_("原因"),
        max_length=400,
        widget=lines(400),
        help_text=_("人人都看得到；不写人的姓名。"),
    )


class SureForm(forms.Form):
    """Nothing to fill in: the button says it."""


class EnrolForm(forms.Form):
    """Why somebody is put on the roll."""

    reason = forms.CharField(
        label=_("补登的依据"),
        max_length=120,
        help_text=_("例如：看过身份证，年满十六周岁，住在 3 号楼。"),
    )
