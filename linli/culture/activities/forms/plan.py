"""An activity as it is written down: one long form in parts, most of it optional."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from linli.core.pages.fields import DayInput, MomentInput, YuanField
from linli.core.pages.steps import PublicForm, tell_at
from linli.culture.activities import rules
from linli.culture.activities.actions.wording import asked_at
from linli.culture.activities.models import Activity
from linli.culture.activities.plans import OF_SHEET, RHYTHM, TOLD, Plan
from linli.culture.activities.queries.coming import leads_of, terms_of
from linli.culture.activities.venues import venue_called, venues_of
from linli.culture.activities.words import (
    AUDIENCES,
    KINDS,
    KNOWN,
    PRICES,
    RHYTHMS,
    TOPICS,
    WEEKDAYS,
)
from linli.lib.identity.ids import new_id
from linli.lib.law import Finding
from linli.mechanisms.signup.models import Sheet
from linli.mechanisms.signup.rules import MOST_EACH

EVERYBODY = _("大家都看得到，不写人的姓名、电话和住址。")

MOST_PEOPLE = 1_000_000
"""More than ever come: what a number of people may be at most."""


def lines(most: int, rows: int = 3) -> forms.Textarea:
    """An input of so many rows and characters."""
    return forms.Textarea(attrs={"rows": rows, "maxlength": most})


def hour_input() -> forms.TimeInput:
    """An hour picked by the browser."""
    return forms.TimeInput(attrs={"type": "time"}, format="%H:%M")


class DaysField(forms.CharField):
    """Several days, one a line; cleans to their ISO forms in order."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, widget=lines(2000, 3), max_length=2000, **kwargs)

    def clean(self, value: Any) -> Any:
        said = super().clean(value)
        found = set()
        for each in said.replace("，", " ").replace(",", " ").split():
            try:
                found.add(date.fromisoformat(each.replace("/", "-").replace(".", "-")).isoformat())
            except ValueError:
                raise forms.ValidationError(
                    _("看不懂“%(day)s”，请写成 2027-05-04 这样。"), params={"day": each}
                ) from None
        return sorted(found)

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value


class KnownField(forms.TypedChoiceField):
    """Yes, no, or not looked at yet."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            choices=KNOWN, required=False, empty_value=None,
            coerce=lambda value: value == "yes", **kwargs,
        )  # fmt: skip

    def prepare_value(self, value: Any) -> Any:
        return {True: "yes", False: "no"}.get(value, value) if value is not None else ""


class PlanForm(PublicForm):
    """What it is, when, where, for whom, and how names are put down."""

    template_name = "activities/_plan_form.html"
    public = ("title", "about", "bring", "organiser", "access_note", "venue")

    kind = forms.ChoiceField(label=_("类型"), choices=KINDS)
    topic = forms.ChoiceField(label=_("哪方面"), choices=TOPICS)
    title = forms.CharField(label=_("名称"), max_length=60, help_text=EVERYBODY)
    about = forms.CharField(label=_("讲什么、做什么"), max_length=1500, widget=lines(1500, 5))
    audience = forms.ChoiceField(label=_("适合"), choices=AUDIENCES)
    bring = forms.CharField(label=_("要带什么"), max_length=200, required=False)
    organiser = forms.CharField(label=_("谁办的"), max_length=80)
    lead = forms.ModelChoiceField(
        label=_("谁来教、谁来带"), queryset=None, required=False, empty_label=_("没有固定的老师"),
        help_text=_("从登记的老师里选；姓名只有本人同意才公开。"),
    )  # fmt: skip
    ask_at = forms.CharField(
        label=_("到哪里问"), max_length=120, required=False,
        help_text=_("窗口或者办公室座机；不写个人的手机号。"),
    )  # fmt: skip

    first = forms.DateField(label=_("第一次"), widget=DayInput())
    starts = forms.TimeField(label=_("几点开始"), widget=hour_input())
    minutes = forms.IntegerField(label=_("多少分钟"), min_value=5, max_value=1440, initial=90)
    every = forms.ChoiceField(label=_("多久一次"), choices=RHYTHMS)
    weekdays = forms.TypedMultipleChoiceField(
        label=_("星期几"), choices=WEEKDAYS, coerce=int, required=False,
        widget=forms.CheckboxSelectMultiple, help_text=_("不选就是第一次的那个星期几。"),
    )  # fmt: skip
    times = forms.IntegerField(label=_("一共几次"), min_value=1, max_value=400, required=False)
    until = forms.DateField(label=_("或者到哪一天为止"), widget=DayInput(), required=False)
    through_holidays = forms.BooleanField(label=_("节假日照常"), required=False)
    without = DaysField(label=_("哪些天不办"), help_text=_("一行一天，例如 2027-05-04。"))
    also = DaysField(label=_("哪些天加办"), help_text=_("一行一天，同样的时间。"))
    term = forms.ModelChoiceField(
        label=_("学期"), queryset=None, required=False, empty_label=_("不属于哪个学期")
    )

    venue_key = forms.ChoiceField(
        label=_("场地"), required=False,
        help_text=_("从登记的场地里选，公布时一起订下；被别人订了会说明是哪一次。"),
    )  # fmt: skip
    venue = forms.CharField(
        label=_("地点怎么写"), max_length=120, required=False,
        help_text=_("不选场地的必须写；选了场地的，不写就用场地的名称。"),
    )  # fmt: skip
    step_free = KnownField(label=_("无台阶"))
    hearing = KnownField(label=_("有助听设备"))
    quiet = KnownField(label=_("安静时段（灯光声音柔和、人少）"))
    access_note = forms.CharField(label=_("怎么进去"), max_length=200, required=False)

    by_signup = forms.BooleanField(
        label=_("要报名"), required=False, initial=True, help_text=_("不勾就是直接来。")
    )
    seats = forms.IntegerField(label=_("名额"), min_value=1, max_value=20000, required=False)
    waiting_most = forms.IntegerField(
        label=_("候补最多多少人"), min_value=0, max_value=MOST_PEOPLE, required=False
    )
    way = forms.ChoiceField(label=_("怎么排先后"), choices=Sheet.WAYS, required=False)
    most_each = forms.IntegerField(
        label=_("一次最多报几个人"), min_value=1, max_value=MOST_EACH, initial=1, required=False
    )
    offer_hours = forms.IntegerField(
        label=_("候补有空位时保留多少小时"), min_value=2, max_value=240, initial=24, required=False
    )
    opens_at = forms.DateTimeField(label=_("几时开始报名"), widget=MomentInput(), required=False)
    closes_at = forms.DateTimeField(label=_("几时截止"), widget=MomentInput(), required=False)
    age_from = forms.IntegerField(label=_("最小年龄"), min_value=0, max_value=120, required=False)
    age_to = forms.IntegerField(label=_("最大年龄"), min_value=0, max_value=120, required=False)
    guarded = forms.BooleanField(
        label=_("每个人都问年龄，未满 18 岁的要监护人同意"), required=False
    )

    price = forms.ChoiceField(label=_("收费"), choices=PRICES)
    fen = YuanField(label=_("每人多少钱（元）"), required=False, min_value=0.01, max_value=100_000)

    expected = forms.IntegerField(
        label=_("一次预计多少人"), min_value=1, max_value=MOST_PEOPLE, required=False,
        help_text=_("单场达到一千人的，要在二十天以前向公安机关申请安全许可。"),
    )  # fmt: skip
    licence = forms.CharField(label=_("许可编号"), max_length=60, required=False)
    applied_on = forms.DateField(label=_("哪一天申请的许可"), widget=DayInput(), required=False)

    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id, required=False)
    seen = forms.IntegerField(widget=forms.HiddenInput(), required=False)
    copied = forms.UUIDField(widget=forms.HiddenInput(), required=False)

    PARTS = (
        (_("是什么"), ("kind", "topic", "title", "about", "audience", "bring", "lead",
                    "organiser", "ask_at")),
        (_("什么时候"), ("first", "starts", "minutes", "every", "weekdays", "times", "until",
                     "through_holidays", "term", "without", "also")),
        (_("在哪里"), ("venue_key", "venue", "step_free", "hearing", "quiet", "access_note")),
        (_("报名"), ("by_signup", "seats", "waiting_most", "way", "most_each", "offer_hours",
                   "opens_at", "closes_at", "age_from", "age_to", "guarded")),
        (_("收费"), ("price", "fen")),
        (_("大型活动"), ("expected", "licence", "applied_on")),
    )  # fmt: skip

    def __init__(self, *args: Any, community: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.community = community
        term: Any = self.fields["term"]
        term.queryset = terms_of(community)
        lead: Any = self.fields["lead"]
        lead.queryset = leads_of(community)
        lead.label_from_instance = lambda row: f"{row.name} · {row.teaches}".strip(" ·")
        venue: Any = self.fields["venue_key"]
        venue.choices = [
            ("", _("别的地方，写在下面")),
            *((str(each.key), each.title) for each in venues_of(community)),
        ]

    @property
    def parts(self) -> Iterator[tuple[Any, list[BoundField]]]:
        """The parts of the form with their fields, for its template."""
        for title, names in self.PARTS:
            yield title, [self[name] for name in names]

    def judge(self, words: str) -> Finding:
        return rules.public_words(words)

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        tell_at(self, "ask_at", asked_at(self.community, said.get("ask_at") or ""))
        found = venue_called(self.community, _key(said.get("venue_key")))
        said["venue_key"] = found.key if found else None
        if found is not None:
            said["venue"] = said.get("venue") or found.title
            for name in ("step_free", "hearing"):
                if said.get(name) is None:
                    said[name] = getattr(found, name)
        elif not said.get("venue"):
            self.add_error("venue", _("请写在哪里。"))
        if said.get("every") not in (None, "once") and not (said.get("until") or said.get("times")):
            self.add_error("times", _("重复的活动，请写一共几次，或者到哪一天为止。"))
        if said.get("price") not in (None, "free") and not said.get("fen"):
            self.add_error("fen", _("请写每人多少钱；不收钱的选“无偿”。"))
        low, high = said.get("age_from"), said.get("age_to")
        if low is not None and high is not None and low > high:
            self.add_error("age_to", _("最大年龄小于最小年龄。"))
        return said

    @property
    def plan(self) -> Plan:
        """What was written down, as the act takes it."""
        said = self.cleaned_data
        told = {name: said[name] for name in (*TOLD, *RHYTHM) if name in said}
        sheet = {name: said[name] for name in OF_SHEET}
        for name, default in (("way", "first_come"), ("most_each", 1), ("offer_hours", 24)):
            sheet[name] = sheet[name] or default
        return Plan(told, sheet)


def begin_with(activity: Activity, *, copied: bool = False) -> dict[str, Any]:
    """What the form begins with for a draft that is changed, or an activity that is held again:
    then without its licence, its exceptions and its days."""
    began = {name: getattr(activity, name) for name in (*TOLD, *RHYTHM)}
    began |= {name: getattr(activity.sheet, name) for name in OF_SHEET}
    if copied:
        for name in ("licence", "applied_on", "first", "until", "opens_at", "closes_at"):
            began[name] = None
        return began | {"without": [], "also": [], "copied": activity.pk}
    return began | {"seen": activity.version}


def _key(said: Any) -> UUID | None:
    return UUID(said) if said else None
