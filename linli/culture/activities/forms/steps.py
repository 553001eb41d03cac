"""What is asked where an announced activity is moved, called off, altered or closed."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from linli.core.files.rules import LIMITS
from linli.core.pages.fields import DayInput, FileDrop, MomentInput
from linli.core.pages.steps import PublicForm, StepForm, tell_at
from linli.core.pages.wording import tell_moment
from linli.culture.activities import rules
from linli.culture.activities.actions.wording import asked_at
from linli.culture.activities.forms.plan import (
    EVERYBODY,
    MOST_PEOPLE,
    DaysField,
    KnownField,
    hour_input,
    lines,
)
from linli.culture.activities.models import Activity, Term
from linli.culture.activities.words import CONSENTS
from linli.lib.calendar import SHANGHAI
from linli.lib.identity.ids import new_id
from linli.lib.law import Finding

PICTURES = ("image/jpeg", "image/png", "image/webp", "image/heic")


class TellsAll(PublicForm, StepForm):
    """A step with words everybody will read."""

    def judge(self, words: str) -> Finding:
        return rules.public_words(words)


class PlainStep(StepForm):
    """A step that asks for nothing else."""


class ReasonStep(TellsAll):
    """A step with a reason everybody on the sheet is told."""

    public = ("reason",)
    reason = forms.CharField(
        label=_("原因"), max_length=200, widget=lines(200, 2), help_text=EVERYBODY
    )


class CallOffForm(ReasonStep):
    """Some or all of the coming dates, ticked or by a span of days."""

    dates = forms.MultipleChoiceField(
        label=_("或者勾选哪几次"), required=False, widget=forms.CheckboxSelectMultiple
    )
    since = forms.DateField(label=_("从哪一天起都取消"), widget=DayInput(), required=False)
    until = forms.DateField(label=_("到哪一天为止"), widget=DayInput(), required=False)
    field_order = ("reason", "since", "until", "dates")

    def __init__(self, *args: Any, coming: list[Any], **kwargs: Any) -> None:
        self.coming = coming
        super().__init__(*args, **kwargs)

    def fit(self) -> None:
        dates: Any = self.fields["dates"]
        dates.choices = [(str(each.pk), tell_moment(each.starts_at)) for each in self.coming]

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        since, until = said.get("since"), said.get("until")
        ticked = set(said.get("dates") or ())
        chosen = [
            each
            for each in self.coming
            if str(each.pk) in ticked
            or ((since or until) and _within(each.starts_at, since, until))
        ]
        if not chosen and not self.errors:
            self.add_error("dates", _("请勾选要取消的，或者写从哪一天到哪一天。"))
        said["chosen"] = chosen
        return said


def _within(moment: datetime, since: Any, until: Any) -> bool:
    on = localtime(moment).date()
    return (since is None or on >= since) and (until is None or on <= until)


class MoveForm(TellsAll):
    """Another time or place for one date."""

    public = ("venue", "words")
    on = forms.DateField(label=_("改到哪一天"), widget=DayInput())
    starts = forms.TimeField(label=_("几点开始"), widget=hour_input())
    minutes = forms.IntegerField(label=_("多少分钟"), min_value=5, max_value=1440)
    venue = forms.CharField(label=_("地点"), max_length=120)
    words = forms.CharField(
        label=_("告诉报名的人的话"), max_length=200, required=False, widget=lines(200, 2),
        help_text=_("新的时间和地点会写上，不用再写。"),
    )  # fmt: skip

    def __init__(self, *args: Any, occasion: Any, **kwargs: Any) -> None:
        self.occasion = occasion
        super().__init__(*args, **kwargs)

    def start(self, row: Activity) -> dict[str, Any]:
        begins = localtime(self.occasion.starts_at)
        return {
            "on": begins.date(), "starts": begins.time(), "minutes": self.occasion.minutes,
            "venue": self.occasion.venue,
        }  # fmt: skip

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if not self.errors:
            begins = datetime.combine(said["on"], said["starts"], tzinfo=SHANGHAI)
            said["starts_at"] = begins
            said["ends_at"] = begins + timedelta(minutes=said["minutes"])
        return said


class AddForm(StepForm):
    """More dates at an hour."""

    days = DaysField(label=_("加办哪些天"), help_text=_("一行一天，例如 2027-05-04。"))
    starts = forms.TimeField(label=_("几点开始"), widget=hour_input())
    minutes = forms.IntegerField(label=_("多少分钟"), min_value=5, max_value=1440)

    def start(self, row: Activity) -> dict[str, Any]:
        return {"starts": row.starts, "minutes": row.minutes}


class AlterForm(TellsAll):
    """What may still change of an announced activity."""

    public = ("about", "bring", "access_note")
    about = forms.CharField(label=_("讲什么、做什么"), max_length=1500, widget=lines(1500, 5))
    bring = forms.CharField(label=_("要带什么"), max_length=200, required=False)
    ask_at = forms.CharField(label=_("到哪里问"), max_length=120, required=False)
    seats = forms.IntegerField(
        label=_("名额"), min_value=1, max_value=20000, required=False,
        help_text=_("加了名额，马上按先后问候补的人；不能少于已经报上的。"),
    )  # fmt: skip
    waiting_most = forms.IntegerField(
        label=_("候补最多多少人"), min_value=0, max_value=MOST_PEOPLE, required=False
    )
    closes_at = forms.DateTimeField(label=_("几时截止"), widget=MomentInput(), required=False)
    step_free = KnownField(label=_("无台阶"))
    hearing = KnownField(label=_("有助听设备"))
    quiet = KnownField(label=_("安静时段（灯光声音柔和、人少）"))
    access_note = forms.CharField(label=_("怎么进去"), max_length=200, required=False)
    expected = forms.IntegerField(
        label=_("一次预计多少人"), min_value=1, max_value=MOST_PEOPLE, required=False
    )
    licence = forms.CharField(label=_("许可编号"), max_length=60, required=False)
    applied_on = forms.DateField(label=_("哪一天申请的许可"), widget=DayInput(), required=False)

    OF_SHEET = ("seats", "waiting_most", "closes_at")

    def start(self, row: Activity) -> dict[str, Any]:
        told = {name: getattr(row, name) for name in self.base_fields if hasattr(row, name)}
        return told | {name: getattr(row.sheet, name) for name in self.OF_SHEET}

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        tell_at(self, "ask_at", asked_at(self.row.community_id, said.get("ask_at") or ""))
        return said

    @property
    def given(self) -> dict[str, Any]:
        """As the act takes it."""
        said = dict(self.cleaned_data)
        sheet = {name: said.pop(name) for name in self.OF_SHEET}
        return {**said, "sheet": sheet}


class CloseForm(TellsAll):
    """The last words: how many came, what to tell of it."""

    public = ("told",)
    heads = forms.IntegerField(
        label=_("没有报名来的人数"), min_value=0, max_value=100000, required=False,
        help_text=_("各次加起来；点过名的不算在里面。"),
    )  # fmt: skip
    told = forms.CharField(
        label=_("简报里的话"), max_length=600, required=False, widget=lines(600, 4),
        help_text=EVERYBODY,
    )  # fmt: skip


class PictureForm(PublicForm):
    """A photograph, and what is so with the people on it."""

    public = ("caption",)
    photo = forms.FileField(
        label=_("照片"),
        widget=FileDrop(accept=PICTURES, kinds=_("照片"), most=LIMITS["photo"]),
    )
    consent = forms.ChoiceField(
        label=_("照片里的人"), choices=CONSENTS, widget=forms.RadioSelect,
        help_text=_("两样都不是的，不能放上来。孩子要监护人同意。"),
    )  # fmt: skip
    caption = forms.CharField(label=_("照片说明"), max_length=80, help_text=EVERYBODY)
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)

    def judge(self, words: str) -> Finding:
        return rules.public_words(words)


class PlainForm(forms.Form):
    """Asks for nothing but the word that it be done."""


class TermForm(forms.Form):
    """A term from its first day to its last."""

    name = forms.CharField(label=_("学期"), max_length=40, help_text=_("例如：2027 年春季"))
    since = forms.DateField(label=_("第一天"), widget=DayInput())
    until = forms.DateField(label=_("最后一天"), widget=DayInput())
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)


class CopyTermForm(forms.Form):
    """Which activities of an earlier term are held again, in which term."""

    into = forms.ModelChoiceField(label=_("照办到哪个学期"), queryset=None, empty_label=None)
    activities = forms.MultipleChoiceField(
        label=_("照办哪几项"), widget=forms.CheckboxSelectMultiple
    )
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)

    def __init__(self, *args: Any, term: Term, held: list[Activity], **kwargs: Any) -> None:
        kwargs["initial"] = {"activities": [str(each.pk) for each in held]}
        super().__init__(*args, **kwargs)
        self.held = held
        into: Any = self.fields["into"]
        into.queryset = Term.objects.filter(
            community=term.community_id, since__gt=term.since
        ).order_by("-since")
        chosen: Any = self.fields["activities"]
        chosen.choices = [(str(each.pk), each.title) for each in held]

    @property
    def chosen(self) -> list[Activity]:
        """The activities that were ticked."""
        ticked = set(self.cleaned_data["activities"])
        return [each for each in self.held if str(each.pk) in ticked]
