"""Pages for when a request cannot be answered."""

import json

import pytest
from django.test import Client, RequestFactory

from linli.core.pages import failures

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("status", [400, 403, 404, 405, 413, 429, 500])
def test_every_failure_has_a_sentence_and_a_way_on(status):
    response = failures.fail(RequestFactory().get("/x/"), status)
    assert response.status_code == status
    assert '<h1 class="page-title">' in response.text
    assert "回首页" in response.text
    assert "tel:120" in response.text


def test_a_program_gets_the_status_as_data():
    response = failures.not_found(RequestFactory().get("/x.json"))
    assert json.loads(response.content) == {"status": 404}


def test_an_address_that_does_not_exist_is_answered_in_our_own_look(client):
    response = client.get("/no-such-page-at-all/")
    assert response.status_code == 404
    assert "没有这一页" in response.text


def test_the_address_of_a_form_opened_as_a_page_leads_back(client):
    response = client.get("/look/")
    assert (response.status_code, response["Allow"]) == (405, "POST")
    assert "这一页不能直接打开" in response.text
    assert "回首页" in response.text


def test_a_form_open_too_long_is_explained(settings):
    settings.CSRF_FAILURE_VIEW = "linli.core.pages.failures.csrf_failure"
    response = Client(enforce_csrf_checks=True).post("/look/", {"size": "large"})
    assert response.status_code == 403
    assert "这一页放得太久了" in response.text


def test_the_page_of_a_fault_needs_nothing_that_may_be_at_fault(monkeypatch):
    real = failures.loader.render_to_string
    asked = []

    def render(template, context, request=None):
        asked.append(request)
        if request is not None:
            raise RuntimeError("the database is gone")
        return real(template, context)

    monkeypatch.setattr(failures.loader, "render_to_string", render)
    response = failures.broken(RequestFactory().get("/x/"))
    assert response.status_code == 500
    assert "系统出了差错" in response.text
    assert asked[-1] is None
