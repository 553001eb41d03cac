"""The list of all papers, written down once when all of them are there. A step of the close, or,
where papers are counted by hand, of the settling."""

from linli.core.audit.door import Act
from linli.mechanisms.ballot.models import PaperList, Poll
from linli.mechanisms.ballot.numbers import new_number
from linli.mechanisms.ballot.queries.counts import hand_counted
from linli.mechanisms.ballot.queries.listing import asked_of, numbered
from linli.mechanisms.ballot.queries.polls import paper_form
from linli.mechanisms.ballot.rules import listing as rules, secrecy
from linli.mechanisms.ballot.rules.papers import read


def write_list(act: Act, poll: Poll) -> PaperList | None:
    """Writes down every paper of a listed poll by its number, and the head of that list; nothing
    for so few that it would tell who. Papers that were counted by hand get their numbers now, and
    nobody is told them."""
    if not poll.listed:
        return None
    papers, by_hand = numbered(poll), hand_counted(poll)
    if not secrecy.screens_sheltered(len(papers), sum(many for _pattern, many in by_hand)):
        return None
    papers += [(new_number(), pattern) for pattern, many in by_hand for _each in range(many)]
    form = paper_form(poll)
    if not rules.enough_to_list(sum(not read(form, pattern).void for _number, pattern in papers)):
        return None
    lines = rules.lines_of(asked_of(poll), papers)
    written = PaperList.objects.create(
        community_id=poll.community_id, poll=poll, papers=len(papers), text=rules.text_of(lines)
    )
    poll.list_head = rules.head_of(lines)
    poll.save(update_fields=["list_head"])
    return written
