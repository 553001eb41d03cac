"""What the pages of polling day ask for."""

import json
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext, gettext_lazy as _

from linli.core.places.queries import public_places
from linli.lib.identity.ids import new_id
from linli.mechanisms.ballot.models import Teller
from linli.mechanisms.ballot.rules.papers import (
    ANSWERS,
    HIGHEST_FIGURE,
    VOID_REASONS,
    Asked,
    PaperForm as Paper,
    UnknownMark,
    canonical,
)

MOST_LINES = 5000
MARKS = {
    "for": _("赞成"),
    "against": _("反对"),
    "abstain": _("弃权"),
    "unclear": _("看不清"),
}
VOIDS = {
    "unreadable": _("整张看不清"),
    "identifies": _("有记号，看得出是谁投的"),
    "not_ours": _("不是本次发的选票"),
}
GROUNDS = [
    ("too_many", _("箱内选票多于发出的选票")),
    ("broken", _("票箱封条破损、遗失")),
    ("fraud", _("投票过程中有违法行为")),
]


class AccountField(forms.ModelChoiceField):
    """Somebody by the name their account goes by."""

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.label)


class BoxField(forms.ModelChoiceField):
    """A station by its name."""

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.name)


class StationForm(forms.Form):
    """A station: what it is called, where, and whether it is carried about."""

    name = forms.CharField(label=_("站名"), max_length=80, help_text=_("例如“一号站 居委会一楼”。"))
    place = forms.ModelChoiceField(
        label=_("在哪里"), queryset=None, required=False, empty_label=_("不指定")
    )
    mobile = forms.BooleanField(
        label=_("流动票箱"),
        required=False,
        help_text=_("由两人以上携带，上门给不便到站的居民投票。"),
    )

    def __init__(self, community: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["place"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = public_places(community)


class TellersForm(forms.Form):
    """Two tellers and a witness, from those who hold a post here."""

    first = AccountField(label=_("第一计票人"), queryset=None)
    second = AccountField(label=_("第二计票人"), queryset=None)
    witness = AccountField(label=_("监票人"), queryset=None)

    def __init__(self, accounts: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("first", "second", "witness"):
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = accounts

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        chosen = [given.get(part) for part, _title in Teller.PARTS if given.get(part)]
        if len(set(chosen)) < len(chosen):
            raise forms.ValidationError(gettext("计票人和监票人要是三个不同的人。"), code="same")
        return given


class BoxForm(forms.Form):
    """How many papers lay in the box, and how many that were handed out did not; and what the
    stubs and the pile of spoiled papers say, where the desk counted otherwise."""

    issued = forms.IntegerField(
        label=_("发出（张）"),
        min_value=0,
        max_value=1_000_000,
        help_text=_("以存根为准。和系统记的不一样时，改成存根的张数。"),
    )
    spoiled = forms.IntegerField(label=_("作废换发（张）"), min_value=0, max_value=1_000_000)
    returned = forms.IntegerField(label=_("箱内选票（张）"), min_value=0, max_value=1_000_000)
    unreturned = forms.IntegerField(
        label=_("发出后没有投入箱的（张）"),
        min_value=0,
        max_value=1_000_000,
        help_text=_("发出的张数减去作废换发的和箱内的。对不上时先照实填，再查原因。"),
    )


class VoidForm(forms.Form):
    """On what ground a station's papers count for nothing."""

    ground = forms.ChoiceField(label=_("原因"), choices=GROUNDS, widget=forms.RadioSelect)


class MergeForm(forms.Form):
    """To which other sealed box this one is joined."""

    into = BoxField(label=_("并入"), queryset=None)

    def __init__(self, boxes: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["into"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = boxes


@dataclass
class SheetInHand:
    """The sheet a teller fills in without scripts: the lines so far travel with the form."""

    key: UUID
    lines: list[tuple[dict[str, Any], int]]
    wrong: str = ""

    @property
    def carried(self) -> str:
        """The lines as the hidden field holds them."""
        return json.dumps(self.lines, ensure_ascii=False)


def read_sheet(paper: Paper, posted: QueryDict) -> SheetInHand:
    """The sheet as it comes back: the lines carried along, with the paper just marked added or
    one removed. What cannot be read is said in `wrong`, and nothing is lost."""
    sheet = SheetInHand(_key(posted.get("key", "")), _carried(paper, posted.get("lines", "")))
    remove = posted.get("remove", "")
    if remove.isdigit() and int(remove) < len(sheet.lines):
        del sheet.lines[int(remove)]
    elif posted.get("do") == "add":
        number = posted.get("number", "")
        if not number.isascii() or not number.isdigit() or not 1 <= int(number) <= 9999:
            sheet.wrong = gettext("请写明同样的票有几张，从 1 到 9999。")
        elif len(sheet.lines) >= MOST_LINES:
            sheet.wrong = gettext("一份最多 {most} 行。").format(most=MOST_LINES)
        else:
            sheet.lines.append((_marked(paper, posted), int(number)))
    return sheet


def _key(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        return new_id()


def _carried(paper: Paper, text: str) -> list[tuple[dict[str, Any], int]]:
    try:
        found = json.loads(text or "[]")
        return [
            (canonical(paper, pattern), int(number))
            for pattern, number in found[:MOST_LINES]
            if int(number) >= 1
        ]
    except (ValueError, TypeError, UnknownMark):
        return []


def _marked(paper: Paper, posted: QueryDict) -> dict[str, Any]:
    """The paper as it was marked in the form; fields a paper does not have are not looked at."""
    if posted.get("void") in VOID_REASONS:
        return {"void": posted["void"]}
    pattern: dict[str, Any] = {}
    for question in paper:
        marks = {
            str(option): posted[name]
            for option in question.markable
            if posted.get(name := mark_name(question.position, option)) in ANSWERS[question.form]
        }
        written = [
            name.strip()[:40]
            for line in range(question.write_ins)
            if (name := posted.get(written_name(question.position, line), "")).strip()
        ]
        points = _points(question, posted) if question.form == "points" else {}
        if marks or written or points:
            asked = {"marks": marks, "written": written, "points": points}
            pattern[str(question.position)] = asked
    return canonical(paper, pattern)


def _points(question: Asked, posted: QueryDict) -> dict[str, int]:
    """The figures as they were read off the paper, also too many: that is judged at the count."""
    figures = {
        str(option): posted.get(points_name(question.position, option), "").strip()
        for option in question.options
    }
    return {
        option: min(int(figure), HIGHEST_FIGURE)
        for option, figure in figures.items()
        if figure.isascii() and figure.isdigit() and int(figure)
    }


def points_name(question: int, option: int) -> str:
    """The name of the field of an option's points."""
    return f"p-{question}-{option}"


def mark_name(question: int, option: int) -> str:
    """The name of an option's field."""
    return f"m-{question}-{option}"


def written_name(question: int, line: int) -> str:
    """The name of the field of a line for others."""
    return f"w-{question}-{line}"
