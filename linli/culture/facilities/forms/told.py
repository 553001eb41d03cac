"""What forms of this room's keeping share: words for everybody, a form sent once, photographs."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.files.rules import LIMITS
from linli.core.pages.fields import FileDrop
from linli.core.pages.steps import PublicForm, StepForm
from linli.culture.facilities.actions.saying import judge_words
from linli.lib.identity.ids import new_id
from linli.lib.law import Finding

PICTURES = ("image/jpeg", "image/png", "image/webp", "image/heic")
MOST_PHOTOS = 6
PUBLIC_WORDS = _("大家都看得到，不写人的姓名、电话和住址。")
FOR_DESK = _("只有工作人员看得到，加密保存。")


class ToldForm(PublicForm):
    """Words everybody will read."""

    def judge(self, words: str) -> Finding:
        return judge_words(words)


class OnceForm(ToldForm):
    """Carried out once, however often it is sent."""

    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)


class SeenForm(ToldForm, StepForm):
    """A step of a row, with words for everybody."""


class PlainStep(StepForm):
    """A step that asks nothing."""


class ReasonStep(SeenForm):
    """A step that asks why."""

    public = ("reason",)

    reason = forms.CharField(label=_("理由"), max_length=200, help_text=PUBLIC_WORDS)


class PhotosField(forms.FileField):
    """Photographs of a thing; several, and none where there is none."""

    def __init__(self, **kwargs: Any) -> None:
        drop = FileDrop(accept=PICTURES, kinds=_("照片"), most=LIMITS["photo"], several=True)
        given = {"label": _("照片"), "required": False, "help_text": _("拍东西，不拍人脸。")}
        super().__init__(widget=drop, **{**given, **kwargs})

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        chosen = data if isinstance(data, list | tuple) else [data] if data else []
        if len(chosen) > MOST_PHOTOS:
            raise forms.ValidationError(_("一次最多 6 张照片。"), code="too_many")
        return [super(PhotosField, self).clean(each, initial) for each in chosen]


def several_lines(most: int, rows: int = 3) -> forms.Textarea:
    """An input of so many rows and characters."""
    return forms.Textarea(attrs={"rows": rows, "maxlength": most})


def lines_of(text: str) -> Sequence[str]:
    """The lines that say something."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def contact_fields(form: forms.Form, *, by_desk: bool) -> None:
    """Who is to be reached; a signed-in resident need not say."""
    form.fields["name"] = forms.CharField(
        label=_("联系人"), max_length=40, required=by_desk, help_text=FOR_DESK
    )
    form.fields["phone"] = forms.CharField(
        label=_("联系电话"), max_length=30, required=False, help_text=FOR_DESK
    )
