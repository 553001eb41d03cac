"""The supervisory committee may sit in on every meeting of residents, so it is told (art. 36).

The assemblies room calls the meeting, the oversight room knows who watches.
"""

from linli.core.audit.door import Act, crosses
from linli.governance.assemblies.models import Assembly
from linli.governance.oversight.actions.committee import invite_to_sit_in


@crosses("assemblies.call")
def supervisors_told_of_meeting(act: Act, assembly: Assembly) -> None:
    """Tells the supervisors when and where the meeting is, as it is called."""
    invite_to_sit_in(assembly.community, gathering=assembly.gathering, by=act.by, at=act.at)
