"""The inbox."""

from typing import Any
from uuid import UUID

from django.contrib import messages as told
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.actions import prefer
from linli.core.access.gates import signed_in
from linli.core.access.posts import POSTS
from linli.core.access.queries import account_of
from linli.core.audit.actor import Actor
from linli.core.messages.actions import read, read_all
from linli.core.messages.models import Message
from linli.core.messages.queries import message_of, page_of_inbox, unread_count
from linli.core.pages.answer import answer


@signed_in
@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    """What one was told, unread first."""
    actor = _actor(request)
    assert actor.account
    account = account_of(actor.account)
    context = {
        "shell": _shell(actor),
        "page": page_of_inbox(actor.account, request.GET.get("after", "")),
        "unread": unread_count(actor.account),
        "wants_email": account.wants_email,
        "has_email": bool(account.email),
    }
    return answer(request, "messages/inbox.html", context, fragment="messages/_inbox.html")


@signed_in
@require_POST
def open_message(request: HttpRequest, message: UUID) -> HttpResponse:
    """Marks a message read and goes where it leads."""
    found = _own(request, message)
    read(found, by=_actor(request), at=timezone.now())
    return redirect(found.url or "messages:inbox")


@signed_in
@require_POST
def mark_read(request: HttpRequest, message: UUID) -> HttpResponse:
    """Marks a message read without opening it."""
    read(_own(request, message), by=_actor(request), at=timezone.now())
    return _back(request)


@signed_in
@require_POST
def mark_all_read(request: HttpRequest) -> HttpResponse:
    """Marks everything read."""
    actor = _actor(request)
    read_all(account_of(actor.account), by=actor, at=timezone.now())
    return _back(request)


@signed_in
@require_POST
def choose_email(request: HttpRequest) -> HttpResponse:
    """Turns messages by e-mail on or off."""
    actor = _actor(request)
    account = account_of(actor.account)
    wants = request.POST.get("wants") == "yes" and bool(account.email)
    prefer(account, by=actor, at=timezone.now(), wants_email=wants)
    told.success(
        request,
        _("以后有消息会同时发到您的邮箱。") if wants else _("以后只在这里收到消息，不发邮件。"),
    )
    return redirect("messages:inbox")


def _actor(request: Any) -> Actor:
    actor: Actor = request.actor
    return actor


def _own(request: HttpRequest, message: UUID) -> Message:
    account = _actor(request).account
    found = message_of(account, message) if account else None
    if found is None:
        raise Http404
    return found


def _back(request: HttpRequest) -> HttpResponse:
    # htmx follows the redirect and puts the list in its place; without it the page comes whole.
    return redirect("messages:inbox")


def _shell(actor: Actor) -> str:
    works = any(POSTS[held.post].works for held in actor.posts if held.post in POSTS)
    return "desk.html" if works else "portal.html"
