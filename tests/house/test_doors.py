"""Every page says who may enter, and the outsider from the next community enters none of them."""

import uuid
from urllib.parse import urlsplit

import pytest
import rules

from tests.house.reading import Address, addresses

# Their own views ask for a signed-in account; the test below sees that they do.
_FROM_THE_LIBRARY = ("allauth.mfa.", "allauth.usersessions.")
_ANYONE, _SIGNED_IN = "public", "signed_in"
_REFUSED, _NOT_THIS_WAY = 404, 405


def _gate(address: Address) -> str | None:
    return getattr(address.view, "linli_permission", None)


def _from_the_library(address: Address) -> bool:
    return address.module.startswith(_FROM_THE_LIBRARY)


@pytest.fixture(scope="module")
def doors():
    found = addresses()
    assert len(found) > 20
    return found


@pytest.fixture
def path_of(community):
    """The path of an address in `community`; what else it names does not exist."""
    known = {
        "community_code": community.code,
        "street_code": community.parent.code,
    }

    def path(address):
        from django.urls import reverse

        given = {}
        for name in address.parameters:
            unknown = {"UUIDConverter": uuid.UUID(int=7), "IntConverter": 7}
            given[name] = known.get(name, unknown.get(address.kinds[name], "x"))
        return reverse(address.name, kwargs=given) if address.name else None

    return path


def test_every_page_says_who_may_enter(doors):
    silent = [
        f"{door.pattern} ({door.module})"
        for door in doors
        if _gate(door) is None and not _from_the_library(door)
    ]
    assert not silent, "\n".join(silent)


def test_every_permission_a_page_asks_for_exists(doors):
    wrong = [
        f"{door.pattern}: {_gate(door)}"
        for door in doors
        if _gate(door) not in {None, _ANYONE, _SIGNED_IN} and not rules.perm_exists(_gate(door))
    ]
    assert not wrong, "\n".join(wrong)


def test_every_page_has_a_name_to_link_to(doors):
    # A picture browsers ask for by themselves is the only address nobody links to.
    nameless = [door.pattern for door in doors if not door.name and door.pattern != "favicon.ico"]
    assert not nameless, nameless


def _sent_to_sign_in(response) -> bool:
    from django.shortcuts import resolve_url

    way_in = resolve_url("account_login")
    return response.status_code == 302 and urlsplit(response["Location"]).path == way_in


def _knock(client, path, method):
    return getattr(client, method)(path)


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["get", "post"])
def test_who_has_not_signed_in_is_shown_the_way_in(doors, client, path_of, method):
    wrong = []
    for door in doors:
        if _gate(door) == _ANYONE or not (path := path_of(door)):
            continue
        response = _knock(client, path, method)
        # A street's pages do not even say that there is a way in for others.
        refused = response.status_code in {_REFUSED, _NOT_THIS_WAY}
        if not (_sent_to_sign_in(response) or refused):
            wrong.append(f"{method} {path}: {response.status_code}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["get", "post"])
def test_the_outsider_opens_nothing_that_asks_for_a_post_here(
    doors, client, outsider, path_of, method
):
    from django.conf import settings

    client.force_login(outsider, backend=settings.AUTHENTICATION_BACKENDS[0])
    wrong = []
    for door in doors:
        if _gate(door) in {_ANYONE, _SIGNED_IN} or _from_the_library(door):
            continue
        # Pages outside any community decide over what they show, row by row, in their own tests.
        if not {"community_code", "street_code"} & set(door.parameters):
            continue
        response = _knock(client, path_of(door), method)
        if response.status_code not in {_REFUSED, _NOT_THIS_WAY}:
            wrong.append(f"{method} {path_of(door)}: {response.status_code}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.django_db
def test_every_public_page_answers_a_visitor(doors, client, path_of):
    wrong = []
    for door in doors:
        if _gate(door) != _ANYONE or set(door.parameters) - {"community_code"}:
            continue
        if path := path_of(door):
            response = client.get(path)
            if response.status_code not in {200, 301, 302, _NOT_THIS_WAY}:
                wrong.append(f"{path}: {response.status_code}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.django_db
def test_a_community_that_is_not_here_has_no_pages(doors, client, path_of):
    # The pages of a code nobody bears are not found, whoever asks.
    wrong = []
    for door in doors:
        if "community_code" in door.parameters and (path := path_of(door)):
            elsewhere = path.replace("980102003001", "980102003999")
            if client.get(elsewhere).status_code != _REFUSED:
                wrong.append(elsewhere)
    assert not wrong, "\n".join(wrong)
