"""The file that travels: a manifest, the values twice (CSV and Parquet), and a signature.

A zip with `manifest.json`, `values.csv`, `values.parquet` and `signature.txt`. The signature is
over the bytes of the manifest, which holds the SHA-256 of both tables; the manifest's own SHA-256
is the digest by which sender and receiver speak of the file. `docs/howto/returns.md` has it all.
"""

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from linli.evaluation.returns.keys import own_key, public_half, sign
from linli.evaluation.returns.lines import Line, as_csv, as_parquet

FORMAT, FORMAT_VERSION = "linli-return", 1
ANSWER = "linli-return-answer"
MANIFEST, VALUES_CSV, VALUES_PARQUET, SIGNATURE = (
    "manifest.json", "values.csv", "values.parquet", "signature.txt",
)  # fmt: skip
MEMBERS = {
    FORMAT: (MANIFEST, VALUES_CSV, VALUES_PARQUET, SIGNATURE),
    ANSWER: (MANIFEST, SIGNATURE),
}
"""Exactly these, each once."""
_ONE_DAY = (2000, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Packed:
    """A file ready to be sent, and its digest."""

    content: bytes
    digest: str


def pack_return(said: Mapping[str, Any], lines: Sequence[Line], *, with_key: str = "") -> Packed:
    """The file of a return. `said`: community, office, period, through, edition, sent_at, notes;
    what follows from the lines is added here."""
    tables = {VALUES_CSV: as_csv(lines), VALUES_PARQUET: as_parquet(lines)}
    manifest = {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        **said,
        "key": _key(with_key),
        "definitions": {line.indicator: line.version for line in lines},
        "lines": len(lines),
        "files": {name: hashlib.sha256(body).hexdigest() for name, body in tables.items()},
    }
    return _zip(manifest, tables, with_key)


def pack_answer(said: Mapping[str, Any], *, with_key: str = "") -> Packed:
    """The receiving office's answer, which goes back the same way."""
    manifest = {
        "format": ANSWER, "format_version": FORMAT_VERSION, **said, "key": _key(with_key)
    }  # fmt: skip
    return _zip(manifest, {}, with_key)


def _key(with_key: str) -> str:
    return public_half(with_key) if with_key else own_key()


def _zip(manifest: Mapping[str, Any], tables: Mapping[str, bytes], with_key: str) -> Packed:
    head = json.dumps(manifest, ensure_ascii=False, sort_keys=True, indent=1).encode()
    members = {MANIFEST: head, **tables, SIGNATURE: sign(head, with_key=with_key).encode()}
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as folder:
        for name, body in members.items():
            folder.writestr(zipfile.ZipInfo(name, _ONE_DAY), body, zipfile.ZIP_DEFLATED)
    return Packed(sink.getvalue(), hashlib.sha256(head).hexdigest())
