"""The forms of a recall: asked, signed, judged, answered, put to the vote."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.pages.steps import StepForm
from linli.core.people.choosing import PersonField
from linli.governance.elections.forms.sitting import DayInput
from linli.governance.elections.models import MODES
from linli.lib.identity.ids import new_id


class AskForm(forms.Form):
    """Why, and whose signatures will count."""

    reasons = forms.CharField(
        label=_("罢免理由"),
        max_length=4000,
        help_text=_("写明事实。受理以后理由会公布，请不要写别人的隐私。"),
        widget=forms.Textarea(attrs={"rows": 6, "maxlength": 4000}),
    )
    base = forms.ChoiceField(
        label=_("由谁联名"),
        choices=[
            ("electors", _("有选举权的居民，要有十分之一以上")),
            ("households", _("户的代表，要有十分之一以上，每户一人")),
            ("representatives", _("居民代表，要有三分之一以上")),
        ],
        widget=forms.RadioSelect,
        initial="electors",
    )
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)


class AskForSomebodyForm(AskForm):
    """A demand that was brought on paper: who brought it, found in the roster."""

    person = PersonField(label=_("谁提出的"), required=False)

    field_order = ("person", "reasons", "base")

    def __init__(self, *args: Any, community: Any, words: str, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["person"]
        assert isinstance(field, PersonField)
        self.found = field.offer(community, words, on)


class SignForForm(forms.Form):
    """Somebody who signed on paper, found in the roster."""

    person = PersonField(label=_("谁签的名"))

    def __init__(self, *args: Any, community: Any, words: str, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["person"]
        assert isinstance(field, PersonField)
        self.found = field.offer(community, words, on)


class WeighForm(StepForm):
    """Against how many the signatures are counted, and where that was found."""

    base_count = forms.IntegerField(label=_("总数"), min_value=1)
    base_source = forms.CharField(
        label=_("总数的来源"),
        max_length=200,
        help_text=_("例如“居民名册，2026 年 11 月 2 日”。"),
    )


class AcceptForm(WeighForm):
    """Accepting: the reasons as everybody will read them, and the mode where it is not known."""

    mode = forms.ChoiceField(
        label=_("这名成员当选时的选举方式"),
        choices=MODES,
        widget=forms.RadioSelect,
        help_text=_("罢免按当选时的方式投票。"),
    )
    public_reasons = forms.CharField(
        label=_("公布的理由"),
        max_length=4000,
        help_text=_("原话照登；只去掉身份证号、电话、住址和与此事无关的人的姓名。"),
        widget=forms.Textarea(attrs={"rows": 8, "maxlength": 4000}),
    )

    field_order = ("base_count", "base_source", "mode", "public_reasons")

    def fit(self) -> None:
        if self.row.membership.round_id is not None:
            del self.fields["mode"]


class RefuseForm(WeighForm):
    """Turning away a demand that too few have signed."""

    reason = forms.CharField(
        label=_("不予受理的理由"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": 400}),
    )


class DefendForm(StepForm):
    """The member's answer."""

    text = forms.CharField(
        label=_("申辩"),
        max_length=4000,
        help_text=_("会和罢免理由一起公布。"),
        widget=forms.Textarea(attrs={"rows": 8, "maxlength": 4000}),
    )


class PutToVoteForm(StepForm):
    """The day of the vote, and that the member could answer."""

    day = forms.DateField(label=_("投票日期"), widget=DayInput)
    offered = forms.BooleanField(
        label=_("已经给了本人申辩的机会"),
        required=False,
        help_text=_("本人已经提出申辩的，不用勾选。"),
    )


FORMS: dict[str, type[StepForm]] = {
    "submit": StepForm,
    "accept": AcceptForm,
    "refuse": RefuseForm,
    "defend": DefendForm,
    "put_to_vote": PutToVoteForm,
    "declare": StepForm,
    "withdraw": StepForm,
}
"""The form of each step."""
