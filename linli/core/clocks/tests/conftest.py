"""A community with a few people who hold posts, and rows on which clocks can run."""

import pytest

from linli.core.clocks.tests.cast import make_community, make_holder


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
