"""What is typed about hazards."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.access.queries import bodies_of
from linli.core.pages.steps import tell_at
from linli.core.places.models import Place
from linli.safety.hazards.actions.finding import Seen
from linli.safety.hazards.forms.points import place_field
from linli.safety.hazards.forms.told import (
    PUBLIC_WORDS,
    OnceForm,
    PhotosField,
    ReasonStep,
    SeenForm,
    ask_for_photos,
    shots_of,
)
from linli.safety.hazards.kinds import AUTHORITIES, CHOICES, OWNER_POSTS
from linli.safety.hazards.models import CheckPoint
from linli.safety.hazards.rules import evidence, one_owner


class HazardForm(OnceForm):
    """A hazard of a place. By its code the point is known; the desk also says how serious."""

    public = ("what", "where")

    what = forms.CharField(label=_("是什么隐患"), max_length=200, help_text=PUBLIC_WORDS)

    def __init__(
        self, *args: Any, community: Place, point: CheckPoint | None = None,
        at_desk: bool = False, **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.community, self.point, self.at_desk = community, point, at_desk
        if point is None:
            self.fields["kind"] = forms.ChoiceField(label=_("类别"), choices=CHOICES)
            self.fields["place"] = place_field(community)
            self.fields["where"] = forms.CharField(
                label=_("具体在哪里"), max_length=120, required=False
            )
        if at_desk:
            self.fields["serious"] = forms.BooleanField(
                label=_("重大隐患：可能伤人、起火"), required=False
            )
            ask_for_photos(self)
        else:
            self.fields["photos"] = PhotosField(
                help_text=_("只拍地方，不拍人。工作人员看过、认不出人才公开。")
            )

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if self.at_desk:
            found = evidence(len(said.get("photos") or ()), said.get("none_for") or "")
            tell_at(self, "none_for", found)
        return said

    def seen_there(self, source: str) -> Seen:
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
        )


class FilterForm(forms.Form):
    """Of which kind, and whether it still stands."""

    kind = forms.ChoiceField(label=_("类别"), choices=[("", _("全部")), *CHOICES], required=False)
    state = forms.ChoiceField(
        label=_("状态"), required=False,
        choices=[("", _("全部")), ("open", _("还没销号")), ("closed", _("已销号"))],
    )  # fmt: skip


class OwnerForm(SeenForm):
    """Who must mend it: a body or a post."""

    owner = forms.ChoiceField(label=_("由谁整改"))

    def fit(self) -> None:
        bodies = bodies_of(self.row.community, timezone.localdate())
        self.bodies = {str(each.pk): each for each in bodies}
        field: Any = self.fields["owner"]
        field.choices = [
            (_("单位"), [(key, each.name) for key, each in self.bodies.items()]),
            (_("居委会"), OWNER_POSTS),
        ]

    def owned(self) -> dict[str, Any]:
        """The owner as the act takes it."""
        said = self.cleaned_data["owner"]
        body = self.bodies.get(said)
        return {"body": body, "post": "" if body else said, "seen": self.cleaned_data["seen"]}

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        tell_at(self, "owner", one_owner(bool(said.get("owner")), False))
        return said


class HandOverForm(OwnerForm, ReasonStep):
    """Somebody else, and why."""


class ConfirmForm(SeenForm):
    """It is so, and how serious."""

    serious = forms.BooleanField(label=_("重大隐患：可能伤人、起火"), required=False)


class ForwardForm(SeenForm):
    """To which authority, in which words."""

    public = ("words",)

    authority = forms.ChoiceField(label=_("主管部门"), choices=AUTHORITIES)
    words = forms.CharField(
        label=_("移交的内容"), max_length=600, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("只写地方、类别和情况。反映人不移交。"),
    )  # fmt: skip

    def start(self, row: Any) -> dict[str, Any]:
        where = f"{row.place.name_inside} {row.where}".strip()
        return {"words": f"{where}：{row.what}（{row.get_kind_display()}）"}


class MendForm(SeenForm):
    """How it was mended, with a photograph from after."""

    public = ("how",)

    how = forms.CharField(label=_("怎么整改的"), max_length=200, help_text=PUBLIC_WORDS)

    def fit(self) -> None:
        ask_for_photos(self)

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        found = evidence(len(said.get("photos") or ()), said.get("none_for") or "")
        tell_at(self, "none_for", found)
        return said
