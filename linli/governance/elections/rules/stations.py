"""Who serves at a polling station. Its papers are counted by the ballot mechanism."""

from linli.governance.elections.rules.law import ElectionLaw
from linli.lib.law import Finding, Findings


def station_staffed(
    staff: int, scrutineers: int, candidates: int, kin: int, *, law: ElectionLaw
) -> Findings:
    """Enough people at a station, where the place says how many; and among them no candidate, and
    no close relative of one (`kin`)."""
    steps = [
        Finding(
            candidates == 0 and kin == 0,
            "elections.staff_impartial",
            cites=law.ground("rcl2025.19", "station_staff_least"),
            numbers={"candidates": candidates, "kin": kin},
        )
    ]
    if law.station_staff_least is not None:
        least = law.station_scrutineers_least or 0
        steps.append(
            Finding(
                staff >= law.station_staff_least and scrutineers >= least,
                "elections.station_staffed",
                cites=law.ground("rcl2025.19", "station_staff_least"),
                numbers={
                    "staff": staff,
                    "least": law.station_staff_least,
                    "scrutineers": scrutineers,
                    "scrutineers_least": least,
                },
            )
        )
    return Findings(tuple(steps))
