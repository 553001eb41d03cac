"""What is asked for at the desk of score-card meetings, and of whoever remarks on a figure."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.access.posts import POSTS
from linli.core.access.queries import bodies_of
from linli.core.pages.fields import DayInput
from linli.core.pages.steps import StepForm
from linli.evaluation.models import ScoreMeeting
from linli.evaluation.queries import Picture
from linli.evaluation.scorecard.figures import Kept, indicators_of, tell_figures
from linli.evaluation.standards import standards
from linli.lib.identity.ids import new_id

_PRIVATE = _("人人都看得到；不写人的姓名、电话和门牌。")


def _lines(most: int, rows: int = 4) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, "maxlength": most})


class PrepareForm(forms.Form):
    """Which round, and which figures are taken to it: those with a value stand chosen."""

    year = forms.TypedChoiceField(label=_("哪一年"), coerce=int)
    round = forms.ChoiceField(label=_("哪一段"), choices=ScoreMeeting.ROUNDS)

    def __init__(self, *args: Any, on: date, picture: Picture, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        year: Any = self.fields["year"]
        year.choices, year.initial = [(each, each) for each in (on.year, on.year - 1)], on.year
        self.fields["round"].initial = "year"
        for standard in standards():
            rows = indicators_of(standard.code, on)
            if not rows:
                self.fields[standard.code] = forms.BooleanField(
                    label=f"{standard.code} {standard.title}",
                    help_text=_("还没有数，也可以带到会上谈。"),
                    required=False,
                )
                continue
            known = [row.id for row in rows if _has_value(picture, row.id)]
            self.fields[standard.code] = forms.MultipleChoiceField(
                label=f"{standard.code} {standard.title}",
                choices=[(row.id, str(row.title)) for row in rows],
                initial=known,
                required=False,
                widget=forms.CheckboxSelectMultiple,
            )

    @property
    def taken(self) -> dict[str, list[str]]:
        """The indicators chosen, by standard; none for a standard that has none yet."""
        chosen = {each.code: self.cleaned_data.get(each.code) for each in standards()}
        return {code: [] if each is True else each for code, each in chosen.items() if each}


class HoldForm(StepForm):
    """When it was held, where, and how many came."""

    held_on = forms.DateField(label=_("哪天开的"), widget=DayInput())
    venue = forms.CharField(label=_("地点"), max_length=80)
    present = forms.IntegerField(
        label=_("到会人数"), min_value=1, max_value=100_000, help_text=_("只记数，不记是谁。")
    )


class WordsForm(StepForm):
    """Residents' own words on one standard, and the hands that were counted."""

    words = forms.CharField(
        label=_("居民的话"),
        max_length=2000,
        required=False,
        widget=_lines(2000, 6),
        help_text=_("照原话记，一句一行；不记是谁说的，不写姓名；电话会自动遮去。不打分。"),
    )
    better = forms.IntegerField(label=_("举手：觉得好了"), min_value=0, required=False)
    same = forms.IntegerField(label=_("举手：觉得差不多"), min_value=0, required=False)
    worse = forms.IntegerField(label=_("举手：觉得差了"), min_value=0, required=False)

    def clean(self) -> dict[str, Any]:
        """The three counts as one: all of them, or none where no hands were raised."""
        said = super().clean() or {}
        counts = [said.pop(name, None) for name in ("better", "same", "worse")]
        given = [each for each in counts if each is not None]
        said["hands"] = tuple(each or 0 for each in counts) if given else None
        return said


class ViewForm(StepForm):
    """How a body sees itself."""

    body = forms.ModelChoiceField(label=_("谁说的"), queryset=None, empty_label=_("请选择"))
    words = forms.CharField(
        label=_("怎么看自己"), max_length=2000, widget=_lines(2000, 6), help_text=_PRIVATE
    )

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["body"]
        field.queryset = bodies_of(self.row.community, on)


class AgreeForm(StepForm):
    """What, by when, who carries it, and which figure it should move."""

    title = forms.CharField(label=_("做什么"), max_length=100, help_text=_PRIVATE)
    due_on = forms.DateField(label=_("哪天以前"), widget=DayInput())
    post = forms.ChoiceField(label=_("哪个岗位负责"), required=False)
    body = forms.ModelChoiceField(
        label=_("或者哪个单位负责"),
        queryset=None,
        required=False,
        empty_label=_("不是单位"),
        help_text=_("岗位和单位只选一个；不让居民个人负责。"),
    )
    indicator = forms.ChoiceField(label=_("要改变哪个数"), required=False)

    def __init__(self, *args: Any, on: date, figures: Sequence[Kept], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        post: Any = self.fields["post"]
        working = [each for each in POSTS.values() if each.works and not each.for_body]
        post.choices = [("", _("不是岗位")), *((each.name, each.title) for each in working)]
        body: Any = self.fields["body"]
        body.queryset = bodies_of(self.row.community, on)
        field: Any = self.fields["indicator"]
        told = [(each.id, each.title) for each in tell_figures(figures)]
        field.choices = [("", _("还没有数")), *told]


class ReasonForm(StepForm):
    """Why."""

    reason = forms.CharField(
        label=_("原因"), max_length=400, widget=_lines(400), help_text=_PRIVATE
    )


class DoneForm(StepForm):
    """When it was done, and how it went."""

    done_on = forms.DateField(label=_("哪天做到的"), widget=DayInput())
    result = forms.CharField(
        label=_("结果"), max_length=400, widget=_lines(400), help_text=_PRIVATE
    )


class AgainForm(StepForm):
    """A word on the whole, half a year later."""

    words = forms.CharField(
        label=_("回头看的话"),
        max_length=600,
        required=False,
        widget=_lines(600),
        help_text=_("可以不写。每个数怎样变的，系统自己对照。"),
    )


class ReplyForm(StepForm):
    """The committee's answer."""

    reply = forms.CharField(label=_("答复"), max_length=600, widget=_lines(600), help_text=_PRIVATE)


class CommentForm(forms.Form):
    """A remark on a figure; nobody is asked who they are."""

    indicator = forms.ChoiceField(label=_("哪个数"))
    text = forms.CharField(
        label=_("想说什么"),
        max_length=600,
        widget=_lines(600),
        help_text=_("请不要写姓名、电话和门牌；电话和证件号会自动遮去，别的公布前由居委会看一遍。"),
    )
    once = forms.UUIDField(widget=forms.HiddenInput(), initial=new_id)

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["indicator"]
        field.choices = [
            (
                f"{standard.code} {standard.title}",
                [(row.id, str(row.title)) for row in indicators_of(standard.code, on)],
            )
            for standard in standards()
        ]


class ReceiptForm(forms.Form):
    """The receipt of a comment, to see what became of it."""

    receipt = forms.CharField(label=_("回执号"), max_length=24)


def _has_value(picture: Picture, name: str) -> bool:
    figure = picture.years.get(name)
    return figure is not None and figure.numerator is not None and bool(figure.denominator)
