import pytest

from linli.core.files.intake import clean_name
from linli.core.files.rules import (
    LIMITS,
    MB,
    RESERVE,
    fits_in_memory,
    is_kind,
    room_left,
    small_enough,
)


def test_a_photo_of_exactly_the_limit_is_taken_and_one_byte_more_is_not():
    assert small_enough("photo", LIMITS["photo"])
    refused = small_enough("photo", LIMITS["photo"] + 1)
    assert not refused
    assert refused.rule == "files.small_enough"


def test_a_photo_of_80_mb_is_refused_with_its_size_and_the_limit():
    refused = small_enough("photo", 80 * MB)
    assert refused.numbers["size"] == 80 * MB
    assert refused.numbers["limit"] == 20 * MB
    assert refused.numbers["size_mb"] == "80 MB"
    assert refused.numbers["limit_mb"] == "20 MB"


def test_a_size_is_never_rounded_to_read_as_small_enough():
    assert small_enough("photo", 20 * MB + 1).numbers["size_mb"] == "20.1 MB"


def test_a_table_may_be_larger_than_a_photo():
    assert small_enough("table", 60 * MB)
    assert not small_enough("photo", 60 * MB)


@pytest.mark.parametrize("found", ["PDF", "ZIP", "CSV", "HEIC", "SVG"])
def test_what_is_no_photo_is_named_for_what_it_is(found):
    refused = is_kind("photo", found)
    assert not refused
    assert refused.rule == "files.is_image"
    assert refused.numbers["found"] == found


def test_what_nobody_recognises_is_refused_whatever_it_was_meant_to_be():
    assert is_kind("table", "").rule == "files.recognised"


def test_a_jpeg_may_have_more_pixels_because_it_is_read_at_reduced_size():
    assert fits_in_memory(9248, 6944, jpeg=True)
    assert not fits_in_memory(9248, 6944, jpeg=False)
    assert not fits_in_memory(16384, 16384, jpeg=True)


def test_uploads_leave_room_for_the_database():
    assert room_left(RESERVE + 100, 100)
    assert not room_left(RESERVE + 99, 100)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("报修 照片.JPG", "报修 照片.jpg"),
        ("../../etc/passwd", "passwd.jpg"),
        ("C:\\fakepath\\灯.png", "灯.jpg"),
        ("invoice\u202egpj.exe", "invoicegpj.jpg"),
        ("a\x00b\nc.jpg", "abc.jpg"),
        ("...", "file.jpg"),
        ("", "file.jpg"),
        ("第3单元.楼道灯不亮了", "第3单元.楼道灯不亮了.jpg"),
    ],
)
def test_a_name_loses_what_would_lead_astray(given, kept):
    assert clean_name(given, "jpg") == kept


def test_a_very_long_name_is_cut():
    assert len(clean_name("楼" * 500 + ".jpg", "jpg")) <= 124
