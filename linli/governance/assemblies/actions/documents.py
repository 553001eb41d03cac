"""Charter and covenant: drafted, consulted on, settled, (adopted by a meeting,) filed."""

from datetime import date

from django.db.models import Max

from linli.core.audit.door import Act, action
from linli.core.places.models import Place
from linli.governance.assemblies import rules
from linli.governance.assemblies.actions.posting import post_document
from linli.governance.assemblies.flows import DOCUMENT
from linli.governance.assemblies.models import Document, Opinion, Version
from linli.governance.assemblies.queries import in_force, opinions_of, versions_of
from linli.lib.calendar import local_day
from linli.lib.identity.redact import redact
from linli.lib.law import Finding, require
from linli.mechanisms.flow.actions import begin, take

AT_WORK = ("draft", "consulting", "settled", "adopted")


@action("assemblies.draft_version", needs="assemblies.draft")
def draft_version(act: Act, community: Place, *, kind: str, text: str, plain: str = "") -> Version:
    """Begins a new version; one at a time."""
    document, _made = Document.objects.get_or_create(community=community, kind=kind)
    versions = versions_of(community, kind)
    busy = versions.filter(state__in=AT_WORK).first()
    require(
        Finding(
            busy is None,
            "assemblies.one_version_at_work",
            numbers={"number": busy.number if busy else 0},
        )
    )
    require(Finding(bool(text.strip()), "assemblies.text_given"))
    latest = versions.aggregate(last=Max("number"))["last"] or 0
    version = Version(
        community=community,
        document=document,
        number=latest + 1,
        text=text.strip(),
        plain=plain.strip(),
        drafted_at=act.at,
    )
    begin(act, DOCUMENT, version, "draft")
    _note(act, version)
    return version


@action("assemblies.write_version", needs="assemblies.draft")
def write_version(act: Act, version: Version, *, text: str, plain: str = "") -> Version:
    """Changes the text of a draft."""
    require(Finding(version.state == "draft", "assemblies.text_open"))
    require(Finding(bool(text.strip()), "assemblies.text_given"))
    version.text, version.plain = text.strip(), plain.strip()
    version.save(update_fields=["text", "plain"])
    _note(act, version)
    return version


@action("assemblies.consult", needs="assemblies.draft")
def consult(act: Act, version: Version, *, until: date, seen: int | None = None) -> Version:
    """Lays the draft open to everybody until a day."""
    today = local_day(act.at)
    require(Finding(until > today, "assemblies.consultation_ahead", numbers={"today": today}))
    take(act, DOCUMENT, version, "consult", seen=seen)
    version.consulted_from, version.consulted_until = today, until
    version.save(update_fields=["consulted_from", "consulted_until"])
    _note(act, version)
    return version


@action("assemblies.say_opinion", needs="assemblies.comment")
def say_opinion(act: Act, version: Version, *, text: str, clause: int | None = None) -> Opinion:
    """What somebody thinks of the draft; kept, shown and written down without their name."""
    act.leave_out_who()
    today = local_day(act.at)
    open_ = (
        version.state == "consulting"
        and version.consulted_until is not None
        and today <= version.consulted_until
    )
    require(Finding(open_, "assemblies.consulting"))
    require(Finding(redact(text).text == text, "assemblies.public_words"))
    return Opinion.objects.create(
        community_id=version.community_id,
        version=version,
        clause=clause,
        text=text.strip(),
        at=act.at,
    )


@action("assemblies.answer_opinion", needs="assemblies.draft")
def answer_opinion(act: Act, opinion: Opinion, *, taken: str, answer: str) -> Opinion:
    """Says what was made of an opinion, and why."""
    require(Finding(redact(answer).text == answer, "assemblies.public_words"))
    opinion.taken, opinion.answer = taken, answer.strip()
    opinion.save(update_fields=["taken", "answer"])
    act.note(taken=str(opinion.get_taken_display()))
    return opinion


@action("assemblies.redraft", needs="assemblies.draft")
def redraft_version(act: Act, version: Version, *, reason: str, seen: int | None = None) -> Version:
    """Back to the draft, because what was said asks for it."""
    take(act, DOCUMENT, version, "redraft", seen=seen, reason=reason)
    _note(act, version)
    return version


@action("assemblies.settle", needs="assemblies.draft")
def settle_version(
    act: Act, version: Version, *, look: str = "", seen: int | None = None
) -> Version:
    """The text as it will be voted on: the time for opinions is over, each has an answer, and
    clauses that may go too far were looked at (art. 31)."""
    today = local_day(act.at)
    until = version.consulted_until
    left = opinions_of(version).filter(taken="").count()
    warned = sum(bool(clause.findings) for clause in rules.look_at_text(version.text))
    over = until is not None and until < today
    take(
        act,
        DOCUMENT,
        version,
        "settle",
        seen=seen,
        conditions=[
            Finding(over, "assemblies.consultation_over", numbers={"until": until}),
            Finding(left == 0, "assemblies.opinions_answered", numbers={"left": left}),
            Finding(
                warned == 0 or bool(look.strip()),
                "assemblies.clauses_looked_at",
                cites=("rcl2025.31",),
                numbers={"warned": warned},
            ),
        ],
    )
    version.look = look.strip()
    version.save(update_fields=["look"])
    _note(act, version)
    return version


@action("assemblies.file", needs="assemblies.draft")
def file_version(
    act: Act, version: Version, *, filed_on: date, filed_with: str, seen: int | None = None
) -> Version:
    """Filed with the street (art. 31): with both days it is in force, and the version before it
    no longer is."""
    in_order = version.adopted_on is not None and version.adopted_on <= filed_on <= local_day(
        act.at
    )
    ordered = Finding(
        in_order,
        "assemblies.filed_in_order",
        cites=("rcl2025.31",),
        numbers={"filed_on": filed_on, "adopted_on": version.adopted_on},
    )
    if version.state == "adopted":
        require(ordered)
    before = in_force(version.community_id, version.document.kind)
    if before is not None and version.state == "adopted":
        take(act, DOCUMENT, before, "supersede")
    version.filed_on, version.filed_with = filed_on, filed_with.strip()
    if version.state == "adopted":
        version.save(update_fields=["filed_on", "filed_with"])
    take(act, DOCUMENT, version, "file", seen=seen)
    post_document(act, version)
    _note(act, version)
    return version


@action("assemblies.drop", needs="assemblies.draft")
def drop_version(act: Act, version: Version, *, reason: str, seen: int | None = None) -> Version:
    """Gives a draft up, and says why."""
    take(act, DOCUMENT, version, "drop", seen=seen, reason=reason)
    _note(act, version)
    return version


def _note(act: Act, version: Version) -> None:
    act.note(kind=str(version.document.get_kind_display()), number=version.number)
