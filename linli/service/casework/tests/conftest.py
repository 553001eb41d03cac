"""A case of each sort, and those who must not know of it."""

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any

import pytest
from django.utils import timezone

from linli.core.access.actions import appoint, open_account
from linli.core.access.queries import actor_for
from linli.core.audit.actor import the_operator
from linli.lib.calendar import SHANGHAI, local_day
from linli.service.casework.actions import open_case, write
from linli.service.casework.models import Case

NOON = datetime.combine(timezone.localdate(), time(12), SHANGHAI)
"""Within usual hours."""

INTAKE = {"came": "自己来的", "wish": "夜里睡不着，想找人说说", "urgent": ""}
ASSESSED = {"needs": "陪伴", "strengths": "会做饭", "support": ""}
PLANNED = {"goal": "每周有人来坐坐", "steps": "每周三上门", "measured": ""}
EVALUATED = {"reached": "做到了，本人说好多了", "remains": ""}
WORDS = "准备明天上门"


@dataclass
class House:
    """The cast, a second worker beside, and what tests do most."""

    setting: Any
    accounts: dict[str, Any] = field(default_factory=dict)

    @property
    def community(self):
        return self.setting.community

    def actor(self, key: str, at: datetime = NOON):
        if key in self.accounts:
            return actor_for(self.accounts[key], local_day(at))
        return self.setting.actor(key, timezone.localdate(at))

    def account(self, key: str):
        return self.accounts.get(key) or self.setting.accounts[key]

    @property
    def person(self):
        """Whom the case is about."""
        return self.setting.accounts["elder"].person

    def open(self, kind="social_work", *, by="worker", second="colleague", at=NOON, **more) -> Case:
        given = {"called": "王阿姨", "person": self.person.pk} | more
        return open_case(
            self.community,
            kind=kind,
            second=self.account(second),
            by=self.actor(by, at),
            at=at,
            **given,
        )

    def write(self, case, form, values, *, by="worker", at=NOON):
        return write(case, form=form, values=values, by=self.actor(by, at), at=at)

    def through(self, case, *, at=NOON):
        """Writes the sheets up to the evaluation."""
        for form, values in (
            ("intake", INTAKE),
            ("assessment", ASSESSED),
            ("plan", PLANNED),
            ("evaluation", EVALUATED),
        ):
            self.write(case, form, values, at=at)
        return case


def people_the_house(found: House) -> House:
    """Two more workers (`colleague`, `third`) of the same community."""
    for number, key in enumerate(("colleague", "third"), 1):
        account = open_account(
            label={"colleague": "许宁", "third": "高原"}[key],
            login=f"+861990000009{number}",
            password="linli-2026",
            at=NOON,
        )
        appoint(
            found.community,
            account=account,
            post="worker",
            since=NOON.date() - timedelta(days=300),
            by=the_operator(),
            at=NOON - timedelta(days=300),
        )
        found.accounts[key] = account
    return found


@pytest.fixture
def house(setting):
    """The setting, with two more workers."""
    return people_the_house(House(setting))


@pytest.fixture
def case(house):
    """A social-work case of the elder's, led by the worker."""
    return house.open()
