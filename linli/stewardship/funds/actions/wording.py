"""Words everybody will read."""

from typing import Any

from linli.core.people.queries.named import names_a_resident
from linli.lib.identity.redact import redact
from linli.lib.law import require
from linli.stewardship.funds import rules
from linli.stewardship.funds.rules import stock


def plain(words: str) -> str:
    """The words with their spaces in order; refused where they hold what looks like a name, a
    number or a door."""
    told = " ".join(words.split())
    require(stock.names_nobody(redact(told).text == told))
    return told


def told_to_all(words: str, community: Any, *known: str) -> str:
    """The same for what stands in the books, where nobody can take a word out again: also what
    may be a name (王阿姨), the names in `known` (who is paid), and those of the register."""
    told = " ".join(words.split())
    found = redact(told, known_names=[name for name in known if name.strip()])
    clean = found.text == told and not any(each.kind == "name" for each in found.doubtful)
    require(rules.words_name_nobody(clean and not names_a_resident(community, told)))
    return told
