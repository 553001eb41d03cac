"""A committee that posts notices, two people who work for it, and templates of a test domain."""

import pytest

from linli.core.access.models import Body
from linli.core.clocks.tests.cast import BEGAN, at, make_community, make_holder
from linli.core.people.models import Consent, Person
from linli.lib.calendar import local_day
from linli.mechanisms.publication import registry
from linli.mechanisms.publication.tests.notices import AID, NEWS, ROLL, publishing


@pytest.fixture(autouse=True)
def listed(monkeypatch):
    """The templates of the test domain, as if an app had them in its `postings.py`."""
    for template in (NEWS, AID, ROLL):
        monkeypatch.setitem(registry.templates(), template.name, template)


@pytest.fixture
def community(db):
    return make_community("110101001001", "翠湖社区")


@pytest.fixture
def owner(community):
    """Any row: whatever a domain posts about."""
    return Body.objects.create(
        community=community,
        name="翠湖社区居民委员会",
        kind="residents_committee",
        place=community,
        since=at(1, 1, year=2025).date(),
    )


@pytest.fixture
def worker(community):
    return make_holder(community, "worker", "王丽")


@pytest.fixture
def director(community):
    return make_holder(community, "director", "陈建国")


@pytest.fixture
def publish():
    """`publish.post(owner, template=…, fields=…, on=…, by=…, at=…)` and the other steps."""
    with publishing() as doors:
        yield doors


@pytest.fixture
def posted(publish, owner, worker):
    """Posts a piece of news; on 1 March 2026 unless told otherwise."""

    def post(moment=None, **more):
        moment = moment or at(3, 1)
        given = {
            "template": NEWS,
            "fields": {"title": "楼道灯修好了", "body": "3号楼楼道灯已全部换新。", "cost": 36000},
            "on": local_day(moment),
            **more,
        }
        return publish.post(owner, by=worker, at=moment, **given)

    return post


@pytest.fixture
def agreeing(community):
    """Somebody on the roster who has agreed to a purpose."""

    def agree(purpose, name="王秀兰"):
        person = Person.objects.create(
            community=community, name=name, registered_at=BEGAN, changed_at=BEGAN
        )
        Consent.objects.create(
            community=community, person=person, purpose=purpose, given_at=BEGAN, how="signed"
        )
        return person

    return agree
