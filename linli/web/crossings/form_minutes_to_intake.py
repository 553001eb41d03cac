"""Minutes spent on a department's form are laid to the department that asked for it.

The paperwork room knows how long a form took, the intake room for whom the committee works.
"""

from linli.core.audit.door import Act, crosses
from linli.lib.calendar import local_day
from linli.partners.intake.actions import log_minutes
from linli.partners.paperwork.models import HandOver

LONGEST_NAME = 80


@crosses("paperwork.hand_over")
def form_minutes_to_intake(act: Act, handed: HandOver) -> None:
    """Logs the minutes a handed-over form took to whoever asked for it, under the form's name.
    Nothing where no time was stated. A form handed over twice by a double tap is one hand-over,
    so its minutes count once."""
    asking = handed.asking
    if not handed.minutes:
        return
    log_minutes(
        asking.community,
        body=asking.body,
        minutes=handed.minutes,
        on=local_day(act.at),
        what=asking.title[:LONGEST_NAME],
        kind="form",
        by=act.by,
        at=act.at,
    )
