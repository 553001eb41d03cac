"""Browsers as the tests of confidential pages need them."""

from django.core import signing

from linli.core.access.views import proving


def know_browsers(monkeypatch):
    """Every browser is one its account has proved itself with."""
    monkeypatch.setattr(proving, "device_is_known", lambda *_given: True)


def mark_known(client, account):
    """This browser is one that this account has proved itself with."""
    client.cookies[proving.COOKIE] = mark_for(account)


def mark_for(account):
    """What stands in the cookie of such a browser."""
    signer = signing.get_cookie_signer(salt=proving.COOKIE + proving.SALT)
    return signer.sign(proving.mark_of(account))
