"""Whether the parts of an archive unfold to the sizes they claim: a bomb claims to be small."""

import zipfile
import zlib

from linli.lib.tables.problems import Unreadable

_MOST_TIMES = 1032  # deflate cannot make more than so many bytes out of one
_PIECE = 1 << 20


def check_sizes_told(archive: zipfile.ZipFile, largest: int) -> None:
    """Raises `Unreadable("too_large")` for a part that unfolds to more than it says.

    The claims themselves have been added up before; an archive too small to do harm whatever it
    claims is not unfolded at all.
    """
    parts = archive.infolist()
    if sum(part.compress_size for part in parts) * _MOST_TIMES <= largest:
        return
    for part in parts:
        if part.compress_type == zipfile.ZIP_DEFLATED and _unfolds_beyond(archive, part):
            raise Unreadable("too_large", megabytes=largest // 2**20)


def _unfolds_beyond(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    if part.compress_size * _MOST_TIMES <= part.file_size:
        return False
    stream = archive.fp
    if stream is None:
        return False
    stream.seek(part.header_offset)
    header = stream.read(30)
    names = int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
    stream.seek(part.header_offset + 30 + names)
    unfold = zlib.decompressobj(-zlib.MAX_WBITS)
    left, unfolded, waiting = part.compress_size, 0, b""
    while (left or waiting) and not unfold.eof:
        if not waiting:
            waiting = stream.read(min(left, _PIECE))
            left -= len(waiting)
            if not waiting:
                break
        unfolded += len(unfold.decompress(waiting, _PIECE))
        waiting = unfold.unconsumed_tail
        if unfolded > part.file_size:
            return True
    return False
