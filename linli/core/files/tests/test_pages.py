import http.client
import os
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linli.core.files import queries
from linli.core.files.rules import MB
from linli.core.files.tests.conftest import AT, jpeg, make_community, make_worker, upload

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def worker(desk):
    client = Client()
    client.force_login(make_worker(desk.community, "工作人员"))
    return client


@pytest.fixture
def outsider(desk):
    client = Client()
    client.force_login(make_worker(make_community("110101001002", "碧湖社区"), "外社区"))
    return client


def test_a_file_for_staff_opens_to_staff_and_to_nobody_else(desk, worker, outsider, client):
    file = desk.attach(upload(jpeg()))
    seen = worker.get(file.address)
    assert seen.status_code == 200
    assert seen["Content-Type"] == "image/jpeg"
    assert b"".join(seen.streaming_content)[:3] == b"\xff\xd8\xff"
    assert outsider.get(file.address).status_code == 404
    shown_in = client.get(file.address)
    assert shown_in.status_code == 302
    assert "next=" in shown_in["Location"]


def test_a_private_file_is_asked_for_each_time_and_never_guessed_at(desk, worker):
    file = desk.attach(upload(jpeg()))
    seen = worker.get(file.address)
    assert "private" in seen["Cache-Control"]
    assert "no-cache" in seen["Cache-Control"]
    assert seen["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in seen["Content-Security-Policy"]
    again = worker.get(file.address, headers={"If-None-Match": seen["ETag"]})
    assert again.status_code == 304


def test_a_private_file_is_not_confirmed_to_one_who_lost_the_right(desk, worker, outsider):
    file = desk.attach(upload(jpeg()))
    etag = worker.get(file.address)["ETag"]
    assert outsider.get(file.address, headers={"If-None-Match": etag}).status_code == 404


def test_a_public_photo_opens_to_everybody_and_its_address_names_nobody(desk, client):
    file = desk.attach(upload(jpeg(), "张三家门口.jpg"), visibility="public")
    assert "张三" not in file.address
    seen = client.get(file.address)
    assert seen.status_code == 200
    assert "public" in seen["Cache-Control"]
    assert "immutable" in seen["Cache-Control"]
    assert seen["Content-Disposition"].startswith("inline")


def test_the_small_photo_is_smaller(desk, worker):
    file = desk.attach(upload(jpeg(2000, 1500)))
    full = b"".join(worker.get(file.address).streaming_content)
    small = b"".join(worker.get(file.small_address).streaming_content)
    assert len(small) < len(full)


def test_a_document_is_downloaded_under_its_own_name(desk, worker):
    file = desk.attach(upload(b"%PDF-1.7\n", "会议纪要.pdf"), kind="document")
    seen = worker.get(file.address)
    assert seen["Content-Disposition"].startswith("attachment")
    assert "%E4%BC%9A%E8%AE%AE" in seen["Content-Disposition"]


def test_an_address_lent_opens_for_an_hour_and_for_that_file_only(desk, client):
    file, other = desk.attach(upload(jpeg())), desk.attach(upload(jpeg()))
    lent = queries.lend(file, timezone.now())
    assert client.get(file.address, {"lent": lent}).status_code == 200
    assert client.get(other.address, {"lent": lent}).status_code == 302
    assert client.get(file.address, {"lent": lent[:-1] + "x"}).status_code == 302
    old = queries.lend(file, timezone.now() - timedelta(hours=2))
    assert client.get(file.address, {"lent": old}).status_code == 302


def test_a_forgotten_file_is_gone_and_says_since_when(desk, worker):
    file = desk.attach(upload(jpeg()))
    address = file.address
    desk.forget(file, at=AT)
    gone = worker.get(address)
    assert gone.status_code == 410
    assert "2026" in gone.content.decode()


def test_bytes_lost_from_the_disk_are_said_to_be_lost(desk, worker, folder):
    file = desk.attach(upload(jpeg()))
    os.unlink(folder / file.stored_name)
    assert worker.get(file.address).status_code == 410


def test_the_files_of_a_row_come_in_order_without_those_forgotten(desk):
    first = desk.attach(upload(jpeg()))
    second = desk.attach(upload(jpeg()), at=AT + timedelta(minutes=1))
    paper = desk.attach(upload(b"%PDF-1.7\n"), at=AT + timedelta(minutes=2), kind="document")
    desk.forget(first)
    assert list(queries.files_of(desk.body)) == [second, paper]
    assert list(queries.files_of(desk.body, "photo")) == [second]


def _parts(size):
    """A form whose photo has `size` bytes, in pieces, as a phone sends it."""
    head = (
        b"--edge\r\nContent-Disposition: form-data; name=photo; filename=lamp.jpg\r\n"
        b"Content-Type: image/jpeg\r\n\r\n\xff\xd8\xff\xe0\x00\x10JFIF\x00"
    )
    tail = b"\r\n--edge--\r\n"
    yield head
    left = size - len(head) - len(tail)
    while left:
        piece = min(left, MB)
        yield b"\x5a" * piece
        left -= piece
    yield tail


def _send(live_server, size):
    address = urlsplit(live_server.url)
    connection = http.client.HTTPConnection(address.hostname, address.port, timeout=60)
    connection.request(
        "POST",
        reverse("set_language"),
        body=_parts(size),
        headers={
            "Content-Type": "multipart/form-data; boundary=edge",
            "Content-Length": str(size),
            "Accept-Language": "zh-hans",
        },
    )
    response = connection.getresponse()
    return response.status, response.read().decode()


def test_a_photo_of_80_mb_gets_a_page_that_says_so(live_server):
    status, page = _send(live_server, 80 * MB)
    assert status == 413
    assert "80 MB" in page
    assert "20 MB" in page


def test_a_form_larger_than_any_may_be_is_not_read_at_all(live_server):
    status, page = _send(live_server, 140 * MB)
    assert status == 413
    assert "140 MB" in page


def test_an_upload_is_read_no_further_than_its_limit(rf):
    from django.http.multipartparser import MultiPartParser

    from linli.core.files.uploads import BoundedUpload

    class Counted:
        def __init__(self, pieces):
            self.pieces, self.rest, self.read_so_far = pieces, b"", 0

        def read(self, size):
            while len(self.rest) < size:
                piece = next(self.pieces, None)
                if piece is None:
                    break
                self.rest += piece
            given, self.rest = self.rest[:size], self.rest[size:]
            self.read_so_far += len(given)
            return given

    size = 80 * MB
    stream = Counted(_parts(size))
    request = rf.post("/", b"", content_type="multipart/form-data; boundary=edge")
    bounded = BoundedUpload(request)
    handlers = [bounded, TemporaryFileUploadHandler(request)]
    meta = {"CONTENT_TYPE": "multipart/form-data; boundary=edge", "CONTENT_LENGTH": str(size)}
    _, files = MultiPartParser(meta, stream, handlers).parse()
    assert bounded.refused.rule == "files.small_enough"
    assert stream.read_so_far < 21 * MB
    assert not files


def test_a_form_of_ordinary_size_passes(client):
    sent = client.post(
        reverse("set_language"), {"language": "en", "next": "/", "photo": upload(jpeg())}
    )
    assert sent.status_code == 302


def test_a_disk_that_fills_up_while_uploading_is_said_in_a_sentence(client, monkeypatch):
    def fill_up(*given):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(TemporaryFileUploadHandler, "receive_data_chunk", fill_up)
    monkeypatch.setattr(
        "django.core.files.uploadhandler.MemoryFileUploadHandler.handle_raw_input",
        lambda self, *given, **named: setattr(self, "activated", False),
    )
    sent = client.post(reverse("set_language"), {"language": "en", "photo": upload(jpeg())})
    assert sent.status_code == 507
    assert "存储空间满了" in sent.content.decode()
