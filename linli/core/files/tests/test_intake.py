import errno
import hashlib
import io
import os
import zipfile
from datetime import timedelta

import pytest
from django.db import transaction
from PIL import Image

from linli.core.audit.actor import Actor
from linli.core.audit.door import Act
from linli.core.files import due, store
from linli.core.files.intake import Purpose, take_in
from linli.core.files.models import StoredFile
from linli.core.files.rules import MB
from linli.core.files.tests.conftest import AT, jpeg, upload
from linli.lib.law import Refused

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF\n"


def rows():
    return StoredFile.objects.across_communities("a test looks at all")


def on_disk(folder):
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def opened(file):
    return Image.open(store.root() / file.stored_name)


@pytest.mark.django_db(transaction=True)
def test_a_photo_is_kept_upright_small_and_without_what_the_camera_wrote(desk, folder):
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was held upright
    exif[0x010F] = "Somebody's phone"
    exif.get_ifd(0x8825)[2] = (39.0, 54.0, 0.0)
    content = jpeg(4000, 3000, exif=exif)
    assert b"Somebody" in content

    file = desk.attach(upload(content))

    assert (file.width, file.height) == (1536, 2048)
    with opened(file) as kept:
        assert kept.size == (1536, 2048)
        assert not kept.getexif()
        assert kept.format == "JPEG"
    written = (folder / file.stored_name).read_bytes()
    assert b"Somebody" not in written
    assert b"Exif" not in written
    assert hashlib.sha256(written).hexdigest() == file.sha256
    assert len(written) == file.bytes
    with Image.open(folder / store.small_of(file.stored_name)) as small:
        assert max(small.size) == 480
    assert not any(store.incoming().iterdir())


@pytest.mark.django_db(transaction=True)
def test_a_picture_with_holes_is_laid_on_white_and_one_in_print_colours_is_converted(desk):
    clear, print_colours = io.BytesIO(), io.BytesIO()
    Image.new("RGBA", (20, 20), (0, 0, 0, 0)).save(clear, "PNG")
    Image.new("CMYK", (20, 20), (0, 0, 0, 0)).save(print_colours, "JPEG")
    for content in (clear, print_colours):
        with opened(desk.attach(upload(content.getvalue()))) as kept:
            assert kept.mode == "RGB"
            assert min(kept.getpixel((5, 5))) > 250


def test_a_pdf_named_jpg_is_refused_and_named_for_what_it_is(desk, folder):
    with pytest.raises(Refused) as refusal:
        desk.attach(upload(PDF, "楼道照片.jpg", "image/jpeg"))
    assert refusal.value.finding.rule == "files.is_image"
    assert refusal.value.finding.numbers["found"] == "PDF"
    assert not rows().exists()
    assert not folder.exists() or on_disk(folder) == []


def test_a_photo_of_80_mb_is_refused_before_it_is_opened(desk):
    large = upload(b"\xff\xd8\xff")
    large.size = 80 * MB
    with pytest.raises(Refused) as refusal:
        desk.attach(large)
    assert refusal.value.finding.rule == "files.small_enough"
    assert refusal.value.finding.numbers["size"] == 80 * MB


def test_an_empty_file_is_refused(desk):
    with pytest.raises(Refused) as refusal:
        desk.attach(upload(b""))
    assert refusal.value.finding.rule == "files.not_empty"


@pytest.mark.parametrize("side", [7000, 20000])
def test_a_small_file_that_claims_a_vast_picture_is_not_opened(desk, side):
    bomb = io.BytesIO()
    Image.new("1", (side, side)).save(bomb, "PNG")
    with pytest.raises(Refused) as refusal:
        desk.attach(upload(bomb.getvalue(), "bomb.png"))
    assert refusal.value.finding.rule in ("files.picture_size", "files.picture_plausible")


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_picture_that_breaks_off_is_refused_and_nothing_stays(desk, folder, form):
    whole = io.BytesIO()
    Image.effect_noise((400, 400), 80).convert("RGB").save(whole, form)
    with pytest.raises(Refused) as refusal:
        desk.attach(upload(whole.getvalue()[: len(whole.getvalue()) // 2]))
    assert refusal.value.finding.rule == "files.picture_whole"
    assert not rows().exists()
    assert not folder.exists() or on_disk(folder) == []


@pytest.mark.django_db(transaction=True)
def test_a_document_is_kept_as_it_came_under_its_own_name(desk, folder):
    file = desk.attach(upload(PDF, "会议纪要.PDF", "text/html"), kind="document")
    assert (folder / file.stored_name).read_bytes() == PDF
    assert file.content_type == "application/pdf"
    assert file.name == "会议纪要.pdf"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_table_of_plain_text_is_taken_in_any_encoding(desk, encoding):
    file = desk.attach(
        upload("编号,内容\n1,楼道灯不亮\n".encode(encoding), "诉求.csv", ""), kind="table"
    )
    assert file.content_type == "text/csv"


def test_a_picture_is_no_table_and_a_page_is_no_table(desk):
    for content, found in ((jpeg(), "JPEG"), (b"<!DOCTYPE html><html>", "HTML")):
        with pytest.raises(Refused) as refusal:
            desk.attach(upload(content, "a.csv", "text/csv"), kind="table")
        assert refusal.value.finding.numbers["found"] == found


def test_an_office_file_with_a_program_inside_is_refused(desk):
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w") as parts:
        for name in ("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin"):
            parts.writestr(name, "x")
    with pytest.raises(Refused) as refusal:
        desk.attach(upload(package.getvalue(), "台账.xlsx"), kind="table")
    assert refusal.value.finding.rule == "files.no_macros"


@pytest.mark.parametrize("seam", ["write", "fsync", "open"])
@pytest.mark.parametrize("at_call", [1, 2])
def test_a_full_disk_leaves_neither_bytes_nor_row(desk, folder, monkeypatch, seam, at_call):
    genuine, calls = getattr(os, seam), []

    def fill_up(*given, **named):
        if seam == "open" and not str(given[0]).endswith(".jpg"):
            return genuine(*given, **named)
        calls.append(given)
        if len(calls) >= at_call:
            if seam == "write":
                genuine(given[0], bytes(given[1])[:10])  # a part of it still went through
            raise OSError(errno.ENOSPC, "No space left on device")
        return genuine(*given, **named)

    with monkeypatch.context() as patched:
        patched.setattr(store.os, seam, fill_up)
        with pytest.raises(Refused) as refusal:
            desk.attach(upload(jpeg()))

    assert len(calls) >= at_call
    assert refusal.value.finding.rule == "files.room_left"
    assert on_disk(folder) == []
    assert not rows().exists()


def test_a_nearly_full_disk_is_refused_before_anything_is_written(desk, folder, monkeypatch):
    usage = type("Usage", (), {"free": 1 * MB})
    monkeypatch.setattr(store.shutil, "disk_usage", lambda _: usage)
    with pytest.raises(Refused) as refusal:
        desk.attach(upload(jpeg()))
    assert refusal.value.finding.rule == "files.room_left"
    assert on_disk(folder) == []


def test_another_error_of_the_disk_is_not_called_a_full_one(desk, folder, monkeypatch):
    def fail(*given):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(store.os, "fsync", fail)
    with pytest.raises(OSError, match="Input/output"):
        desk.attach(upload(jpeg()))
    assert on_disk(folder) == []


@pytest.mark.django_db(transaction=True)
def test_an_act_that_does_not_come_about_takes_its_file_with_it(desk, folder):
    def refuse():
        raise RuntimeError("something else went wrong")

    with pytest.raises(RuntimeError):
        desk.attach(upload(jpeg()), then=refuse)
    assert not rows().exists()
    assert on_disk(folder) == []


@pytest.mark.django_db(transaction=True)
def test_a_larger_transaction_undone_leaves_bytes_only_until_the_sweep(desk, folder):
    with transaction.atomic():
        desk.attach(upload(jpeg()))
        transaction.set_rollback(True)
    assert not rows().exists()
    assert len(on_disk(folder)) == 2
    written = max(path.stat().st_mtime for path in store.incoming().iterdir())
    just_after = AT.fromtimestamp(written, AT.tzinfo)

    due.run(just_after)
    assert len(on_disk(folder)) == 2, "an act may still be under way"
    due.run(just_after + due.ORPHAN_AFTER + timedelta(seconds=1))
    assert on_disk(folder) == []


def test_a_file_whose_commit_did_not_come_to_move_it_is_found_and_moved(desk, folder):
    # Inside the test's own transaction nothing after the commit has run yet.
    first, second = desk.attach(upload(jpeg())), desk.attach(upload(jpeg()))
    assert not (folder / first.stored_name).exists()

    assert store.path_of(first.stored_name) == folder / first.stored_name
    written = AT.fromtimestamp(
        max(path.stat().st_mtime for path in store.incoming().iterdir()), AT.tzinfo
    )
    due.run(written + due.ORPHAN_AFTER)
    assert (folder / second.stored_name).exists()
    assert (folder / store.small_of(second.stored_name)).exists()
    assert not any(store.incoming().iterdir())


@pytest.mark.django_db(transaction=True)
def test_forgotten_a_file_leaves_its_digest_and_the_reason_and_no_name(desk, folder):
    file = desk.attach(upload(PDF, "张三的身份证.pdf"), kind="document")
    digest = file.sha256
    desk.forget(file, at=AT + timedelta(days=400))
    file.refresh_from_db()
    assert on_disk(folder) == []
    assert (file.sha256, file.reason, file.name, file.stored_name) == (
        digest,
        "retention",
        "",
        "",
    )


def test_forgetting_that_was_cut_off_is_finished_by_the_sweep(desk, folder):
    file = desk.attach(upload(PDF, "a.pdf"), kind="document")
    store.settle(file.stored_name)
    desk.forget(file)
    assert on_disk(folder) != []
    due.run(AT)
    assert on_disk(folder) == []
    file.refresh_from_db()
    assert file.stored_name == ""


def test_nobody_can_take_a_file_in_for_a_row_whose_files_nobody_may_see(desk):
    act = Act("files_test.attach", Actor(), AT, desk.community)
    with pytest.raises(AssertionError, match="nobody could see"):
        take_in(act, desk.community, upload(jpeg()), Purpose(desk.community, "photo"))
