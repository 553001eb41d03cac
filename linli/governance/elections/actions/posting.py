"""Making public what the law wants public: the notices of an election and their texts."""

from datetime import date
from typing import Any
from uuid import UUID

from django.utils import translation
from django.utils.translation import gettext as _

from linli.core.audit.door import Act
from linli.core.pages.wording import tell_day
from linli.governance.elections.models import CommitteeSeat, Election
from linli.governance.elections.postings import COMMITTEE, NOTICE
from linli.governance.elections.yardsticks import laws_of
from linli.lib.calendar import local_day
from linli.mechanisms.publication.actions import correct, draft, post, release
from linli.mechanisms.publication.declaration import Template
from linli.mechanisms.publication.models import Posting
from linli.mechanisms.publication.queries import postings_of

AFTERWARDS = 10
"""Days for which lists of names hang on after election day: while the result is told and the
handover made (art. 25)."""


def days_until_over(election: Election, on: date) -> int:
    """How long a list of names posted today hangs: until the handover is due."""
    return max(1, (election.day - on).days + AFTERWARDS)


def announce(act: Act, election: Election, title: str, text: str, *, days: int = 0) -> Posting:
    """Posts a plain notice of the election, which names nobody but office-holders."""
    on = local_day(act.at)
    fields = {"title": title, "election_day": election.day, "text": text}
    return post(
        act, NOTICE, election, fields, on, days=days or days_until_over(election, on),
        of=laws_of(election),
    )  # fmt: skip


def post_by_two(
    act: Act, template: Template, election: Election, fields: Any, *, prepared_by: UUID | None
) -> Posting:
    """Posts a list of names which one has prepared and another now releases."""
    on = local_day(act.at)
    posting = draft(act, template, election, fields)
    posting.prepared_by_id = prepared_by
    return release(act, posting, on, days=days_until_over(election, on), of=laws_of(election))


def notice_of(election: Election, template: Template) -> Posting | None:
    """The notice of this sort that is up, where one is."""
    return postings_of(election).filter(template=template.name, state__in=Posting.SHOWN).first()


def post_committee(act: Act, election: Election, reason: str = "") -> None:
    """Posts who sits on the election committee, or corrects the notice that is up."""
    with translation.override("zh-hans"):
        fields = _committee_fields(election)
        standing = notice_of(election, COMMITTEE)
        if standing is None:
            on = local_day(act.at)
            days = days_until_over(election, on)
            post(act, COMMITTEE, election, fields, on, days=days, of=laws_of(election))
        else:
            correct(act, standing, fields, reason, of=laws_of(election))


def _committee_fields(election: Election) -> dict[str, Any]:
    seats = CommitteeSeat.objects.filter(community=election.community_id, election=election)
    shown = seats.filter(left_on__isnull=True).select_related("person").order_by("place")
    parts = {
        (True, True): _("主任"),
        (True, False): _("成员"),
        (False, False): _("候补"),
        (False, True): _("候补"),
    }
    return {
        "title": _("{title}：居民选举委员会").format(title=election.title),
        "election_day": election.day,
        "decision": election.committee_decision,
        "chosen_on": election.committee_chosen_on,
        "members": [
            {"name": seat.person.name, "part": parts[seat.serves, seat.chairs]} for seat in shown
        ],
    }


def announce_registration(act: Act, election: Election, closes: date) -> None:
    """Says who can be registered, where, and until when."""
    with translation.override("zh-hans"):
        announce(
            act,
            election,
            _("{title}：选民登记开始").format(title=election.title),
            _(
                "年满十八周岁、愿意参加选举的居民，请在{closes}前登记：户籍在本社区的；户籍不在"
                "本社区、但常住本社区的；外地户籍、在本社区工作满六个月的社区工作者（本人申请，由"
                "选举委员会确认）。可以在手机上登记，也可以到居委会窗口登记，行动不便的可以请工作"
                "人员上门。同一届选举只在一个社区登记。"
            ).format(closes=tell_day(closes))
            + help_with_voting(),
            days=max(1, (closes - local_day(act.at)).days),
        )


def help_with_voting() -> str:
    """That help with voting can be asked for (Barrier-Free Law 48), in the words of the board."""
    return _(
        "残疾人、老年人投票需要帮助的，可以提前或当天说一声：接送、轮椅通道、大字选票、读给听、手语、"
        "请人代写（候选人不能代写）、流动票箱上门。"
    )


def announce_change(act: Act, election: Election, title: str, reason: str) -> None:
    """Says that the election was put off or called off, and why, for a fortnight."""
    with translation.override("zh-hans"):
        text = _("原因：{reason}").format(reason=reason)
        announce(act, election, f"{election.title}：{title}", text, days=15)
