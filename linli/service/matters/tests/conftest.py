"""A matter to work on, the cast as actors and as visitors, and the addresses of the pages."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from linli.core.audit.actor import NOBODY
from linli.service.matters import actions
from linli.service.matters.actions import raise_matter
from linli.service.matters.actions.raising import Raised
from linli.service.matters.queries import kinds_of

BACKEND = "linli.core.access.sign_in.AccountBackend"
SENT_ON = ("title", "text", "place", "where")


@pytest.fixture
def at():
    """The moment of an act."""
    return timezone.now()


@pytest.fixture
def actor(setting, at):
    """One of the cast, with the posts held today."""
    return lambda key: setting.actor(key, timezone.localdate(at))


@pytest.fixture
def report(setting, at):
    """Raises a matter as anybody may; every part can be said otherwise."""

    def raised(code="stair_light", *, by=NOBODY, when=None, community=None, **said):
        community = community or setting.community
        given = {
            "kind": kinds_of(community).get(code=code),
            "title": "楼道灯坏了",
            "text": "三楼的灯不亮，晚上很黑。",
            "channel": "tag",
            "place": setting.stair,
            **said,
        }
        return raise_matter(community, raised=Raised(**given), by=by, at=when or at)

    return raised


@pytest.fixture
def matter(report):
    return report()


@pytest.fixture
def visit(setting):
    """Somebody's browser: `visit("worker")`, or `visit("visitor")` for who has not signed in."""

    def browser(key="visitor"):
        client = Client()
        if key != "visitor":
            client.force_login(setting.accounts[key], BACKEND)
        return client

    return browser


@pytest.fixture
def url(setting):
    """The address of a page of 诉求 in the community."""

    def address(name, community=None, **parts):
        place = community or setting.community
        return reverse(f"matters:{name}", kwargs={"community_code": place.code, **parts})

    return address


@pytest.fixture
def forwarded(setting, actor, at):
    """Sends a matter to the property manager, with the fields named only."""

    def send(matter, fields=SENT_ON, purpose="请更换楼道灯具"):
        return actions.forward(
            matter,
            body=setting.bodies["property"],
            purpose=purpose,
            fields=list(fields),
            by=actor("worker"),
            at=at,
        )

    return send


@pytest.fixture
def published(actor, at):
    """Answers a matter and makes it public, as a worker who has looked."""

    def show(matter, title="楼道灯坏了", text="三楼的灯不亮。", answer="换好了。", when=None):
        moment = when or at
        if matter.state not in ("answered", "closed"):
            actions.answer(matter, text=answer, by=actor("worker"), at=moment)
        place = matter.place.stairs_name if matter.place else ""
        return actions.publish(
            matter,
            title=title,
            text=text,
            place=place,
            answer=answer,
            by=actor("worker"),
            at=moment,
        )

    return show


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    """Uploads of a test lie in its own folder."""
    settings.MEDIA_ROOT = tmp_path / "files"
    return settings.MEDIA_ROOT


@pytest.fixture
def photo():
    """A picture as a telephone sends it."""

    def taken(name="IMG_0001.jpg", size=(640, 480)):
        written = io.BytesIO()
        Image.linear_gradient("L").resize(size).convert("RGB").save(written, "JPEG")
        return SimpleUploadedFile(name, written.getvalue(), "image/jpeg")

    return taken
