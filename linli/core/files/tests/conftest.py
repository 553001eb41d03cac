"""A community, somebody's row that may own files, and those who may see them."""

import io
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
import rules
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from linli.core.access.models import Account, Body, Holding
from linli.core.audit.actor import Actor, holds
from linli.core.audit.door import ACTIONS, action
from linli.core.files.intake import Purpose, forget, take_in
from linli.core.files.owners import OWNERS, Owner
from linli.core.places.kinds import COMMUNITY
from linli.core.places.models import Place

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def make_community(code: str, name: str) -> Place:
    place = Place(
        kind="community", level=COMMUNITY, code=code, name=name, full_name=name, path=code
    )
    place.community_id = place.pk
    place.save(force_insert=True)
    return place


def make_worker(community: Place, label: str) -> Account:
    account = Account(label=label, created_at=AT)
    account.username = account.pk.hex
    account.save(force_insert=True)
    Holding.objects.create(
        account=account, post="worker", place=community, since=AT.date() - timedelta(days=30)
    )
    return account


def jpeg(width: int = 640, height: int = 480, **given) -> bytes:
    written = io.BytesIO()
    Image.linear_gradient("L").resize((width, height)).convert("RGB").save(written, "JPEG", **given)
    return written.getvalue()


def upload(content: bytes, name: str = "IMG_0001.jpg", claimed: str = "image/jpeg"):
    return SimpleUploadedFile(name, content, claimed)


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    """Uploads of a test lie in its own folder."""
    settings.MEDIA_ROOT = tmp_path / "files"
    return settings.MEDIA_ROOT


@pytest.fixture
def desk(db, monkeypatch):
    """A community whose body owns files; a domain as far as files are concerned."""
    community = make_community("110101001001", "翠湖社区")
    body = Body.objects.create(
        community=community,
        name="居委会",
        kind="residents_committee",
        place=community,
        since=AT.date(),
    )
    monkeypatch.setitem(OWNERS, "access.Body", Owner("files_test.see", "files_test.own"))
    anybody = rules.Predicate(lambda actor, subject=None: True)
    bearer = rules.Predicate(lambda actor, subject=None: subject.pk in actor.bears)
    for name, predicate in (
        ("files_test.see", holds("worker")),
        ("files_test.own", bearer),
        ("files_test.do", anybody),
    ):
        rules.add_perm(name, predicate)

    @action("files_test.attach", needs="files_test.do")
    def attach(act, owner, *, upload, kind="photo", visibility="staff", then=None):
        file = take_in(act, owner.community, upload, Purpose(owner, kind, visibility))
        if then:
            then()
        return file

    @action("files_test.forget", needs="files_test.do")
    def drop(act, file, *, reason):
        return forget(act, file, reason)

    yield SimpleNamespace(
        community=community,
        body=body,
        attach=lambda content, at=AT, **given: attach(
            body, upload=content, by=Actor(), at=at, **given
        ),
        forget=lambda file, at=AT: drop(file, reason="retention", by=Actor(), at=at),
    )
    for name in ("files_test.see", "files_test.own", "files_test.do"):
        rules.remove_perm(name)
    for name in ("files_test.attach", "files_test.forget"):
        del ACTIONS[name]
