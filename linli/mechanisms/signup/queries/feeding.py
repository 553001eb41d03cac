"""One's own dates for a calendar program: what, when and where, and nobody's name."""

import hashlib
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urljoin
from uuid import UUID

from django.urls import reverse

from linli.lib.calendar.feeds import Dated, calendar_of
from linli.mechanisms.signup import rules
from linli.mechanisms.signup.models import Feed, Occasion, SignUp
from linli.mechanisms.signup.queries.coming import mine

BACK, MOST = timedelta(days=60), 500


def digest_of(token: str) -> bytes:
    """What is kept of a link."""
    return hashlib.sha256(token.encode()).digest()


def feed_of(community: Any, account: UUID) -> Feed | None:
    """The person's link here, open or revoked."""
    return Feed.objects.filter(community=community, account_id=account).first()


def feed_called(community: Any, token: str) -> Feed | None:
    """The feed of this community whose link ends in `token`, while its account is open."""
    rows = Feed.objects.filter(community=community, digest=digest_of(token))
    return rows.filter(account__is_active=True).select_related("account").first()


def calendar_for(feed: Feed, name: str, at: datetime, site: str) -> bytes:
    """The file: every date of what the account's owner, or whom they put down, is in or waits
    for. Called off ones are told as such."""
    account = feed.account
    rows = SignUp.objects.filter(
        mine(account.pk, account.person_id),
        community=feed.community_id,
        state__in=(rules.IN, rules.OFFERED),
    )
    states: dict[UUID, str] = {}
    for sheet, state in rows.values_list("sheet", "state"):
        states[sheet] = rules.IN if rules.IN in (state, states.get(sheet)) else state
    dates = (
        Occasion.objects.filter(
            community=feed.community_id, sheet__in=states, ends_at__gt=at - BACK
        )
        .select_related("sheet")
        .order_by("starts_at")[:MOST]
    )
    code = feed.community.code
    events = (_told(each, states[each.sheet_id], code, site) for each in dates)
    return calendar_of(name, events, at=at, what="own dates")


def dates_for(signup: SignUp, at: datetime, site: str) -> bytes:
    """The dates of one entry, to be put into a calendar once."""
    sheet = signup.sheet
    events = (
        _told(each, signup.state, sheet.community.code, site)
        for each in sheet.occasions.select_related("sheet").order_by("starts_at")[:MOST]
    )
    return calendar_of(sheet.title, events, at=at, what="own dates")


def _told(occasion: Occasion, state: str, code: str, site: str) -> Dated:
    sheet = occasion.sheet
    return Dated(
        key=str(occasion.pk),
        starts=occasion.starts_at,
        ends=occasion.ends_at,
        summary=sheet.title,
        changed=occasion.changed_at,
        sequence=occasion.sequence,
        cancelled=occasion.state == rules.CALLED_OFF,
        tentative=state != rules.IN,
        location=occasion.venue,
        description=occasion.called_off_for,
        url=urljoin(site, reverse("signup:sheet", args=[code, sheet.pk])),
    )
