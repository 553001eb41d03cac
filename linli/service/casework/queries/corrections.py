"""Help in community corrections, for the named members of the group."""

from django.http import Http404

from linli.service.casework.models import Case
from linli.service.casework.models.corrections import CorrectionsHelp, HelpNote

ADULT, MINOR = "corrections", "corrections_minor"
AFTER_RELEASE = "resettlement"
KINDS = (ADULT, MINOR, AFTER_RELEASE)


def help_of(case: Case) -> CorrectionsHelp | None:
    """What is kept, where it was begun."""
    found = CorrectionsHelp.objects.filter(community=case.community_id, case=case).first()
    if found is not None:
        found.case = case
    return found


def help_needed(case: Case) -> CorrectionsHelp:
    """The same; `Http404` where there is none."""
    found = help_of(case)
    if found is None:
        raise Http404
    return found


def notes_of(case: Case) -> list[HelpNote]:
    """The notes of help, the latest first."""
    found = list(HelpNote.objects.filter(community=case.community_id, case=case)[:200])
    for row in found:
        row.case = case
    return found
