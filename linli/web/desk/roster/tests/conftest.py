"""A community, somebody at its desk, and a browser that is signed in."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.urls import reverse

from linli.core.access.models import Account, Holding
from linli.core.people.tests.conftest import (  # noqa: F401
    AT,
    ON,
    community,
    dwelling,
    next_door,
    resident,
)


def account_of(place, post="", person=None) -> Account:
    """An account, with a post at the place and the person it belongs to."""
    account = Account(label=post or "居民", person=person, created_at=AT)
    account.username = account.pk.hex
    account.save(force_insert=True)
    if post:
        since = ON - timedelta(days=30)
        Holding.objects.create(account=account, post=post, place=place, since=since)
    return account


@pytest.fixture
def sign_in(client, community):  # noqa: F811
    """`sign_in("worker")`: the browser of somebody with that post."""

    def signed(post="", place=None, person=None):
        account = account_of(place or community, post, person)
        client.force_login(account, backend=settings.AUTHENTICATION_BACKENDS[0])
        return client

    return signed


@pytest.fixture
def url(community):  # noqa: F811
    """`url("person", person.pk)`: an address of the register in the community."""

    def found(name, *args, code=None):
        return reverse(f"roster:{name}", args=[code or community.code, *args])

    return found
