"""A laptop's own Wi-Fi: which addresses it answers to, and by which scheme."""

from linli.web.command import lan


def test_only_the_houses_own_network_is_opened():
    assert lan.private("192.168.137.1")
    assert lan.private("10.0.0.5")
    assert not lan.private("127.0.0.1")
    assert not lan.private("8.8.8.8")
    assert not lan.private("0.0.0.0")
    assert not lan.private("laptop")
    assert all(lan.private(each) for each in lan.addresses())


def test_it_answers_to_them_by_plain_http_though_the_site_is_https(monkeypatch):
    monkeypatch.setenv("LINLI_HOSTS", "donghu.example")
    monkeypatch.setenv("LINLI_URL", "https://donghu.example")
    lan.settle(["192.168.137.1"])
    from linli.web.settings import environment

    assert environment.hosts() == ["donghu.example", "192.168.137.1"]
    assert environment.site_url() == ""
