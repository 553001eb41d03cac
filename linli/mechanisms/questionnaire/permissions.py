"""Who keeps a questionnaire and who types in what came on paper: those its room names (`kinds`).
Anybody may answer, with a slip; a slip is taken on the page by whoever has signed in.

Over a place the question is whether there is any kind one may.
"""

from typing import Any

import rules

from linli.core.audit.actor import Actor, anyone
from linli.core.audit.door import may
from linli.mechanisms.questionnaire.kinds import kinds
from linli.mechanisms.questionnaire.models import Questionnaire


def _asks(which: str) -> "rules.Predicate":
    def held(actor: Actor, subject: Any = None) -> bool:
        asked = getattr(subject, "questionnaire", subject)
        if isinstance(asked, Questionnaire):
            return may(getattr(asked.sort, which), actor, asked)
        return any(may(getattr(kind, which), actor, subject) for kind in kinds())

    return rules.Predicate(held, name=f"questionnaire_{which}")


rules.add_perm("questionnaire.keep", _asks("keeps"))
rules.add_perm("questionnaire.type_in", _asks("types"))
rules.add_perm("questionnaire.answer", anyone)
