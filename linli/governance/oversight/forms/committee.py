"""Who was chosen to supervise, how to reach them, and the meetings they are told of."""

from datetime import date, datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.pages.fields import DayInput
from linli.core.people.choosing import PersonField
from linli.governance.oversight.models import SupervisorSeat
from linli.governance.oversight.queries.committee import resolutions_posted
from linli.lib.calendar import SHANGHAI
from linli.lib.identity.ids import new_id
from linli.mechanisms.publication.face import heading_of
from linli.mechanisms.publication.registry import template_named

RELATIONS = [
    ("", _("不是近亲属")),
    ("spouse", _("配偶")),
    ("parent", _("父母")),
    ("child", _("子女")),
    ("sibling", _("兄弟姐妹")),
    ("grandparent", _("祖父母、外祖父母")),
    ("grandchild", _("孙子女、外孙子女")),
]


class SeatForm(forms.Form):
    """One who was chosen, and the meeting that chose them."""

    person = PersonField()
    source = forms.ChoiceField(
        label=_("从谁中产生"), choices=SupervisorSeat.SOURCES, widget=forms.RadioSelect
    )
    relation = forms.ChoiceField(
        label=_("是居委会哪位成员的近亲属吗"), choices=RELATIONS, required=False
    )
    chairs = forms.BooleanField(label=_("是主任"), required=False)
    body = forms.ChoiceField(
        label=_("由哪个会议推选"), choices=SupervisorSeat.BODIES, widget=forms.RadioSelect
    )
    decision = forms.CharField(
        label=_("会议和依据"),
        max_length=200,
        help_text=_("例如“居民代表会议 2026 年第 2 次会议”。"),
    )
    decided_in = forms.ModelChoiceField(
        label=_("公布的决议"), queryset=None, required=False, empty_label=_("没有单独公布")
    )
    present = forms.IntegerField(label=_("到会人数"), min_value=1)
    votes_for = forms.IntegerField(label=_("赞成"), min_value=0)
    since = forms.DateField(label=_("任职自"), widget=DayInput())
    ends = forms.DateField(
        label=_("任期至"),
        required=False,
        widget=DayInput(),
        help_text=_("与居委会本届任期相同。登记册里有居委会任期的，不用填。"),
    )
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)

    def __init__(self, *args: Any, community: Any, words: str, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["person"]
        assert isinstance(field, PersonField)
        self.found = field.offer(community, words, on)
        decided: Any = self.fields["decided_in"]
        decided.queryset = resolutions_posted(community)
        decided.label_from_instance = _called


class EndSeatForm(forms.Form):
    """Why a seat ends, and from which day."""

    reason = forms.ChoiceField(
        label=_("因何结束"), choices=SupervisorSeat.ENDS, widget=forms.RadioSelect
    )
    ended_on = forms.DateField(label=_("从哪天起不再担任"), widget=DayInput())
    paper = forms.CharField(
        label=_("依据"),
        max_length=200,
        required=False,
        help_text=_("本人的辞职信，或者会议的决定。任期届满的不用写。"),
    )


class ContactForm(forms.Form):
    """How residents reach the supervisors: an office's, never anybody's own number."""

    phone = forms.CharField(label=_("监督电话（办公电话）"), max_length=30, required=False)
    where = forms.CharField(label=_("在哪里、意见箱"), max_length=120, required=False)
    hours = forms.CharField(label=_("什么时候有人"), max_length=120, required=False)


class MeetingForm(forms.Form):
    """A meeting of the committee the supervisors may sit in on."""

    title = forms.CharField(label=_("会议名称"), max_length=120)
    day = forms.DateField(label=_("日期"), widget=DayInput())
    hour = forms.TimeField(
        label=_("几点"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    venue = forms.CharField(label=_("地点"), max_length=120)

    @property
    def meeting(self) -> dict[str, Any]:
        """As the act takes it, the moment in Shanghai's time."""
        given = self.cleaned_data
        return {
            "title": given["title"],
            "venue": given["venue"],
            "starts_at": datetime.combine(given["day"], given["hour"], SHANGHAI),
        }


class SatInForm(forms.Form):
    """Whether anybody sat in, and what was seen."""

    sat_in = forms.ChoiceField(
        label=_("有没有列席"),
        choices=[("yes", _("列席了")), ("no", _("没有列席"))],
        initial="yes",
        widget=forms.RadioSelect,
    )
    remark = forms.CharField(
        label=_("看到的情况"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("写议事和表决的情况，不写谁说了什么。"),
    )

    def clean_sat_in(self) -> bool:
        """As the act takes it."""
        return bool(self.cleaned_data["sat_in"] == "yes")


class SureForm(forms.Form):
    """Nothing to say but yes."""


def _called(posting: Any) -> str:
    template = template_named(posting.template)
    heading = heading_of(posting, template) if template is not None else ""
    return f"{posting.number} {heading}".strip()
