"""The director staffs the community: posts, bodies, slips, and what is refused."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from linli.core.access.actions import appoint, end_post, invite
from linli.core.access.models import Body, Holding, Invitation
from linli.core.audit.actor import the_operator
from linli.lib.law import Refused

pytestmark = pytest.mark.django_db
BACKEND = "linli.core.access.sign_in.AccountBackend"


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def at_desk(client, setting):
    def sit(key):
        client.force_login(setting.accounts[key], BACKEND)
        return client

    return sit


@pytest.fixture
def page(setting):
    return lambda name, *more: reverse(name, args=[setting.community.code, *more])


def held(setting, key):
    return Holding.objects.get(account=setting.accounts[key])


def test_the_director_gives_a_post_to_who_has_an_account(at_desk, setting, page, today):
    given = {"post": "registrar", "login": "199 0000 0007", "since": today}
    response = at_desk("director").post(page("access_appoint"), given)
    assert response.status_code == 302
    holding = held(setting, "tenant")
    assert (holding.post, holding.place, holding.until) == ("registrar", setting.community, None)


def test_the_last_day_of_a_term_still_holds(at_desk, setting, page, today):
    given = {"post": "worker", "login": "19900000007", "since": today, "last_day": today}
    at_desk("director").post(page("access_appoint"), given)
    holding = held(setting, "tenant")
    assert (holding.last_day, holding.until) == (today, today + timedelta(days=1))


def test_who_has_no_account_gets_a_slip_for_the_post(at_desk, setting, page, today):
    body = setting.bodies["repair"]
    given = {"post": "property_manager", "body": body.pk, "since": today}
    response = at_desk("director").post(page("access_appoint"), given)
    assert "<svg" in response.content.decode()
    slip = Invitation.objects.get(community=setting.community)
    assert (slip.post, slip.body) == ("property_manager", body)


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"post": "property_manager"}, "body"),
        ({"post": "worker", "login": "19911112222"}, "login"),
        ({"post": "street_officer"}, "post"),
        ({"post": "worker", "last_day": "2000-01-01"}, "last_day"),
    ],
)
def test_what_cannot_be_is_told_at_its_field(at_desk, setting, page, today, given, field):
    response = at_desk("director").post(page("access_appoint"), {"since": today, **given})
    assert response.status_code == 422
    assert field in response.context["form"].errors


def test_the_same_post_is_not_held_twice(at_desk, setting, page, today):
    given = {"post": "worker", "login": "19900000002", "since": today}
    response = at_desk("director").post(page("access_appoint"), given)
    assert response.status_code == 409
    assert "已经在这个岗位上" in response.content.decode()


def test_a_post_ends_and_its_desk_closes_the_day_after(at_desk, setting, page, today):
    holding = held(setting, "worker")
    where = page("access_end_post", holding.pk)
    assert at_desk("director").post(where, {"last_day": today}).status_code == 302
    assert setting.actor("worker", today).posts
    assert not setting.actor("worker", today + timedelta(days=1)).posts


def test_a_community_is_never_left_without_a_director(setting, today):
    by, at = setting.actor("director", today), timezone.now()
    with pytest.raises(Refused) as refusal:
        end_post(held(setting, "director"), until=today + timedelta(days=1), by=by, at=at)
    assert refusal.value.finding.rule == "access.director_remains"
    successor = setting.accounts["representative"]
    appoint(setting.community, account=successor, post="director", since=today, by=by, at=at)
    ended = end_post(held(setting, "director"), until=today + timedelta(days=1), by=by, at=at)
    assert ended.last_day == today


def test_a_body_is_registered_once_and_can_be_sent_something(at_desk, setting, page):
    given = {"name": "示范电力公司", "kind": "utility", "place": setting.community.pk}
    client = at_desk("director")
    assert client.post(page("access_new_body"), given).status_code == 302
    assert Body.objects.get(community=setting.community, name="示范电力公司").until is None
    again = client.post(page("access_new_body"), given)
    assert "name" in again.context["form"].errors


def test_a_lost_slip_is_revoked_at_the_desk(at_desk, setting, page, today):
    slip, code = invite(
        setting.community, post="worker", by=setting.actor("director", today), at=timezone.now()
    )
    where = page("access_revoke_invitation", slip.pk)
    assert at_desk("outsider").post(where).status_code == 404
    assert at_desk("worker").post(where).status_code == 302
    assert at_desk("worker").get(reverse("access_accept", args=[code])).status_code == 410


@pytest.mark.parametrize("key", ["worker", "supervisor", "representative", "manager", "outsider"])
def test_only_the_director_staffs(at_desk, setting, page, key):
    for name in ("access_appoint", "access_new_body"):
        assert at_desk(key).get(page(name)).status_code == 404
    assert at_desk(key).get(page("access_end_post", held(setting, key).pk)).status_code == 404


def test_the_supervisor_sees_who_holds_what_and_can_change_nothing(at_desk, setting, page):
    text = at_desk("supervisor").get(page("access_posts")).content.decode()
    assert "周明华" in text
    assert page("access_appoint") not in text


def test_the_operator_lets_the_first_director_in(setting):
    slip, _code = invite(setting.neighbour, post="director", by=the_operator(), at=timezone.now())
    assert slip.community == setting.neighbour
