"""Making a matter public, after a look; and keeping what is public true to what is done."""

from typing import Any

from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from linli.core.audit.door import Act, action
from linli.core.places.queries import jurisdictions_of
from linli.lib.identity.redact import redact
from linli.lib.law import Finding, require
from linli.mechanisms.publication import actions as publication
from linli.mechanisms.publication.models import Posting
from linli.mechanisms.publication.queries import postings_of
from linli.service.matters.models import Matter
from linli.service.matters.postings import PUBLIC_MATTER


@action("matters.publish", needs="matters.publish")
def publish(
    act: Act,
    matter: Matter,
    *,
    title: str,
    text: str,
    place: str = "",
    answer: str = "",
) -> Matter:
    """Makes public what a worker has looked at. Refused while anything in it still looks like a
    phone number, an identity number, a door, or the sender's name."""
    require(_clean(f"{title}\n{text}\n{place}\n{answer}", names_of(matter)))
    matter.public_title, matter.public_text = title, text
    matter.public_place, matter.public_answer = place, answer
    matter.published_at = matter.published_at or act.at
    matter.save(
        update_fields=[
            "public_title",
            "public_text",
            "public_place",
            "public_answer",
            "published_at",
        ]
    )
    posting = posting_of(matter)
    if posting is None:
        on = timezone.localdate(act.at)
        laws = jurisdictions_of(matter.community)
        publication.post(act, PUBLIC_MATTER, matter, public_fields(matter), on, of=laws)
    else:
        publication.correct(act, posting, public_fields(matter), msgid(_("工作人员核对了公开内容")))
    return matter


@action("matters.unpublish", needs="matters.publish")
def unpublish(act: Act, matter: Matter, *, ground: str) -> Matter:
    """Takes down what is public of a matter, on one of the grounds for taking down."""
    posting = posting_of(matter)
    if posting is not None:
        publication.take_down(act, posting, ground)
    matter.public_title = matter.public_text = matter.public_place = matter.public_answer = ""
    matter.published_at = None
    matter.save(
        update_fields=[
            "public_title",
            "public_text",
            "public_place",
            "public_answer",
            "published_at",
        ]
    )
    return matter


def refresh_posting(act: Act, matter: Matter) -> None:
    """After a step: what is public says the new state. Words are only ever those looked at."""
    posting = posting_of(matter) if matter.published_at else None
    if posting is None:
        return
    fields = public_fields(matter)
    if fields != posting.fields:
        publication.correct(act, posting, fields, msgid(_("办理有了进展")))


def posting_of(matter: Matter) -> Posting | None:
    """The notice of the matter that is up, if one is."""
    return postings_of(matter).filter(state__in=Posting.SHOWN).first()


def public_fields(matter: Matter) -> dict[str, Any]:
    """The whitelisted fields, filled."""
    state = matter.current
    fields: dict[str, Any] = {
        "title": matter.public_title,
        "kind": matter.kind.title,
        "asked_on": timezone.localdate(matter.raised_at).isoformat(),
        "status": msgid(state.public_label or state.label),
        "text": matter.public_text,
        "rounds": matter.reopened,
    }
    if matter.public_place:
        fields["place"] = matter.public_place
    if matter.public_answer and matter.answered_at:
        fields["answer"] = matter.public_answer
        fields["answered_on"] = timezone.localdate(matter.answered_at).isoformat()
    return fields


def msgid(label: Any) -> str:
    """The label in the source language, so that a reader of either gets it in their own."""
    with translation.override("zh-hans"):
        return str(label)


def names_of(matter: Matter) -> tuple[str, ...]:
    """Names that must not slip out: the sender's own."""
    return (matter.contact_name,) if matter.contact_name else ()


PRIVATE_KINDS = {
    "national_id": _("身份证号"),
    "bank_card": _("银行卡号"),
    "mobile": _("手机号"),
    "landline": _("电话"),
    "email": _("邮箱"),
    "chat": _("微信或 QQ 号"),
    "plate": _("车牌"),
    "document": _("证件号"),
    "door": _("门牌"),
    "name": _("姓名"),
}


def _clean(text: str, names: tuple[str, ...]) -> Finding:
    found = redact(text, known_names=names).spans
    kinds = tuple(sorted({str(PRIVATE_KINDS[span.kind]) for span in found}))
    return Finding(
        not found,
        "matters.look_clean",
        cites=("civil_code.1032", "pipl.25"),
        numbers={"count": len(found), "kinds": kinds},
    )
