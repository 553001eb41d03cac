"""What an organisation on record did, its yearly summary, its stories."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.access.gates import Visit, needs, signed_in
from linli.core.audit.door import Replayed, may
from linli.core.pages.stepping import sent, step
from linli.partners.organisations.actions import social_life as acts
from linli.partners.organisations.forms.social import DeedForm, MeritForm, PlainForm, SummaryForm
from linli.partners.organisations.law_social import summary_due_on
from linli.partners.organisations.models.social import Merit, SocialOrganisation
from linli.partners.organisations.queries import social
from linli.partners.organisations.rules.social import summary_in_time

YEAR_FIRST = 2000
"""Of no year before is there a summary."""


@signed_in
def note_deed(request: Visit, row_id: UUID) -> HttpResponse:
    """Writes down what it did."""
    row = social.own_for(request.actor, request.community, row_id)
    return _step(
        request,
        row,
        DeedForm(sent(request)),
        lambda said: acts.note_deed(row, **said, by=request.actor, at=timezone.now()),
        title=_("记一次活动"),
        note=_("写做了什么、多少人次，不写谁来了。一年里有一次，就算有活动。"),
    )


@signed_in
def hand_in_summary(request: Visit, row_id: UUID, year: int) -> HttpResponse:
    """Hands in the summary of a year."""
    row = social.own_for(request.actor, request.community, row_id)
    today = timezone.localdate()
    if not YEAR_FIRST <= year <= today.year:
        raise Http404
    due = summary_due_on(request.community, year, today)
    form = SummaryForm(sent(request), initial={"members": row.members})

    def carry_out(said: dict[str, Any]) -> None:
        acts.hand_in_summary(
            row, year=year, said=form.summed, by=request.actor, at=timezone.now(), once=said["once"]
        )

    return _step(
        request,
        row,
        form,
        carry_out,
        title=_("交 {year} 年年度总结").format(year=year),
        note=row.name,
        findings=(summary_in_time(None, today, due),),
    )


@needs("organisations.keep_social")
def tell_merit(request: Visit, row_id: UUID) -> HttpResponse:
    """Publishes a story the leader agreed to."""
    row = social.own_for(request.actor, request.community, row_id)
    return _step(
        request,
        row,
        MeritForm(sent(request)),
        lambda said: acts.tell_merit(row, **said, by=request.actor, at=timezone.now()),
        title=_("公布一个好故事"),
        note=_("说组织做的事，不写人的姓名，不排名。组织一说撤，马上撤。"),
    )


@signed_in
def take_down(request: Visit, merit_id: UUID) -> HttpResponse:
    """Takes a story down."""
    merit = (
        Merit.objects.filter(community=request.community, pk=merit_id, taken_down_on__isnull=True)
        .select_related("social")
        .first()
    )
    if merit is None:
        raise Http404
    row = social.own_for(request.actor, request.community, merit.social_id)
    return _step(
        request,
        row,
        PlainForm(sent(request)),
        lambda said: acts.take_down_merit(merit, by=request.actor, at=timezone.now()),
        title=_("撤下好故事"),
        note=merit.title,
    )


def _step(
    request: Visit, row: SocialOrganisation, form: Any, act: Any, **words: Any
) -> HttpResponse:
    def carry_out(said: dict[str, Any]) -> None:
        with suppress(Replayed):  # the same form came twice; once is enough
            act(said)

    desk = may("organisations.see_social_desk", request.actor, row)
    return step(
        request,
        form,
        carry_out,
        done=_("保存了。"),
        back=reverse("organisations:social_case", args=[request.community.code, row.pk]),
        frame="desk.html" if desk else "portal.html",
        says=_("保存"),
        **words,
    )
