from datetime import date

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.urls import reverse

from linli.core.access.models import Account
from linli.core.audit.door import Act
from linli.core.clocks import actions as clocks
from linli.core.clocks.models import CalendarDay, Holder
from linli.core.clocks.queries import work_calendar
from linli.core.clocks.shown import workday_context
from linli.core.clocks.tests.cast import at, make_holder
from linli.lib.calendar import is_working_day

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed_in(client, time_machine_at):
    def sign_in(actor):
        client.force_login(
            Account.objects.get(pk=actor.account),
            backend="linli.core.access.sign_in.AccountBackend",
        )
        return client

    return sign_in


def _start(community, by, **more):
    act = Act("matters.move", by, at(11, 2), community)
    given = {"length": 3, "title": "楼道灯不亮", "holder": Holder(post="worker"), **more}
    return clocks.start(act, community, "promise", **given)


def _url(name, community, *more):
    return reverse(f"clocks:{name}", args=[community.code, *more])


def test_the_list_shows_ones_own_and_all_on_request(community, worker, director, signed_in):
    _start(community, worker, holder=Holder(account=director.account))
    client = signed_in(worker)
    assert "楼道灯不亮" not in client.get(_url("due", community)).content.decode()
    page = client.get(_url("due", community) + "?whose=all").content.decode()
    assert "楼道灯不亮" in page
    assert "超期 2 个工作日" in page


def test_a_property_manager_sees_what_was_sent_to_them_and_no_others(community, worker, signed_in):
    manager = make_holder(community, "property_manager", "赵强")
    ours = _start(community, worker)
    client = signed_in(manager)
    page = client.get(_url("due", community) + "?whose=all").content.decode()
    assert "楼道灯不亮" not in page
    assert "全社区" not in page
    assert client.get(_url("open", community, ours.pk)).status_code == 404


def test_whoever_works_next_door_finds_nothing_here(community, next_door, worker, signed_in):
    outsider = make_holder(next_door, "director", "外人")
    clock = _start(community, worker)
    client = signed_in(outsider)
    for url in (
        _url("due", community),
        _url("open", community, clock.pk),
        _url("calendar", community),
    ):
        assert client.get(url).status_code == 404


def test_opening_a_clock_leads_to_what_it_runs_on(community, worker, signed_in):
    clock = _start(community, worker, url_name="clocks:calendar_of", url_args={"year": 2026})
    response = signed_in(worker).get(_url("open", community, clock.pk))
    assert response.status_code == 302
    assert response.url == _url("calendar_of", community, 2026)


def test_a_clock_that_leads_nowhere_any_more_says_so(community, worker, signed_in):
    clock = _start(community, worker, url_name="gone:away")
    assert signed_in(worker).get(_url("open", community, clock.pk)).status_code == 404


def test_the_director_makes_a_saturday_a_working_day_and_reads_it_in_the_history(
    community, director, signed_in
):
    client = signed_in(director)
    page = client.get(_url("calendar_of", community, 2026)).content.decode()
    assert "国庆节" in page
    assert "调休上班" in page
    sent = {"on": "2027-01-09", "kind": "make_up", "name": "调休上班", "source": "国办通知"}
    response = client.post(_url("calendar", community), sent, follow=True)
    assert response.redirect_chain[-1][0] == _url("calendar_of", community, 2027)
    assert is_working_day(work_calendar(community.pk), date(2027, 1, 9))
    shown = response.content.decode()
    assert "国办通知" in shown
    assert "把 2027-01-09 定为“调休上班”" in shown


def test_a_day_without_a_name_or_with_no_date_is_sent_back_with_all_that_is_wrong(
    community, director, signed_in
):
    response = signed_in(director).post(
        _url("calendar", community), {"on": "nonsense", "kind": "holiday", "name": ""}
    )
    assert response.status_code == 200
    assert response.content.decode().count("is-invalid") == 2
    assert not CalendarDay.objects.exists()


def test_a_year_not_yet_announced_is_said_to_be_provisional(community, director, signed_in):
    page = signed_in(director).get(_url("calendar_of", community, 2027)).content.decode()
    assert "尚未公布" in page


def test_a_worker_may_not_open_the_calendar(community, worker, signed_in):
    assert signed_in(worker).get(_url("calendar", community)).status_code == 404


def test_the_desks_fragment_names_its_four_lists_and_an_empty_day(community, worker):
    request = RequestFactory().get("/")
    empty = render_to_string(
        "clocks/_workday.html", workday_context(community, at(11, 9), worker), request
    )
    assert "没有到期的事" in empty
    _start(community, worker)
    drawn = render_to_string(
        "clocks/_workday.html", workday_context(community, at(11, 9), worker), request
    )
    assert "已超期" in drawn
    assert "楼道灯不亮" in drawn
    assert "今天到期" not in drawn
