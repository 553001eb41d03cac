"""Signing in with a phone number or an e-mail, on top of allauth's flows and second factors."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.http import HttpRequest

from linli.core.access.models import Account
from linli.core.pages.look import SIZE_COOKIE, THEME_COOKIE, YEAR
from linli.core.people.sealed import blind_index
from linli.lib.identity.phone import Phone, read_phone

PHONE, EMAIL = "account.phone", "account.email"


def account_called(login: str) -> Account | None:
    """The active account whose phone number or e-mail is `login`, found by its blind index."""
    text = login.strip()
    if "@" in text:
        index = blind_index(text.casefold(), EMAIL)
        return Account.objects.filter(email_index=index, is_active=True).first()
    phone = read_phone(text)
    if not isinstance(phone, Phone):
        return None
    index = blind_index(phone.e164, PHONE)
    return Account.objects.filter(phone_index=index, is_active=True).first()


class AccountBackend:
    """Django's authentication backend: a phone number or e-mail, and a password."""

    def authenticate(
        self, request: HttpRequest | None, username: str = "", password: str = "", **_: Any
    ) -> Account | None:
        if not username or not password:
            return None
        account = account_called(username)
        if account is None:
            make_password(password)  # as slow as a wrong password: no probing who has an account
            return None
        return account if account.check_password(password) else None

    def get_user(self, user_id: Any) -> Account | None:
        return Account.objects.filter(pk=user_id, is_active=True).first()


class AccountAdapter(DefaultAccountAdapter):
    """What allauth asks of us. Accounts come from an invitation, never from an open sign-up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def post_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> Any:
        """A new device starts in the look and language the person chose elsewhere."""
        response = super().post_login(request, user, **kwargs)
        for cookie, value in (
            (THEME_COOKIE, user.theme),
            (SIZE_COOKIE, user.size),
            (settings.LANGUAGE_COOKIE_NAME, user.language),
        ):
            if cookie not in request.COOKIES:
                response.set_cookie(cookie, value, max_age=YEAR, samesite="Lax")
        return response

    def get_phone(self, user: Account) -> tuple[str, bool] | None:
        return (user.phone, True) if user.phone else None
