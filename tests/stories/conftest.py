"""A real browser before a house that runs: one server, one database, for all stories of a run
(two of each, where two processes tell them beside each other).

Stories in `house` keep apart by what they raise, not by emptying the tables between them; a
practice there is only one of in a community (an election, an assembly) has its `own_house`. Those
empty the tables when they end, so they come first: pytest-django puts tests that commit before
those that ask for no database of their own, and each process is handed its stories in that order.
"""

import os

import pytest
from django.utils import timezone

from linli.web.command.programs import find_chromium
from linli.web.demo.cast import gather
from tests.stories.telling import Device, House, People

# Playwright's loop runs in the thread of the test, where the stories also ask the database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    chromium = find_chromium()
    if chromium is None:
        pytest.skip("Chromium is not installed; CHROMIUM may name one")
    return {
        **browser_type_launch_args,
        "executable_path": str(chromium),
        "args": ["--no-sandbox", "--disable-dev-shm-usage"],
    }


@pytest.fixture(scope="session")
def django_db_setup(request, django_test_environment, django_db_blocker, tmp_path_factory):
    """One database for the whole run, which no single story empties. The server answers in
    threads of its own: on SQLite they need a file to meet on."""
    from django.apps import apps
    from django.conf import settings
    from django.db import connections
    from django.test.utils import setup_databases, teardown_databases

    if request.config.getoption("nomigrations"):
        settings.MIGRATION_MODULES = dict.fromkeys(app.label for app in apps.get_app_configs())
    described = connections.databases["default"]
    if described["ENGINE"] == "linli.web.settings.sqlite":
        file = tmp_path_factory.mktemp("house") / "stories.sqlite3"
        described.setdefault("TEST", {})["NAME"] = str(file)
        # Nothing here outlives the run, so no commit waits until it lies on the disk.
        described["OPTIONS"]["init_command"] += ";PRAGMA synchronous=OFF"
    with django_db_blocker.unblock():
        made = setup_databases(verbosity=0, interactive=False, aliases={"default"})
        yield
        teardown_databases(made, verbosity=0)


@pytest.fixture(scope="session")
def house(django_db_setup, django_db_blocker, browser):
    """Founded once: the cast, some weeks of answered matters, and a server."""
    from pytest_django.live_server_helper import LiveServer

    from tests.stories.founding import found

    with django_db_blocker.unblock():
        setting = found()
        server = LiveServer("localhost")
        yield House(server.url, setting, browser)
        server.stop()


@pytest.fixture
def own_house(transactional_db, live_server, browser):
    """The cast in its community, for one story alone."""
    return House(live_server.url, gather(timezone.now()), browser)


@pytest.fixture
def people(house, request):
    """The cast before their devices; a script's error or a broken policy fails the story."""
    found = People(house, getattr(request, "param", Device()))
    yield found
    found.leave()
    assert not found.trouble, "\n".join(found.trouble)


@pytest.fixture
def shoot(people):
    """Keeps what a page looks like, where LINLI_SHOTS names a folder."""
    return lambda page, name: people.house.picture(page, people.device, name)
