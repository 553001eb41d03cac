"""Words everybody will read, and the code of a slip."""

import secrets
from datetime import date
from typing import Any
from uuid import UUID

from linli.core.audit.door import Act
from linli.core.people.models import Person
from linli.culture.activities.actions.wording import require_public
from linli.culture.activities.models.consented import Consented
from linli.culture.activities.rules import groups as rules
from linli.lib.calendar import local_day
from linli.lib.identity.receipt import receipt_from
from linli.lib.identity.redact import redact
from linli.lib.law import Finding, require

CODE_BYTES = 16
LONG_NAMES = (3, 4)


def plain_words(*words: str) -> Finding:
    """Whether everybody may read them: nothing that looks like a number, a door or a name."""
    clean = all(redact(each).text == each for each in words)
    return Finding(clean, "activities.plain_words", cites=("pipl.25",))


def tidy(words: str, community: Any = None) -> str:
    """The words with their spaces in order; refused where they hold something of a person, or, of
    a `community`, where they name somebody of its register."""
    told = " ".join(words.split())
    require(plain_words(told))
    if community is not None:
        require_public(community, told)
    return told


def names_in(community: Any, *words: str) -> set[str]:
    """The full names of the register that the words hold; one of two characters where it is all
    that is said."""
    parts = {
        plain[start : start + size]
        for plain in ("".join(each.split()) for each in words)
        for size in (*LONG_NAMES, len(plain))
        for start in range(len(plain) - size + 1)
    } - {""}
    key = getattr(community, "pk", community)
    found = Person.objects.filter(community=key, name__in=parts)
    return set(found.values_list("name", flat=True))


def new_code() -> str:
    """The code of a slip, that nobody guesses."""
    return receipt_from(secrets.token_bytes(CODE_BYTES))


def consent(act: Act, row: Consented, way: str, witness: str = "") -> None:
    """Writes down how somebody agreed, and when; nothing is saved yet. What the desk writes down
    is never "online": that is the person's own tick."""
    require(rules.consent_given(way, witness))
    row.consent_way, row.consent_witness = way, witness.strip()
    row.consented_at = act.at


def take_back(row: Consented) -> list[str]:
    """Nobody reads it any more; the fields to be saved."""
    row.consent_way, row.consent_witness = "", ""
    row.consented_at = row.shown_since = None
    return ["consent_way", "consent_witness", "consented_at", "shown_since"]


def of_here(row: Any, community_id: Any) -> bool:
    """Whether a row lies in this community."""
    return bool(getattr(row, "community_id", None) == community_id)


def hold(row: Any) -> None:
    """The row as it now is, which nobody else changes before this act is done: what two decide at
    once is decided by the first, and the other is told."""
    rows = type(row).objects.select_for_update()
    rows.get(community=row.community_id, pk=row.pk)
    row.refresh_from_db()


def account_of(act: Act) -> UUID:
    """The account that acts, where the permission has seen to it that there is one."""
    assert act.by.account is not None
    return act.by.account


def day_of(act: Act) -> date:
    """The day of an act, in the community's time."""
    return local_day(act.at)
