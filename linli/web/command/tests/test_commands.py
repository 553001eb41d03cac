"""The whole `linli` command, as the shell calls it."""

import os
import socket
import subprocess
import sys

import pytest

_CALL = "from linli.web.command import main; main()"


def linli(*words, **environment):
    """Runs `linli` in a process of its own and returns how it ended."""
    return subprocess.run(
        [sys.executable, "-c", _CALL, *words],
        env={**os.environ, "LANG": "zh_CN.UTF-8", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_help_lists_every_command_in_both_languages():
    chinese, english = linli("--help"), linli("--help", "--lang", "en")
    for shown in (chinese, english):
        assert shown.returncode == 0
        for name in ("backup", "doctor", "locale", "restore", "serve", "setup"):
            assert f"  {name} " in shown.stdout
    assert "启动服务" in chinese.stdout
    assert "Serve: the web server" in english.stdout


def test_help_needs_no_settings():
    assert linli("serve", "--help", DATABASE_URL="nonsense").returncode == 0


def test_an_unknown_command_is_wrong_use():
    ended = linli("serv")
    assert ended.returncode == 2
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("LINLI_PORT", "eighty"),
        ("LINLI_PORT", "70000"),
        ("DATABASE_URL", "mysql://localhost/linli"),
        ("LINLI_DATA", "/dev/null/linli"),
    ],
)
def test_a_wrong_value_is_named_in_one_sentence(name, value):
    ended = linli("serve", "--dry-run", **{name: value})
    assert ended.returncode == 2
    assert name in ended.stderr
    assert len(ended.stderr.strip().splitlines()) == 1


def test_a_port_that_is_taken_is_named_in_one_sentence():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ended = linli("serve", "--dry-run", LINLI_PORT=str(port))
    assert ended.returncode == 2
    assert str(port) in ended.stderr
    assert len(ended.stderr.strip().splitlines()) == 1


def test_a_right_configuration_passes_the_trial_and_starts_nothing():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    ended = linli("serve", "--dry-run", LINLI_PORT=str(port))
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
