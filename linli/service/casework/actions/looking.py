"""Opening a case to read it: with a purpose, each time, written where the person can read it."""

from linli.core.audit.door import Act, action
from linli.core.pages.bilingual import in_both
from linli.lib.law import require
from linli.service.casework.actions.cases import tell_others, told_person
from linli.service.casework.models import Case, Look
from linli.service.casework.rules import cases as rules


@action("casework.open", needs="casework.handle")
def look(act: Act, case: Case, *, purpose: str, words: str, strange: tuple[str, ...] = ()) -> Case:
    """Opens it. `strange`: why this opening was unlike its holder, who has signed in afresh."""
    titles = dict(case.declared.purposes)
    assert purpose in titles, f"{case.kind} is not opened for {purpose}"
    require(rules.said_enough(words))
    Look(
        community_id=case.community_id,
        case=case,
        purpose=purpose,
        words=words.strip(),
        at=act.at,
        by_id=act.by.account,
        strange=",".join(strange),
    ).save(force_insert=True)
    act.about = told_person(case)
    act.note(purpose=in_both(titles[purpose]))
    return case


@action("casework.suspect", needs="casework.handle")
def suspect(act: Act, case: Case, *, strange: tuple[str, ...]) -> Case:
    """Somebody who is signed in as a handler opens it unlike them. The other handlers hear of it
    at once, before and whether or not a fresh sign-in succeeds."""
    act.about = told_person(case)
    act.note(strange=list(strange))
    tell_others(act, case, "casework.strange_opening")
    return case
