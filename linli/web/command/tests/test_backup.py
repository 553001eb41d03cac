"""Backup and restore of a whole instance, on the database the suite runs on."""

import json
import os
import uuid
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.db import connection

from linli.web.command.tests.test_commands import linli


@dataclass
class Instance:
    """An instance of its own: a data folder and a database."""

    data: Path
    url: str

    def run(self, *words):
        given = {"LINLI_DATA": str(self.data), "DATABASE_URL": self.url}
        return linli(*words, "--json", **given)

    def execute(self, sql):
        with self._connect() as opened:
            return opened.execute(sql)

    def rows(self):
        with self._connect() as opened:
            return opened.execute("SELECT text FROM notice ORDER BY text").fetchall()

    def _connect(self):
        if self.url.startswith("sqlite"):
            import sqlite3

            return sqlite3.connect(self.url.removeprefix("sqlite:///"))
        import psycopg

        return psycopg.connect(self.url, autocommit=True)

    def fill(self):
        self.execute("CREATE TABLE notice (text varchar(20))")
        self.execute("INSERT INTO notice VALUES ('楼道灯已修好')")
        photo = self.data / "files" / "stairs" / "light.jpg"
        photo.parent.mkdir(parents=True)
        photo.write_bytes(b"a photo")


@pytest.fixture
def instance(tmp_path, settings):
    """Makes instances, and drops the databases they had."""
    dropping = []

    def make(name):
        data = tmp_path / name
        data.mkdir()
        if connection.vendor == "sqlite":
            return Instance(data, f"sqlite:///{data / 'linli.sqlite3'}")
        import psycopg

        database = f"linli_{uuid.uuid4().hex[:12]}"
        url = os.environ["DATABASE_URL"]
        with psycopg.connect(url, autocommit=True) as opened:
            opened.execute(f"CREATE DATABASE {database}")
        dropping.append((url, database))
        return Instance(data, url.replace("/postgres?", f"/{database}?"))

    yield make
    for url, database in dropping:
        import psycopg

        with psycopg.connect(url, autocommit=True) as opened:
            opened.execute(f"DROP DATABASE {database} WITH (FORCE)")


def test_an_instance_comes_back_whole_from_its_backup(instance, tmp_path):
    old, new = instance("old"), instance("new")
    old.fill()
    backup = tmp_path / "backup.tar.gz"
    made = old.run("backup", str(backup))
    assert made.returncode == 0, made.stderr
    assert json.loads(made.stdout)["files"] == 1
    assert backup.stat().st_mode & 0o077 == 0, "only its owner may read a backup"

    restored = new.run("restore", str(backup))
    assert restored.returncode == 0, restored.stderr
    assert new.rows() == [("楼道灯已修好",)]
    assert (new.data / "files/stairs/light.jpg").read_bytes() == b"a photo"
    rings = ("closed_keys_casework", "closed_keys_mediation")
    for key in ("secret_key", "field_keys", "index_key", *rings):
        assert (new.data / "secrets" / key).read_text() == (old.data / "secrets" / key).read_text()


def test_a_backup_is_never_restored_over_data(instance, tmp_path):
    old, other = instance("old"), instance("other")
    old.fill()
    old.run("backup", str(tmp_path / "backup.tar.gz"))
    other.execute("CREATE TABLE notice (text varchar(20))")
    refused = other.run("restore", str(tmp_path / "backup.tar.gz"))
    assert refused.returncode == 1
    assert "不是空的" in json.loads(refused.stdout)["refused"]
    assert other.rows() == []


def test_a_damaged_backup_restores_nothing(instance, tmp_path):
    old, new = instance("old"), instance("new")
    old.fill()
    backup = tmp_path / "backup.tar.gz"
    old.run("backup", str(backup))
    backup.write_bytes(backup.read_bytes()[:-400])
    refused = new.run("restore", str(backup))
    assert refused.returncode == 1
    assert "什么" in refused.stderr or "没有恢复" in refused.stderr
    assert not (new.data / "files").exists()


def test_a_backup_does_not_overwrite_another(instance, tmp_path):
    old = instance("old")
    old.fill()
    (tmp_path / "backup.tar.gz").write_text("yesterday's")
    assert old.run("backup", str(tmp_path / "backup.tar.gz")).returncode == 1
    assert (tmp_path / "backup.tar.gz").read_text() == "yesterday's"


def test_keys_may_be_kept_apart_from_the_backup(instance, tmp_path):
    old, new = instance("old"), instance("new")
    old.fill()
    old.run("backup", str(tmp_path / "backup.tar.gz"), "--without-secrets")
    restored = new.run("restore", str(tmp_path / "backup.tar.gz"))
    assert restored.returncode == 0, restored.stderr
    assert "密钥" in restored.stderr
    assert (new.data / "secrets/field_keys").read_text() != (
        old.data / "secrets/field_keys"
    ).read_text()
