"""Coming in: signing in, the invitation slip, what is remembered, what stays closed."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from linli.core.access.actions import accept_invitation, invite, revoke_invitation
from linli.core.access.models import Account, Invitation, Residence
from linli.core.access.queries import accounts_holding, invitation_called
from linli.core.access.sign_in import account_called
from linli.core.audit.actor import NOBODY
from linli.lib.calendar import local_day
from linli.lib.law import Refused
from linli.web.demo.cast import PASSWORD

pytestmark = pytest.mark.django_db
NEW = {"label": "新住户", "login": "+8619900000099", "password": "an-honest-long-one"}


@pytest.fixture
def at():
    return timezone.now()


@pytest.fixture
def slip(setting, at):
    worker = setting.actor("worker", timezone.localdate(at))
    home = Residence.objects.get(account=setting.accounts["elder"]).dwelling
    return invite(setting.community, dwelling=home, by=worker, at=at)


def sign_in_as(client, login, password=PASSWORD):
    return client.post(reverse("account_login"), {"login": login, "password": password})


@pytest.mark.parametrize("login", ["19900000002", "+86 199 0000 0002", "１９９０００００００２"])
def test_a_phone_number_signs_in_however_it_is_typed(client, setting, login):
    response = sign_in_as(client, login)
    assert response.status_code == 302
    assert client.session["_auth_user_id"] == str(setting.accounts["worker"].pk)


def test_a_wrong_password_and_an_unknown_number_read_the_same(client, setting):
    wrong = sign_in_as(client, "19900000002", "not-it-at-all")
    unknown = sign_in_as(client, "19900009999", "not-it-at-all")
    assert wrong.status_code == unknown.status_code == 200
    assert wrong.context["form"].errors == unknown.context["form"].errors
    assert "_auth_user_id" not in client.session


def test_an_account_that_was_closed_does_not_open(client, setting):
    Account.objects.filter(pk=setting.accounts["worker"].pk).update(is_active=False)
    sign_in_as(client, "19900000002")
    assert "_auth_user_id" not in client.session


def test_no_list_of_accounts_is_a_list_of_phone_numbers(setting):
    with connection.cursor() as cursor:
        cursor.execute("SELECT username, phone, email FROM access_account")
        text = str(cursor.fetchall())
    assert "1990000" not in text
    assert account_called("19900000003").pk == setting.accounts["elder"].pk


def test_a_slip_makes_one_account_for_its_dwelling(slip, at):
    invitation, code = slip
    account = accept_invitation(invitation, by=NOBODY, at=at, **NEW)
    assert Residence.objects.get(account=account).dwelling_id == invitation.dwelling_id
    used = invitation_called(code)
    with pytest.raises(Refused) as refusal:
        accept_invitation(used, by=NOBODY, at=at, **{**NEW, "login": "+8619900000098"})
    assert refusal.value.finding.rule == "access.invitation_good"
    assert not Account.objects.filter(label="新住户").exclude(pk=account.pk).exists()


def test_two_who_hold_one_slip_cannot_both_use_it(slip, at):
    """Each has loaded the slip while it was still unused; the database lets one have it."""
    invitation, code = slip
    other = invitation_called(code)
    accept_invitation(invitation, by=NOBODY, at=at, **NEW)
    with pytest.raises(Refused):
        accept_invitation(other, by=NOBODY, at=at, **{**NEW, "login": "+8619900000098"})
    assert account_called("19900000098") is None


def test_only_a_digest_of_the_code_is_kept(slip):
    invitation, code = slip
    assert code.encode() not in bytes(Invitation.objects.across_communities("t").get().digest)
    assert invitation_called(code.lower()).pk == invitation.pk
    assert invitation_called("0000000000000000") is None


def test_an_old_or_revoked_slip_opens_nothing(client, setting, slip, at):
    invitation, code = slip
    late = at + timedelta(days=30, seconds=1)
    with pytest.raises(Refused):
        accept_invitation(invitation, by=NOBODY, at=late, **NEW)
    revoke_invitation(invitation, by=setting.actor("worker", local_day(at)), at=at)
    response = client.get(reverse("access_accept", args=[code]))
    assert response.status_code == 410
    assert "换一张新的" in response.content.decode()


def test_a_code_misread_is_told_on_the_page_where_it_was_typed(client, slip):
    _invitation, code = slip
    spaced = f" {code[:4]} {code[4:8]}-{code[8:]} ".lower()
    right = client.get(reverse("access_join"), {"code": spaced})
    assert right["Location"] == reverse("access_accept", args=[code])
    wrong = client.get(reverse("access_join"), {"code": "0123456789ABCDEF"})
    assert wrong.status_code == 404
    assert 'value="0123456789ABCDEF"' in wrong.content.decode()


def test_a_number_that_has_an_account_is_told_on_the_form(client, slip):
    _invitation, code = slip
    given = {"label": "我", "login": "19900000003", "password": "an-honest-long-one"}
    response = client.post(reverse("access_accept", args=[code]), given)
    assert response.status_code == 200
    assert "已经有账号" in response.content.decode()


def test_the_slip_page_signs_in_at_once(client, slip):
    _invitation, code = slip
    given = {"label": "我", "login": "19900000077", "password": "an-honest-long-one"}
    assert client.post(reverse("access_accept", args=[code]), given).status_code == 302
    assert account_called("19900000077").label == "我"
    assert "_auth_user_id" in client.session


def test_an_unknown_slip_is_no_page(client, db):
    assert client.get(reverse("access_accept", args=["NOSUCHCODE"])).status_code == 404


def test_handing_out_the_slip_of_a_post_needs_the_right_to_appoint(setting, at):
    with pytest.raises(Refused):
        invite(setting.community, post="worker", by=setting.actor("worker", local_day(at)), at=at)
    invitation, _code = invite(
        setting.community, post="worker", by=setting.actor("director", local_day(at)), at=at
    )
    account = accept_invitation(invitation, by=NOBODY, at=at, **NEW)
    found = accounts_holding(setting.community.pk, "worker", on=local_day(at))
    assert account in found


def test_the_look_and_language_are_kept_for_the_person(client, sign_in, setting):
    client = sign_in("elder")
    client.post("/look/", {"size": "large", "next": "/"})
    client.post("/language/", {"language": "en", "next": "/"})
    kept = Account.objects.get(pk=setting.accounts["elder"].pk)
    assert (kept.size, kept.language) == ("large", "en")
    client.logout()
    client.cookies.clear()
    response = sign_in_as(client, "19900000003")
    assert response.cookies["linli_size"].value == "large"


def test_desk_pages_do_not_exist_for_outsiders_and_lead_visitors_to_sign_in(
    client, sign_in, setting
):
    address = reverse("access_invitations", args=[setting.community.code])
    assert client.get(address).url.startswith(reverse("account_login"))
    for key in ("outsider", "elder", "street", "manager"):
        assert sign_in(key).get(address).status_code == 404
    assert sign_in("worker").get(address).status_code == 200


def test_slips_are_printed_with_their_code_once(sign_in, setting):
    client = sign_in("worker")
    address = reverse("access_invitations", args=[setting.community.code])
    page = client.post(address, {"building": setting.stair.parent_id}).content.decode()
    codes = set(re.findall(r"\b[0-9A-F]{16}\b", page))
    assert len(codes) == 36
    assert Invitation.objects.filter(community=setting.community).count() == 36
    assert not codes & set(re.findall(r"\b[0-9A-F]{16}\b", client.get(address).content.decode()))


@pytest.mark.parametrize(
    "name", ["access_account", "mfa_index", "usersessions_list", "account_change_password"]
)
def test_ones_own_pages_open_for_their_owner(sign_in, name):
    response = sign_in("elder").get(reverse(name), follow=True)
    assert response.status_code == 200
