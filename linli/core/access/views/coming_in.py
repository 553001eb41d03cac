"""Coming in: the slip, the account, how one likes the pages."""

from typing import Any

from django.contrib import messages
from django.contrib.auth import login as sign_in
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from linli.core.access import queries, rules
from linli.core.access.actions import accept_invitation, prefer
from linli.core.access.forms import AcceptInvitationForm
from linli.core.access.gates import Visit, public, signed_in
from linli.core.pages import views as pages
from linli.core.pages.answer import answer
from linli.core.pages.look import SIZES, THEMES
from linli.lib.law import Refused


@public
def ask_code(request: Visit) -> HttpResponse:
    """There is no open sign-up: an account begins with the slip of a dwelling or post."""
    code = "".join(filter(str.isalnum, request.GET.get("code", ""))).upper()
    if code and queries.invitation_called(code):
        return redirect("access_accept", code=code)
    status = 404 if code else 200
    return answer(request, "access/join.html", {"wrong": code}, status=status)


@public
def accept(request: Visit, code: str) -> HttpResponse:
    """The page behind the slip's QR code."""
    invitation = queries.invitation_called(code)
    if invitation is None:
        raise Http404
    good = rules.invitation_good(
        timezone.now(),
        expires_at=invitation.expires_at,
        used_at=invitation.used_at,
        revoked_at=invitation.revoked_at,
    )
    form = AcceptInvitationForm(request.POST or None)
    if good and request.method == "POST" and form.is_valid():
        try:
            account = accept_invitation(
                invitation, by=request.actor, at=timezone.now(), **form.cleaned_data
            )
        except Refused as refusal:
            if refusal.finding.rule != "access.login_free":
                raise
            form.add_error("login", _("这个手机号或邮箱已经有账号了，请直接登录。"))
        else:
            sign_in(request, account, backend="linli.core.access.sign_in.AccountBackend")
            messages.success(request, _("账号开通了，欢迎。"))
            return redirect("/")
    context = {"invitation": invitation, "good": good, "form": form}
    return answer(request, "access/accept.html", context, status=200 if good else 410)


@public
def forgotten(request: Visit) -> HttpResponse:
    """No reset by message: the committee's window knows its residents, and hands out a new slip."""
    return answer(request, "access/forgotten.html", {})


@signed_in
def my_account(request: Visit) -> HttpResponse:
    """Password, second factor, sessions, preferences: all in one place."""
    account = queries.account_of(request.actor.account)
    return answer(
        request,
        "access/account.html",
        {"account": account, "held": account.holdings.select_related("place", "body")},
    )


@public
@require_POST
def set_look(request: Visit) -> HttpResponse:
    """The switches of every page; who is signed in finds them kept on the next device too."""
    remember(request, theme=request.POST.get("theme"), size=request.POST.get("size"))
    return pages.set_look(request)


@public
@require_POST
def choose_language(request: Visit) -> HttpResponse:
    """Chinese or English, kept for the person as the look is."""
    remember(request, language=request.POST.get("language"))
    return set_language(request)


def remember(request: Visit, **choices: Any) -> None:
    """Keeps the valid ones of `choices` on the signed-in account."""
    known: dict[str, Any] = {
        name: value for name, value in choices.items() if value in PREFERENCES[name]
    }
    if request.actor.signed_in and known:
        account = queries.account_of(request.actor.account)
        prefer(account, by=request.actor, at=timezone.now(), **known)


PREFERENCES = {"theme": THEMES, "size": SIZES, "language": ("zh-hans", "en")}
