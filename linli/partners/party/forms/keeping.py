"""What the secretary writes down: branches, meetings, pledges, items, totals."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.pages.fields import DayInput
from linli.core.pages.steps import PublicForm, StepForm
from linli.core.places.models import Area, Place
from linli.lib.identity.ids import new_id
from linli.lib.law import Finding
from linli.partners.party.actions.holding import judged
from linli.partners.party.models import Branch, Meeting
from linli.partners.party.rules.periods import sorts_asked
from linli.partners.party.words import BRANCH_KINDS, SORTS, TOTALS

PUBLIC = _("大家都会读到：不写人的姓名、电话和住址。")


def lines(label: Any, most: int, rows: int = 3, **more: Any) -> forms.CharField:
    """Some lines of text."""
    box = forms.Textarea(attrs={"rows": rows, "maxlength": most})
    return forms.CharField(label=label, max_length=most, widget=box, **more)


def day(label: Any, **more: Any) -> forms.DateField:
    """A day."""
    return forms.DateField(label=label, widget=DayInput(), **more)


class OnceForm(forms.Form):
    """A form that is carried out once, however often it is sent."""

    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)


class ToldForm(PublicForm):
    """Words everybody will read."""

    def judge(self, words: str) -> Finding:
        return judged(words)


class BranchForm(ToldForm, OnceForm):
    """A branch, a group, a team."""

    public = ("name", "duties", "office")

    kind = forms.ChoiceField(label=_("类别"), choices=BRANCH_KINDS)
    name = forms.CharField(label=_("名称"), max_length=60)
    part_of = forms.ModelChoiceField(
        label=_("属于"), queryset=None, required=False, empty_label=_("不属于别的")
    )
    place = forms.ModelChoiceField(
        label=_("覆盖的小区"), queryset=None, required=False, empty_label=_("整个社区")
    )
    area = forms.ModelChoiceField(
        label=_("覆盖的网格"), queryset=None, required=False, empty_label=_("不按网格")
    )
    has_committee = forms.BooleanField(label=_("设支部委员会"), required=False)
    duties = lines(_("职责"), 1000, required=False, help_text=PUBLIC)
    office = forms.CharField(
        label=_("在哪里找得到"),
        max_length=120,
        required=False,
        help_text=_("写岗位、地点、时间，例如：支部书记，周三下午，党群服务站。"),
    )
    phone = forms.CharField(
        label=_("办公电话"), max_length=30, required=False, help_text=_("不写个人手机号。")
    )
    counted_from = day(_("从哪天起按期开会"), help_text=_("从这天以后的整月、整季开始算。"))

    def __init__(self, *args: Any, community: Any, own: Any = None, **kwargs: Any) -> None:
        kwargs["initial"] = {"counted_from": timezone.localdate(), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        rows: dict[str, Any] = {
            "part_of": Branch.objects.filter(community=community, until__isnull=True)
            .exclude(pk=own)
            .order_by("name"),
            "place": Place.objects.filter(community=community, kind="compound").order_by("name"),
            "area": Area.objects.filter(
                community=community, kind="grid", until__isnull=True
            ).order_by("name"),
        }
        for name, found in rows.items():
            field: Any = self.fields[name]
            field.queryset = found
            if name != "part_of":
                field.label_from_instance = lambda row: row.name


class BranchChangeForm(BranchForm):
    """The same, changed; since when it is counted stays."""

    counted_from = None  # type: ignore[assignment]
    seen = forms.IntegerField(widget=forms.HiddenInput())
    once = None  # type: ignore[assignment]


class MeetingForm(ToldForm, OnceForm):
    """A meeting to come."""

    public = ("topic", "venue")

    sort = forms.ChoiceField(label=_("什么会"), choices=SORTS)
    topic = forms.CharField(label=_("主题"), max_length=80, help_text=PUBLIC)
    planned_on = day(_("计划哪天"))
    venue = forms.CharField(label=_("地点"), max_length=80, required=False)

    def __init__(self, *args: Any, branch: Branch, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = sorts_asked(branch.kind, has_committee=branch.has_committee)
        field: Any = self.fields["sort"]
        field.choices = [each for each in SORTS if not asked or each[0] in asked]


class MoveForm(StepForm, ToldForm):
    """Another day, another place, another topic."""

    public = ("topic", "venue")

    topic = forms.CharField(label=_("主题"), max_length=80, help_text=PUBLIC)
    planned_on = day(_("计划哪天"))
    venue = forms.CharField(label=_("地点"), max_length=80, required=False)

    def start(self, row: Meeting) -> dict[str, Any]:
        return {"topic": row.topic, "planned_on": row.planned_on, "venue": row.venue}


class HeldForm(StepForm, ToldForm):
    """It was held."""

    public = ("minutes",)

    held_on = day(_("实际哪天"))
    present = forms.IntegerField(
        label=_("到会人数"), min_value=1, help_text=_("只写人数；名单在党组织自己的记录里。")
    )
    minutes = forms.CharField(
        label=_("记录的标题"), max_length=80, help_text=_("只写标题；记录本身不放在这里。")
    )

    def start(self, row: Meeting) -> dict[str, Any]:
        return {"held_on": min(row.planned_on, timezone.localdate()), "minutes": row.topic}


class DropForm(StepForm, ToldForm):
    """It is not held, and why."""

    public = ("reason",)

    reason = forms.CharField(label=_("原因"), max_length=160, help_text=PUBLIC)


class PledgeForm(ToldForm, OnceForm):
    """What a branch promises."""

    public = ("title",)

    title = forms.CharField(label=_("承诺做什么"), max_length=80, help_text=PUBLIC)
    due_on = day(_("哪天以前"))


class KeptForm(StepForm, ToldForm):
    """It was kept."""

    public = ("told",)

    kept_on = day(_("哪天做到"))
    told = lines(_("做得怎么样"), 200, help_text=PUBLIC)


class AffairForm(ToldForm, OnceForm):
    """The text of one item for one time."""

    text = lines(_("内容"), 4000, rows=10, help_text=PUBLIC)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        for line in (said.get("text") or "").splitlines():
            if not judged(line) and "text" not in self.errors:
                self.public = ("text",)
                self.add_error("text", _("有一行像是写了人的姓名、电话或者门牌号，请去掉。"))
        return said


class TotalForm(OnceForm):
    """A whole number the Party organisation tells."""

    kind = forms.ChoiceField(label=_("哪个数"), choices=TOTALS)
    on = day(_("截至哪天"))
    value = forms.IntegerField(
        label=_("数"), min_value=0, help_text=_("党组织报的总数，照样写下；不登记任何人。")
    )


class UntilForm(StepForm):
    """Until when."""

    until = day(_("到哪天"))
