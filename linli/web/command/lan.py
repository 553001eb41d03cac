"""The addresses of this machine on its own network, for the day when there is no other: a laptop
that spreads a Wi-Fi of its own, or hangs on a router whose line is dead."""

import contextlib
import ipaddress
import os
import socket
import struct
import sys
from collections.abc import Mapping

# Asks an interface for its address; each system has its own number for the question.
_ASKS = {"linux": 0x8915, "darwin": 0xC0206921}
# Networks inside this machine, or through a tunnel: not those of the telephones in the room.
_NOT_THE_HOUSES = ("docker", "br-", "veth", "virbr", "tun", "tap", "utun", "wg", "ppp")
# Nothing is sent, the routing table alone is asked.
_NOWHERE = (("10.255.255.255", 9), ("192.168.255.255", 9), ("172.31.255.255", 9))


def addresses() -> list[str]:
    """The private addresses under which others of the same network reach this machine, whether or
    not any route leads further."""
    found = [*_of_interfaces(), *_of_name()] or _of_routes()
    return [each for each in dict.fromkeys(found) if private(each)]


def chosen(host: str | None) -> list[str]:
    """The address asked for, if it is of a house's own network; else all of them."""
    if host is None:
        return addresses()
    return [host] if private(host) else []


def private(address: str) -> bool:
    """Whether an address is one of a house's own network, and not this machine alone."""
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return False
    return known.is_private and not known.is_loopback and not known.is_unspecified


def settings_for(found: list[str], known: Mapping[str, str] = os.environ) -> dict[str, str]:
    """The environment of the server on these addresses: it answers to them alone, and by plain
    http, since with the cookies of an https site nobody could sign in there. The server on this
    machine's own address, and the worker, keep what is configured."""
    given = {key: each for key, each in known.items() if key != "LINLI_URL"}
    return given | {"LINLI_HOSTS": " ".join(found)}


def _of_interfaces() -> list[str]:
    asks = _ASKS.get(sys.platform)
    if asks is None:
        return []
    import fcntl  # not on every system

    found = []
    for _number, name in socket.if_nameindex():
        if name.startswith(_NOT_THE_HOUSES):
            continue
        probe = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        question = struct.pack("256s", name.encode()[:15])
        with probe, contextlib.suppress(OSError):  # an interface that has no address
            told = fcntl.ioctl(probe.fileno(), asks, question)
            found.append(socket.inet_ntoa(told[20:24]))
    return found


def _of_name() -> list[str]:
    if sys.platform in _ASKS:
        return []
    with contextlib.suppress(OSError):
        told = socket.getaddrinfo(socket.gethostname(), None, family=socket.AF_INET)
        return [str(each[4][0]) for each in told]
    return []


def _of_routes() -> list[str]:
    found: list[str] = []
    for target in _NOWHERE:
        probe = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        with probe, contextlib.suppress(OSError):
            probe.connect(target)
            found.append(probe.getsockname()[0])
    return found
