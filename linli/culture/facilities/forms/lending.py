"""What is typed about things that are lent."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.culture.facilities.actions.lending import Asking, Listed
from linli.culture.facilities.forms.told import (
    OnceForm,
    SeenForm,
    ToldForm,
    contact_fields,
    lines_of,
    several_lines,
)
from linli.culture.facilities.models import LentItem, LentPiece
from linli.culture.facilities.models.lending import LENT_KINDS

LABEL_LONGEST = 30


class LentForm(OnceForm):
    """A sort of thing and its pieces."""

    public = ("title", "conditions", "where")

    kind = forms.ChoiceField(label=_("类别"), choices=LENT_KINDS)
    title = forms.CharField(label=_("名称"), max_length=60)
    labels = forms.CharField(
        label=_("有哪几件，一行写一件的编号"), max_length=1000, widget=several_lines(1000, 4),
        initial=_("1 号"),
    )  # fmt: skip
    days_most = forms.IntegerField(
        label=_("一次最多借几天"), min_value=1, max_value=366, initial=30
    )
    conditions = forms.CharField(
        label=_("怎么借"), max_length=300, required=False, widget=several_lines(300)
    )
    where = forms.CharField(label=_("在哪里拿"), max_length=120, required=False)

    def clean_labels(self) -> str:
        text: str = self.cleaned_data["labels"]
        if any(len(each) > LABEL_LONGEST for each in lines_of(text)):
            told = _("一件的编号最多 {most} 个字，一行写一件。").format(most=LABEL_LONGEST)
            raise forms.ValidationError(told)
        return text

    @property
    def listed(self) -> Listed:
        """The thing as the act takes it."""
        said = {name: each for name, each in self.cleaned_data.items() if name != "once"}
        return Listed(**{**said, "labels": lines_of(said["labels"])})


class AskForm(ToldForm):
    """Who asks, and for how long."""

    days = forms.IntegerField(label=_("借几天"), min_value=1, max_value=366)

    def __init__(self, *args: Any, item: LentItem, by_desk: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by_desk = by_desk
        days: Any = self.fields["days"]
        days.initial = min(item.days_most, 14)
        days.help_text = _("最多 {days} 天。").format(days=item.days_most)
        contact_fields(self, by_desk=by_desk)
        self.fields["once"] = OnceForm.base_fields["once"]

    @property
    def asking(self) -> Asking:
        """What the act takes."""
        said = self.cleaned_data
        return Asking(said["days"], said["name"], said["phone"], by_desk=self.by_desk)


class HandOutForm(SeenForm):
    """Which piece, and how it looks."""

    public = ("condition",)

    piece = forms.ModelChoiceField(
        label=_("哪一件"), queryset=LentPiece.objects.none(), required=False,
        empty_label=_("留着的那一件，或架上的第一件"),
    )  # fmt: skip
    condition = forms.CharField(label=_("交出时的样子"), max_length=200, required=False)

    def fit(self) -> None:
        field: Any = self.fields["piece"]
        field.queryset = LentPiece.objects.filter(
            community=self.row.community_id, item=self.row.item_id, state="fine"
        )


class BackForm(SeenForm):
    """How it looks when it comes back."""

    public = ("condition",)

    condition = forms.CharField(label=_("还回时的样子"), max_length=200, required=False)
    broken = forms.BooleanField(label=_("坏了，先修，不马上借给下一位"), required=False)


class PieceForm(ToldForm):
    """Whether a piece is fine."""

    public = ("condition",)

    state = forms.ChoiceField(label=_("怎么样"), choices=LentPiece.STATES)
    condition = forms.CharField(label=_("成色"), max_length=120, required=False)
