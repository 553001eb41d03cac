"""A laptop's own Wi-Fi: which addresses it answers to, and by which scheme."""

import os
import subprocess
import sys

import pytest

from linli.web.command import lan, serve


def test_only_the_houses_own_network_is_opened():
    assert lan.private("192.168.137.1")
    assert lan.private("10.0.0.5")
    assert not lan.private("127.0.0.1")
    assert not lan.private("8.8.8.8")
    assert not lan.private("0.0.0.0")
    assert not lan.private("laptop")
    assert all(lan.private(each) for each in lan.addresses())


def test_the_interfaces_are_asked_where_no_route_leads_anywhere(monkeypatch):
    def unreachable(*_given):
        raise OSError("Network is unreachable")

    monkeypatch.setattr(lan, "_of_routes", unreachable)
    monkeypatch.setattr(lan, "_of_interfaces", lambda: ["192.168.137.1", "8.8.8.8", "127.0.0.1"])
    assert lan.addresses() == ["192.168.137.1"]


@pytest.mark.skipif(sys.platform != "linux", reason="network namespaces are Linux's")
def test_a_hotspot_without_a_default_route_is_found():
    inside = (
        "ip link add wlan0 type bridge && ip addr add 192.168.137.1/24 dev wlan0"
        " && ip link set wlan0 up && "
        f"{sys.executable} -c 'from linli.web.command import lan; print(lan.addresses())'"
    )
    own = [] if os.geteuid() == 0 else ["-r"]
    told = subprocess.run(
        ["/usr/bin/env", "unshare", *own, "-n", "sh", "-c", inside],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if told.returncode:
        pytest.skip("no network namespace may be made here")
    assert told.stdout.strip() == "['192.168.137.1']"


def test_one_address_may_be_chosen_and_none_that_everybody_reaches():
    assert lan.chosen("192.168.137.1") == ["192.168.137.1"]
    assert lan.chosen("0.0.0.0") == []
    assert lan.chosen("8.8.8.8") == []


def test_each_server_listens_on_its_own_address_and_the_site_keeps_its_https():
    known = {"LINLI_HOSTS": "donghu.example", "LINLI_URL": "https://donghu.example", "PATH": "/x"}
    told = lan.settings_for(["192.168.137.1"], known)
    assert told == {"LINLI_HOSTS": "192.168.137.1", "PATH": "/x"}
    assert known["LINLI_URL"] == "https://donghu.example"
    (part,) = serve._for_neighbours(["192.168.137.1"], 8000, 2)
    assert part.words[part.words.index("--host") + 1] == "192.168.137.1"
    assert part.environ is not None
    assert "LINLI_URL" not in part.environ


def test_nothing_listens_everywhere(monkeypatch):
    ran = []
    monkeypatch.setattr(serve, "require_free", lambda host, port: ran.append(host))
    monkeypatch.setattr(serve.own_network, "addresses", lambda: ["192.168.137.1", "10.0.0.2"])
    monkeypatch.setattr(serve.console, "check_settings", lambda: None)
    from click.testing import CliRunner

    told = CliRunner().invoke(serve.command, ["--lan", "--dry-run", "--port", "8123"])
    assert told.exit_code == 0, told.output
    assert ran == ["127.0.0.1", "192.168.137.1", "10.0.0.2"]
    assert "http://192.168.137.1:8123" in told.output
