"""Words everybody will read, rows held while an act lasts, and who of an estate is told."""

from typing import Any

from linli.core.audit.door import Act
from linli.core.people.queries.named import names_a_resident
from linli.core.places.held import held
from linli.governance.property.models import Estate
from linli.governance.property.queries.parties import parties_of
from linli.lib.calendar import local_day
from linli.lib.identity.redact import redact
from linli.lib.law import Finding, require


def judge_words(words: str) -> Finding:
    """Whether everybody may read them: no name, number or door in them, nor what may be a name."""
    plain = " ".join(words.split())
    found = redact(plain)
    clean = found.text == plain and not any(span.kind == "name" for span in found.doubtful)
    return Finding(clean, "property.words_name_nobody", cites=("pipl.25",))


def told(words: str, community: Any) -> str:
    """The words with their spaces in order, line by line; refused where they tell of somebody or
    name somebody of the register in full."""
    lines = [" ".join(line.split()) for line in words.strip().splitlines()]
    for line in lines:
        require(judge_words(line))
    named = names_a_resident(community, words)
    require(Finding(not named, "property.words_name_nobody", cites=("pipl.25",)))
    return "\n".join(lines)


def said(words: str) -> Finding:
    """Something was said at all."""
    return Finding(bool(words.strip()), "property.said")


def fresh(row: Any, seen: int | None) -> Any:
    """The row, held, where nobody changed it since it was seen."""
    return held(row, seen, "property.fresh")


def tell_parties(act: Act, estate: Estate, kind: str, **values: Any) -> None:
    """Tells the firm and the owners' side of the estate, account by account."""
    for party in parties_of(estate, local_day(act.at)):
        for account in party.accounts:
            act.tell(kind, account=account, estate=estate.name, **values)
