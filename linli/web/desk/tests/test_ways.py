"""No entry of the desk's navigation, and no way home, leads its reader to a closed door."""

import re

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db
SEATS = {
    "director": "desk",
    "worker": "desk",
    "mediator": "desk",
    "manager": "desk",
    "supervisor": "desk",
}


@pytest.mark.parametrize(
    ("key", "page"), [*SEATS.items(), ("supervisor", "access_posts"), ("outsider", "desk")]
)
def test_every_link_of_a_desk_page_opens_for_its_reader(sign_in, setting, key, page):
    client = sign_in(key)
    text = client.get(reverse(page, args=[setting.community.code])).content.decode()
    here = f"/c/{setting.community.code}/"
    links = {link for link in re.findall(r'(?:href|action)="(/[^"#?]*)', text) if here in link}
    assert links
    closed = [link for link in links if client.get(link).status_code == 404]
    assert not closed


def test_no_two_entries_of_the_desk_have_the_same_key(sign_in, setting):
    page = sign_in("director").get(reverse("desk", args=[setting.community.code]))
    keys = [item.key for item in page.context["nav"] if item.key]
    assert len(set(keys)) == len(keys), sorted(keys)


def test_whoever_only_reads_starts_at_what_opens_for_them(sign_in, setting):
    address = reverse("desk", args=[setting.community.code])
    supervisor = sign_in("supervisor")
    home = supervisor.get(reverse("home", args=[setting.community.code]))
    assert address in home.content.decode()
    page = supervisor.get(address).content.decode()
    assert reverse("hazards:desk", args=[setting.community.code]) in page
    assert sign_in("elder").get(address).status_code == 404
    assert sign_in("outsider").get(address).status_code == 404
