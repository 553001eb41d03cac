"""One view, three answers: the page, the fragment, the data."""

import json
from datetime import UTC, date, datetime
from fractions import Fraction

import pytest
from django import forms
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import path
from django.utils.translation import gettext_lazy

from linli.core.pages.answer import answer, find_twin, refuse, twin, wants_fragment
from linli.core.pages.keeping import forms_on_the_way
from linli.core.pages.stepping import step
from linli.core.pages.styleguide import specimens
from linli.lib.law import Finding, Refused

pytestmark = pytest.mark.django_db


class Twins:
    """Addresses of which one page has a twin."""

    urlpatterns = [
        path("board/", lambda request: HttpResponse()),
        path("board.json", lambda request: HttpResponse()),
        path("alone/", lambda request: HttpResponse()),
    ]


def test_a_page_answers_whole(client):
    response = client.get("/styleguide/rows/")
    assert "<html" in response.text
    assert "HX-Request" in response["Vary"]


def test_htmx_gets_the_fragment_alone(client):
    response = client.get("/styleguide/rows/", headers={"HX-Request": "true"})
    assert "<html" not in response.text
    assert response.text.startswith('<div id="rows">')


@pytest.mark.parametrize("header", ["HX-Boosted", "HX-History-Restore-Request"])
def test_htmx_gets_the_whole_page_when_it_replaces_the_whole_page(header):
    request = RequestFactory().get("/", headers={"HX-Request": "true", header: "true"})
    assert not wants_fragment(request)


def test_a_path_in_json_gets_the_data_without_a_template():
    request = RequestFactory().get("/board.json")
    response = answer(request, "no-such-template.html", json=lambda: {"社区": "幸福里"})
    assert response["Content-Type"] == "application/json; charset=utf-8"
    assert response.content.decode() == '{"社区": "幸福里"}'


def test_data_spell_out_dates_fractions_lazy_words_and_findings():
    data = {
        "on": date(2026, 11, 23),
        "at": datetime(2026, 11, 23, 6, 12, tzinfo=UTC),
        "share": Fraction(2, 3),
        "word": gettext_lazy("已受理"),
        "finding": specimens.UNMET,
        "clock": specimens.DUE_TODAY,
    }
    told = json.loads(twin(RequestFactory().get("/x.json"), data).content)
    assert told["on"] == "2026-11-23"
    assert told["at"] == "2026-11-23T06:12:00Z"
    assert told["share"] == {"numerator": 2, "denominator": 3}
    assert told["word"] == "已受理"
    assert told["finding"]["sentence"] == "到会 28 人，还差 2 人"
    assert told["finding"]["numbers"]["present"] == 28
    assert told["clock"]["due"] == "2026-11-23"


def test_a_page_links_to_its_twin_only_where_one_answers():
    request = RequestFactory().get("/board/?page=2")
    request.urlconf = Twins
    assert find_twin(request) == "/board.json?page=2"
    request = RequestFactory().get("/alone/")
    request.urlconf = Twins
    assert find_twin(request) == ""


def test_a_refusal_is_a_page_with_reason_article_and_way_on(client):
    response = client.get("/styleguide/whole/refused/")
    assert "还差 2 人" in response.text
    assert "可以改期再开" in response.text
    assert '<a href="/law/rcl2025.3/"' in response.text


def test_a_refusal_to_htmx_goes_into_the_message_area():
    request = RequestFactory().post("/", headers={"HX-Request": "true"})
    response = refuse(request, specimens.UNMET)
    assert response.status_code == 409
    assert response["HX-Retarget"] == "#messages"
    assert "<html" not in response.text
    assert "还差 2 人" in response.text


def test_what_was_written_is_handed_back_with_a_refusal_and_a_password_is_not():
    written = {"text": "查明线路老化，已换线。", "password": "很长的 一句密码", "once": "0123-4567"}
    request = RequestFactory().post("/", written)
    assert request.POST
    response = refuse(request, specimens.UNMET)
    assert "查明线路老化，已换线。" in response.text
    assert "一句密码" not in response.text
    assert "0123-4567" not in response.text


class Purse(forms.Form):
    fen = forms.DecimalField(label="多少钱")
    on = forms.DateField(label="哪天")
    kind = forms.ChoiceField(label="哪一类", choices=[("a", "维修"), ("b", "活动")])
    pin = forms.CharField(label="暗号", widget=forms.PasswordInput())
    quiet = forms.CharField(label="悄悄话", widget=forms.TextInput({"data-no-draft": True}))
    key = forms.UUIDField(widget=forms.HiddenInput())


GIVEN = {"fen": "12.5", "on": "2026-03-04", "kind": "b", "pin": "0000-1", "quiet": "只说一次"}
SENT = {**GIVEN, "key": "018f2b3c-0000-7000-8000-0123456789ab", "csrfmiddlewaretoken": "很 长"}
NEVER = ("0000-1", "只说一次", "018f2b3c", "很 长")


def test_figures_days_and_choices_are_handed_back_by_their_labels_and_nothing_unseen():
    request = RequestFactory().post("/", SENT)
    form = Purse(request.POST)
    try:
        raise Refused(specimens.UNMET)
    except Refused as error:
        known = refuse(request, error.finding, forms=forms_on_the_way(error.__traceback__)).text
    assert form.is_bound
    for label, words in (("多少钱", "12.5"), ("哪天", "2026-03-04"), ("哪一类", "活动")):
        assert f"<dt>{label}</dt><dd>{words}</dd>" in known, label
    bare = refuse(request, specimens.UNMET).text
    assert "12.5" in bare
    assert "2026-03-04" in bare
    for secret in NEVER:
        assert secret not in known, secret
    for secret in ("018f2b3c", "很 长"):
        assert secret not in bare, secret


def test_a_step_that_is_refused_keeps_what_was_filled_in_and_says_why():
    def no(found):
        def act(given):
            raise Refused(found)

        return act

    request = RequestFactory().post("/", {"fen": "12.5"})
    form = type("One", (forms.Form,), {"fen": forms.DecimalField(label="多少钱")})(request.POST)
    told = {"title": "记账", "done": "好", "back": "/", "frame": "plain.html"}
    response = step(request, form, no(specimens.UNMET), **told)
    assert response.status_code == 409
    assert 'value="12.5"' in response.text
    assert "还差 2 人" in response.text
    assert response["Cache-Control"] == "no-store"
    # Who may not, and what has moved on, is told on a page of its own.
    for rule in ("access.permitted", "flow.fresh"):
        with pytest.raises(Refused):
            step(request, form, no(Finding(False, rule)), **told)


def test_what_was_not_read_yet_is_not_read_to_be_handed_back():
    request = RequestFactory().post("/", {"text": "一份太大的表格里的话"})
    assert "太大的表格" not in refuse(request, specimens.UNMET).text


def test_a_refusal_to_a_program_is_data():
    request = RequestFactory().post("/x.json")
    response = refuse(request, specimens.UNMET, status=403)
    assert response.status_code == 403
    assert json.loads(response.content)["refused"]["rule"] == "styleguide.quorum"
