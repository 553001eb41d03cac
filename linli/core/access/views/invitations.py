"""The slips that let people in: printed by building or for a post, revoked when lost."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from linli.core.access import queries
from linli.core.access.actions import invite, revoke_invitation
from linli.core.access.forms import InviteForm
from linli.core.access.gates import Visit, needs
from linli.core.access.models import Invitation
from linli.core.pages.answer import answer

SHOWN = 100


@needs("access.invite")
def invitations(request: Visit) -> HttpResponse:
    """Slips handed out, and a form for new ones: printed once, with their code."""
    form = InviteForm(request.POST or None, community=request.community)
    if request.method == "POST" and form.is_valid():
        slips = [print_slip(request, dwelling=each) for each in form.cleaned_data["dwellings"]]
        return answer(request, "access/slips.html", {"slips": slips})
    context = {"form": form, "issued": queries.invitations_of(request.community)[:SHOWN]}
    context["now"] = timezone.now()
    return answer(request, "access/invitations.html", context, status=422 if form.is_bound else 200)


@needs("access.invite")
@require_POST
def revoke(request: Visit, invitation_id: UUID) -> HttpResponse:
    """A slip that was lost or given to the wrong door opens nothing from now on."""
    invitation = queries.invitations_of(request.community).filter(pk=invitation_id).first()
    if invitation is None:
        raise Http404
    revoke_invitation(invitation, by=request.actor, at=timezone.now())
    messages.success(request, _("已作废，这张单子不能再用了。"))
    return redirect("access_invitations", community_code=request.community.code)


def print_slip(request: Visit, **what: Any) -> dict[str, Any]:
    """A new slip with the code that is shown this once."""
    invitation: Invitation
    invitation, code = invite(request.community, by=request.actor, at=timezone.now(), **what)
    url = request.build_absolute_uri(reverse("access_accept", kwargs={"code": code}))
    return {"invitation": invitation, "code": code, "url": url}
