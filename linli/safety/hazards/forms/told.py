"""What forms of this room share: words for everybody, a form sent once, photographs of places."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.files.rules import LIMITS
from linli.core.pages.fields import FileDrop
from linli.core.pages.steps import PublicForm, StepForm
from linli.lib.identity.ids import new_id
from linli.lib.law import Finding
from linli.safety.hazards.actions.finding import Shots
from linli.safety.hazards.words import judge_words

PICTURES = ("image/jpeg", "image/png", "image/webp", "image/heic")
MOST_PHOTOS = 4
PUBLIC_WORDS = _("大家都看得到。只写地方和情况，不写人的姓名、电话和住址。")


class ToldForm(PublicForm):
    """Words everybody will read."""

    def judge(self, words: str) -> Finding:
        return judge_words(words)


class OnceForm(ToldForm):
    """Carried out once, however often it is sent: on a poor network one simply sends it again."""

    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)


class SureForm(OnceForm):
    """Nothing to type: what cannot be undone is asked once more."""


class SeenForm(ToldForm, StepForm):
    """A step of a row, with words for everybody."""


class ReasonStep(SeenForm):
    """A step that asks why."""

    public: tuple[str, ...] = ("reason",)

    reason = forms.CharField(label=_("理由"), max_length=200, help_text=PUBLIC_WORDS)


class PhotosField(forms.FileField):
    """Photographs of a place; several (at most `count`, each of at most `most` bytes), and none
    where there is none."""

    def __init__(
        self, *, count: int = MOST_PHOTOS, most: int = LIMITS["photo"], **kwargs: Any
    ) -> None:
        self.count = count
        drop = FileDrop(accept=PICTURES, kinds=_("照片"), most=most, several=True)
        given = {"label": _("照片"), "required": False, "help_text": _("只拍地方，不拍人。")}
        super().__init__(widget=drop, **{**given, **kwargs})

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        chosen = data if isinstance(data, list | tuple) else [data] if data else []
        if len(chosen) > self.count:
            told = _("一次最多 {n} 张照片。").format(n=self.count)
            raise forms.ValidationError(told, code="too_many")
        return [super(PhotosField, self).clean(each, initial) for each in chosen]


def asked_then(field: forms.Field) -> forms.Field:
    """A field that is asked for in some cases: its label says in which, and it is not called
    optional."""
    field.asked_then = True  # type: ignore[attr-defined]
    return field


def ask_for_photos(form: forms.Form, *, sorts: bool = False, only_then: bool = False) -> None:
    """Photographs, for the desk the tick that nobody can be recognised, and why there is none: one
    of the two must be. `only_then`: only where there is a hazard."""
    label = _("有隐患：照片") if only_then else _("照片")
    form.fields["photos"] = asked_then(
        PhotosField(label=label, help_text=_("只拍地方，不拍人。拍不到就写原因。"))
    )
    if sorts:
        form.fields["clear"] = forms.BooleanField(
            label=_("照片里认不出人脸、车牌和门牌，可以给大家看"), required=False
        )
    form.fields["none_for"] = asked_then(
        forms.CharField(
            label=_("没有照片的原因"), max_length=100, required=False,
            help_text=_("有照片就不用写。"),
        )
    )  # fmt: skip


def ask_to_tell(form: Any) -> None:
    """The tick that the words have been read, where nobody of the desk had."""
    row = form.row
    if not row.told:
        form.fields["tell"] = forms.BooleanField(
            label=_("文字看过，没有说到哪个人，可以给大家看"), required=False,
            help_text=" · ".join(each for each in (row.where, row.what, row.no_photo) if each),
        )  # fmt: skip


def shots_of(said: dict[str, Any]) -> Shots:
    """The photographs as the act takes them."""
    return Shots(said["photos"], said.get("clear", False), said.get("none_for", ""))
