"""What is typed about days of listening and what goes upward."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.access.models import Body
from linli.core.access.posts import POSTS
from linli.governance.deliberation.forms.statements import OnceForm
from linli.governance.deliberation.forms.topics import bodies_to_choose, day, lines
from linli.governance.deliberation.words import HEARD_AT

LISTENERS = ("director", "deputy_director", "committee_member", "representative", "supervisor")


class DayForm(forms.Form):
    """When, where, who."""

    on = day(_("哪天"))
    hours = forms.CharField(label=_("几点到几点"), max_length=40)
    venue = forms.CharField(label=_("地点"), max_length=120)
    post_of = forms.ChoiceField(
        label=_("谁接待"), choices=[(name, POSTS[name].title) for name in LISTENERS]
    )


class HeldForm(forms.Form):
    """How many came; nobody's name."""

    came = forms.IntegerField(label=_("来了几位"), min_value=0, max_value=2000)
    heard = forms.IntegerField(label=_("说了几件事"), min_value=0, max_value=2000)


class NoteForm(OnceForm):
    """What residents say that others must settle."""

    title = forms.CharField(label=_("什么事"), max_length=100)
    text = lines(_("居民怎么说"), _("会公开，不写是谁说的。"))
    heard_at = forms.ChoiceField(label=_("在哪里听到的"), choices=HEARD_AT)
    times = forms.IntegerField(label=_("听到几次"), min_value=1, max_value=2000, initial=1)


class SendForm(forms.Form):
    """To whom."""

    to = forms.ModelChoiceField(
        label=_("反映给哪个单位"), queryset=Body.objects.none(), empty_label=_("请选择")
    )

    def __init__(self, *args: Any, community: Any, at: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bodies_to_choose(self, "to", community, at)
