"""An activity is closed with who came, its brief is written, its photographs are kept."""

from typing import Any

from linli.core.audit.door import Act, action
from linli.core.files.intake import Purpose, forget_files_of, take_in
from linli.culture.activities import rules
from linli.culture.activities.actions.wording import require_public
from linli.culture.activities.flows import ACTIVITY
from linli.culture.activities.models import Activity, Picture
from linli.culture.activities.queries.coming import unmarked_of
from linli.lib.law import Finding, require
from linli.mechanisms.flow.actions import take
from linli.mechanisms.signup import actions as signup
from linli.mechanisms.signup.models import Occasion
from linli.mechanisms.signup.rules import HELD, OPEN, PLANNED

MOST_PICTURES = 12


@action("activities.close", needs="activities.keep")
def close(
    act: Act,
    activity: Activity,
    *,
    heads: int | None = None,
    told: str = "",
    seen: int | None = None,
) -> Activity:
    """Closes an activity whose dates are over and of each of which it is written down who came.
    `heads`: how many came who had put no name down, over all dates; `told`: the words of its
    brief."""
    require_public(activity.community_id, told)
    coming = activity.sheet.occasions.filter(state=PLANNED, ends_at__gt=act.at).count()
    require(rules.all_over(coming))
    require(rules.attendance_complete(len(unmarked_of(activity, act.at))))
    require(Finding(activity.by_signup or heads is not None, "activities.heads_counted"))
    take(act, ACTIVITY, activity, "close", seen=seen)
    activity.heads, activity.told, activity.closed_at = heads, told.strip(), act.at
    activity.save(update_fields=["heads", "told", "closed_at"])
    # Dates to which nobody had put a name down were held for whoever came.
    Occasion.objects.filter(
        community=activity.community_id, sheet=activity.sheet_id, state=PLANNED
    ).update(state=HELD, changed_at=act.at)
    if activity.sheet.state == OPEN:
        activity.sheet = signup.close(act, activity.sheet)
    act.note(title=activity.title)
    return activity


@action("activities.add_picture", needs="activities.keep")
def add_picture(act: Act, activity: Activity, *, photo: Any, consent: str, caption: str) -> Picture:
    """Keeps a photograph of an activity for everybody to see: one on which nobody can be
    recognised, or everybody shown agreed. Whoever brings it says which."""
    require(rules.consent_given(consent))
    require_public(activity.community_id, caption)
    kept = activity.pictures.count()
    require(
        Finding(kept < MOST_PICTURES, "activities.pictures_most", numbers={"most": MOST_PICTURES})
    )
    picture = Picture(
        community_id=activity.community_id,
        activity=activity,
        consent=consent,
        caption=" ".join(caption.split()),
        at=act.at,
        by_id=act.by.account,
    )
    picture.save(force_insert=True)
    take_in(act, activity.community_id, photo, Purpose(picture, "photo", "public"))
    act.note(title=activity.title)
    return picture


@action("activities.remove_picture", needs="activities.keep")
def remove_picture(act: Act, picture: Picture) -> Activity:
    """Takes a photograph away for good: somebody on it asks, or it should not have been kept."""
    forget_files_of(act, picture, "activities.remove_picture")
    activity: Activity = picture.activity
    picture.delete()
    act.note(title=activity.title)
    return activity


@action("activities.remind", needs="activities.remind")
def remind(act: Act, activity: Activity) -> Activity:
    """Lets the workers know, once for each date, that it is not yet written down who came."""
    activity.reminded_at = act.at
    activity.save(update_fields=["reminded_at"])
    act.tell("activities.attendance_missing", post="worker", title=activity.title)
    act.note(title=activity.title)
    return activity
