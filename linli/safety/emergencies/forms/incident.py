"""Cards, and what is typed while an incident runs."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.pages.fields import DayInput, MomentInput
from linli.core.places.models import Place
from linli.safety.emergencies.actions.cards import Carded
from linli.safety.emergencies.actions.doors import Ticked
from linli.safety.emergencies.actions.incident import Begun
from linli.safety.emergencies.forms.prepared import OfCommunity
from linli.safety.emergencies.forms.shared import (
    PUBLIC_WORDS,
    HomeField,
    OnceForm,
    PlaceChoice,
    PlacesChoice,
    pointed_places,
    several_lines,
)
from linli.safety.emergencies.models import Contact, Incident, Shelter
from linli.safety.emergencies.models.cards import LOOKS, NEEDS
from linli.safety.emergencies.models.incident import DOOR_STATES, INCIDENT_KINDS, LEVELS

AGREES = _("我单独同意")
AGREES_SPOKEN = _("本人同意")
AGREED = _(
    "这张卡只在突发事件中用来上门帮助；要什么帮助属于敏感信息，加密保存；"
    "有效一年，随时可以撤回，撤回马上删除。"
)
AGREED_SPOKEN = _("已把用途、保存多久、随时可以撤回说给本人听，本人同意。")
WHEN = _("什么时候（补记纸上的才填）")
AGREED_NOW = _("已说明只为这次突发事件记下，事后销毁，本人同意。")
AGREED_SELF_NOW = _(
    "只为这次突发事件记下，用来上门帮助；要什么帮助属于敏感信息，加密保存；"
    "事后销毁，随时可以撤回，撤回马上删除。"
)


def say_consent(form: forms.Form, agrees: Any, to_what: Any) -> None:
    """A short name to tick, by which a summary of what is wrong calls it, and below it to what
    one agrees."""
    form.fields["agreed"].label, form.fields["agreed"].help_text = agrees, to_what


class CardForm(OfCommunity):
    """A card: what is needed, never why. `homes`: one's own dwellings, to choose from; at the
    desk the dwelling is typed."""

    name = forms.CharField(
        label=_("怎么称呼"), max_length=40, help_text=_("写“老王”这样的称呼就行。")
    )
    dwelling = PlaceChoice(label=_("住在哪里"))
    needs = forms.MultipleChoiceField(
        label=_("要什么帮助"), choices=NEEDS, widget=forms.CheckboxSelectMultiple,
        help_text=_("只选要什么帮助，不问病情。"),
    )  # fmt: skip
    phone = forms.CharField(label=_("电话"), max_length=30, required=False)
    holder = forms.CharField(
        label=_("谁有钥匙、怎么联系"), max_length=80, required=False,
        help_text=_("可以不填；请先问过那个人。"),
    )  # fmt: skip
    how = forms.ChoiceField(
        label=_("替谁填"), choices=[("self", _("我自己")), ("family", _("家人，问过本人"))],
        widget=forms.RadioSelect, initial="self",
    )  # fmt: skip
    full_name = forms.CharField(
        label=_("登记册里的姓名"), max_length=40, required=False,
        help_text=_("可以不填。填了就和本人对上号：本人看得到谁打开过。姓名不写进卡里。"),
    )  # fmt: skip
    agreed = forms.BooleanField(label=AGREES, help_text=AGREED)

    def __init__(
        self, *args: Any, homes: Any = None, spoken: bool = False, **kwargs: Any
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        field: Any = self.fields["dwelling"]
        if spoken:
            self.fields["dwelling"] = HomeField(label=field.label, community=self.community)
        else:
            field.queryset = homes
        self.spoken = spoken
        if spoken or self.row is not None:
            del self.fields["how"]
        if not spoken or self.row is not None:
            del self.fields["full_name"]
        if spoken:
            say_consent(self, AGREES_SPOKEN, AGREED_SPOKEN)

    @property
    def carded(self) -> Carded:
        """The card as the act takes it."""
        how = "spoken" if self.spoken else getattr(self.row, "how", "self")
        return Carded(**{"how": how, **self.said()})


class NowForm(CardForm):
    """Somebody asks while it lasts."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, spoken=True, **kwargs)
        del self.fields["full_name"]
        say_consent(self, AGREES_SPOKEN, AGREED_NOW)


class AskForm(CardForm):
    """A resident asks for their own home while it lasts: what is needed, where, and a telephone."""

    field_order = ("needs", "dwelling", "name", "phone", "agreed")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("how", "holder"):
            del self.fields[name]
        say_consent(self, AGREES, AGREED_SELF_NOW)
        dwelling: Any = self.fields["dwelling"]
        own = list(dwelling.queryset[:2])
        if len(own) == 1:
            dwelling.initial, dwelling.empty_label = own[0].pk, None


class SureForm(OnceForm):
    """Nothing to say but yes."""


class AgreeForm(OnceForm):
    """Agrees once more; `spoken`: at the desk, on their word."""

    agreed = forms.BooleanField(label=AGREES, help_text=AGREED)

    def __init__(self, *args: Any, spoken: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if spoken:
            say_consent(self, AGREES_SPOKEN, AGREED_SPOKEN)


class LookForm(forms.Form):
    """What cards are opened for."""

    why = forms.ChoiceField(
        label=_("为什么打开"), choices=[each for each in LOOKS if each[0] != "incident"],
        help_text=_("本人看得到谁、什么时候、为什么打开。"),
    )  # fmt: skip


class BeginForm(OfCommunity):
    """What begins."""

    public = ("title", "ground")

    kind = forms.ChoiceField(label=_("什么事"), choices=INCIDENT_KINDS)
    level = forms.ChoiceField(label=_("级别"), choices=LEVELS)
    title = forms.CharField(label=_("名称"), max_length=80, help_text=PUBLIC_WORDS)
    ground = forms.CharField(label=_("依据（谁发布的预警、哪份通知）"), max_length=200)
    places = PlacesChoice(label=_("影响哪些小区、哪些楼"))

    def offer(self) -> None:
        field: Any = self.fields["places"]
        field.queryset = pointed_places(self.community)

    @property
    def begun(self) -> Begun:
        """What begins, as the act takes it."""
        said = self.said()
        return Begun(**{**said, "places": list(said["places"])})


class WidenForm(OfCommunity):
    """Further places, another level."""

    level = forms.ChoiceField(label=_("级别"), choices=LEVELS)
    places = PlacesChoice(label=_("再加哪些地方"), required=False)

    def offer(self) -> None:
        field: Any = self.fields["places"]
        field.queryset = pointed_places(self.community)


class TaskForm(OfCommunity):
    """Something to be done."""

    public = ("title",)

    title = forms.CharField(label=_("做什么"), max_length=120, help_text=PUBLIC_WORDS)
    building = PlaceChoice(label=_("在哪栋楼"), required=False, empty_label=_("不在哪一栋"))
    who = forms.ModelChoiceField(label=_("谁去"), queryset=Contact.objects.none(), required=False)

    def offer(self) -> None:
        place: Any = self.fields["building"]
        place.queryset = Place.objects.filter(
            community=self.community, kind="building", until__isnull=True
        ).order_by("position")
        who: Any = self.fields["who"]
        who.queryset = Contact.objects.filter(community=self.community, withdrawn_at__isnull=True)


def shelters_of(community: Any) -> Any:
    """The shelters that may be chosen."""
    return Shelter.objects.filter(community=community, withdrawn_at__isnull=True)


class HeadsForm(OfCommunity):
    """How many are in a shelter."""

    shelter = forms.ModelChoiceField(label=_("避难场所"), queryset=Shelter.objects.none())
    heads = forms.IntegerField(label=_("现在多少人"), min_value=0, max_value=30000)
    when = forms.DateTimeField(label=WHEN, required=False, widget=MomentInput())

    def offer(self) -> None:
        field: Any = self.fields["shelter"]
        field.queryset = shelters_of(self.community)


class LogForm(OnceForm):
    """A line of the log."""

    words = forms.CharField(
        label=_("发生了什么"), max_length=500, widget=several_lines(500),
        help_text=_("加密保存，和名单一起销毁。"),
    )  # fmt: skip
    when = forms.DateTimeField(label=WHEN, required=False, widget=MomentInput())

    @property
    def moment(self) -> datetime | None:
        """When it was, where that was not now."""
        found: datetime | None = self.cleaned_data["when"]
        return found


class NoticeForm(OnceForm):
    """What residents are told."""

    public = ("title", "words")

    title = forms.CharField(label=_("标题"), max_length=60, help_text=PUBLIC_WORDS)
    words = forms.CharField(
        label=_("请这样做"), max_length=2000, widget=several_lines(2000, 6), help_text=PUBLIC_WORDS
    )


class NoticeDownForm(OnceForm):
    """Why what residents were told is taken back."""

    ground = forms.ChoiceField(
        label=_("为什么撤下"), widget=forms.RadioSelect,
        choices=[
            ("withdrawn", _("已经不用这样做了")),
            ("replaced", _("发了新的通知")),
            ("wrong", _("写错了")),
            ("privacy", _("说到了人")),
        ],
    )  # fmt: skip


class TickForm(OfCommunity):
    """A door that somebody stood before."""

    state = forms.ChoiceField(label=_("怎么样"), choices=DOOR_STATES, widget=forms.RadioSelect)
    shelter = forms.ModelChoiceField(
        label=_("送到哪个避难场所"), queryset=Shelter.objects.none(), required=False
    )

    def offer(self) -> None:
        field: Any = self.fields["shelter"]
        field.queryset = shelters_of(self.community)


class PaperForm(OnceForm):
    """A paper typed in: one choice for each door, with the version it was drawn from."""

    def __init__(self, *args: Any, incident: Incident, doors: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.doors = doors
        ticks = [(key, title) for key, title in DOOR_STATES if key not in ("open", "shelter")]
        to = [
            (f"shelter:{row.pk}", _("送到{shelter}").format(shelter=row.title))
            for row in shelters_of(incident.community_id)
        ]
        for each in doors:
            key = each.row.pk.hex
            self.fields[f"d{key}"] = forms.ChoiceField(
                label=each.door, required=False, choices=[("", _("没有打勾")), *ticks, *to]
            )
            self.fields[f"v{key}"] = forms.IntegerField(
                widget=forms.HiddenInput(), initial=each.row.version, required=False
            )
        self.shelters = {str(row.pk): row for row in shelters_of(incident.community_id)}

    @property
    def ticked(self) -> list[Ticked]:
        """What was ticked. A door added since the page was drawn brings no version, and was not
        ticked from it."""
        found = []
        for each in self.doors:
            key = each.row.pk.hex
            state, _sign, shelter = self.cleaned_data[f"d{key}"].partition(":")
            version = self.cleaned_data[f"v{key}"]
            if state and version is not None:
                found.append(Ticked(each.row.pk, version, state, self.shelters.get(shelter)))
        return found


class PutOffForm(OnceForm):
    """The day is put off, with what was weighed."""

    public = ("reason",)

    until = forms.DateField(label=_("延到哪一天"), widget=DayInput())
    reason = forms.CharField(
        label=_("为什么合法、必要、安全"), max_length=300, widget=several_lines(300)
    )
