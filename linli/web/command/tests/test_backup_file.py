"""A backup's one file: what went in comes out, and damage is noticed before it is used."""

import io
import tarfile

import pytest

from linli.web.command import backup_file


@pytest.fixture
def parts(tmp_path):
    folder = tmp_path / "instance"
    folder.mkdir()
    (folder / "database.sqlite3").write_bytes(b"rows" * 1000)
    (folder / "photo.jpg").write_bytes(bytes(range(256)))
    return folder


def _pack(path, parts, facts=None):
    with tarfile.open(path, "w:gz") as tar:
        writer = backup_file.Writer(tar)
        writer.add("database.sqlite3", parts / "database.sqlite3")
        writer.add("files/stairs/photo.jpg", parts / "photo.jpg")
        writer.close(facts or {"engine": "sqlite"})
    return path


def _unpack(path, into):
    into.mkdir(exist_ok=True)
    return backup_file.unpack(path, into, lambda read: None)


def test_everything_put_in_comes_out_the_same(tmp_path, parts):
    manifest = _unpack(_pack(tmp_path / "b.tar.gz", parts), tmp_path / "out")
    assert manifest["engine"] == "sqlite"
    assert (tmp_path / "out/database.sqlite3").read_bytes() == b"rows" * 1000
    assert (tmp_path / "out/files/stairs/photo.jpg").read_bytes() == bytes(range(256))


def test_a_torn_file_is_damaged(tmp_path, parts):
    whole = _pack(tmp_path / "b.tar.gz", parts).read_bytes()
    (tmp_path / "torn.tar.gz").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(backup_file.Damaged):
        _unpack(tmp_path / "torn.tar.gz", tmp_path / "out")


def test_a_file_that_is_no_archive_is_damaged(tmp_path):
    (tmp_path / "b.tar.gz").write_text("not a backup")
    with pytest.raises(backup_file.Damaged):
        _unpack(tmp_path / "b.tar.gz", tmp_path / "out")


def _tampered(path, members):
    with tarfile.open(path, "w:gz") as tar:
        for name, content in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))
    return path


def _members(path):
    with tarfile.open(path) as tar:
        return {member.name: tar.extractfile(member).read() for member in tar}


def test_a_part_changed_after_the_backup_is_named(tmp_path, parts):
    members = _members(_pack(tmp_path / "b.tar.gz", parts))
    members["files/stairs/photo.jpg"] = b"another photo"
    with pytest.raises(backup_file.Damaged, match="photo"):
        _unpack(_tampered(tmp_path / "t.tar.gz", members), tmp_path / "out")


def test_a_part_missing_or_added_is_named(tmp_path, parts):
    members = _members(_pack(tmp_path / "b.tar.gz", parts))
    added = {**members, "files/added": b"x"}
    with pytest.raises(backup_file.Damaged, match="added"):
        _unpack(_tampered(tmp_path / "t.tar.gz", added), tmp_path / "out")
    del members["database.sqlite3"]
    with pytest.raises(backup_file.Damaged, match="database"):
        _unpack(_tampered(tmp_path / "u.tar.gz", members), tmp_path / "out2")


@pytest.mark.parametrize("name", ["../outside", "/etc/outside", "files/../../outside"])
def test_a_part_that_would_land_outside_is_refused(tmp_path, parts, name):
    members = {name: b"x", **_members(_pack(tmp_path / "b.tar.gz", parts))}
    with pytest.raises(backup_file.Damaged):
        _unpack(_tampered(tmp_path / "t.tar.gz", members), tmp_path / "out")
    assert not (tmp_path / "outside").exists()


def test_a_backup_of_another_format_is_refused(tmp_path):
    with pytest.raises(backup_file.Damaged, match="format"):
        _unpack(
            _tampered(tmp_path / "b.tar.gz", {backup_file.MANIFEST: b'{"format": 99}'}), tmp_path
        )
