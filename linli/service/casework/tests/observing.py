"""What an observer gets to see of an answer, and whether two observations are alike."""

import re
from contextlib import contextmanager

from django.db import transaction
from django.test import Client
from django.utils import timezone

BACKEND = "linli.core.access.sign_in.AccountBackend"


@contextmanager
def taken_back():
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def client_of(house, key):
    client = Client()
    if key != "visitor":
        client.force_login(house.account(key), BACKEND)
    return client


def page(house, key, address):
    today = timezone.localdate()
    filled = address.format(
        c=house.community.code,
        s=house.setting.street.code,
        p=house.person.pk,
        worker=house.account("worker").pk,
        year=today.year,
        month=today.month,
    )
    with taken_back():
        return plain(client_of(house, key).get(filled))


_ALWAYS_NEW = re.compile(
    r'name="(?:csrfmiddlewaretoken|once)" value="[^"]*"|nonce-?="?[\w+/=-]+|'
    r"\b\d{1,2}:\d\d(?::\d\d)?\b|<updated>[^<]*</updated>|\b[A-Za-z0-9]{64}\b"
)


def plain(response):
    """An answer without what is new each time: tokens of forms, the time of day."""
    body = b"".join(response) if response.streaming else response.content
    text = _ALWAYS_NEW.sub("", body.decode(errors="replace"))
    headers = sorted(
        (name, value)
        for name, value in response.headers.items()
        if name not in ("Date", "Content-Length", "X-Request-Id", "Last-Modified")
    )
    return response.status_code, [each for each in headers if each[0] != "Set-Cookie"], text


_LITERAL = re.compile(r"'(?:[^']|'')*'|\b[0-9a-f]{32}\b|\b\d+\b|%s")


def shape(captured):
    """The questions that were asked, without what was asked for."""
    return [_LITERAL.sub("?", query["sql"]) for query in captured.captured_queries]


def unlike(one, other):
    """Where two observations part; nothing where they are the same."""
    one, other = str(one), str(other)
    if one == other:
        return ""
    at = next((n for n, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), -1)
    return f"{one[max(0, at - 60) : at + 60]} ≠ {other[max(0, at - 60) : at + 60]}"
