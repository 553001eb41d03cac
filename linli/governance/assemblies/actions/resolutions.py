"""What becomes of a decision: begun, told, carried out; and the committee's own decisions."""

from datetime import date

from linli.core.access.models import Body
from linli.core.audit.door import Act, action
from linli.core.places.models import Place
from linli.governance.assemblies import rules
from linli.governance.assemblies.actions.holding import make_resolution
from linli.governance.assemblies.flows import RESOLUTION
from linli.governance.assemblies.models import Authorisation, Resolution
from linli.governance.assemblies.words import MATTERS
from linli.lib.calendar import local_day
from linli.lib.identity.redact import redact
from linli.lib.law import Finding, require
from linli.mechanisms.flow.actions import take


@action("assemblies.begin", needs="assemblies.carry_out")
def begin(act: Act, resolution: Resolution, *, seen: int | None = None) -> Resolution:
    """Carrying out has begun."""
    act.note(number=resolution.number)
    return take(act, RESOLUTION, resolution, "begin", seen=seen)


@action("assemblies.report_progress", needs="assemblies.carry_out")
def report_progress(
    act: Act, resolution: Resolution, *, words: str, seen: int | None = None
) -> Resolution:
    """Tells everybody how far it is."""
    act.note(number=resolution.number)
    _fit_for_everybody(words)
    return take(act, RESOLUTION, resolution, "report", seen=seen, public_note=words.strip())


@action("assemblies.carry_out", needs="assemblies.carry_out")
def carry_out(
    act: Act, resolution: Resolution, *, words: str, seen: int | None = None
) -> Resolution:
    """It is done; told to everybody in `words`."""
    act.note(number=resolution.number)
    _fit_for_everybody(words)
    resolution.done_on = local_day(act.at)
    resolution.save(update_fields=["done_on"])
    return take(act, RESOLUTION, resolution, "carry_out", seen=seen, public_note=words.strip())


@action("assemblies.decide_in_committee", needs="assemblies.decide_here")
def decide_in_committee(
    act: Act,
    community: Place,
    *,
    title: str,
    text: str,
    matter: str = "other",
    owner: Body | None = None,
    due_on: date | None = None,
) -> Resolution:
    """The committee's own decision, which a meeting of residents may change or revoke. What is
    reserved to residents it cannot decide."""
    on = local_day(act.at)
    require(rules.may_decide(rules.COMMITTEE, matter))
    require(
        Finding(due_on is None or due_on > on, "assemblies.due_ahead", numbers={"due_on": due_on})
    )
    _fit_for_everybody(title, text)
    resolution = make_resolution(
        act,
        Resolution(
            community=community,
            body=rules.COMMITTEE,
            matter=matter,
            year=on.year,
            title=title.strip(),
            text=text.strip(),
            adopted_on=on,
            owner=owner,
        ),
        due_on=due_on,
    )
    act.note(number=resolution.number)
    return resolution


@action("assemblies.authorise", needs="assemblies.authorise")
def authorise(
    act: Act,
    community: Place,
    *,
    matter: str,
    source: str,
    since: date,
    until: date | None = None,
    resolution: Resolution | None = None,
) -> Authorisation:
    """Records that the assembly let the representatives' meeting decide a reserved matter: by
    one of its own resolutions, or one on paper, with where that is."""
    require(Finding(matter in rules.RESERVED, "assemblies.reserved_only", cites=("rcl2025.30",)))
    if resolution is not None:
        require(
            Finding(
                resolution.body == rules.ASSEMBLY,
                "assemblies.may_decide",
                cites=("rcl2025.30",),
                numbers={"body": resolution.body, "matter": matter, "authorised": False},
            )
        )
    act.note(matter=str(dict(MATTERS)[matter]))
    return Authorisation.objects.create(
        community=community,
        matter=matter,
        resolution=resolution,
        source=source.strip(),
        since=since,
        until=until,
    )


def _fit_for_everybody(*words: str) -> None:
    for each in words:
        require(Finding(redact(each).text == each, "assemblies.public_words"))
