"""Private data masked in free text before anybody outside may read it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from linli.lib.identity.private_names import find_name_before, find_names
from linli.lib.identity.private_numbers import find_numbers
from linli.lib.identity.private_places import find_doors
from linli.lib.identity.reading_view import Hit, ReadingView

MASK = "***"


class Span(NamedTuple):
    """A place in the redacted text: what stands there now, of which kind it was, and how many
    characters it had (its content is not kept).

    Kinds: national_id, bank_card, mobile, landline, email, chat, plate, document, door, name.
    """

    start: int
    end: int
    kind: str
    original_length: int


@dataclass(frozen=True, slots=True)
class Redaction:
    """`text` may be shown to the worker who publishes; `spans` are masked in it, `doubtful` are
    left as they are for that worker to judge (王阿姨, 老李, 3-2-2001)."""

    text: str
    spans: tuple[Span, ...] = ()
    doubtful: tuple[Span, ...] = ()


def redact(text: str, *, known_names: Iterable[str] = ()) -> Redaction:
    """The text with what identifies or reaches a person replaced by `***`.

    `known_names`: people of the place (neighbours, the reporter), masked wherever they occur.
    Patterns find what is written plainly; a person still looks before a text is published.
    The same text gives the same result, and a redacted text has nothing more to redact.
    """
    view = ReadingView(text)
    hits = [*find_numbers(view), *find_doors(view), *find_names(view, known_names)]
    masked = _without_overlaps(hit for hit in hits if not hit.doubtful)
    before = (
        find_name_before(view, hit.start) for hit in masked if hit.kind in ("mobile", "landline")
    )
    doubtful = [hit for hit in hits if hit.doubtful] + [hit for hit in before if hit is not None]
    return _applied(text, masked, _without_overlaps(doubtful, taken=masked))


def _without_overlaps(hits: Iterable[Hit], taken: Iterable[Hit] = ()) -> list[Hit]:
    """The hits in the order of the text, of those lying over each other the first found.

    Of another kind the part that is still free is kept, so that nothing private is left over.
    """
    occupied = {place: hit.kind for hit in taken for place in range(hit.start, hit.end)}
    kept: list[Hit] = []
    for hit in hits:
        places = [place for place in range(hit.start, hit.end) if place not in occupied]
        met = {occupied[place] for place in range(hit.start, hit.end) if place in occupied}
        if places and hit.kind not in met and places[-1] - places[0] + 1 == len(places):
            occupied.update(dict.fromkeys(places, hit.kind))
            kept.append(hit._replace(start=places[0], end=places[-1] + 1))
    return sorted(kept)


def _applied(text: str, masked: list[Hit], doubtful: list[Hit]) -> Redaction:
    pieces: list[str] = []
    spans: list[Span] = []
    looked_at: list[Span] = []
    position = length = 0
    for hit in sorted([*masked, *doubtful]):
        shown = text[hit.start : hit.end] if hit.doubtful else MASK
        between = text[position : hit.start]
        start = length + len(between)
        span = Span(start, start + len(shown), hit.kind, hit.end - hit.start)
        (looked_at if hit.doubtful else spans).append(span)
        pieces += (between, shown)
        length, position = span.end, hit.end
    pieces.append(text[position:])
    return Redaction("".join(pieces), tuple(spans), tuple(looked_at))
