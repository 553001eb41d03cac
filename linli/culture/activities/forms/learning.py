"""Teachers, certificates, topics and answers as they are typed."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.pages.fields import DayInput
from linli.core.pages.steps import PublicForm
from linli.core.people.choosing import PersonField
from linli.culture.activities.actions.plain_words import names_in, plain_words
from linli.culture.activities.actions.teaching import Taught
from linli.culture.activities.models.learning import Topic
from linli.culture.activities.words_learning import CONSENT_WAYS, ENGAGED, HELPED, TEACHER_KINDS
from linli.lib.identity.ids import new_id
from linli.lib.law import Finding

PUBLIC_WORDS = _("大家都看得到，不写人的姓名、电话和门牌。")
AT_THE_DESK = [("", _("——")), *[each for each in CONSENT_WAYS if each[0] != "online"]]
"""How somebody agrees whom the desk writes down: never "online", which is their own tick."""


def several_lines(label: Any, help_text: Any = "", *, most: int = 400, **more: Any) -> Any:
    """Some lines of text."""
    box = forms.Textarea(attrs={"rows": 4, "maxlength": most})
    return forms.CharField(label=label, help_text=help_text, max_length=most, widget=box, **more)


def a_day(label: Any, *, years: int = 5, **more: Any) -> forms.DateField:
    """A day, picked or typed, so many years from today at most: a slip of the hand is
    not a plan."""

    def near(day: date) -> None:
        today = timezone.localdate()
        if abs((day - today).days) > years * 366:
            raise ValidationError(_("这个日子太远了，请核对年份。"), code="far")

    return forms.DateField(label=label, widget=DayInput(), validators=[near], **more)


class ClockInput(forms.TimeInput):
    """A time of day, picked by the browser's own clock."""

    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


class OnceForm(forms.Form):
    """What is carried out once, however often it is sent."""

    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)


class ToldForm(PublicForm, OnceForm):
    """Words everybody will read."""

    def judge(self, words: str) -> Finding:
        return plain_words(words)


ELSEWHERE = "elsewhere"


class OneOfRegister(PersonField):
    """Who of the register somebody is, or that they are none of it."""

    def offer(self, community: Any, words: str, on: date) -> int:
        """Offers those whose whole name the words hold. Says how many."""
        names = sorted(names_in(community, *words.split()))
        found = super().offer(community, names[0], on) if names else 0
        shown: Any = self.choices
        self.choices = [*shown, (ELSEWHERE, _("都不是，不在名册里"))] if found else []
        return found

    def valid_value(self, value: Any) -> bool:
        return value == ELSEWHERE or super().valid_value(value)

    def clean(self, value: Any) -> Any:
        return None if value == ELSEWHERE else super().clean(value)


class OfRegisterForm(ToldForm):
    """Somebody is named who may be of the register: where the name stands there, it is asked who
    of it they are, so that they are found again when they are to be forgotten."""

    named_in = "name"
    known = ""

    def __init__(self, *args: Any, community: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        typed = self.data.get(self.add_prefix(self.named_in), "") if self.is_bound else ""
        field = OneOfRegister(label=_("名册里有同名的，是哪一位"))
        words = f"{self.known} {typed}"[:200]
        if self.is_bound and field.offer(community, words, timezone.localdate()):
            self.fields["person"] = field

    def clean(self) -> dict[str, Any]:
        return {"person": None, **super().clean()}


class TeacherForm(OfRegisterForm):
    """A teacher or an instructor."""

    public = ("teaches", "stands_at")

    kind = forms.ChoiceField(label=_("是哪一类"), choices=TEACHER_KINDS)
    engaged = forms.ChoiceField(label=_("专职还是兼职"), choices=ENGAGED)
    teaches = forms.CharField(label=_("教什么、指导什么"), max_length=80, help_text=PUBLIC_WORDS)
    stands_at = forms.CharField(label=_("在哪个站点"), max_length=80, required=False)
    since = a_day(_("从哪天起"), years=60)
    name = forms.CharField(
        label=_("姓名"), max_length=40, help_text=_("加密保存；本人同意才公开。")
    )
    named = forms.BooleanField(label=_("本人同意公开姓名"), required=False)
    way = forms.ChoiceField(label=_("怎么同意的"), choices=AT_THE_DESK, required=False)
    witness = forms.CharField(label=_("在场作证的人"), max_length=40, required=False)

    @property
    def taught(self) -> Taught:
        """The teacher, as the act takes one."""
        return Taught(
            **{name: given for name, given in self.cleaned_data.items() if name != "once"}
        )


class CertificateForm(ToldForm):
    """A certificate somebody teaches by."""

    public = ("kind", "issuer")

    kind = forms.CharField(
        label=_("证书名称"), max_length=60, help_text=_("例如二级社会体育指导员证。")
    )
    issuer = forms.CharField(label=_("发证单位"), max_length=80)
    number = forms.CharField(
        label=_("证书编号"), max_length=60, required=False, help_text=_("加密保存，不公开。")
    )
    issued_on = a_day(_("哪天发的"), years=60)
    valid_until = a_day(_("有效期到"), years=60, required=False, help_text=_("长期有效的不填。"))


class TaughtForm(ToldForm):
    """A day somebody taught."""

    public = ("what",)

    on = a_day(_("哪天"))
    what = forms.CharField(label=_("教了什么"), max_length=80, help_text=PUBLIC_WORDS)


class UntilForm(OnceForm):
    """The last day somebody teaches here."""

    until = a_day(_("教到哪天"))


class TopicForm(ToldForm):
    """Something to be learnt."""

    public = ("title", "about")

    title = forms.CharField(label=_("学什么"), max_length=40)
    about = forms.CharField(label=_("说明"), max_length=200, required=False, help_text=PUBLIC_WORDS)


class WishForm(OnceForm):
    """What a resident wishes to learn: their own ticks, as they now are."""

    topics = forms.ModelMultipleChoiceField(
        label=_("想学哪几项"),
        queryset=Topic.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("随时可以勾，也可以去掉；去掉马上删除。别人只看得到人数，十个人以上才显示。"),
    )

    def __init__(self, *args: Any, topics: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["topics"].queryset = topics  # type: ignore[attr-defined]

    def clean_topics(self) -> list[Topic]:
        return list(self.cleaned_data["topics"])


class TieForm(OnceForm):
    """Which topic a course belongs to."""

    topic = forms.ModelChoiceField(label=_("属于哪一项"), queryset=Topic.objects.none())

    def __init__(self, *args: Any, topics: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["topic"].queryset = topics  # type: ignore[attr-defined]


class NeedsForm(OnceForm):
    """The one question after a course."""

    helped = forms.ChoiceField(
        label=_("这门课对您有帮助吗"), choices=HELPED, widget=forms.RadioSelect
    )
    next_topic = forms.ModelChoiceField(
        label=_("接下来想学什么"),
        queryset=Topic.objects.none(),
        required=False,
        empty_label=_("还没有想好"),
    )

    def __init__(self, *args: Any, topics: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["next_topic"].queryset = topics  # type: ignore[attr-defined]


class ReasonForm(ToldForm):
    """Why; everybody it concerns reads it."""

    public = ("reason",)

    reason = forms.CharField(label=_("原因"), max_length=200, help_text=PUBLIC_WORDS)


class CameForm(OnceForm):
    """How many came."""

    came = forms.IntegerField(
        label=_("来了多少人"), min_value=0, max_value=100_000, help_text=_("只记人数，不记名字。")
    )


class SlipForm(forms.Form):
    """The code of a slip or a certificate."""

    code = forms.CharField(
        label=_("查询码"), max_length=30, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
