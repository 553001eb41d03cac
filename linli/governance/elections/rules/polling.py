"""Election day: may the polls open, may they close, are there papers for everybody (art. 19)."""

from datetime import date

from linli.lib.law import Finding


def on_election_day(on: date, day: date) -> Finding:
    """Votes are cast on the day that was announced, and on no other."""
    return Finding(
        on == day, "elections.on_election_day", cites=("rcl2025.19",), numbers={"day": day}
    )


def ballots_prepared(questions: int, options: int) -> Finding:
    """The paper is made, with the candidates that were posted."""
    return Finding(
        questions > 0 and options > 0,
        "elections.ballots_prepared",
        numbers={"questions": questions, "options": options},
    )


def stations_ready(stations: int, without_tellers: int) -> Finding:
    """There is a place to vote, and each has its two tellers and its witness by name: at least
    two people count and one watches, from the moment the first box is locked."""
    return Finding(
        stations > 0 and without_tellers == 0,
        "elections.stations_ready",
        cites=("rcl2025.19",),
        numbers={"stations": stations, "without_tellers": without_tellers},
    )


def objections_decided(undecided: int) -> Finding:
    """Every objection to the roll has been decided before anybody votes by it."""
    return Finding(
        undecided == 0,
        "elections.objections_decided",
        cites=("rcl2025.17",),
        numbers={"undecided": undecided},
    )


def papers_enough(printed: int, electors: int) -> Finding:
    """As many papers as there are electors, so that nobody is sent away. More is no fault: what
    is left over is counted and destroyed."""
    return Finding(
        printed >= electors,
        "elections.papers_enough",
        numbers={
            "printed": printed,
            "electors": electors,
            "missing": max(0, electors - printed),
        },
    )


def help_while_counted(state: str) -> Finding:
    """Help with voting is written down from the opening until the result is declared, while the
    stations still know (Barrier-Free Law 48)."""
    return Finding(
        state in ("polling", "counting"), "elections.help_while_counted", cites=("barrier_free.48",)
    )


def boxes_sealed(still_open: int) -> Finding:
    """The polls close when the last box has been sealed."""
    return Finding(still_open == 0, "elections.boxes_sealed", numbers={"still_open": still_open})


def leftovers_fit(printed: int, issued: int, destroyed: int) -> Finding:
    """What was printed went out or was destroyed, to the paper."""
    return Finding(
        printed == issued + destroyed,
        "elections.leftovers_fit",
        numbers={
            "printed": printed,
            "issued": issued,
            "destroyed": destroyed,
            "left": printed - issued,
        },
    )


def list_is_posted(*, posted: bool) -> Finding:
    """The paper says what the posted list says, so the list comes first."""
    return Finding(posted, "elections.list_is_posted", cites=("rcl2025.18",))


def paper_still_open(printed: int) -> Finding:
    """A paper of which some were printed is not changed any more."""
    return Finding(printed == 0, "elections.paper_still_open", numbers={"printed": printed})


def ballots_still_closed(state: str) -> Finding:
    """The polls of this round have not been opened."""
    return Finding(state == "preparing", "elections.ballots_still_closed")


def on_duty_once(*, there: bool) -> Finding:
    """Nobody stands on the roster twice with the same task at the same hour."""
    return Finding(not there, "elections.on_duty_once")


def serves_impartially(*, candidate: bool, kin: bool) -> Finding:
    """Neither a candidate nor a near relative of one hands out, watches over or counts papers."""
    return Finding(
        not candidate and not kin,
        "elections.serves_impartially",
        cites=("rcl2025.15", "rcl2025.19"),
        numbers={"candidate": candidate, "kin": kin},
    )


def paper_made(questions: int) -> Finding:
    """There is a paper to print."""
    return Finding(questions > 0, "elections.paper_made", numbers={"questions": questions})


def run_fits(number: int, *, most: int) -> Finding:
    """So many ballots at once and no more."""
    return Finding(
        1 <= number <= most, "elections.run_fits", numbers={"number": number, "most": most}
    )


def station_of_round(*, same: bool) -> Finding:
    """Ballots are printed for a station of this round."""
    return Finding(same, "elections.station_of_round")


def prints_before_close(state: str) -> Finding:
    """Nobody needs a ballot once the polls are closed."""
    return Finding(state in ("preparing", "open"), "elections.prints_before_close")


def sealed_first(state: str) -> Finding:
    """What is left over is known once the box is sealed."""
    return Finding(state not in ("preparing", "open"), "elections.sealed_first")


def destroyed_of_run(number: int, printed: int) -> Finding:
    """No more are destroyed than the run had."""
    return Finding(
        0 <= number <= printed,
        "elections.destroyed_of_run",
        numbers={"number": number, "printed": printed},
    )
