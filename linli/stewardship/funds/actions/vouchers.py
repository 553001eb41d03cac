"""The paper behind an entry: brought by one, shown to everybody only by another."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from linli.core.audit.door import Act, action
from linli.core.files.intake import Purpose, show_to, take_in
from linli.core.files.queries import files_of
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.mechanisms.flow.actions import take
from linli.stewardship.funds import rules
from linli.stewardship.funds.actions.wording import told_to_all
from linli.stewardship.funds.flows import REQUEST
from linli.stewardship.funds.models import Request, Voucher

MOST_FILES = 6
PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".gif", ".bmp")


@dataclass(frozen=True)
class Paper:
    """A voucher as it is brought: `says` names nobody; `files`: its pictures or its PDF."""

    kind: str
    dated: date
    says: str
    fen: int | None = None
    files: Sequence[Any] = field(default=())


@action("funds.add_voucher", needs="funds.keep")
def add_voucher(act: Act, entry: Any, *, paper: Paper) -> Voucher:
    """Brings the paper of an entry; where a payment waited for it, it is settled."""
    voucher = attach(act, entry, paper)
    row = Request.objects.filter(community=entry.community_id, entry=entry, state="paid").first()
    if row is not None:
        take(act, REQUEST, row, "prove")
    act.note(number=entry.serial)
    return voucher


def attach(act: Act, entry: Any, paper: Paper) -> Voucher:
    """The same as a step: the row, and its files for those who keep and watch the accounts."""
    files = [each for each in paper.files if each]
    require(Finding(bool(files), "funds.voucher_has_a_paper"))
    require(Finding(len(files) <= MOST_FILES, "funds.few_files", numbers={"most": MOST_FILES}))
    require(rules.not_ahead(paper.dated, local_day(act.at)))
    voucher = Voucher.objects.create(
        community_id=entry.community_id,
        entry=entry,
        kind=paper.kind,
        dated=paper.dated,
        says=told_to_all(paper.says, entry.community_id),
        fen=paper.fen,
        added_by_id=act.by.account,
        added_on=local_day(act.at),
    )
    for each in files:
        kind = "photo" if str(each.name).lower().endswith(PICTURES) else "document"
        take_in(act, entry.community_id, each, Purpose(voucher, kind, "staff"))
    return voucher


@action("funds.clear_voucher", needs="funds.clear_voucher")
def clear_voucher(act: Act, voucher: Voucher, *, nothing_personal: bool) -> Voucher:
    """Another than who brought it has looked at the image, found nothing personal on it, and
    shows it to everybody."""
    require(rules.looked_at_by_another(voucher.added_by_id, act.by.account))
    require(Finding(nothing_personal, "funds.nothing_personal", cites=("pipl.25",)))
    voucher.cleared_by_id, voucher.cleared_on = act.by.account, local_day(act.at)
    voucher.save(update_fields=["cleared_by", "cleared_on"])
    for file in files_of(voucher):
        show_to(act, file, "public")
    act.note(number=voucher.entry.serial)
    return voucher


@action("funds.cover_voucher", needs="funds.clear_voucher")
def cover_voucher(act: Act, voucher: Voucher) -> Voucher:
    """Takes an image back from everybody's eyes; what it says stays."""
    voucher.cleared_by_id, voucher.cleared_on = None, None
    voucher.save(update_fields=["cleared_by", "cleared_on"])
    for file in files_of(voucher):
        show_to(act, file, "staff")
    act.note(number=voucher.entry.serial)
    return voucher
