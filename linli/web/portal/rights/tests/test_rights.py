"""Every right stands on an article, leads to a page that works, and to a form on paper."""

import pytest
from django.test import Client
from django.urls import reverse

from linli.lib.law import cite
from linli.web.portal.rights.declared import CAPACITIES, GROUPS, paper_forms, rights, rights_of
from linli.web.portal.rights.views import address_of

BACKEND = "linli.core.access.sign_in.AccountBackend"
WHO = ("visitor", "elder", "tenant", "representative", "supervisor", "mediator", "manager")


def test_every_right_has_its_article_its_form_and_both_languages():
    forms = paper_forms()
    for right in rights():
        assert all(cite(key).paraphrase_en for key in right.cites), right.key
        assert right.form in forms, right.key
        assert right.group in dict(GROUPS), right.key
        assert set(right.who) <= set(dict(CAPACITIES)), right.key
        assert right.titles["en"]
        assert all(words["en"] for words in right.said.values())
    assert {right.form for right in rights()} == set(forms)


def test_every_capacity_has_what_the_law_gives_it_and_no_more():
    held = {name: {right.key for right in rights_of(name)} for name, _title in CAPACITIES}
    for name, keys in held.items():
        assert {"see_disclosure", "inquire", "my_data", "raise", "complain"} <= keys, name
    assert {"register", "proxy", "vote_assembly"} <= held["voter"] & held["usual"]
    assert not {"register", "vote_assembly", "recall"} & (held["minor"] | held["other"])
    assert {"call_meeting", "vote_meeting"} <= held["representative"]
    assert "call_meeting" not in held["voter"]
    assert "attend" in held["other"]


@pytest.mark.django_db
def test_every_line_leads_to_a_page_that_works_for_each_of_the_cast(setting):
    code = setting.community.code
    ways = {address_of(right, code) for right in rights()}
    for who in WHO:
        client = Client()
        if who != "visitor":
            client.force_login(setting.accounts[who], BACKEND)
        page = client.get(reverse("rights:mine", args=[code])).content.decode()
        for way in sorted(ways):
            answered = client.get(way, follow=True)
            assert answered.status_code == 200, (who, way)
            if not way.startswith("/me/"):
                assert not answered.redirect_chain, (who, way)
        assert "/rights/forms/inquiry/" in page


@pytest.mark.django_db
def test_the_page_is_told_to_whom_it_speaks(setting):
    here = reverse("rights:mine", args=[setting.community.code])
    tenant = Client().get(here, {"as": "usual"}).content.decode()
    assert "户籍不在这里，但在这里常住" in tenant
    client = Client()
    client.force_login(setting.accounts["representative"], BACKEND)
    assert "五分之一以上居民代表提议" in client.get(here).content.decode()
    data = client.get(reverse("rights:mine_data", args=[setting.community.code])).json()
    assert data["as"] == "representative"
    assert all(line["cites"] for line in data["rights"])
    english = Client().get(here, headers={"accept-language": "en"}).content.decode()
    assert "Register to vote for the committee" in english


@pytest.mark.django_db
def test_every_form_can_be_printed(setting):
    for key in paper_forms():
        page = Client().get(reverse("rights:paper", args=[setting.community.code, key]))
        assert page.status_code == 200
        assert "回执" in page.content.decode()
    wrong = reverse("rights:paper", args=[setting.community.code, "nothing"])
    assert Client().get(wrong).status_code == 404
