"""All lists of the community; a text pasted, for a new one or a newer version of one."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from linli.core.access.gates import Visit, needs
from linli.core.pages.answer import answer
from linli.core.pages.sentences import sentence
from linli.lib.law import Refused
from linli.service.chains import actions
from linli.service.chains.forms import AgainForm, NewForm, TextForm
from linli.service.chains.queries import chains_of
from linli.service.chains.views import load

SHOWN = 50


@needs("chains.handle")
def show_list(request: Visit) -> HttpResponse:
    """Paste a new one; those that are still kept below."""
    form = NewForm(request.POST or None, community=request.community)
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        try:
            chain = actions.open_chain(
                request.community,
                by=request.actor,
                at=timezone.now(),
                once=said.pop("once"),
                **said,
            )
        except Refused as refusal:
            _explain(form, refusal)
        else:
            return redirect("chains:show", request.community.code, chain.pk)
    context = {"form": form, "chains": chains_of(request.community)[:SHOWN]}
    return answer(request, "chains/list.html", context, status=422 if form.errors else 200)


@needs("chains.handle")
def again(request: Visit, chain_id: UUID) -> HttpResponse:
    """The list as it stands in the group by now."""
    chain = load(request, chain_id)
    form = AgainForm(request.POST or None, initial={"seen": chain.as_seen})
    if request.method == "POST" and form.is_valid():
        try:
            actions.paste_again(chain, by=request.actor, at=timezone.now(), **form.cleaned_data)
        except Refused as refusal:
            _explain(form, refusal)
            # Whoever reads that, looks, and sends the same again has decided.
            form.data = {**request.POST.dict(), "seen": load(request, chain_id).as_seen}
        else:
            messages.success(request, _("已更新。"))
            return redirect("chains:show", request.community.code, chain.pk)
    context = {"form": form, "chain": chain}
    return answer(request, "chains/again.html", context, status=422 if form.errors else 200)


def _explain(form: TextForm, refusal: Refused) -> None:
    told = sentence(refusal.finding)
    form.add_error("text", f"{told.text}{told.way_on}")
