"""A community social organisation as it is written, and the steps of its filing."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.pages.fields import DayInput, YuanField
from linli.core.pages.steps import PublicForm, StepForm, tell_at
from linli.lib.identity.ids import new_id
from linli.lib.law import Finding
from linli.partners.organisations.actions.social import Proposed
from linli.partners.organisations.actions.social_life import Summed
from linli.partners.organisations.models.social import CATEGORIES, FILED_WITH, NATURES
from linli.partners.organisations.rules import social as rules

NO_NAMES = _("大家都看得到，不写人的姓名、电话和门牌。")
PARTS = (
    "name",
    "category",
    "about",
    "nature",
    "initiators",
    "members",
    "units",
    "has_means",
    "leader",
    "phone",
    "contact_public",
    "contact",
    "venue",
    "charter",
    "plan",
)


def several_lines(most: int, rows: int = 3) -> forms.Textarea:
    """An input of so many rows and characters."""
    return forms.Textarea(attrs={"rows": rows, "maxlength": most})


class SocialWords(PublicForm):
    """Words everybody may come to read."""

    def judge(self, words: str) -> Finding:
        return rules.words_for_all(words)


class SocialForm(SocialWords):
    """What a group says of itself. Only the name and what it does are asked at once; the rest may
    come later, the checklist says what is missing."""

    public = ("name", "about", "venue", "charter", "plan")

    name = forms.CharField(label=_("名称"), max_length=60, help_text=_("例如：东湖社区合唱队"))
    category = forms.ChoiceField(label=_("类别"), choices=CATEGORIES)
    about = forms.CharField(
        label=_("做什么"), max_length=300, widget=several_lines(300), help_text=NO_NAMES
    )
    nature = forms.ChoiceField(
        label=_("是什么样的组织"), choices=NATURES, widget=forms.RadioSelect(), initial="group"
    )
    initiators = forms.IntegerField(
        label=_("发起人数"), min_value=0, max_value=9999, required=False
    )
    members = forms.IntegerField(
        label=_("个人成员数"),
        min_value=0,
        max_value=99999,
        required=False,
        help_text=_("只写几个人，不交名单。"),
    )
    units = forms.IntegerField(label=_("单位成员数"), min_value=0, max_value=9999, required=False)
    has_means = forms.BooleanField(
        label=_("有自己的固定住所、专职工作人员和活动资金（《社会团体登记管理条例》第十条）"),
        required=False,
    )
    leader = forms.CharField(
        label=_("负责人姓名"),
        max_length=30,
        required=False,
        help_text=_("只有办备案的人看得到。"),
    )
    phone = forms.CharField(
        label=_("负责人电话"),
        max_length=30,
        required=False,
        help_text=_("只有办备案的人看得到。"),
    )
    venue = forms.CharField(label=_("活动地点"), max_length=120, required=False)
    charter = forms.CharField(
        label=_("活动规则"),
        max_length=2000,
        required=False,
        widget=several_lines(2000, 6),
        help_text=_("怎么加入退出、怎么商量、钱怎么管、怎么保证安全。"),
    )
    plan = forms.CharField(
        label=_("活动计划"), max_length=1200, required=False, widget=several_lines(1200, 5)
    )
    contact_public = forms.BooleanField(
        label=_("负责人同意公开下面的联系人和联系方式"), required=False
    )
    contact = forms.CharField(
        label=_("公开的联系人和联系方式"),
        max_length=80,
        required=False,
        help_text=_("不同意就不公开；同意了也随时可以收回。"),
    )
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        for part in ("initiators", "members", "units"):
            said[part] = said.get(part) or 0
        agreed = rules.contact_agreed(bool(said.get("contact_public")), said.get("contact") or "")
        tell_at(self, "contact", agreed)
        return said

    @property
    def proposed(self) -> Proposed:
        """What was said, as the act takes it."""
        return Proposed(**{part: self.cleaned_data[part] for part in PARTS})


class SocialWriteForm(StepForm, SocialForm):
    """The same for a draft that is there."""

    def start(self, row: Any) -> dict[str, Any]:
        return {part: getattr(row, part) for part in PARTS}


class SocialChangeForm(SocialWriteForm):
    """The same for what is on record: with why."""

    reason = forms.CharField(label=_("变更了什么、为什么"), max_length=200)


class PlainStep(StepForm):
    """A step that asks for nothing else."""


class ReasonStep(StepForm):
    """A step with its reason."""

    reason = forms.CharField(label=_("写清楚"), max_length=500, widget=several_lines(500, 4))


class RefuseStep(StepForm):
    """A refusal: why, and what to do about it."""

    reason = forms.CharField(label=_("理由"), max_length=300, widget=several_lines(300))
    remedy = forms.CharField(
        label=_("怎么办"),
        max_length=300,
        widget=several_lines(300),
        help_text=_("改什么可以再来，或者可以找谁。"),
    )


class FileStep(StepForm):
    """With whom it is filed, and under which number."""

    filed_with = forms.ChoiceField(
        label=_("向谁备案"), choices=FILED_WITH, widget=forms.RadioSelect()
    )
    given_number = forms.CharField(
        label=_("街道给的备案号"),
        max_length=40,
        required=False,
        help_text=_("街道给了编号的照写，回执上就是它；空着就用社区自己的编号。"),
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        given = said.get("given_number") or ""
        if "filed_with" in said:
            tell_at(self, "given_number", rules.number_from_street(said["filed_with"], given))
        tell_at(self, "given_number", rules.words_for_all(given))
        return said


class RegisterStep(StepForm):
    """What the civil affairs department gave."""

    credit_code = forms.CharField(label=_("统一社会信用代码"), max_length=30)
    on = forms.DateField(label=_("登记日期"), widget=DayInput())

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("credit_code"):
            tell_at(self, "credit_code", rules.code_given(said["credit_code"]))
        return said


class DeedForm(SocialWords):
    """What it did on a day."""

    public = ("what",)

    on = forms.DateField(label=_("日期"), widget=DayInput())
    what = forms.CharField(label=_("做了什么"), max_length=120, help_text=NO_NAMES)
    people = forms.IntegerField(label=_("多少人次"), min_value=0, max_value=99999, required=False)
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"on": timezone.localdate(), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)


class SummaryForm(SocialWords):
    """A year in words and numbers."""

    public = ("words",)

    words = forms.CharField(
        label=_("这一年做了什么"),
        max_length=1200,
        widget=several_lines(1200, 6),
        help_text=NO_NAMES,
    )
    times = forms.IntegerField(label=_("活动几次"), min_value=0, max_value=9999)
    people = forms.IntegerField(label=_("多少人次"), min_value=0, max_value=999999)
    members = forms.IntegerField(label=_("年底成员数"), min_value=0, max_value=99999)
    received_fen = YuanField(label=_("收入（元）"), required=True, min_value=0, initial=0)
    spent_fen = YuanField(label=_("支出（元）"), required=True, min_value=0, initial=0)
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)

    @property
    def summed(self) -> Summed:
        """The year as the act takes it."""
        said = {key: value for key, value in self.cleaned_data.items() if key != "once"}
        return Summed(**said)


class MeritForm(SocialWords):
    """A story, and when its leader agreed to it."""

    public = ("title", "words")

    title = forms.CharField(label=_("标题"), max_length=60, help_text=NO_NAMES)
    words = forms.CharField(label=_("故事"), max_length=1200, widget=several_lines(1200, 6))
    agreed_on = forms.DateField(
        label=_("负责人哪天同意公开的"),
        widget=DayInput(),
        help_text=_("先给负责人看过全文，同意了再填。"),
    )
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)


class PlainForm(forms.Form):
    """Asks for nothing but the word that it be done."""
