"""The forms of the register of members: entering one, and the end of a term."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.pages.fields import DayInput
from linli.core.people.choosing import PersonField
from linli.governance.elections.models import OFFICES, Membership
from linli.governance.elections.rules.sitting import GROUNDS
from linli.lib.identity.ids import new_id


class EnterForm(forms.Form):
    """Who sat before the register was kept here."""

    person = PersonField()
    office = forms.ChoiceField(label=_("职务"), choices=OFFICES, widget=forms.RadioSelect)
    since = forms.DateField(label=_("任职自"), widget=DayInput)
    term_ends = forms.DateField(label=_("本届任期至"), widget=DayInput)
    paper = forms.CharField(
        label=_("依据"),
        max_length=200,
        help_text=_("例如当选公告、当选证书。"),
    )
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)

    def __init__(self, *args: Any, community: Any, words: str, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["person"]
        assert isinstance(field, PersonField)
        self.found = field.offer(community, words, on)


class EndForm(forms.Form):
    """On what ground a term ends, from which day, and the paper that shows it."""

    reason = forms.ChoiceField(
        label=_("因何终止"),
        choices=[(reason, title) for reason, title in Membership.ENDS if reason in GROUNDS],
        widget=forms.RadioSelect,
    )
    approved_by = forms.ChoiceField(
        label=_("辞职由哪个会议审议通过"),
        choices=[
            ("", _("不是辞职，或者还没有通过")),
            ("assembly", _("居民会议")),
            ("representatives_meeting", _("居民代表会议")),
        ],
        required=False,
    )
    ended_on = forms.DateField(
        label=_("从哪天起不再担任"),
        help_text=_("辞职的，填会议审议通过的那天。"),
        widget=DayInput,
    )
    paper = forms.CharField(
        label=_("依据"),
        max_length=200,
        help_text=_("例如“居民代表会议 2026 年第 3 次会议决定”。不写病情、案情。"),
    )


class ByElectionForm(forms.Form):
    """Which of the vacant seats are filled, and when."""

    title = forms.CharField(label=_("名称"), max_length=80)
    day = forms.DateField(
        label=_("选举日"),
        help_text=_("选民名单要在选举日二十日以前公布。"),
        widget=DayInput,
    )
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)

    field_order = ("title", "day")

    def __init__(self, *args: Any, vacant: dict[str, int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        titles = dict(OFFICES)
        for office, number in vacant.items():
            self.fields[f"seats_{office}"] = forms.IntegerField(
                label=titles[office], min_value=0, max_value=number, initial=number
            )
        self.vacant = vacant

    def seats(self) -> dict[str, int]:
        """How many of each office are to be chosen."""
        return {office: self.cleaned_data[f"seats_{office}"] for office in self.vacant}
