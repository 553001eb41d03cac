"""Boards, what hangs on them, and what a look at them found."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext, gettext_lazy as _

from linli.core.files.rules import LIMITS
from linli.core.pages.fields import FileDrop
from linli.mechanisms.publication.models import Board, BoardCheck
from linli.mechanisms.publication.queries.boards import OnBoard
from linli.mechanisms.publication.rules import short_code

PHOTO_KINDS = ("image/jpeg", "image/png", "image/webp", "image/heic")

_STILL_UP = [choice for choice in BoardCheck.FOUND if choice[0] != "left_over"]
_OVER = [("left_over", _("还贴着，马上取下")), ("same", _("已经取下了"))]


class BoardForm(forms.Form):
    """A board of the community."""

    name = forms.CharField(label=_("公告栏的名称"), max_length=40)
    where = forms.CharField(label=_("在哪里"), max_length=80, required=False)


class HangForm(forms.Form):
    """On which board it was hung, with a photo of the board."""

    board = forms.ChoiceField(label=_("贴到哪块公告栏"), widget=forms.RadioSelect)
    photo = forms.FileField(
        label=_("公告栏的照片"),
        required=False,
        widget=FileDrop(accept=PHOTO_KINDS, kinds=_("拍整块公告栏，不拍人"), most=LIMITS["photo"]),
    )

    def __init__(self, *args: Any, boards: Iterable[Board] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.boards = {str(board.pk): board for board in boards}
        field = self.fields["board"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(key, board.name) for key, board in self.boards.items()]
        if len(self.boards) == 1:
            field.initial = next(iter(self.boards))

    def chosen(self) -> Board:
        """The board."""
        return self.boards[self.cleaned_data["board"]]


class CheckForm(forms.Form):
    """One question for each notice that hangs or should hang there."""

    def __init__(self, *args: Any, lines: Iterable[OnBoard], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lines = list(lines)
        for line in self.lines:
            self.fields[str(line.posting.pk)] = forms.ChoiceField(
                label=f"{line.posting.number} {line.heading}".strip(),
                help_text=gettext("校验码：") + short_code(line.posting.sha256) if line.up else "",
                choices=_STILL_UP if line.up else _OVER,
                widget=forms.RadioSelect,
                initial=_expected(line),
            )

    def found(self) -> dict[UUID, str]:
        """What was found of each notice."""
        return {line.posting.pk: self.cleaned_data[str(line.posting.pk)] for line in self.lines}


def _expected(line: OnBoard) -> str:
    if not line.up:
        return "left_over"
    if line.hanging is None:
        return "missing"
    return "differs" if line.outdated else "same"
