"""Slips by their code, and what stands for whoever took one."""

import hashlib
from uuid import UUID

from linli.core.people.keys import blind_index
from linli.mechanisms.questionnaire.models import PaperEntry, Questionnaire, Slip


def digest_of(code: str) -> bytes:
    """What is kept of a slip's code."""
    return hashlib.sha256(code.encode()).digest()


def slip_open(questionnaire: Questionnaire, code: str) -> bool:
    """Whether a code (in its one form) is a slip of this questionnaire that was not used."""
    here = {"community": questionnaire.community_id, "questionnaire": questionnaire}
    return Slip.objects.filter(**here, used=False, digest=digest_of(code)).exists()


def taker_of(
    questionnaire: Questionnaire, account: UUID, dwellings: tuple[UUID, ...]
) -> bytes | None:
    """What stands for whoever takes a slip on the page: the household's dwelling or the account,
    keyed, so that the row names neither. None where it is by household and this account belongs
    to no dwelling."""
    purpose = f"{questionnaire.kind}.taker"
    if questionnaire.per == "person":
        return blind_index(f"{questionnaire.pk}/{account}", purpose)
    if not dwellings:
        return None
    return blind_index(f"{questionnaire.pk}/{min(dwellings)}", purpose)


def typist_of(questionnaire: Questionnaire, account: UUID) -> bytes:
    """What stands for whoever types a sheet of paper, so that a second can be told from them."""
    return blind_index(f"{questionnaire.pk}/{account}", f"{questionnaire.kind}.typist")


def entry_of(questionnaire: Questionnaire, code: str) -> PaperEntry | None:
    """The sheet of paper that is being typed with this slip's code, if any."""
    rows = PaperEntry.objects.filter(
        community=questionnaire.community_id,
        questionnaire=questionnaire,
        slip__digest=digest_of(code),
    )
    return rows.select_related("questionnaire", "slip").first()


def entries_in_doubt(questionnaire: Questionnaire) -> list[PaperEntry]:
    """The sheets whose two typings differ, in no order that tells anything."""
    rows = PaperEntry.objects.filter(
        community=questionnaire.community_id, questionnaire=questionnaire, second__isnull=False
    )
    return list(rows.select_related("questionnaire").order_by("pk"))
