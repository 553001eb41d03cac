"""Writes on accounts and posts: invite, accept, appoint, end, prefer."""

import secrets
from collections.abc import Collection
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q

from linli.core.access import rules
from linli.core.access.conditions import require_may_hold
from linli.core.access.models import Account, Body, Holding, Invitation, Residence
from linli.core.access.posts import POSTS
from linli.core.access.queries import digest_of, other_terms
from linli.core.access.sign_in import EMAIL, PHONE
from linli.core.audit.door import Act, action, permit
from linli.core.pages.bilingual import in_both
from linli.core.people.sealed import blind_index
from linli.core.places.models import Place
from linli.lib.calendar import local_day
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
    return make_slip(act, community, dwelling=dwelling, person=person, post=post, body=body)


def make_slip(
    act: Act,
    community: Place,
    *,
    dwelling: Place | None = None,
    person: Any = None,
    post: str = "",
    body: Body | None = None,
) -> tuple[Invitation, str]:
    """Makes a slip as a step of an act that has looked who may have it: whoever was elected may."""
    if post and person is not None:
        require_may_hold(post, community, person.pk, local_day(act.at))
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
    on = local_day(act.at)
    if invitation.post:
        require_may_hold(invitation.post, invitation.community, invitation.person_id, on)
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
    act.note(post=in_both(POSTS[post].title))
    require(rules.term_ordered(since, until))
    require_may_hold(post, place, account.person_id, since)
    try:
        with transaction.atomic():
            return Holding.objects.create(
                account=account, post=post, place=place, since=since, until=until, body=body
            )
    except IntegrityError:
        raise Refused(Finding(False, "access.held_once")) from None


@action("access.end_post", needs="access.appoint")
def end_post(act: Act, holding: Holding, *, until: date) -> Holding:
    """Ends a term; `until` is the first day without the post."""
    act.note(post=in_both(POSTS[holding.post].title))
    require(rules.term_ordered(holding.since, until))
    if holding.post == "director":
        require(rules.director_remains(until, other_terms(holding)))
    holding.until = until
    holding.save(update_fields=["until"])
    return holding


def give_post(act: Act, place: Place, *, person: UUID, post: str, since: date) -> int:
    """Gives a post to a person's accounts, as a step of the act by which they were chosen. Says
    how many accounts that opened; none where the person has none yet and needs a slip."""
    require_may_hold(post, place, person, since)
    accounts = Account.objects.filter(person=person, is_active=True)
    held = set(
        Holding.objects.filter(
            account__in=accounts, post=post, place=place, until__isnull=True
        ).values_list("account_id", flat=True)
    )
    given = [
        Holding(account=account, post=post, place=place, since=since)
        for account in accounts
        if account.pk not in held
    ]
    Holding.objects.bulk_create(given)
    return len(given)


def end_posts_of(
    act: Act, place: Place, *, person: UUID, post: str, until: date | None = None
) -> int:
    """Takes a post from a person's accounts from today on (or from the day `until`), as a step of
    the act by which it ended. One that had not begun by then goes without a trace but in the
    book."""
    on = until or local_day(act.at)
    held = Holding.objects.filter(
        Q(until__isnull=True) | Q(until__gt=on), account__person=person, post=post, place=place
    )
    held.filter(since__gte=on).delete()
    return held.update(until=on)


def end_earlier_posts(
    act: Act,
    place: Place,
    *,
    posts: Collection[str],
    until: date,
    keep: Collection[tuple[UUID | None, str]] = (),
) -> int:
    """Ends what everybody held of some posts from before the day `until`, as a step of the act by
    which others took them over; who goes on holding one is in `keep`, by person and post. Says
    how many ended."""
    held = Holding.objects.filter(
        Q(until__isnull=True) | Q(until__gt=until),
        place=place,
        post__in=posts,
        since__lt=until,
    ).select_related("account")
    over = [each.pk for each in held if (each.account.person_id, each.post) not in keep]
    return Holding.objects.filter(pk__in=over).update(until=until)


@action("access.register_body", needs="access.appoint")
def register_body(
    act: Act, community: Place, *, name: str, kind: str, place: Place, office_phone: str = ""
) -> Body:
    """A body that matters can be sent to."""
    act.note(name=name)
    return Body.objects.create(
        community=community,
        name=name,
        kind=kind,
        place=place,
        office_phone=office_phone,
        since=local_day(act.at),
    )


@action("access.close_body", needs="access.appoint")
def close_body(act: Act, body: Body, *, until: date) -> Body:
    """Nothing can be sent to the body from `until` on, its first day without. Refused while
    somebody still holds a post for it then, since what was sent would have nobody to answer."""
    act.note(name=body.name)
    require(rules.term_ordered(body.since, until))
    held = Holding.objects.filter(Q(until__isnull=True) | Q(until__gt=until), body=body).count()
    require(rules.body_left(held, until))
    body.until = until
    body.save(update_fields=["until"])
    return body


@action("access.prefer", needs="access.prefer")
def prefer(act: Act, account: Account, **choices: Any) -> Account:
    """Remembers how a person likes the pages: language, theme, size, messages by e-mail."""
    allowed = {"language", "theme", "size", "wants_email"}
    for name, value in choices.items():
        assert name in allowed, name
        setattr(account, name, value)
    account.save(update_fields=list(choices))
    return account


@action("access.notice_strange_browser", needs="access.prefer")
def notice_strange_browser(act: Act, community: Place) -> None:
    """Somebody signed in as this account is about to read something confidential on a browser it
    has not proved itself with. Its holder is told, whether or not a fresh sign-in follows; the
    book says that it was so one day, and not whose browser: who has confidential work is not
    read there."""
    act.leave_out_who()
    act.tell("access.strange_browser", account=act.by.account)
