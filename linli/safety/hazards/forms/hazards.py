"""What is typed about hazards."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.access.queries import bodies_of
from linli.core.pages.steps import tell_at
from linli.core.places.models import Place
from linli.core.places.queries import pointable
from linli.safety.hazards.actions.finding import Seen
from linli.safety.hazards.forms.points import place_field
from linli.safety.hazards.forms.told import (
    PUBLIC_WORDS,
    OnceForm,
    PhotosField,
    ReasonStep,
    SeenForm,
    ask_for_photos,
    ask_to_tell,
    shots_of,
)
from linli.safety.hazards.kinds import AUTHORITIES, CHOICES, OWNER_POSTS
from linli.safety.hazards.models import CheckPoint
from linli.safety.hazards.origins import Known
from linli.safety.hazards.rules import evidence, few_and_small
from linli.safety.hazards.rules.mending import PHOTO_LARGEST, PHOTOS_MOST


class HazardForm(OnceForm):
    """A hazard of a place. By its code the point is known; the desk also says how serious."""

    public = ("what", "where")

    what = forms.CharField(label=_("是什么隐患"), max_length=200, help_text=PUBLIC_WORDS)

    def __init__(
        self, *args: Any, community: Place, point: CheckPoint | None = None,
        at_desk: bool = False, sorts: bool = False, known: Known | None = None, **kwargs: Any,
    ) -> None:  # fmt: skip
        if known is not None:
            place = known.place.pk if known.place else None
            kwargs["initial"] = {
                "kind": known.kind, "what": known.what, "place": place, "where": known.where,
                "none_for": known.no_photo,
            }  # fmt: skip
        super().__init__(*args, **kwargs)
        self.community, self.point, self.at_desk = community, point, at_desk
        if point is None:
            self.fields["kind"] = forms.ChoiceField(
                label=_("类别"), choices=[("", _("请选择")), *CHOICES]
            )
            self.fields["place"] = place_field(community)
            self.fields["where"] = forms.CharField(
                label=_("具体在哪里"), max_length=120, required=False
            )
        if at_desk:
            self.fields["serious"] = forms.BooleanField(
                label=_("重大隐患：可能伤人、起火"), required=False
            )
            ask_for_photos(self, sorts=sorts)
        else:
            self.fields["photos"] = PhotosField(
                count=PHOTOS_MOST, most=PHOTO_LARGEST,
                help_text=_("只拍地方，不拍人。最多两张。工作人员看过、认不出人才公开。"),
            )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if not self.at_desk:
            sizes = [each.size for each in said.get("photos") or ()]
            tell_at(self, "photos", few_and_small(sizes))
        if self.at_desk:
            found = evidence(len(said.get("photos") or ()), said.get("none_for") or "")
            tell_at(self, "none_for", found)
        return said

    def seen_there(self, source: str, matter: UUID | None = None) -> Seen:
        """The hazard as the act takes it."""
        said, point = self.cleaned_data, self.point
        return Seen(
            point.kind if point else said["kind"],
            said["what"],
            point.place if point else said["place"] or self.community,
            point,
            point.where if point else said["where"],
            said.get("serious", False),
            source,
            shots_of(said),
            matter,
        )


class FilterForm(forms.Form):
    """Of which kind, and whether it still stands."""

    kind = forms.ChoiceField(label=_("类别"), choices=[("", _("全部")), *CHOICES], required=False)
    state = forms.ChoiceField(
        label=_("状态"), required=False,
        choices=[("", _("全部")), ("open", _("还没销号")), ("closed", _("已销号"))],
    )  # fmt: skip


class DeskFilterForm(forms.Form):
    """At the desk: where it stands, of which kind, in which compound."""

    state = forms.ChoiceField(
        label=_("状态"), required=False,
        choices=[("", _("还没销号")), ("closed", _("已销号")), ("unfounded", _("核实没有隐患"))],
    )  # fmt: skip
    kind = forms.ChoiceField(label=_("类别"), choices=[("", _("全部")), *CHOICES], required=False)

    def __init__(self, *args: Any, community: Place, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = forms.ModelChoiceField(
            label=_("小区"), queryset=pointable(community).filter(kind="compound"),
            required=False, empty_label=_("全部"),
        )  # fmt: skip
        field.label_from_instance = lambda place: place.name_inside
        self.fields["place"] = field

    def chosen(self) -> dict[str, Any]:
        """What was chosen; nothing of what makes no sense."""
        self.full_clean()
        return {name: self.cleaned_data.get(name) for name in ("state", "kind", "place")}


class OwnerForm(SeenForm):
    """Who must mend it: a body or a post."""

    owner = forms.ChoiceField(
        label=_("由谁整改"), error_messages={"required": _("没有定下由哪一个单位或职务整改。")}
    )

    def fit(self) -> None:
        """Nobody is chosen beforehand; who mends most comes first: committee and property."""
        bodies = bodies_of(self.row.community, timezone.localdate())
        self.bodies = {str(each.pk): each for each in bodies}
        field: Any = self.fields["owner"]
        field.choices = [
            ("", _("请选择")),
            (_("居委会"), [*self._of_kinds("residents_committee"), *OWNER_POSTS]),
            (_("物业服务人"), self._of_kinds("property_provider")),
            (_("其他单位"), self._of_kinds()),
        ]

    def _of_kinds(self, kind: str = "") -> list[tuple[str, str]]:
        """The bodies of a kind; of none: those of every other."""
        rest = {"residents_committee", "property_provider"}
        return [
            (key, each.name)
            for key, each in self.bodies.items()
            if (each.kind == kind if kind else each.kind not in rest)
        ]

    def owned(self) -> dict[str, Any]:
        """The owner as the act takes it."""
        said = self.cleaned_data["owner"]
        body = self.bodies.get(said)
        return {"body": body, "post": "" if body else said, "seen": self.cleaned_data["seen"]}


class AssignForm(OwnerForm):
    """Who must mend it; and that the words have been read."""

    def fit(self) -> None:
        super().fit()
        ask_to_tell(self)


class HandOverForm(OwnerForm, ReasonStep):
    """Somebody else, and why."""


class ConfirmForm(SeenForm):
    """It is so, and how serious."""

    serious = forms.BooleanField(label=_("重大隐患：可能伤人、起火"), required=False)

    def fit(self) -> None:
        ask_to_tell(self)


class RewordForm(ReasonStep):
    """Other words for everybody, and why."""

    public = ("what", "where", "no_photo", "reason")

    what = forms.CharField(label=_("是什么隐患"), max_length=200, help_text=PUBLIC_WORDS)
    where = forms.CharField(label=_("具体在哪里"), max_length=120, required=False)
    no_photo = forms.CharField(label=_("没有照片的原因"), max_length=100, required=False)

    def start(self, row: Any) -> dict[str, Any]:
        return {"what": row.what, "where": row.where, "no_photo": row.no_photo}


class ForwardForm(SeenForm):
    """To which authority, in which words."""

    public = ("words",)

    authority = forms.ChoiceField(label=_("主管部门"), choices=AUTHORITIES)
    words = forms.CharField(
        label=_("移交的内容"), max_length=600, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("只写地方、类别和情况。反映人不移交。"),
    )  # fmt: skip

    def fit(self) -> None:
        ask_to_tell(self)

    def start(self, row: Any) -> dict[str, Any]:
        where = f"{row.place.name_inside} {row.where}".strip()
        return {"words": f"{where}：{row.what}（{row.get_kind_display()}）"}


class MendForm(SeenForm):
    """How it was mended, with a photograph from after or why there is none."""

    public = ("how", "none_for")

    how = forms.CharField(
        label=_("怎么整改的"), max_length=200,
        help_text=_("复查合格以后大家都看得到。只写地方和情况，不写人的姓名、电话和住址。"),
    )  # fmt: skip

    def __init__(self, *args: Any, sorts: bool = False, **kwargs: Any) -> None:
        self.sorts = sorts
        super().__init__(*args, **kwargs)

    def fit(self) -> None:
        ask_for_photos(self, sorts=self.sorts)
        self.fields["none_for"].help_text = _("有照片就不用写。复查合格以后大家都看得到。")

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        found = evidence(len(said.get("photos") or ()), said.get("none_for") or "")
        tell_at(self, "none_for", found)
        return said
