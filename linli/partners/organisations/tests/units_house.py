"""A school, a property service provider and a shop as resident units, with their delegates; the
browsers of the cast, and the addresses of these pages."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linli.core.access.actions import appoint, open_account
from linli.core.audit.actor import the_operator
from linli.partners.organisations.actions import units as unit_acts
from linli.partners.organisations.models import Organisation
from linli.web.demo.cast import PASSWORD

BACKEND = "linli.core.access.sign_in.AccountBackend"


def read(response):
    return response.content.decode()


class House:
    """The units `school` and `property`, with their delegates `teacher` and `manager`."""

    def __init__(self, setting, at):
        self.setting, self.here, self.at_moment = setting, setting.community, at
        self.today = timezone.localdate(at)
        worker = setting.actor("worker", self.today)
        self.school = unit_acts.open_unit_file(
            self.here, name="湖滨小学", does="小学，有操场和教室", agreement_since=self.today,
            by=worker, at=at,
        )  # fmt: skip
        body = setting.bodies["property"]
        entry = Organisation.objects.create(
            community=self.here, kind="property_provider", name=body.name, body=body,
            since=self.today,
        )  # fmt: skip
        self.property = unit_acts.open_unit_file(
            self.here, organisation=entry, does="物业服务", by=worker, at=at
        )
        account = open_account(label="校办", login="+8619900000066", password=PASSWORD, at=at)
        appoint(
            self.here, account=account, post="unit_delegate", since=self.today,
            body=self.school.body, by=the_operator(), at=at,
        )  # fmt: skip
        setting.accounts["teacher"] = account

    def actor(self, key):
        return self.setting.actor(key, self.today)

    def by(self, key, at=None):
        return {"by": self.actor(key), "at": at or self.at_moment}

    def browser(self, key=""):
        client = Client()
        if key:
            client.force_login(self.setting.accounts[key], BACKEND)
        return client

    def url(self, name, *parts, place=None):
        code = (place or self.here).code
        return reverse(f"organisations:{name}", args=[code, *parts])

    def fill(self, client, address, status=302, **typed):
        """Opens a form, fills it in and sends it; gives what came back."""
        form = client.get(address).context["form"]
        hidden = {name: form[name].value() for name in ("once", "seen") if name in form.fields}
        answered = client.post(address, {**hidden, **typed})
        assert answered.status_code == status, read(answered)[:4000]
        return answered


@pytest.fixture
def at():
    """The moment of an act: whenever the test runs."""
    return timezone.now()


@pytest.fixture
def house(setting, at):
    return House(setting, at)
