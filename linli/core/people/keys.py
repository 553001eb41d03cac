"""The keys that seal fields about persons, and the blind index by which they are found again.

`FIELD_KEYS` is a ring: the first key seals, every key opens. A sealed text names its key, so a
ring can turn: a new key is put in front, `resealing` seals everything anew, the old key is taken
away. `INDEX_KEY` keys the index and is not turned: a new one would make every look-up miss.

What is closed (`audit/closed.py`) is sealed by a ring of its own, `CLOSED_KEYS["casework"]`, which
the people's ring does not open. Below it a row may have a key of its own, a ring of one, kept
sealed in the row: destroying that destroys all it sealed.
"""

import base64
import binascii
import hashlib
import hmac
import re
import secrets
import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

PREFIX = "s1"
_NONCE_BYTES = 12
_KEY_BYTES = 32


class SealBroken(Exception):
    """A sealed value that does not open here: changed, moved to another row, or sealed with a
    key this instance does not hold. Names the place, never the content."""


class KeyMissing(SealBroken):
    """The key a value was sealed with is not in its ring."""

    def __init__(self, key_id: str, ring_name: str = "FIELD_KEYS") -> None:
        super().__init__(f"no key {key_id} in {ring_name}")
        self.key_id = key_id


class KeyRing:
    """The keys of this instance, newest first; `name` says in errors where they stand."""

    def __init__(self, keys: Sequence[str], name: str = "FIELD_KEYS") -> None:
        if not keys:
            raise ImproperlyConfigured(f"{name} is empty: fields about persons need a key")
        self.name = name
        decoded = [_decode(key, name) for key in keys]
        self._ciphers = {key_id(key): AESGCM(key) for key in decoded}
        self.newest = key_id(decoded[0])

    def seal(self, text: str, context: str) -> str:
        """`text` sealed with the newest key; opens only with the same `context`."""
        nonce = secrets.token_bytes(_NONCE_BYTES)
        sealed = self._ciphers[self.newest].encrypt(nonce, text.encode(), context.encode())
        return f"{PREFIX}.{self.newest}.{base64.b64encode(nonce + sealed).decode()}"

    def open(self, sealed: str, context: str) -> str:
        """The text; raises `SealBroken` where it does not open as what it claims to be."""
        prefix, _, rest = sealed.partition(".")
        name, _, body = rest.partition(".")
        if prefix != PREFIX or not body:
            raise SealBroken(f"{context}: not a sealed value")
        if name not in self._ciphers:
            raise KeyMissing(name, self.name)
        try:
            raw = base64.b64decode(body, validate=True)
            opened = self._ciphers[name].decrypt(
                raw[:_NONCE_BYTES], raw[_NONCE_BYTES:], context.encode()
            )
        except (binascii.Error, ValueError, InvalidTag):
            raise SealBroken(f"{context}: changed, or sealed for another row") from None
        return opened.decode()


def key_id(key: bytes) -> str:
    """The public name of a key: tells keys apart and tells nothing about them."""
    return hashlib.sha256(b"linli field key\0" + key).hexdigest()[:8]


PEOPLE = ""
"""The ring of fields about persons; the others are named by their compartment."""


def ring(compartment: str = PEOPLE) -> KeyRing:
    """The ring of the settings in force: the people's, or that of a compartment."""
    if compartment == PEOPLE:
        return _ring_of(tuple(settings.FIELD_KEYS), "FIELD_KEYS")
    name = f"CLOSED_KEYS[{compartment}]"
    return _ring_of(tuple(settings.CLOSED_KEYS.get(compartment, ())), name)


@lru_cache(maxsize=8)
def _ring_of(keys: tuple[str, ...], name: str) -> KeyRing:
    return KeyRing(keys, name)


def new_data_key() -> str:
    """A fresh key for one row, as base64 text, to be kept sealed in that row."""
    return base64.b64encode(secrets.token_bytes(_KEY_BYTES)).decode()


def ring_of_one(data_key: str) -> KeyRing:
    """The ring of a row's own key; raises `SealBroken` where the key has been destroyed."""
    if not data_key:
        raise SealBroken("the key of this row has been destroyed")
    return KeyRing((data_key,), "a key of one row")


def blind_index(value: str, purpose: str) -> bytes:
    """32 bytes by which an exact value can be found without being readable.

    `purpose` (`people.phone`, `access.email`) separates the domains: the same number has another
    index in another column. Its last word names the normal form in which values are compared.
    Raises ValueError for nothing: an index of nothing would make all who left it empty alike.
    """
    normal = _NORMAL_FORMS.get(purpose.rpartition(".")[2], _plain)(value)
    if not normal:
        raise ValueError(f"{purpose}: nothing to index")
    message = purpose.encode() + b"\0" + normal.encode()
    return hmac.new(index_key(), message, hashlib.sha256).digest()


def blind_index_or_none(value: str, purpose: str) -> bytes | None:
    """The index to store beside an optional value; None for nothing."""
    try:
        return blind_index(value, purpose)
    except ValueError:
        return None


def index_key() -> bytes:
    """The key of everything that is to be found again, or told apart, without being readable."""
    return _index_key(settings.INDEX_KEY)


@lru_cache(maxsize=8)
def _index_key(key: str) -> bytes:
    return _decode(key, "INDEX_KEY")


def _decode(key: str, setting: str) -> bytes:
    try:
        raw = base64.b64decode(key, validate=True)
    except (binascii.Error, ValueError):
        raw = b""
    if len(raw) != _KEY_BYTES:
        raise ImproperlyConfigured(f"{setting}: each key is 32 bytes as base64 text")
    return raw


def _plain(value: str) -> str:
    return "".join(unicodedata.normalize("NFKC", value).split()).casefold()


def _phone(value: str) -> str:
    """Digits only; a mainland number without its country code, as people type it."""
    text = re.sub(r"[^\d+]", "", _plain(value))
    return re.sub(r"^(?:\+86|0086|86(?=1\d{10}$))", "", text)


def _id_number(value: str) -> str:
    return re.sub(r"[^0-9a-z]", "", _plain(value)).upper()


_NORMAL_FORMS: dict[str, Callable[[str], str]] = {"phone": _phone, "id_number": _id_number}
