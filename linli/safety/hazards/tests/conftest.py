"""The cast, a moment, a fire lane with its code, and what a photograph is."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from PIL import Image

from linli.lib.calendar import SHANGHAI
from linli.safety.hazards.actions import finding, points
from linli.safety.hazards.actions.finding import Seen, Shots
from linli.safety.hazards.actions.points import Pointed

BACKEND = "linli.core.access.sign_in.AccountBackend"


@pytest.fixture
def at():
    """Seven in the morning of today."""
    return timezone.now().astimezone(SHANGHAI).replace(hour=7, minute=0, second=0, microsecond=0)


@pytest.fixture
def today(at):
    return timezone.localdate(at)


@pytest.fixture
def actor(setting, today):
    return lambda key: setting.actor(key, today)


@pytest.fixture
def by(actor, at):
    """Whoever acts, now."""
    return lambda key, when=None: {"by": actor(key), "at": when or at}


def photo(name="place.png"):
    drawn = io.BytesIO()
    Image.new("RGB", (64, 48), "gray").save(drawn, "PNG")
    return SimpleUploadedFile(name, drawn.getvalue(), "image/png")


@pytest.fixture
def picture():
    return photo


@pytest.fixture
def add_point(setting, by):
    def added(name="北门消防通道", kind="fire_lane", place=None):
        pointed = Pointed(kind, name, place or setting.new)
        return points.add_point(setting.community, pointed=pointed, **by("worker"))

    return added


@pytest.fixture
def lane(add_point):
    return add_point()


@pytest.fixture
def find(setting, by):
    """A hazard of a place; every part can be said otherwise."""

    def found(what="通道被杂物占用", kind="fire_lane", who="worker", when=None, **more):
        given = {"place": setting.new, "shots": Shots(none_for="夜里看到的"), **more}
        return finding.find(setting.community, seen=Seen(kind, what, **given), **by(who, when))

    return found


@pytest.fixture
def pages(setting):
    """The community's pages, as somebody of the cast (or nobody) opens them."""

    def opened(key=None):
        client = Client()
        if key:
            client.force_login(setting.accounts[key], backend=BACKEND)
        base = f"/c/{setting.community.code}/"

        class Pages:
            def get(self, path, **more):
                return client.get(path if path.startswith("/") else base + path, more)

            def post(self, path, **given):
                return client.post(path if path.startswith("/") else base + path, given)

        return Pages()

    return opened
