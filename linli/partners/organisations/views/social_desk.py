"""The desk of community social organisations: what waits, what is owed, the rounds of grants."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import Replayed, may
from linli.core.pages.answer import answer
from linli.core.pages.shapes import Tab
from linli.core.pages.stepping import sent, step
from linli.core.pages.wording import tell_money
from linli.partners.organisations.actions import social_grants as acts
from linli.partners.organisations.flows_social import ROUND
from linli.partners.organisations.forms.social import PlainStep
from linli.partners.organisations.forms.social_grants import CancelStep, DecideForm, RoundForm
from linli.partners.organisations.queries import social, social_grants

MOVES: dict[str, tuple[Any, Any, str, Any]] = {
    "publish": (
        PlainStep,
        acts.publish_round,
        "send",
        _("公布以后，标准、金额和日子都不能改。"),
    ),
    "review": (PlainStep, acts.begin_review, "list-check", _("不再收申请，通知评审人。")),
    "end": (PlainStep, acts.end_round, "check", _("各项资助都结清了。")),
    "cancel": (CancelStep, acts.cancel_round, "ban", _("原因大家都看得到。")),
}
SHOWN = (
    ("waiting", _("等办理")),
    ("drafts", _("筹备中")),
    ("record", _("登记备案的")),
    ("over", _("结束的")),
)


@needs("organisations.see_social_desk")
@require_safe
def show(request: Visit) -> HttpResponse:
    """What waits, whose summary is missing, which grants run."""
    here, today = request.community, timezone.localdate()
    chosen = request.GET.get("show", "waiting")
    page = social.desk_page(here, chosen, request.GET.get("after", ""))
    counts = social.counts(here)
    base = reverse("organisations:social_desk", args=[here.code])
    context = {
        "rows": page.rows,
        "after": page.after,
        "tabs": [
            Tab(title, f"{base}?show={name}", name == chosen, counts.get(name))
            for name, title in SHOWN
        ],
        "owed": social.summaries_owed(here, today),
        "running": social_grants.running(here),
        "keeps": may("organisations.keep_social", request.actor, here),
    }
    return answer(request, "organisations/social/desk.html", context)


@needs("organisations.run_social_grants")
def draft_round(request: Visit) -> HttpResponse:
    """Drafts a round."""
    form = RoundForm(sent(request), community=request.community)

    def carry_out(said: dict[str, Any]) -> None:
        with suppress(Replayed):  # the same form came twice; once is enough
            acts.draft_round(
                request.community,
                said=form.round_said,
                by=request.actor,
                at=timezone.now(),
                once=said["once"],
            )

    return step(
        request,
        form,
        carry_out,
        title=_("起草小额资助征集"),
        note=_("给登记备案了的社区社会组织。标准合起来一百分；由会议决定，每个项目都写理由。"),
        done=_("草稿写好了，核对后公布。"),
        back=reverse("organisations:grant_rounds", args=[request.community.code]),
    )


@needs("organisations.run_social_grants")
def take_move(request: Visit, round_id: UUID, move: str) -> HttpResponse:
    """A step of a round."""
    row = social_grants.round_for(request.actor, request.community, round_id)
    if move not in MOVES:
        raise Http404
    form, act, _icon, note = MOVES[move]
    chosen = ROUND.move(move)
    return step(
        request,
        form(sent(request), row=row),
        lambda said: act(row, **said, by=request.actor, at=timezone.now()),
        title=chosen.title,
        note=note,
        done=chosen.told,
        back=_round(request, row.pk),
    )


@needs("organisations.decide_social_grants")
def decide(request: Visit, round_id: UUID) -> HttpResponse:
    """Records what the meeting decided, and publishes it."""
    row = social_grants.round_for(request.actor, request.community, round_id)
    form = DecideForm(sent(request), row=row)
    return step(
        request,
        form,
        lambda said: acts.decide_round(
            row, met=form.met, seen=said["seen"], by=request.actor, at=timezone.now()
        ),
        title=_("记下会议的决定，公布结果"),
        note=_("总额 {total}。每个项目写资助多少、为什么；保存就公布。").format(
            total=tell_money(row.fen)
        ),
        done=_("结果公布了。"),
        back=_round(request, row.pk),
        says=_("公布结果"),
    )


def _round(request: Visit, round_id: UUID) -> str:
    return reverse("organisations:grant_round", args=[request.community.code, round_id])
