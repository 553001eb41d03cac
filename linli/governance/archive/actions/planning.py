"""The place's own lines of the filing plan."""

from dataclasses import dataclass
from datetime import date

from linli.core.audit.door import Act, action
from linli.core.places.models import Place
from linli.governance.archive.filing_plan import part_called
from linli.governance.archive.models import LocalLine
from linli.governance.archive.queries.plan import shipped_line
from linli.governance.archive.rules import filing as rules
from linli.lib.law import Finding, require


@dataclass(frozen=True)
class LineGiven:
    """A line as the director writes it; with `of`, another term or access for a line there is."""

    part: str
    title: str
    term: str
    access: str
    source: str
    since: date
    title_en: str = ""
    of: str = ""


@action("archive.add_line", needs="archive.direct")
def add_line(act: Act, community: Place, *, line: LineGiven) -> LocalLine:
    """Adds a line, dated and with its source. A line that is there is kept longer or closed
    further, never shorter or wider; what was filed before stays as it was filed."""
    part_called(line.part)
    if line.of:
        known = shipped_line(line.of)
        require(Finding(known is not None, "archive.line_known"))
        assert known is not None
        require(rules.term_no_shorter(line.term, known.term))
        require(rules.no_more_open(line.access, known.access))
        standing = LocalLine.objects.filter(
            community=community, of=line.of, until__isnull=True
        ).exists()
        require(Finding(not standing, "archive.line_altered_once"))
    row = LocalLine.objects.create(
        community=community,
        of=line.of,
        part=line.part,
        title=line.title.strip(),
        title_en=line.title_en.strip(),
        term=line.term,
        access=line.access,
        source=line.source.strip(),
        since=line.since,
    )
    act.note(line=row.titles)
    return row


@action("archive.end_line", needs="archive.direct")
def end_line(act: Act, line: LocalLine, *, until: date) -> LocalLine:
    """From that day on the place's line holds no longer; what was filed under it stays."""
    require(Finding(line.until is None, "archive.line_still_holds"))
    require(Finding(until > line.since, "archive.line_ends_later", numbers={"since": line.since}))
    line.until = until
    line.save(update_fields=["until"])
    act.note(line=line.titles)
    return line
