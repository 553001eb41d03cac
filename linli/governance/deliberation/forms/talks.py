"""What is typed to plan and hold a talk, and to draw who is invited."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.governance.deliberation.forms.statements import OnceForm
from linli.governance.deliberation.forms.topics import day, lines
from linli.governance.deliberation.words import HALL_FORMS, STRATA
from linli.lib.calendar import SHANGHAI


class TalkForm(OnceForm):
    """When, where, in which form and order."""

    form = forms.ChoiceField(label=_("形式"), choices=HALL_FORMS)
    day = day(_("哪天"))
    hour = forms.TimeField(
        label=_("几点"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    venue = forms.CharField(label=_("地点"), max_length=120)
    agenda = lines(_("顺序"), _("一行一项。"), rows=5, most=1000)

    @property
    def given(self) -> dict[str, Any]:
        """As the acts take it."""
        said = self.cleaned_data
        return {
            "once": said["once"],
            "form": said["form"],
            "venue": said["venue"],
            "starts_at": datetime.combine(said["day"], said["hour"], SHANGHAI),
            "agenda": [each.strip() for each in said["agenda"].splitlines() if each.strip()],
        }


class CallForm(forms.Form):
    """Giving notice."""

    urgent_reason = forms.CharField(
        label=_("来不及提前的理由"),
        max_length=400,
        required=False,
        help_text=_("按期通知的不用填。"),
    )


class ChairForm(forms.Form):
    """Who leads."""

    chair = forms.CharField(label=_("主持人"), max_length=40)


class DrawForm(OnceForm):
    """A draw: the seed goes up before anybody is drawn."""

    wanted = forms.IntegerField(label=_("请几位"), min_value=1, max_value=200)
    by_what = forms.MultipleChoiceField(
        label=_("按什么分层"),
        choices=STRATA,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("每一层按人数的比例请；请的人少，分得越细越难都请到。"),
    )
    seed = forms.CharField(
        label=_("种子"),
        max_length=64,
        required=False,
        help_text=_("最好当众产生，例如请几位居民各说一个数；不填由程序产生。"),
    )
    seed_from = forms.CharField(label=_("种子怎么来的"), max_length=200, required=False)
