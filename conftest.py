"""Shared by every test: the language of the community, and no road to the network."""

import gc
import socket
from functools import cache
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, settings as examples

# How fast this machine is right now is no finding; where CI is set Hypothesis says so itself.
examples.register_profile(
    "any_machine",
    parent=examples.default,
    deadline=None,
    suppress_health_check=[*examples.default.suppress_health_check, HealthCheck.too_slow],
)
examples.load_profile("any_machine")


@pytest.fixture(autouse=True)
def _in_chinese():
    """Each test begins in the source language, whatever the one before it chose."""
    from django.utils import translation

    with translation.override("zh-hans"):
        yield


@pytest.fixture(autouse=True)
def _no_network(monkeypatch, request):
    """No test reaches another machine: a name looked up outside fails at once."""
    real = socket.getaddrinfo

    def only_here(host, *rest, **more):
        name = host.decode() if isinstance(host, bytes) else host
        if name not in {None, "", "localhost", "127.0.0.1", "::1", "0.0.0.0"}:
            raise AssertionError(f"a test wants to reach {name}")
        return real(host, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", only_here)


@pytest.fixture(scope="session", autouse=True)
def _empties_only_what_was_written():
    """After a test that commits, the tables it wrote are emptied, not all of them."""
    from django.test import TransactionTestCase

    from tests.emptying import empty_what_was_written

    with patch.object(TransactionTestCase, "_fixture_teardown", empty_what_was_written):
        yield


@pytest.fixture(scope="session", autouse=True)
def _static_files_are_looked_for_once():
    """Each client of a test draws up the whole site, which looks for some hundred static files in
    every folder of the house: a fortieth of all work of the suite. Here the first one's are kept.
    """
    from whitenoise.middleware import WhiteNoiseMiddleware

    look, found = WhiteNoiseMiddleware.add_files_from_finders, {}

    def look_once(middleware):
        if not found:
            look(middleware)
            found.update(middleware.files)
        middleware.files.update(found)

    with patch.object(WhiteNoiseMiddleware, "add_files_from_finders", look_once):
        yield


_WITH_A_DATABASE = {"db", "transactional_db", "live_server", "house", "own_house"}


def _asks_a_database(item):
    asks = item.get_closest_marker("django_db")
    return bool(asks or _WITH_A_DATABASE & set(item.fixturenames))


@cache
def _names_the_database(file):
    """Whether the tests of a file may go to the database past Django, or in another process."""
    text = file.read_text()
    return any(word in text for word in ("connection", "DATABASE_URL", "django_db_setup"))


def pytest_addoption(parser):
    parser.addoption(
        "--only-databases", action="store_true", help="leave out tests that ask no database"
    )


def pytest_collection_modifyitems(config, items):
    """What asks no database cannot differ on another: it is told beside one of them."""
    if config.getoption("only_databases"):
        kept = [x for x in items if _asks_a_database(x) or _names_the_database(x.path)]
        config.hook.pytest_deselected(items=list(set(items) - set(kept)))
        items[:] = kept


def pytest_collection_finish():
    """What is loaded by now stays to the end: the collector need not look at it again and again."""
    gc.enable()
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def pytest_collection(session):
    """Modules of tests are read, and tests without a database run, by the packs as shipped: what
    places have entered stands in a table."""
    from linli.lib.law import packs

    session.config.linli_law, packs._held = packs._held, packs.shipped


@pytest.fixture(autouse=True)
def _law_with_what_places_entered(monkeypatch, request):
    """A test that may ask a database judges by the law as a running house does."""
    if _asks_a_database(request.node):
        from linli.lib.law import packs

        monkeypatch.setattr(packs, "_held", request.config.linli_law)


@pytest.fixture
def setting(db):
    """The fixed cast in its invented community, one building a compound (web/demo/cast.py)."""
    from django.utils import timezone

    from linli.web.demo.cast import gather
    from tests.remembered import remember

    return remember(timezone.localdate(), lambda: gather(timezone.now()))


@pytest.fixture
def sign_in(client, setting):
    """Signs one of the cast in: `sign_in("worker")` is the client."""

    def as_one(key):
        client.force_login(setting.accounts[key], "linli.core.access.sign_in.AccountBackend")
        return client

    return as_one


@pytest.fixture(scope="session")
def django_db_modify_db_settings_xdist_suffix(request):
    """Processes beside each other have a database each; SQLite's in memory is one's own anyway."""
    from django.conf import settings

    worker = getattr(request.config, "workerinput", {}).get("workerid")
    for described in settings.DATABASES.values():
        if worker and "sqlite" not in described["ENGINE"]:
            described.setdefault("TEST", {})["NAME"] = f"test_linli_{worker}"
