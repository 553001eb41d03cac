"""What may be taken in: sizes, kinds and pixels, as findings over plain values."""

from linli.lib.law import Finding

MB = 1024 * 1024

LIMITS = {"photo": 20 * MB, "document": 20 * MB, "table": 60 * MB}
"""The largest upload of each kind, in bytes, as it arrives (a kept photo is far smaller)."""

REQUEST_LIMIT = 130 * MB
"""The largest form, in bytes, with all its files: six photos and what is written beside them."""

PIXELS = 40_000_000
PIXELS_JPEG = 80_000_000
"""The largest picture that is opened. A JPEG is read at reduced size, so more of it fits in the
same memory; a small file may claim any number of pixels, and is refused before they are made."""

RESERVE = 64 * MB
"""What uploads leave free on the disk, so that the database can still write."""

DECLARED = {
    "photo": ("JPEG", "PNG", "WebP", "GIF"),
    "document": ("PDF", "DOCX", "XLSX", "PPTX", "DOC/XLS", "ODT", "ODS", "JPEG", "PNG"),
    "table": ("CSV", "XLSX", "DOC/XLS", "ODS"),
}
"""What each kind may really be."""

_IS_KIND = {
    "photo": "files.is_image",
    "document": "files.is_document",
    "table": "files.is_table",
}


def not_empty(size: int) -> Finding:
    """There is something in it."""
    return Finding(size > 0, "files.not_empty")


def small_enough(kind: str, size: int) -> Finding:
    """The upload is no larger than its kind may be. Sizes in bytes, and in MB with one decimal."""
    limit = LIMITS[kind]
    return _within(size, limit)


def form_small_enough(size: int) -> Finding:
    """The form with all its files is no larger than a form may be."""
    return _within(size, REQUEST_LIMIT)


def is_kind(kind: str, found: str) -> Finding:
    """What was found is one of the things this kind may be; `found` names what it really is."""
    if not found:
        return Finding(False, "files.recognised")
    return Finding(found in DECLARED[kind], _IS_KIND[kind], numbers={"found": found})


def fits_in_memory(width: int, height: int, *, jpeg: bool) -> Finding:
    """The picture has no more pixels than can be opened. Given in megapixels, rounded up."""
    limit = PIXELS_JPEG if jpeg else PIXELS
    return Finding(
        width * height <= limit,
        "files.picture_size",
        numbers={
            "width": width,
            "height": height,
            "megapixels": -(-width * height // 1_000_000),
            "limit": limit // 1_000_000,
        },
    )


def room_left(free: int, needed: int) -> Finding:
    """The disk holds `needed` more bytes and the database's reserve beside."""
    return Finding(
        free >= needed + RESERVE,
        "files.room_left",
        numbers={"needed": _megabytes(needed), "free": _megabytes(max(free, 0))},
    )


def _within(size: int, limit: int) -> Finding:
    return Finding(
        size <= limit,
        "files.small_enough",
        numbers={
            "size": size,
            "limit": limit,
            "size_mb": _megabytes(size),
            "limit_mb": _megabytes(limit),
        },
    )


def _megabytes(size: int) -> str:
    # Rounded up, so that what is too large never reads as just large enough.
    tenths = -(-size * 10 // MB)
    whole, rest = divmod(tenths, 10)
    return f"{whole}.{rest} MB" if rest else f"{whole} MB"
