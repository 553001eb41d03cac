"""The instance's own key pair for files that travel, and the names of keys.

Ed25519 (RFC 8032) from `cryptography`; the private half is a secret of the instance like the
others (`web/settings/secrets.py`). A key is compared by people by its fingerprint: half of a
SHA-256, in eight groups of four that can be read out on the telephone.
"""

import base64
import binascii
import hashlib
from functools import lru_cache

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from django.conf import settings

_PURPOSE = b"linli return 1\0"
"""Signed before the text, so that a signature made for a return proves nothing else."""
_GROUPS, _GROUP = 8, 4
_KEY_BYTES = 32


class NoKey(ValueError):
    """The text is no public key."""


def own_key() -> str:
    """This instance's public key, as base64 text."""
    return _public_text(_private(settings.RETURNS_KEY))


def sign(text: bytes, *, with_key: str = "") -> str:
    """The signature over `text`, as base64 text; `with_key`: another private key than this
    instance's own (in tests and the demo, where invented neighbours sign)."""
    signed = _private(with_key or settings.RETURNS_KEY).sign(_PURPOSE + text)
    return base64.b64encode(signed).decode()


def is_signed(text: bytes, signature: str, public_key: str) -> bool:
    """Whether that key signed exactly these bytes."""
    try:
        key = Ed25519PublicKey.from_public_bytes(_raw(public_key))
        key.verify(base64.b64decode(signature, validate=True), _PURPOSE + text)
    except (InvalidSignature, NoKey, binascii.Error, ValueError):
        return False
    return True


def public_half(private_key: str) -> str:
    """The public key that belongs to a private one, both as base64 text."""
    return _public_text(_private(private_key))


def fingerprint(public_key: str) -> str:
    """`3f2a 99b1 …`: what two people compare. Raises `NoKey`."""
    digest = hashlib.sha256(_raw(public_key)).hexdigest()
    return " ".join(digest[at * _GROUP : (at + 1) * _GROUP] for at in range(_GROUPS))


def same_fingerprint(said: str, public_key: str) -> bool:
    """Whether what was read out is the key's fingerprint; blanks and case do not count."""
    return "".join(said.split()).lower() == fingerprint(public_key).replace(" ", "")


def _raw(public_key: str) -> bytes:
    try:
        raw = base64.b64decode("".join(public_key.split()), validate=True)
    except (binascii.Error, ValueError):
        raw = b""
    if len(raw) != _KEY_BYTES:
        raise NoKey("a public key is 32 bytes as base64 text")
    return raw


@lru_cache(maxsize=16)
def _private(seed: str) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(base64.b64decode(seed, validate=True))


def _public_text(key: Ed25519PrivateKey) -> str:
    return base64.b64encode(key.public_key().public_bytes_raw()).decode()
