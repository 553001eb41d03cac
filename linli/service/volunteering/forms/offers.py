"""What a volunteer says of themselves, and what the desk writes down for them."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.pages.fields import DayInput
from linli.core.people.choosing import PersonField
from linli.lib.identity.ids import new_id
from linli.service.volunteering import words
from linli.service.volunteering.actions.registering import Offered
from linli.service.volunteering.models import Team, Volunteer
from linli.service.volunteering.queries.volunteers import name_of, teams_in


class OnceForm(forms.Form):
    """What is carried out once, however often it is sent."""

    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)


class OfferForm(OnceForm):
    """What one can do and when one has time."""

    skills = forms.MultipleChoiceField(
        label=_("会做什么"),
        choices=words.SKILLS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    times = forms.MultipleChoiceField(
        label=_("什么时候有空"),
        choices=words.TIMES,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("不选也可以；有人临时来不了时，按这个时间问您。"),
    )
    national_number = forms.CharField(
        label=_("全国志愿者编号"),
        max_length=30,
        required=False,
        help_text=_("有就填，加密保存；没有也能参加。"),
    )
    guardian = forms.CharField(
        label=_("监护人姓名（不满 18 周岁的填）"), max_length=80, required=False
    )
    guardian_phone = forms.CharField(label=_("监护人电话"), max_length=30, required=False)

    @property
    def offered(self) -> Offered:
        """As the act takes it."""
        said = self.cleaned_data
        return Offered(
            skills=said["skills"],
            times=said["times"],
            national_number=said["national_number"],
            guardian=said["guardian"],
            guardian_phone=said["guardian_phone"],
        )


class DeskOfferForm(OfferForm):
    """The same, typed in for somebody who came or rang."""

    person = PersonField()
    via = forms.ChoiceField(
        label=_("本人怎么说的"),
        choices=[each for each in words.VIAS if each[0] != "web"],
        widget=forms.RadioSelect,
    )
    field_order = ("person", "via")

    def __init__(self, *args: Any, community: Any, words: str, on: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["person"]
        self.found = field.offer(community, words, on)


class GuardianForm(forms.Form):
    """Whether a guardian agreed."""

    guardian = forms.CharField(label=_("监护人姓名"), max_length=80, required=False)
    phone = forms.CharField(label=_("监护人电话"), max_length=30, required=False)
    way = forms.ChoiceField(
        label=_("监护人怎样同意的"),
        choices=[*words.GUARDIAN_WAYS, ("", _("不同意，或者收回了同意"))],
        required=False,
        widget=forms.RadioSelect,
    )


class KnownForm(forms.Form):
    """Whether a coordinator has met them."""

    known = forms.BooleanField(
        label=_("见过面，看过证件，可以上门"),
        required=False,
        help_text=_("送餐、探访、陪同要进别人的家门；没有勾的，当天看不到要去的几家。"),
    )


class TrainingForm(OnceForm):
    """A training somebody passed."""

    kind = forms.ChoiceField(label=_("哪种培训"), choices=words.TRAININGS)
    passed_on = forms.DateField(label=_("哪天通过"), widget=DayInput())
    valid_until = forms.DateField(label=_("有效到哪天"), widget=DayInput(), required=False)


class CoverForm(OnceForm):
    """An insurance and whom it covers."""

    volunteers = forms.ModelMultipleChoiceField(
        label=_("给谁"),
        queryset=Volunteer.objects.none(),
        widget=forms.CheckboxSelectMultiple,
    )
    insurer = forms.CharField(label=_("保险公司"), max_length=60)
    policy = forms.CharField(label=_("保单号"), max_length=60, required=False)
    since = forms.DateField(label=_("从哪天起"), widget=DayInput())
    until = forms.DateField(label=_("到哪天为止"), widget=DayInput())

    def __init__(self, *args: Any, community: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["volunteers"]
        field.queryset = (
            Volunteer.objects.filter(
                community=community, withdrawn_at__isnull=True, person__isnull=False
            )
            .select_related("person")
            .order_by("person__name_keys", "pk")
        )
        field.label_from_instance = name_of


class TeamForm(OnceForm):
    """A team to be founded."""

    name = forms.CharField(label=_("队伍名称"), max_length=60)
    about = forms.CharField(label=_("做什么"), max_length=200)
    leader = forms.ModelChoiceField(
        label=_("队长"),
        queryset=Volunteer.objects.none(),
        required=False,
        empty_label=_("还没有"),
    )

    def __init__(self, *args: Any, community: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["leader"]
        field.queryset = (
            Volunteer.objects.filter(
                community=community, withdrawn_at__isnull=True, person__isnull=False
            )
            .select_related("person")
            .order_by("person__name_keys", "pk")
        )
        field.label_from_instance = name_of


class LeaderForm(forms.Form):
    """Who leads a team from now on."""

    leader = forms.ModelChoiceField(
        label=_("队长"), queryset=Volunteer.objects.none(), empty_label=_("请选择")
    )

    def __init__(self, *args: Any, team: Team, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["leader"]
        field.queryset = (
            Volunteer.objects.filter(community=team.community_id, team=team)
            .filter(withdrawn_at__isnull=True, person__isnull=False)
            .select_related("person")
            .order_by("person__name_keys", "pk")
        )
        field.label_from_instance = name_of


class JoinForm(forms.Form):
    """Which team one goes with."""

    team = forms.ModelChoiceField(
        label=_("参加哪支队伍"),
        queryset=Team.objects.none(),
        required=False,
        empty_label=_("不参加队伍"),
    )

    def __init__(self, *args: Any, community: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["team"]
        field.queryset = teams_in(community)


class ThanksForm(OnceForm):
    """A word of thanks."""

    kind = forms.ChoiceField(label=_("感谢还是表彰"), choices=words.THANKS)
    said = forms.CharField(
        label=_("写给志愿者的话"),
        max_length=200,
        help_text=_(
            "只有本人看得到，本人同意了别人才看得到；不写别人的姓名。"
            "表彰的日期会随服务记录导出，写的话本人公开了才导出。"
        ),
    )
    on = forms.DateField(label=_("哪天"), widget=DayInput())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"on": timezone.localdate(), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)


class PlainForm(forms.Form):
    """Nothing but yes."""


class YesForm(forms.Form):
    """Somebody who said yes by telephone or in person: one of those who fit and have time."""

    volunteer = forms.ChoiceField(label=_("是哪一位（只列合适、有空的）"))
    said_yes = forms.BooleanField(label=_("本人亲口答应了"), required=False)

    def __init__(self, *args: Any, fit: Sequence[Volunteer], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["volunteer"]
        self.fit = {str(each.pk): each for each in fit}
        field.choices = [(key, name_of(each)) for key, each in self.fit.items()]

    def clean_volunteer(self) -> Volunteer:
        return self.fit[self.cleaned_data["volunteer"]]
