"""The address of this machine on its own network, for the day when there is no other: a laptop
that spreads a Wi-Fi of its own."""

import ipaddress
import os
import socket

# Reserved for documentation: nothing is sent, the routing table alone is asked.
_NOWHERE = (("192.0.2.1", 9), ("10.255.255.255", 9), ("192.168.255.255", 9))


def addresses() -> list[str]:
    """The private addresses under which others of the same network reach this machine."""
    found: list[str] = []
    for target in _NOWHERE:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            try:
                probe.connect(target)
                found.append(probe.getsockname()[0])
            except OSError:
                continue
    return [each for each in dict.fromkeys(found) if private(each)]


def private(address: str) -> bool:
    """Whether an address is one of a house's own network, and not this machine alone."""
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return False
    return known.is_private and not known.is_loopback and not known.is_unspecified


def settle(found: list[str]) -> None:
    """Lets this process, and those it starts, answer to these addresses by plain http: with the
    cookies of an https site nobody could sign in there. Asked before settings are read."""
    known = os.environ.get("LINLI_HOSTS", "").split()
    os.environ["LINLI_HOSTS"] = " ".join(dict.fromkeys([*known, *found]))
    os.environ.pop("LINLI_URL", None)
