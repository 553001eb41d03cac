"""The tables of the tests' own domain, made once: the mechanism itself has none."""

import pytest
from django.db import connection

from linli.core.audit.actor import Actor
from linli.core.clocks.tests.cast import at, make_account, make_community, make_holder
from linli.mechanisms.flow.tests.parcels import Parcel, ParcelStep, file_parcel


@pytest.fixture(scope="session", autouse=True)
def parcel_tables(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), connection.schema_editor() as editor:
        for model in (Parcel, ParcelStep):
            editor.create_model(model)
            # From here on they are emptied between tests like any other.
            model._meta.managed = True


@pytest.fixture
def community(db):
    return make_community("110101001001", "翠湖社区")


@pytest.fixture
def worker(community):
    return make_holder(community, "worker", "王丽")


@pytest.fixture
def colleague(community):
    return make_holder(community, "worker", "李强")


@pytest.fixture
def resident(community):
    return Actor(account=make_account("居民").pk)


@pytest.fixture
def parcel(community, resident):
    """Filed on Monday 2 November 2026."""
    return file_parcel(community, by=resident, at=at(11, 2), label="楼道灯不亮")
