"""By what name somebody knows their own device again."""

import pytest
from django.urls import reverse

from linli.core.access.devices import device_called

SEEN = {
    "(Linux; Android 14) Chrome/126.0 Mobile MicroMessenger/8.0": "微信 · Android",
    "(iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604.1": "Safari · iPhone",
    "(Windows NT 10.0; Win64; x64) Chrome/126.0 Edg/126.0": "Edge · Windows",
    "curl/8.0": "",
}


@pytest.mark.parametrize(("agent", "name"), SEEN.items(), ids=list(SEEN.values()))
def test_a_device_is_named_in_two_words(agent, name):
    assert device_called(agent) == name


@pytest.mark.django_db
def test_the_devices_signed_in_are_told_without_the_whole_browser_string(client, setting):
    from linli.web.demo.cast import PASSWORD

    agent = "Mozilla/5.0 (X11; Linux x86_64) Chrome/126.0"
    client.defaults["HTTP_USER_AGENT"] = agent
    client.post(reverse("account_login"), {"login": "19900000003", "password": PASSWORD})
    page = client.get(reverse("usersessions_list")).content.decode()
    assert "Chrome · Linux" in page
    assert agent not in page
