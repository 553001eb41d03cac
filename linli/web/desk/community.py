"""What the community says of itself: households, approval, types, from a day on."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy as _

from linli.core.access.gates import Visit, needs
from linli.core.pages.answer import answer
from linli.core.pages.fields import DayInput
from linli.core.places.actions import describe_community
from linli.core.places.models.area import COMMUNITY_TYPES
from linli.core.places.queries import profile_of, size_note


class ProfileForm(forms.Form):
    """The description, and the day from which it holds."""

    households = forms.IntegerField(label=_("户数"), min_value=1, max_value=100_000)
    types = forms.MultipleChoiceField(
        label=_("社区类型"),
        choices=COMMUNITY_TYPES,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    approval = forms.CharField(
        label=_("批准文件"),
        max_length=200,
        required=False,
        help_text=_("设立、合并或调整规模的批文和文号。"),
    )
    on = forms.DateField(
        label=_("从哪天起"),
        widget=DayInput,
        help_text=_("以前说过的，仍然查得到。"),
    )

    def clean_on(self) -> Any:
        on = self.cleaned_data["on"]
        if on > timezone.localdate():
            raise forms.ValidationError(_("不能晚于今天。"), code="future")
        return on


@needs("places.lay_out")
def describe(request: Visit) -> HttpResponse:
    """The profile as it stands, to be changed from a day on."""
    community, today = request.community, timezone.localdate()
    current = profile_of(community, today)
    initial: dict[str, Any] = {"on": today}
    if current:
        initial |= {
            "households": current.households,
            "types": current.types,
            "approval": current.approval,
        }
    form = ProfileForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        describe_community(community, by=request.actor, at=timezone.now(), **form.cleaned_data)
        messages.success(request, gettext("社区概况已更新。"))
        return redirect("community_profile", community_code=community.code)
    context = {"form": form, "current": current, "size": size_note(community, today)}
    status = 422 if form.is_bound else 200
    return answer(request, "desk/community.html", context, status=status)
