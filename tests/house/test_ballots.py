"""Whoever votes is told, on the ballot itself, what secrecy it keeps."""

import re

from tests.house.reading import shown, templates

BALLOT = re.compile(r"""['"]ballot:(?:paper|check|cast)['"]|class="ballot-sheet\b""")
PROMISE = re.compile(r"{%\s*secrecy_of\b")
# After the casting: the one is answered there, the other leads on to a further paper.
NO_BALLOT = {"ballot/done.html"}


def test_every_template_that_is_or_leads_to_a_ballot_says_what_secrecy_it_promises():
    ballots = [path for path in templates() if BALLOT.search(path.read_text(encoding="utf-8"))]
    silent = [
        shown(path)
        for path in ballots
        if not PROMISE.search(path.read_text(encoding="utf-8"))
        and not any(path.as_posix().endswith(name) for name in NO_BALLOT)
    ]
    assert len(ballots) >= 7, "the pattern finds no ballots any more"
    assert not silent, "\n".join(silent)
