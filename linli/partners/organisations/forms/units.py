"""What is typed for units, lists, pledges and joint meetings."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.pages.fields import DayInput
from linli.core.pages.steps import PublicForm, tell_at
from linli.lib.calendar import SHANGHAI
from linli.lib.identity.ids import new_id
from linli.lib.law import Finding
from linli.partners.organisations.models import ResidentUnit
from linli.partners.organisations.rules.units import one_meets_it, public_words
from linli.partners.organisations.unit_words import FEATURES, SCORES

PUBLIC = _("大家都会读到：写单位，不写人的姓名、电话和门牌号。")
NEED_NOTE = _(
    "是社区的需求，不是哪一家的；一家的困难请走救助和微心愿。向邻居借一样东西、请一位手艺人，"
    "写在“资源对接”，不用两边都写。"
)
OFFER_NOTE = _(
    "随时可以收回，不问为什么。要让大家按时段预约的房间和场地，请居委会登记在“场地”里；"
    "居民自己愿意拿出来的，写在“资源对接”。已经写在那里的，这里自动列出，不用再填。"
)


def lines(label: Any, most: int, rows: int = 3, **more: Any) -> forms.CharField:
    """Some lines of text."""
    box = forms.Textarea(attrs={"rows": rows, "maxlength": most})
    return forms.CharField(label=label, max_length=most, widget=box, **more)


def day(label: Any, **more: Any) -> forms.DateField:
    """A day, picked."""
    return forms.DateField(label=label, widget=DayInput(), **more)


class UnitForm(PublicForm):
    """A form of this room: carried out once; `row`: of which row as it was seen."""

    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)
    seen = forms.IntegerField(widget=forms.HiddenInput(), required=False)

    def __init__(self, *args: Any, row: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if row is None:
            del self.fields["seen"]
        else:
            self.fields["seen"].initial = row.version
            self.fields["seen"].required = True

    def judge(self, words: str) -> Finding:
        return public_words(words)


class SureForm(UnitForm):
    """A form that only says yes."""


class AgreementForm(UnitForm):
    """The co-building agreement."""

    public: tuple[str, ...] = ("agreement_about",)
    agreement_since = day(_("共建协议从哪天"), required=False, help_text=_("没有协议就空着。"))
    agreement_until = day(_("到哪天（含）"), required=False)
    agreement_about = lines(_("协议说了什么"), 400, required=False, help_text=PUBLIC)


class OpenForm(AgreementForm):
    """A new file."""

    public: tuple[str, ...] = ("name", "does", "agreement_about")
    organisation = forms.ModelChoiceField(
        label=_("已经登记的组织"), queryset=None, required=False,
        empty_label=_("没有登记过，写名称"),
    )  # fmt: skip
    name = forms.CharField(label=_("单位名称"), max_length=80, required=False)
    does = lines(_("这家单位做什么"), 300, rows=2, help_text=PUBLIC)
    body = forms.ModelChoiceField(
        label=_("已有的账号所属单位"), queryset=None, required=False,
        empty_label=_("没有，按名称新建"),
        help_text=_("单位代表登录后看得到的，就是这个单位的事。"),
    )  # fmt: skip
    field_order: tuple[str, ...] = ("organisation", "name", "does", "body")

    def __init__(self, *args: Any, organisations: Any, bodies: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = organisations  # type: ignore[attr-defined]
        self.fields["body"].queryset = bodies  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if not said.get("organisation") and not (said.get("name") or "").strip():
            self.add_error("name", _("请选一个组织，或者写单位名称。"))
        return said


class DoesForm(UnitForm):
    """What the unit does."""

    public: tuple[str, ...] = ("does",)
    does = lines(_("这家单位做什么"), 300, rows=2, help_text=PUBLIC)


class EntryForm(UnitForm):
    """One line of a list."""

    public: tuple[str, ...] = ("title", "about")
    title = forms.CharField(label=_("一句话"), max_length=60, help_text=PUBLIC)
    about = lines(_("说明"), 300, rows=2, required=False)


class OfferForm(EntryForm):
    """Something a unit offers."""

    public: tuple[str, ...] = ("title", "about", "conditions", "times")
    feature = forms.ChoiceField(label=_("哪一种资源"), choices=FEATURES)
    times = forms.CharField(label=_("什么时候可以用"), max_length=120, required=False)
    conditions = forms.CharField(label=_("条件"), max_length=200, required=False)
    since = day(_("从哪天"), required=False, help_text=_("空着就是从今天。"))
    until = day(_("到哪天（含）"), required=False, help_text=_("长期的空着；随时可以收回。"))
    field_order: tuple[str, ...] = (
        "feature",
        "title",
        "about",
        "times",
        "conditions",
        "since",
        "until",
    )


class NeedForm(EntryForm):
    """Something that is looked for."""

    feature = forms.ChoiceField(label=_("需要哪一种资源"), choices=FEATURES)
    wanted_by = day(_("最好在哪天以前"), required=False)
    field_order: tuple[str, ...] = ("feature", "title", "about", "wanted_by")


class MatchForm(EntryForm):
    """A need and an offer become a project, or a body that is no unit takes the need on."""

    offer = forms.ModelChoiceField(label=_("用哪一项资源"), queryset=None, required=False)
    taken_by = forms.ChoiceField(label=_("或者由谁来办"), required=False)
    due_on = day(_("打算哪天以前做成"), required=False)
    field_order: tuple[str, ...] = ("offer", "taken_by", "title", "about", "due_on")

    def __init__(
        self, *args: Any, offers: Any, rows: Any, takers: Iterable[str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["offer"]
        field.queryset = rows
        told = [(each.pk, f"{each.unit.name} · {each.title}") for each in offers]
        field.choices = [("", "---------"), *told]
        others: Any = self.fields["taken_by"]
        others.choices = [("", _("不是支部")), *((name, name) for name in takers)]
        if len(others.choices) == 1:
            del self.fields["taken_by"]
            field.required = True

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        offered, taken = said.get("offer") is not None, bool(said.get("taken_by"))
        if not self.errors:
            tell_at(self, "offer", one_meets_it(offered=offered, taken=taken, known=True))
        return said


class OutcomeForm(UnitForm):
    """What came of a project."""

    public: tuple[str, ...] = ("outcome",)
    came_true = forms.TypedChoiceField(
        label=_("做成了吗"), choices=[("yes", _("做成了")), ("no", _("没有做成"))],
        coerce=lambda said: said == "yes", widget=forms.RadioSelect(),
    )  # fmt: skip
    outcome = lines(_("结果"), 300, help_text=PUBLIC)


class PledgeForm(EntryForm):
    """A promise."""

    due_on = day(
        _("答应在哪天以前做到（含）"), help_text=_("定了就不能改；做不到的，写明理由收回。")
    )
    made_on = day(_("哪天答应的"), required=False, help_text=_("空着就是今天。"))
    field_order: tuple[str, ...] = ("title", "about", "due_on", "made_on")


class MeetingPledgeForm(PledgeForm):
    """A promise made at a joint meeting."""

    unit = forms.ModelChoiceField(label=_("哪家单位答应的"), queryset=None)
    field_order: tuple[str, ...] = ("unit", "title", "about", "due_on", "made_on")

    def __init__(self, *args: Any, units: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]


class DeliverForm(UnitForm):
    """It was done."""

    public: tuple[str, ...] = ("delivered_how",)
    delivered_on = day(_("哪天做到的"), initial=timezone.localdate)
    delivered_how = lines(_("怎么做到的"), 300, rows=2, help_text=PUBLIC)


class ReasonForm(UnitForm):
    """Why."""

    public: tuple[str, ...] = ("reason",)
    reason = lines(_("理由"), 200, rows=2, help_text=PUBLIC)


class RateForm(UnitForm):
    """A word of a resident about what was done."""

    score = forms.ChoiceField(label=_("对大家有用吗"), choices=SCORES, widget=forms.RadioSelect())


class ChairForm(UnitForm):
    """Who leads the meeting."""

    chair = forms.CharField(label=_("主持人"), max_length=40)


class CallForm(UnitForm):
    """Notice, later than promised only with a reason."""

    urgent_reason = forms.CharField(
        label=_("紧急的理由"), max_length=200, required=False,
        help_text=_("通知得比承诺的晚，才要写。"),
    )  # fmt: skip


class JointForm(UnitForm):
    """A joint meeting as it is planned: time, place, what is discussed, which units come."""

    public: tuple[str, ...] = ("title", "venue", "agenda")
    title = forms.CharField(label=_("会议名称"), max_length=100)
    day = day(_("哪天"))
    hour = forms.TimeField(
        label=_("几点"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    venue = forms.CharField(label=_("地点"), max_length=120)
    agenda = lines(
        _("议程"), 2000, rows=6, help_text=_("一行一项；先列了没对接的需求和正在做的项目。")
    )

    def __init__(self, *args: Any, units: list[ResidentUnit], matters: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.units = {f"unit_{each.pk.hex}": each for each in units}
        for name, unit in self.units.items():
            self.fields[name] = forms.CharField(
                label=_("请%(unit)s，因为议到") % {"unit": unit.name}, max_length=120,
                required=False, initial=matters.get(unit.pk, ""),
                help_text=_("不请的空着：单位只为和它有关的事派代表来。"),
            )  # fmt: skip
        self.public = (*self.public, *self.units)

    @property
    def given(self) -> dict[str, Any]:
        """What the act takes."""
        said = self.cleaned_data
        asked = {unit: said[name] for name, unit in self.units.items() if said[name].strip()}
        return {
            "title": said["title"],
            "venue": said["venue"],
            "starts_at": datetime.combine(said["day"], said["hour"], tzinfo=SHANGHAI),
            "agenda": said["agenda"].splitlines(),
            "asked": asked,
        }
