"""A passkey from its making to the next sign-in, with the browser's own virtual authenticator."""

import re

import pytest

from linli.web.demo.cast import CAST, PASSWORD
from tests.stories.steps import fill, send
from tests.stories.telling import Device

pytestmark = pytest.mark.story

# An account that has a key asks for it from then on: each device has a person of its own.
WHO = {
    width: next(role for role in CAST if role.key == key)
    for width, key in ((390, "worker"), (1440, "mediator"))
}
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def sign_in_by_password(people, page, who):
    page.goto(f"{people.house.url}/sign-in/")
    fill(page, "login", who.phone)
    fill(page, "password", PASSWORD)
    send(page, "main form button[type=submit]")


@pytest.mark.parametrize("people", [Device(390), Device(1440, "en")], indirect=True, ids=str)
def test_a_passkey_is_made_and_opens_the_next_session_without_a_password(people, shoot):
    page, who = people.page("visitor"), WHO[people.device.width]
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    key = session.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    sign_in_by_password(people, page, who)
    page.goto(f"{people.house.url}/me/second-factor/webauthn/add/")
    if page.locator("input[name=password]").count():
        fill(page, "password", PASSWORD)
        send(page, "main form button[type=submit]")
    fill(page, "name", "手机")
    page.check("[name=passwordless]")
    shoot(page, "passkey-1-add")
    page.locator("#mfa_webauthn_add").click()
    page.wait_for_url(re.compile(r"/me/second-factor/(recovery-codes|webauthn)/(?!add)"))
    shoot(page, "passkey-2-made")
    made = session.send("WebAuthn.getCredentials", {"authenticatorId": key["authenticatorId"]})
    assert len(made["credentials"]) == 1

    page.context.clear_cookies()
    page.goto(f"{people.house.url}/sign-in/")
    page.locator("#passkey_login").click()
    page.wait_for_url(lambda url: "/sign-in/" not in url)
    response = page.goto(f"{people.house.community}desk/")
    assert response.status == 200
    assert who.name in page.content()
