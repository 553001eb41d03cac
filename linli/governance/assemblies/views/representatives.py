"""Residents' groups and their representatives: at the desk, and the representative's own page."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs, public
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step
from linli.governance.assemblies import actions
from linli.governance.assemblies.forms.residents import (
    ChannelForm,
    ChooseForm,
    EndForm,
    FigureForm,
    ReportForm,
)
from linli.governance.assemblies.laws import law_of
from linli.governance.assemblies.models import GroupReport
from linli.governance.assemblies.queries import (
    birthdays_unknown,
    groups_of,
    latest_figure,
    representative_in,
    representing,
)
from linli.governance.assemblies.rules import birthdays_known
from linli.governance.assemblies.words import BASES
from linli.lib.law import Finding


@needs("assemblies.see_desk")
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """Groups, their households and representatives; and the figures of the base."""
    community, on = request.community, timezone.localdate()
    context = {
        "groups": groups_of(community, on),
        "figures": [(title, latest_figure(community, kind, on)) for kind, title in BASES],
        "birthdays": _birthdays(request, on),
        "may_choose": may("assemblies.keep_representatives", request.actor, community),
    }
    return answer(request, "assemblies/representatives.html", context)


@needs("assemblies.keep_representatives")
def choose(request: Visit) -> HttpResponse:
    """Writes down whom a group chose."""
    form = ChooseForm(
        sent(request), community=request.community, initial={"group": request.GET.get("group")}
    )
    return step(
        request,
        form,
        lambda given: actions.choose_representative(
            request.community, by=request.actor, at=timezone.now(), **given
        ),
        title=_("登记居民代表"),
        note=_("居民代表由居民小组推选。一般每二十户至五十户一名；多了少了只提醒，不阻止。"),
        done=_("已登记。"),
        back=_all(request),
    )


@needs("assemblies.keep_representatives")
def end(request: Visit, representative_id: UUID) -> HttpResponse:
    """Somebody's time is over."""
    representative = representative_in(request.community, representative_id)
    return step(
        request,
        EndForm(sent(request)),
        lambda given: actions.end_representative(
            representative, by=request.actor, at=timezone.now(), **given
        ),
        title=_("结束任职"),
        note=f"{representative.name} · {representative.group.name}",
        done=_("已登记。请小组补选。"),
        back=_all(request),
    )


@needs("assemblies.state_figure")
def state_figure(request: Visit) -> HttpResponse:
    """A base, from the register or stated."""
    on = timezone.localdate()
    form = FigureForm(sent(request), initial={"on": on})
    return step(
        request,
        form,
        lambda given: actions.state_figure(
            request.community, by=request.actor, at=timezone.now(), **given
        ),
        title=_("登记基数"),
        note=_("联名和到会人数都按基数计算。登记以后不改，有新的数字另记一条。"),
        done=_("已登记。"),
        back=_all(request),
        findings=_birthdays(request, on),
    )


@needs("assemblies.see_group")
@require_safe
def my_group(request: Visit) -> HttpResponse:
    """A representative's own group: how many households, how they reach them, what was reported.
    Counts and a way of contact; never a file."""
    representative, group = _mine(request)
    context = {
        "representative": representative,
        "group": group,
        "reports": GroupReport.objects.filter(
            community=request.community, representative=representative
        )
        .select_related("assembly__gathering")
        .order_by("-on")[:20],
    }
    return answer(request, "assemblies/my_group.html", context)


@needs("assemblies.see_group")
def set_channel(request: Visit) -> HttpResponse:
    """How the group reaches its representative."""
    representative, _group = _mine(request)
    initial = {"shown_as": representative.shown_as, "channel": representative.channel}
    return step(
        request,
        ChannelForm(sent(request), initial=initial),
        lambda given: actions.set_channel(
            representative, by=request.actor, at=timezone.now(), **given
        ),
        title=_("联系办法"),
        done=_("保存了。"),
        back=reverse("assemblies:my_group", args=[request.community.code]),
        frame="portal.html",
        says=_("保存"),
    )


@needs("assemblies.see_group")
def report_back(request: Visit) -> HttpResponse:
    """Tells what was reported to the group, and what it said."""
    representative, _group = _mine(request)
    form = ReportForm(
        sent(request), community=request.community, initial={"on": timezone.localdate()}
    )
    return step(
        request,
        form,
        lambda given: actions.report_back(
            representative, by=request.actor, at=timezone.now(), **given
        ),
        title=_("向小组通报"),
        done=_("记下了，谢谢。"),
        back=reverse("assemblies:my_group", args=[request.community.code]),
        frame="portal.html",
        says=_("记下"),
    )


@public
@require_safe
def show_public(request: Visit) -> HttpResponse:
    """Who speaks for which group, as far as they agreed to be shown, and how to reach them."""
    groups = groups_of(request.community, timezone.localdate())
    return answer(
        request,
        "assemblies/groups.html",
        {"groups": groups},
        json=lambda: {
            "groups": [
                {
                    "name": group.area.name,
                    "households": group.households,
                    "representatives": [
                        {"shown_as": one.shown_as, "channel": one.channel, "leads": one.leads}
                        for one in group.representatives
                    ],
                    "usual": group.usual,
                }
                for group in groups
            ]
        },
    )


def _mine(request: Visit) -> tuple[Any, Any]:
    on = timezone.localdate()
    representative = representing(request.community, request.actor, on)
    if representative is None:
        raise Http404
    groups = groups_of(request.community, on)
    group = next(each for each in groups if each.area.pk == representative.group_id)
    return representative, group


def _all(request: Visit) -> str:
    return reverse("assemblies:representatives", args=[request.community.code])


def _birthdays(request: Visit, on: date) -> list[Finding]:
    """That birthdays are missing, where they are; nothing where all are known."""
    found = birthdays_known(
        birthdays_unknown(request.community, on), law=law_of(request.community, on)
    )
    return [] if found else [found]
