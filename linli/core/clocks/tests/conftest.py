"""A community with a few people who hold posts, and rows on which clocks can run."""

import pytest

from linli.core.clocks.tests.cast import at, make_community, make_holder


@pytest.fixture
def community(db):
    return make_community("110101001001", "翠湖社区")


@pytest.fixture
def next_door(db):
    return make_community("110101001002", "望江社区")


@pytest.fixture
def worker(community):
    return make_holder(community, "worker", "王丽")


@pytest.fixture
def director(community):
    return make_holder(community, "director", "陈建国")


@pytest.fixture
def time_machine_at():
    """Nine in the morning of Monday 9 November 2026."""
    import time_machine

    with time_machine.travel(at(11, 9), tick=False):
        yield
