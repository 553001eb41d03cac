"""Charities one works with, and their public appeals."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import may
from linli.core.files.queries import files_of
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, sent_files, step
from linli.stewardship.funds.actions import appeals as acts
from linli.stewardship.funds.forms.giving import AppealForm, CharityForm, RaisedForm
from linli.stewardship.funds.forms.grants import PlainForm
from linli.stewardship.funds.models import Charity
from linli.stewardship.funds.queries import giving
from linli.stewardship.funds.rules.appeals import may_appeal
from linli.stewardship.funds.views.giving_tabs import giving_tabs


@needs("funds.see_desk")
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """The charities with what each still lacks for a public appeal, and the appeals."""
    today, here = timezone.localdate(), request.community
    rows = giving.charities_for(request.actor, here)
    context = {
        "tabs": giving_tabs(request, "charities"),
        "rows": [(each, _lacks(each, today), list(files_of(each))) for each in rows],
        "appeals": [(each, each.runs_on(today)) for each in giving.appeals_of(here)],
        "keeps": may("funds.keep_charities", request.actor, here),
        "drafts": may("funds.keep", request.actor, here),
        "mine": request.actor.account,
    }
    return answer(request, "funds/giving/charities.html", context)


@needs("funds.keep_charities")
def add(request: Visit) -> HttpResponse:
    """Writes down a charity."""
    return _keep(request, None, _("登记慈善组织"))


@needs("funds.keep_charities")
def change(request: Visit, charity_id: UUID) -> HttpResponse:
    """Changes what is written of a charity."""
    charity = giving.charity_for(request.actor, request.community, charity_id)
    return _keep(request, charity, _("修改慈善组织"))


@needs("funds.keep")
def draft_appeal(request: Visit) -> HttpResponse:
    """Drafts a charity's public appeal; without one it is refused, with why and the way on."""
    form = AppealForm(sent(request), community=request.community)
    return step(
        request,
        form,
        lambda said: acts.draft_appeal(
            request.community, **said, by=request.actor, at=timezone.now()
        ),
        title=_("起草公开募捐"),
        note=_("只能发布有公开募捐资格的慈善组织已经备案的募捐；钱进它自己的账户。"),
        done=_("起草好了，由另一个人核对后发布。"),
        back=_at(request, "charities"),
    )


@needs("funds.keep_charities")
def open_appeal(request: Visit, appeal_id: UUID) -> HttpResponse:
    """Opens to everybody what another drafted."""
    appeal = giving.appeal_for(request.actor, request.community, appeal_id)
    found = may_appeal(
        appeal.charity.cooperation, filing=appeal.filing, link=appeal.link, on=timezone.localdate()
    )
    return step(
        request,
        PlainForm(sent(request)),
        lambda said: acts.open_appeal(appeal, by=request.actor, at=timezone.now()),
        title=_("发布公开募捐"),
        note=f"{appeal.charity.name} · {appeal.title} · {appeal.filing} {appeal.link}",
        findings=list(found),
        done=_("发布了。"),
        back=_at(request, "charities"),
    )


@needs("funds.keep_charities")
def end_appeal(request: Visit, appeal_id: UUID) -> HttpResponse:
    """Takes an appeal down."""
    appeal = giving.appeal_for(request.actor, request.community, appeal_id)
    return step(
        request,
        PlainForm(sent(request)),
        lambda said: acts.end_appeal(appeal, by=request.actor, at=timezone.now()),
        title=_("撤下募捐"),
        note=appeal.title,
        done=_("撤下了。"),
        back=_at(request, "charities"),
    )


@needs("funds.keep_charities")
def tell_raised(request: Visit, appeal_id: UUID) -> HttpResponse:
    """Writes down what the charity says it raised."""
    appeal = giving.appeal_for(request.actor, request.community, appeal_id)
    return step(
        request,
        RaisedForm(sent(request), initial={"on": timezone.localdate()}),
        lambda said: acts.tell_raised(appeal, **said, by=request.actor, at=timezone.now()),
        title=_("记下募得多少"),
        note=appeal.title,
        done=_("记下了。"),
        back=_at(request, "charities"),
    )


def _keep(request: Visit, charity: Charity | None, title: Any) -> HttpResponse:
    form = CharityForm(sent(request), sent_files(request), instance=charity)
    return step(
        request,
        form,
        lambda said: acts.keep_charity(
            request.community, charity=charity, **said, by=request.actor, at=timezone.now()
        ),
        title=title,
        note=_("资格、协议、收款账户都写全了，才能发布它的公开募捐。"),
        done=_("记下了。"),
        back=_at(request, "charities"),
    )


def _lacks(charity: Charity, today: Any) -> list[Any]:
    found = may_appeal(charity.cooperation, filing="-", link="", on=today)
    return [each for each in found if not each]


def _at(request: Visit, name: str) -> str:
    return reverse(f"funds:{name}", args=[request.community.code])
