"""What is entered of a decision on weights: the meeting, and the points or comparisons."""

import re
from datetime import date
from fractions import Fraction
from typing import Any

from django import forms
from django.utils.translation import gettext, gettext_lazy as _

from linli.core.pages.fields import DayInput
from linli.core.pages.sentences import sentence
from linli.evaluation.groups import groups
from linli.evaluation.models import Weighing
from linli.evaluation.weighing.entering import scored_codes, scored_pairs
from linli.evaluation.weighing.rules import STEPS
from linli.lib.law import Finding

_BETWEEN = re.compile(r"[\s,，、;；]+")
MOST_MEMBERS = 200


class WeighingForm(forms.Form):
    """What both ways have in common."""

    method = ""
    resolution = forms.CharField(
        label=_("哪次会议、哪份决议"),
        max_length=120,
        help_text=_("例如：居民代表会议第 3 号决议。不写参加的人的名字。"),
    )
    decided_on = forms.DateField(label=_("决定日期"), widget=DayInput)
    from_year = forms.IntegerField(
        label=_("从哪一年起用"), min_value=2000, max_value=2200,
        help_text=_("决定的那一年或以后；用过的年份不再改。"),
    )  # fmt: skip

    def __init__(
        self, today: date, *args: Any, weighing: Weighing | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("decided_on", today)
        self.initial.setdefault("from_year", today.year)
        if weighing is not None:
            self.initial.update(
                resolution=weighing.resolution,
                decided_on=weighing.decided_on,
                from_year=weighing.from_year,
            )
            if weighing.method == self.method:
                self.initial.update(self.read_back(weighing))

    def read_back(self, weighing: Weighing) -> dict[str, Any]:
        """What was entered, as the form's own values."""
        raise NotImplementedError

    def asked(self) -> dict[str, Any]:
        """What the act is given."""
        given = {key: self.cleaned_data[key] for key in ("resolution", "decided_on", "from_year")}
        return given | {"method": self.method, "entered": self.entered()}

    def entered(self) -> dict[str, Any]:
        """The points or comparisons as they are kept."""
        raise NotImplementedError

    def tell(self, finding: Finding) -> None:
        """Marks the field a refusal is about with the way on; the finding itself stands above."""
        field = self.field_of(finding)
        if field:
            told = sentence(finding)
            self.add_error(field, told.way_on or told.text)

    def field_of(self, finding: Finding) -> str:
        """The field to look at again; nothing where the refusal is about none of them."""
        about = {
            "evaluation.weights_from": "from_year",
            "evaluation.weights_decided": "decided_on",
        }
        return about.get(finding.rule, "")


class PointsForm(WeighingForm):
    """A line a member, a number a group: as it stands in a table, copied from one."""

    method = "points"
    points = forms.CharField(label=_("每人的分"), widget=forms.Textarea(attrs={"rows": 10}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        titles = gettext("、").join(str(groups()[code].title) for code in scored_codes())
        self.fields["points"].help_text = gettext(
            "一人一行，每行九个数，合计 100，不写名字；次序：{titles}。可以从表格里整块粘贴。"
        ).format(titles=titles)

    def read_back(self, weighing: Weighing) -> dict[str, Any]:
        rows = weighing.entered.get("points", [])
        return {"points": "\n".join(" ".join(row) for row in rows)}

    def clean_points(self) -> list[list[str]]:
        rows = []
        lines = [line.strip() for line in self.cleaned_data["points"].splitlines()]
        for number, line in enumerate(filter(None, lines), 1):
            try:
                rows.append([str(Fraction(each)) for each in filter(None, _BETWEEN.split(line))])
            except (ValueError, ZeroDivisionError):
                raise forms.ValidationError(
                    gettext("第 {line} 行里有不是数字的内容。").format(line=number)
                ) from None
        if len(rows) > MOST_MEMBERS:
            raise forms.ValidationError(gettext("一次最多 200 人。"))
        return rows

    def entered(self) -> dict[str, Any]:
        return {"points": self.cleaned_data["points"]}

    def field_of(self, finding: Finding) -> str:
        if finding.rule.startswith("evaluation.points_"):
            return "points"
        return super().field_of(finding)


class PairsForm(WeighingForm):
    """Every two groups compared once, from a ninth to nine times."""

    method = "pairs"
    took_part = forms.IntegerField(label=_("几人参加"), min_value=1, max_value=100_000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        choices = [(str(step), _step_words(step)) for step in reversed(STEPS)]
        self.declared = [(one, other, f"{one}_{other}") for one, other in scored_pairs()]
        super().__init__(*args, **kwargs)
        for one, other, name in self.declared:
            self.fields[name] = forms.ChoiceField(
                label=gettext("“{one}”比“{other}”").format(
                    one=groups()[one].title, other=groups()[other].title
                ),
                choices=choices,
                initial="1",
            )

    def read_back(self, weighing: Weighing) -> dict[str, Any]:
        pairs = weighing.entered.get("pairs", {})
        back = {name: pairs.get(f"{one}/{other}", "1") for one, other, name in self.declared}
        return {"took_part": weighing.took_part, **back}

    def asked(self) -> dict[str, Any]:
        return {**super().asked(), "took_part": self.cleaned_data["took_part"]}

    def entered(self) -> dict[str, Any]:
        pairs = {f"{one}/{other}": self.cleaned_data[name] for one, other, name in self.declared}
        return {"pairs": pairs}

    def field_of(self, finding: Finding) -> str:
        if finding.rule != "evaluation.pairs_consistent":
            return super().field_of(finding)
        titles = {code: str(group.title) for code, group in groups().items()}
        worst = str(finding.numbers["first"]), str(finding.numbers["second"])
        found = (
            name for one, other, name in self.declared if (titles[one], titles[other]) == worst
        )
        return next(found, "")


FORMS: dict[str, type[WeighingForm]] = {"points": PointsForm, "pairs": PairsForm}


def _step_words(step: Fraction) -> Any:
    if step == 1:
        return gettext("一样重要")
    if step > 1:
        return gettext("重要 {times} 倍").format(times=step.numerator)
    return gettext("只有 {times} 分之一重要").format(times=step.denominator)
