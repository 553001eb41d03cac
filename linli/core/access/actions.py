"""Writes on accounts and posts: invite, accept, appoint, end, prefer."""

import secrets
from datetime import date, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Q

from linli.core.access import rules
from linli.core.access.models import Account, Body, Holding, Invitation, Residence
from linli.core.access.queries import digest_of
from linli.core.access.sign_in import EMAIL, PHONE
from linli.core.audit.door import Act, action, permit
from linli.core.people.sealed import blind_index
from linli.core.places.models import Place
from linli.lib.identity.ids import new_id
from linli.lib.law import Finding, Refused, require


@action("access.invite", needs="access.invite")
def invite(
    act: Act,
    community: Place,
    *,
    dwelling: Place | None = None,
    person: Any = None,
    post: str = "",
    body: Body | None = None,
) -> tuple[Invitation, str]:
    """Makes a slip for a dwelling (or a post). Returns it with its code, shown this once."""
    if post:
        # A post is more than a way in: whoever hands out its slip must be able to appoint.
        permit("access.appoint", act.by, community)
    code = secrets.token_hex(8).upper()
    invitation = Invitation.objects.create(
        community=community,
        digest=digest_of(code),
        dwelling=dwelling,
        person=person,
        post=post,
        body=body,
        issued_at=act.at,
        expires_at=act.at + timedelta(days=rules.INVITATION_DAYS),
    )
    return invitation, code


@action("access.revoke_invitation", needs="access.invite")
def revoke_invitation(act: Act, invitation: Invitation) -> Invitation:
    """A lost slip no longer opens anything."""
    invitation.revoked_at = act.at
    invitation.save(update_fields=["revoked_at"])
    return invitation


@action("access.accept_invitation", needs="access.accept_invitation")
def accept_invitation(
    act: Act, invitation: Invitation, *, label: str, login: str, password: str
) -> Account:
    """Makes the account the slip was for. A slip works once, also when two try at once."""
    require(
        rules.invitation_good(
            act.at,
            expires_at=invitation.expires_at,
            used_at=invitation.used_at,
            revoked_at=invitation.revoked_at,
        )
    )
    account = open_account(label=label, login=login, password=password, at=act.at)
    account.person = invitation.person
    account.save(update_fields=["person"])
    taken = (
        Invitation.objects.filter(community=invitation.community_id, pk=invitation.pk)
        .filter(Q(used_at__isnull=True) & Q(revoked_at__isnull=True))
        .update(used_at=act.at, used_by=account)
    )
    if not taken:
        raise Refused(
            Finding(
                False,
                "access.invitation_good",
                numbers={"state": "used", "expires_at": invitation.expires_at},
            )
        )
    on = act.at.date()
    if invitation.dwelling:
        Residence.objects.create(account=account, dwelling=invitation.dwelling, since=on)
    if invitation.post:
        Holding.objects.create(
            account=account,
            post=invitation.post,
            place=invitation.body.place if invitation.body else invitation.community,
            body=invitation.body,
            since=on,
        )
    return account


def open_account(*, label: str, login: str, password: str, at: Any) -> Account:
    """An account found by `login` (E.164 phone or e-mail). Refuses one that is taken."""
    account = Account(id=new_id(), label=label, created_at=at)
    account.username = account.pk.hex
    account.set_password(password)
    if "@" in login:
        account.email, account.email_index = login, blind_index(login, EMAIL)
    else:
        account.phone, account.phone_index = login, blind_index(login, PHONE)
    try:
        with transaction.atomic():
            account.save(force_insert=True)
    except IntegrityError:
        raise Refused(Finding(False, "access.login_free")) from None
    return account


@action("access.appoint", needs="access.appoint")
def appoint(
    act: Act,
    place: Place,
    *,
    account: Account,
    post: str,
    since: date,
    until: date | None = None,
    body: Body | None = None,
) -> Holding:
    """Gives a post at a place for a term (what chose the holder is another room's business)."""
    act.note(post=post)
    return Holding.objects.create(
        account=account, post=post, place=place, since=since, until=until, body=body
    )


@action("access.end_post", needs="access.appoint")
def end_post(act: Act, holding: Holding, *, until: date) -> Holding:
    """Ends a term; `until` is the first day without the post."""
    act.note(post=holding.post)
    holding.until = until
    holding.save(update_fields=["until"])
    return holding


@action("access.register_body", needs="access.appoint")
def register_body(
    act: Act, community: Place, *, name: str, kind: str, place: Place, office_phone: str = ""
) -> Body:
    """A body that matters can be sent to."""
    return Body.objects.create(
        community=community,
        name=name,
        kind=kind,
        place=place,
        office_phone=office_phone,
        since=act.at.date(),
    )


@action("access.prefer", needs="access.prefer")
def prefer(act: Act, account: Account, **choices: Any) -> Account:
    """Remembers how a person likes the pages: language, theme, size, messages by e-mail."""
    allowed = {"language", "theme", "size", "wants_email"}
    for name, value in choices.items():
        assert name in allowed, name
        setattr(account, name, value)
    account.save(update_fields=list(choices))
    return account
