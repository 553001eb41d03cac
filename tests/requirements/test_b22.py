"""B22: every right listed leads at once to a page that works and has a paper form to print, with
its article in both languages."""

import pytest
from django.urls import reverse

from linli.lib.law import cite
from linli.web.portal.rights.declared import paper_forms, rights
from linli.web.portal.rights.views import address_of

ROW, ROOM, PAGES = "B22", "web/portal", ("rights:mine", "rights:paper")


@pytest.mark.django_db
def test_b22_every_right_leads_to_a_working_page_and_a_paper_form(setting, visit):
    code, browser = setting.community.code, visit("elder")
    for right in rights():
        assert browser.get(address_of(right, code), follow=True).status_code == 200, right.key
        assert visit().get(reverse("rights:paper", args=[code, right.form])).status_code == 200
    assert {right.form for right in rights()} == set(paper_forms())


def test_b22_every_right_names_its_article():
    for right in rights():
        assert right.cites, right.key
        assert all(cite(key).paraphrase and cite(key).paraphrase_en for key in right.cites)
