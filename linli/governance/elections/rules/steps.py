"""Whether a step of the organisers may be taken as things stand: what the procedure itself asks,
beside what the law counts."""

from linli.lib.law import Finding


def not_entered_yet(*, entered: bool) -> Finding:
    """Nobody is entered twice on one election committee."""
    return Finding(not entered, "elections.not_entered_yet")


def two_people(*, same: bool) -> Finding:
    """Kinship is between two people."""
    return Finding(not same, "elections.two_people")


def one_chair(chairs: int) -> Finding:
    """One of those who sit on the committee leads it."""
    return Finding(chairs == 1, "elections.one_chair", numbers={"chairs": chairs})


def sits(*, serves: bool) -> Finding:
    """Only who sits on the committee can leave it, or lead it."""
    return Finding(serves, "elections.sits")


def may_be_entered(*, free: bool) -> Finding:
    """Once posted, the committee grows only where no substitute of the earlier result is left."""
    return Finding(free, "elections.may_be_entered", cites=("rcl2025.15",))


def still_entered(state: str) -> Finding:
    """What was posted is not taken back; who leaves, leaves with a reason."""
    return Finding(state == "planned", "elections.still_entered")


def stands_apart(*, touched: bool) -> Finding:
    """No candidate, and nobody near kin to one, runs the election (art. 15)."""
    return Finding(not touched, "elections.stands_apart", cites=("rcl2025.15", "civil_code.1045"))


def mode_decided(mode: str) -> Finding:
    """Registration begins once it is decided who votes (art. 14)."""
    return Finding(bool(mode), "elections.mode_decided", cites=("rcl2025.14",))


def somebody_runs(accounts: int) -> Finding:
    """At least one of the committee can come in, or nobody could take the next step."""
    return Finding(accounts > 0, "elections.somebody_runs", cites=("rcl2025.15",))


def registration_open(state: str) -> Finding:
    """People are registered while registration is open; later they object to the roll."""
    return Finding(
        state == "registering", "elections.registration_open", cites=("rcl2025.16", "rcl2025.17")
    )


def registration_once(*, there: bool) -> Finding:
    """One person, one registration."""
    return Finding(not there, "elections.registration_once", cites=("rcl2025.16",))


def household_once(*, there: bool) -> Finding:
    """One household, one representative."""
    return Finding(not there, "elections.household_once", cites=("rcl2025.14",))


def household_named(*, named: bool) -> Finding:
    """Where households vote, it is said for which household somebody speaks."""
    return Finding(named, "elections.household_named", cites=("rcl2025.14",))


def borne_out(*, known: bool) -> Finding:
    """Several are registered at once only where the roster itself bears out the ground."""
    return Finding(known, "elections.borne_out", cites=("rcl2025.16",))


def birthday_known(*, known: bool) -> Finding:
    """Whether somebody is of age can only be said where the birthday is known."""
    return Finding(known, "elections.birthday_known", cites=("rcl2025.16",))


def known_alive(*, alive: bool) -> Finding:
    """The roster knows of no death."""
    return Finding(alive, "elections.known_alive")


def waits(state: str) -> Finding:
    """What is confirmed or refused has been applied for and is still undecided."""
    return Finding(state == "applied", "elections.waits")


def reasoned(text: str) -> Finding:
    """A refusal has its reason, which the person reads."""
    return Finding(bool(text.strip()), "elections.reasoned")


def roll_as_prepared(prepared: int, now: int) -> Finding:
    """The list that is posted is the list that was prepared and looked at."""
    return Finding(
        prepared == now, "elections.roll_as_prepared", numbers={"prepared": prepared, "now": now}
    )


def nothing_waits(waiting: int) -> Finding:
    """Every application has been decided before the roll is drawn up."""
    return Finding(
        waiting == 0,
        "elections.nothing_waits",
        cites=("rcl2025.16",),
        numbers={"waiting": waiting},
    )


def prepared(*, there: bool) -> Finding:
    """What one has prepared another posts: there must be something prepared."""
    return Finding(there, "elections.prepared")


def on_the_roll(*, listed: bool) -> Finding:
    """Nominations and proxies are for those who stand on the posted roll."""
    return Finding(listed, "elections.on_the_roll", cites=("rcl2025.18", "rcl2025.19"))


def nominations_open(state: str) -> Finding:
    """Nominations are made once the roll is posted and until the candidates are."""
    return Finding(state == "listed", "elections.nominations_open", cites=("rcl2025.18",))


def nominated_once(*, there: bool) -> Finding:
    """One person, one office, one nomination of a kind; others join in it."""
    return Finding(not there, "elections.nominated_once", cites=("rcl2025.18",))


def joined_once(*, joined: bool) -> Finding:
    """An elector joins in a nomination once."""
    return Finding(not joined, "elections.joined_once", cites=("rcl2025.18",))


def still_put_forward(state: str) -> Finding:
    """Something is done with a nomination while it stands."""
    return Finding(state in ("put_forward", "accepted"), "elections.still_put_forward")


def proxies_open(state: str, *, further: bool = False) -> Finding:
    """Mandates are given once the candidates are known and before the polls open. A further vote
    for seats left stands on the roll and the mandates as they were posted for the first."""
    rule = "elections.proxies_as_posted" if further else "elections.proxies_open"
    return Finding(state == "nominated" and not further, rule, cites=("rcl2025.19",))


def correction_fits(*, fits: bool) -> Finding:
    """What is put right says whom or what it puts right."""
    return Finding(fits, "elections.correction_fits", cites=("rcl2025.17",))


def registers_electors(mode: str) -> Finding:
    """Where representatives elect, the list is theirs, and nobody registers (arts. 14 and 17)."""
    return Finding(
        mode != "representatives",
        "elections.registers_electors",
        cites=("rcl2025.14", "rcl2025.17"),
    )


def represents_residents(*, represents: bool) -> Finding:
    """Where representatives elect, only a representative is on the list (arts. 14 and 17)."""
    return Finding(represents, "elections.represents_residents", cites=("rcl2025.14", "rcl2025.17"))


def was_struck(*, struck: bool) -> Finding:
    """Only who was struck from the roll is brought back to it."""
    return Finding(struck, "elections.was_struck", cites=("rcl2025.17",))


def own_only(*, own: bool) -> Finding:
    """People speak for themselves; for others the desk writes down what they said."""
    return Finding(own, "elections.own_only")


def roll_is_posted(*, posted: bool) -> Finding:
    """One objects to a roll that is posted."""
    return Finding(posted, "elections.roll_is_posted", cites=("rcl2025.17",))


def entered_at_desk(*, entered: bool) -> Finding:
    """What a paper says (a nomination by the Party organisation, say) the desk enters."""
    return Finding(entered, "elections.entered_at_desk")


def list_as_prepared(*, same: bool) -> Finding:
    """The list of candidates that is posted is the one that was prepared and looked at."""
    return Finding(same, "elections.list_as_prepared")


def candidate_stands(*, stands: bool) -> Finding:
    """Only who stands can withdraw."""
    return Finding(stands, "elections.candidate_stands")


def meeting_over(*, over: bool) -> Finding:
    """What was asked and answered is recorded after the meeting."""
    return Finding(over, "elections.meeting_over")


def not_posted_yet(*, posted: bool) -> Finding:
    """A list is posted once; afterwards it is corrected."""
    return Finding(not posted, "elections.not_posted_yet")


def known_here(*, known: bool) -> Finding:
    """Who acts for themselves is known to the community's roster by their account."""
    return Finding(known, "elections.known_here")
