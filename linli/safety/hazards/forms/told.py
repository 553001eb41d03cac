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


class SeenForm(ToldForm, StepForm):
    """A step of a row, with words for everybody."""


class ReasonStep(SeenForm):
    """A step that asks why."""

    public = ("reason",)

    reason = forms.CharField(label=_("理由"), max_length=200, help_text=PUBLIC_WORDS)


class PhotosField(forms.FileField):
    """Photographs of a place; several, and none where there is none."""

    def __init__(self, **kwargs: Any) -> None:
        drop = FileDrop(accept=PICTURES, kinds=_("照片"), most=LIMITS["photo"], several=True)
        given = {"label": _("照片"), "required": False, "help_text": _("只拍地方，不拍人。")}
        super().__init__(widget=drop, **{**given, **kwargs})

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        chosen = data if isinstance(data, list | tuple) else [data] if data else []
        if len(chosen) > MOST_PHOTOS:
            raise forms.ValidationError(_("一次最多 4 张照片。"), code="too_many")
        return [super(PhotosField, self).clean(each, initial) for each in chosen]


def ask_for_photos(form: forms.Form, *, needed: bool = True) -> None:
    """Photographs, the tick that nobody can be recognised, and why there is none."""
    form.fields["photos"] = PhotosField()
    form.fields["clear"] = forms.BooleanField(
        label=_("照片里认不出人脸、车牌和门牌，可以给大家看"), required=False
    )
    if needed:
        form.fields["none_for"] = forms.CharField(
            label=_("没有照片的原因"), max_length=100, required=False
        )


def shots_of(said: dict[str, Any]) -> Shots:
    """The photographs as the act takes them."""
    return Shots(said["photos"], said.get("clear", False), said.get("none_for", ""))
