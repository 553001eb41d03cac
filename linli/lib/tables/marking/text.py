"""Text put into XML."""

import re
from xml.sax.saxutils import escape

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def escaped(text: object) -> str:
    """Text as XML content, without the letters XML cannot hold."""
    return escape(_ILLEGAL.sub("", str(text)), {'"': "&quot;"})
