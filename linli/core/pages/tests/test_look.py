"""Light and dark, large type, language: switches that need no script and no account."""

import pytest

pytestmark = pytest.mark.django_db


def press(client, **chosen):
    return client.post("/look/", {"next": "/styleguide/", **chosen})


def test_large_type_is_remembered(client):
    response = press(client, size="large")
    assert response.status_code == 302
    assert response["Location"] == "/styleguide/"
    assert 'data-size="large"' in client.get("/styleguide/").text


def test_dark_is_remembered_and_can_follow_the_device_again(client):
    press(client, theme="dark")
    assert 'data-bs-theme="dark"' in client.get("/styleguide/").text
    press(client, theme="auto")
    assert 'data-bs-theme="auto"' in client.get("/styleguide/").text


def test_the_device_decides_until_someone_chooses(client):
    assert 'data-bs-theme="auto"' in client.get("/styleguide/").text


def test_nonsense_is_not_remembered(client):
    press(client, size="gigantic", theme="pink")
    assert not {"linli_size", "linli_theme"} & set(client.cookies)
    client.cookies["linli_theme"] = '"><script>'
    assert 'data-bs-theme="auto"' in client.get("/styleguide/").text


def test_a_switch_leads_back_to_this_site_only(client):
    response = client.post("/look/", {"next": "https://evil.example/", "size": "large"})
    assert response["Location"] == "/"


def test_looking_at_the_switch_changes_nothing(client):
    assert client.get("/look/?size=large").status_code == 405


def test_a_switch_keeps_the_address_with_its_filters(client):
    html = client.get("/styleguide/?status=late").text
    assert 'name="next" value="/styleguide/?status=late"' in html


def test_the_language_of_the_page_is_declared(client):
    assert '<html lang="zh-hans"' in client.get("/styleguide/").text
    client.post("/language/", {"language": "en", "next": "/styleguide/"})
    assert '<html lang="en"' in client.get("/styleguide/").text
