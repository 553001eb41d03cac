"""What residents' inquiries ask: an answer, and one that rests on what can be seen."""

from linli.lib.law import Finding


def question_clear(words: str, *, least: int = 4) -> Finding:
    """Whether there is a question at all."""
    return Finding(
        len(words.strip()) >= least, "oversight.question_clear", numbers={"least": least}
    )


def rests_on_what_is_up(attached: bool, up: bool) -> Finding:
    """A posting that an answer rests on is up, so that whoever asked can see it."""
    return Finding(up or not attached, "oversight.rests_on_what_is_up", cites=("rcl2025.34",))


def consents_to_send(send: bool, consents: bool) -> Finding:
    """The street office is sent a complaint only where whoever asked says so."""
    return Finding(consents or not send, "oversight.consents_to_send", cites=("pipl.23",))
