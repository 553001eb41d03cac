"""What is typed about points and rounds."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.pages.fields import DayInput
from linli.core.pages.steps import tell_at
from linli.core.pages.wording import tell_day
from linli.core.places.models import Place
from linli.core.places.queries import public_places
from linli.safety.hazards import rules
from linli.safety.hazards.actions.points import Pointed
from linli.safety.hazards.actions.rounds import Looked, Planned
from linli.safety.hazards.forms.told import (
    PUBLIC_WORDS,
    OnceForm,
    ask_for_photos,
    asked_then,
    shots_of,
)
from linli.safety.hazards.kinds import CHOICES, RESULTS, RHYTHMS, WALKERS
from linli.safety.hazards.models import CheckPoint, Hazard, SafetyRound
from linli.safety.hazards.rules import evidence, told_apart
from linli.safety.hazards.rules.rounds import day_of_paper

WEEKDAYS = [
    ("0", _("周一")), ("1", _("周二")), ("2", _("周三")), ("3", _("周四")), ("4", _("周五")),
    ("5", _("周六")), ("6", _("周日")),
]  # fmt: skip


def place_field(community: Place) -> forms.ModelChoiceField:
    """A compound, a building or an entrance; the community itself where none fits."""
    field: Any = forms.ModelChoiceField(
        label=_("在哪里"), queryset=public_places(community), required=False,
        empty_label=_("社区公共地方"),
    )  # fmt: skip
    field.label_from_instance = lambda place: place.name_inside
    return field


class PointForm(OnceForm):
    """A check point."""

    public = ("name", "where")

    kind = forms.ChoiceField(label=_("类别"), choices=CHOICES)
    name = forms.CharField(label=_("名称"), max_length=60, help_text=_("例如：3 号楼北消防通道"))
    where = forms.CharField(
        label=_("具体在哪里"), max_length=120, required=False, help_text=PUBLIC_WORDS
    )

    def __init__(self, *args: Any, community: Place, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.community = community
        self.fields["place"] = place_field(community)
        self.order_fields(["kind", "name", "place", "where", "once"])

    def pointed(self) -> Pointed:
        """The point as the act takes it."""
        said = self.cleaned_data
        return Pointed(said["kind"], said["name"], said["place"] or self.community, said["where"])


class PlanForm(OnceForm):
    """Which points, in which rhythm, by whom."""

    public = ("name",)

    name = forms.CharField(label=_("名称"), max_length=60, help_text=_("例如：消防通道周巡查"))
    every = forms.ChoiceField(label=_("多久一次"), choices=RHYTHMS, initial="week")
    weekdays = forms.MultipleChoiceField(
        label=_("星期几"), choices=WEEKDAYS, required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("按周巡查时选；不选就是第一次的星期几。"),
    )  # fmt: skip
    first = forms.DateField(label=_("第一次"), widget=DayInput())
    until = forms.DateField(label=_("到哪天为止"), widget=DayInput(), help_text=_("最长一年"))
    walker = forms.ChoiceField(label=_("谁去"), choices=WALKERS)
    points = forms.ModelMultipleChoiceField(
        label=_("看哪些点"), queryset=CheckPoint.objects.none(),
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip

    def __init__(self, *args: Any, points: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["points"]
        field.queryset = points

    def planned(self) -> Planned:
        """The plan as the act takes it."""
        said = self.cleaned_data
        return Planned(
            said["name"], said["every"], said["first"], said["until"], said["walker"],
            list(said["points"]), tuple(int(each) for each in said["weekdays"]),
        )  # fmt: skip


def which_round(rounds: Sequence[SafetyRound]) -> forms.ModelChoiceField:
    """Which of the rounds that wait for a point is walked: the nearest, unless said otherwise."""
    keys = [each.pk for each in rounds]
    field: Any = forms.ModelChoiceField(
        label=_("这是哪一次巡查"), empty_label=None, widget=forms.RadioSelect, initial=keys[0],
        queryset=SafetyRound.objects.filter(
            community=rounds[0].community_id, pk__in=keys
        ).select_related("plan"),
    )  # fmt: skip
    field.label_from_instance = lambda row: f"{row.plan.name} · {tell_day(row.due_on)}"
    return field


class CheckForm(OnceForm):
    """One point, standing before it."""

    public = ("note", "what")

    def __init__(
        self, *args: Any, point: CheckPoint, known: Any, rounds: Sequence[SafetyRound] = (),
        **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.point, self.items = point, [str(each) for each in point.kind_of_it.items]
        if len(rounds) > 1:
            self.fields["round"] = which_round(rounds)
        for number, item in enumerate(self.items):
            self.fields[f"item_{number}"] = forms.BooleanField(label=item, required=False)
        self.fields["result"] = forms.ChoiceField(
            label=_("结果"), choices=RESULTS, widget=forms.RadioSelect
        )
        if known:
            self.fields["same_as"] = forms.ModelChoiceField(
                label=_("有隐患：是已经记下的吗"), required=False, empty_label=_("不是，是新的"),
                queryset=Hazard.objects.filter(
                    community=point.community_id, pk__in=[each.pk for each in known]
                ),
            )  # fmt: skip
            same: Any = self.fields["same_as"]
            same.label_from_instance = lambda row: f"{row.number} {row.told_what}"
        self.fields["what"] = asked_then(
            forms.CharField(
                label=_("有隐患：是什么"), max_length=200, required=False, help_text=PUBLIC_WORDS
            )
        )
        self.fields["serious"] = forms.BooleanField(
            label=_("重大隐患：可能伤人、起火"), required=False
        )
        ask_for_photos(self, only_then=True)
        self.fields["note"] = forms.CharField(label=_("其他要记的"), max_length=200, required=False)

    def clean(self) -> dict[str, Any]:
        """What does not go together is told beside the field it stands in."""
        said = super().clean()
        result = said.get("result", "")
        if result == "not_reached" or not result:
            return said
        fine = [said.get(f"item_{number}", False) for number in range(len(self.items))]
        tell_at(self, "result", told_apart(result, fine))
        if result == "hazard" and not said.get("same_as"):
            if "what" not in self.errors:
                tell_at(self, "what", rules.said(result, bool(said.get("what"))))
            if "photos" not in self.errors:
                shown = evidence(len(said.get("photos") or ()), said.get("none_for") or "")
                tell_at(self, "none_for", shown)
        return said

    def looked(self) -> Looked:
        """What was seen, as the act takes it."""
        said = self.cleaned_data
        answers = [(item, said[f"item_{number}"]) for number, item in enumerate(self.items)]
        if said["result"] == "not_reached":
            answers = []
        return Looked(
            self.point, said["result"], answers, said["note"], said["what"], said["serious"],
            shots_of(said), said.get("same_as"),
        )  # fmt: skip


class PaperForm(OnceForm):
    """A whole round from its paper list: a line a point."""

    LEFT = ("", _("没有写"))

    on = forms.DateField(label=_("哪天巡查的"))

    def __init__(self, *args: Any, round_: SafetyRound, today: date, **kwargs: Any) -> None:
        kwargs["initial"] = {"on": min(round_.due_on, today)}
        super().__init__(*args, **kwargs)
        self.round, self.today = round_, today
        self.fields["on"].widget = DayInput({"max": today.isoformat()})
        stops = round_.plan.stops.select_related("point__place").order_by("number")
        self.points = [stop.point for stop in stops]
        told = []
        for number, point in enumerate(self.points):
            self.fields[f"result_{number}"] = forms.ChoiceField(
                label=point.name, choices=[self.LEFT, *RESULTS], required=False
            )
            self.fields[f"what_{number}"] = asked_then(
                forms.CharField(
                    label=_("{name}：有隐患，是什么").format(name=point.name), max_length=200,
                    required=False,
                )
            )  # fmt: skip
            told.append(f"what_{number}")
        self.public = tuple(told)

    def clean(self) -> dict[str, Any]:
        """What the act would refuse is told beside the field it stands in."""
        said = super().clean()
        on = said.get("on")
        if on is not None:
            tell_at(self, "on", day_of_paper(self.round.due_on, on, self.today))
        for number, _point in enumerate(self.points):
            what = f"what_{number}"
            if what not in self.errors:
                result = said.get(f"result_{number}") or ""
                tell_at(self, what, rules.said(result, bool(said.get(what))))
        return said

    def lines(self) -> list[Looked]:
        """The points that have a tick, as the act takes them."""
        said, why = self.cleaned_data, str(_("纸质巡查单，没有拍照"))
        made = []
        for number, point in enumerate(self.points):
            result = said[f"result_{number}"]
            if result:
                shots = shots_of({"photos": (), "none_for": why})
                items = [(str(item), True) for item in point.kind_of_it.items]
                answers = items if result == "ok" else []
                made.append(
                    Looked(point, result, answers, what=said[f"what_{number}"], shots=shots)
                )
        return made
