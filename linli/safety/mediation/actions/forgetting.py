"""When its term is over, a case forgets what was said and by whom; its kind and days stay."""

from datetime import datetime

from linli.core.audit.door import Act, action
from linli.core.audit.models import ClosedEntry
from linli.core.files.intake import forget_files_of
from linli.core.links.models import Link
from linli.core.people.actions.forgetting import when_forgotten
from linli.core.people.models import Person
from linli.safety.mediation.models import Agreement, Exhibit, Mediation, Party, Point, Record


@action("mediation.forget", needs="mediation.forget")
def forget_mediation(act: Act, case: Mediation) -> Mediation:
    """Blanks every word of a case and its papers, and takes the persons out of it."""
    ours = {"community": case.community_id}
    for exhibit in Exhibit.objects.filter(case=case, **ours):
        forget_files_of(act, exhibit, "mediation_over")
        _blank(exhibit, Exhibit.WORDS)
    for party in Party.objects.filter(case=case, **ours):
        party.person = party.agent_person = None
        _blank(party, Party.WORDS)
    for record in Record.objects.filter(case=case, **ours):
        _blank(record, Record.WORDS)
    for agreement in Agreement.objects.filter(case=case, **ours):
        _blank(agreement, Agreement.WORDS)
    for point in Point.objects.filter(agreement__case=case, **ours):
        _blank(point, Point.WORDS)
    case.forgotten_at = act.at
    case.registered_by = case.wanted = None
    _blank(case, Mediation.WORDS)
    # Nor does the closed book, or the matter it came from, lead back to anybody.
    ClosedEntry.objects.filter(community=case.community_id, subject=case.pk).update(about=None)
    Link.objects.filter(to_id=case.pk, **ours).delete()
    return case


@when_forgotten
def let_go_of(person: Person, at: datetime) -> None:
    """Whoever is forgotten can no longer be reached through a case. The words of it stay until
    its term is over: they are the other side's as well."""
    ours = {"community": person.community_id}
    for party in Party.objects.filter(person=person, **ours):
        party.person, party.phone = None, ""
        party.save()
    Party.objects.filter(agent_person=person, **ours).update(agent_person=None)


def _blank(
    row: Mediation | Party | Record | Agreement | Point | Exhibit, words: tuple[str, ...]
) -> None:
    for name in words:
        setattr(row, name, "")
    row.save()
