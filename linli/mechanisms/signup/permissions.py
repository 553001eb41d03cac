"""Who puts names down and who keeps the sheet. Anybody may sign where it is open; who is in, who
waits and who came is for those the domain names, and each for their own entry."""

from typing import Any

import rules

from linli.core.audit.actor import Actor, anyone, clock, signed_in
from linli.mechanisms.signup.models import Feed, Sheet, SignUp


def sheet_of(subject: Any) -> Any:
    """The sheet a subject is, or belongs to."""
    if isinstance(subject, Sheet):
        return subject
    found = getattr(subject, "sheet", None)
    return found if found is not None else getattr(getattr(subject, "signup", None), "sheet", None)


@rules.predicate(name="keeps_sheet")
def keeps_sheet(actor: Actor, subject: Any = None) -> bool:
    """The actor holds the permission which the domain named for sheets of this kind."""
    sheet = sheet_of(subject)
    return isinstance(sheet, Sheet) and bool(rules.has_perm(sheet.sort.keeps, actor, sheet))


@rules.predicate(name="own_signup")
def own_signup(actor: Actor, signup: Any = None) -> bool:
    """Whoever put the name down, whose name it is, or who bears the code of its slip."""
    if not isinstance(signup, SignUp):
        return False
    mine = actor.account is not None and actor.account in (
        signup.account_id,
        signup.put_down_account,
    )
    person = actor.person is not None and actor.person == signup.person_id
    return mine or person or signup.pk in actor.bears


@rules.predicate(name="own_feed")
def own_feed(actor: Actor, feed: Any = None) -> bool:
    """The link is the actor's own."""
    return isinstance(feed, Feed) and actor.account == feed.account_id


rules.add_perm("signup.sign_up", anyone)
rules.add_perm("signup.keep", keeps_sheet)
rules.add_perm("signup.answer", own_signup | keeps_sheet)
rules.add_perm("signup.lapse", clock | keeps_sheet)
rules.add_perm("signup.forget", clock)
rules.add_perm("signup.keep_feed", signed_in)
rules.add_perm("signup.end_feed", own_feed)
