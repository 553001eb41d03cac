"""Two findings of incompetence in a row end a post, and the seat is to be filled (art. 37).

The oversight room holds the appraisal, the election room keeps who sits on the committee.
"""

from linli.core.audit.door import Act, crosses
from linli.governance.elections.actions.sitting import end_by_appraisal
from linli.governance.elections.models import Membership
from linli.governance.oversight.models import Appraisal
from linli.governance.oversight.queries.appraisal import appraised_in
from linli.lib.calendar import local_day


@crosses("oversight.publish_appraisal")
def appraisal_ends_post(act: Act, appraisal: Appraisal) -> None:
    """Ends the term of each member who was found not competent for the second time running, from
    today on. One that has ended meanwhile stays as it ended."""
    ended = [each.seat for each in appraised_in(appraisal) if each.ends and each.seat]
    seats = Membership.objects.filter(
        community=appraisal.community_id, pk__in=ended, until__isnull=True
    )
    for seat in seats.select_related("community"):
        end_by_appraisal(
            seat,
            ended_on=local_day(act.at),
            paper=appraisal.title,
            by=act.by,
            at=act.at,
        )
