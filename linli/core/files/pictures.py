"""Photos drawn anew: turned upright, shrunk, and with nothing in them but the picture.

What a camera writes beside the picture (where, when, with which phone, a second picture) is not
carried over, because only pixels are.
"""

import io
from dataclasses import dataclass
from typing import IO

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from linli.core.files.rules import fits_in_memory
from linli.lib.law import Finding, Refused, require

EDGE = 2048
SMALL_EDGE = 480
QUALITY = 84
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF")


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo as it is kept: both are JPEG; `width` and `height` are those of `full`."""

    full: bytes
    small: bytes
    width: int
    height: int


def redraw(upload: IO[bytes]) -> Picture:
    """The photo as it will be kept. Refuses what cannot be opened whole, or is too large to."""
    try:
        _verify(upload)
        with Image.open(upload, formats=_FORMATS) as image:
            upright = _open_upright(image)
        full = _shrink(upright, EDGE)
        small = _shrink(full, SMALL_EDGE)
        return Picture(_as_jpeg(full), _as_jpeg(small), full.width, full.height)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Refused(Finding(False, "files.picture_plausible")) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError) as error:
        # Pillow's words for a picture that breaks off or lies about itself.
        raise Refused(Finding(False, "files.picture_whole")) from error


def _verify(upload: IO[bytes]) -> None:
    upload.seek(0)
    with Image.open(upload, formats=_FORMATS) as image:
        require(fits_in_memory(*image.size, jpeg=image.format in ("JPEG", "MPO")))
        image.verify()
    upload.seek(0)


def _open_upright(image: Image.Image) -> Image.Image:
    image.draft("RGB", (EDGE, EDGE))  # a JPEG is decoded at the size needed, not at its own
    profile = image.info.get("icc_profile")
    upright = _flatten(ImageOps.exif_transpose(image))
    return _in_screen_colours(upright, profile) if profile else upright


def _flatten(image: Image.Image) -> Image.Image:
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        paper = Image.new("RGBA", image.size, "white")
        paper.alpha_composite(image.convert("RGBA"))
        return paper.convert("RGB")
    return image.convert("RGB")


def _in_screen_colours(image: Image.Image, profile: bytes) -> Image.Image:
    try:
        converted = ImageCms.profileToProfile(
            image, io.BytesIO(profile), ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    except (ImageCms.PyCMSError, OSError):
        return image  # a profile for other channels than these, or a broken one
    return converted or image


def _shrink(image: Image.Image, edge: int) -> Image.Image:
    shrunk = image.copy()
    shrunk.thumbnail((edge, edge), Image.Resampling.LANCZOS)
    return shrunk


def _as_jpeg(image: Image.Image) -> bytes:
    # A fresh image, so that nothing of `info` travels along.
    clean = Image.new("RGB", image.size)
    clean.paste(image)
    written = io.BytesIO()
    clean.save(written, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return written.getvalue()
