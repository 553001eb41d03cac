"""Bank files are read, and each of their lines is tied to an entry of the books or explained."""

import hashlib
import hmac
from collections.abc import Mapping

from django.db import IntegrityError, transaction

from linli.core.audit.door import Act, action
from linli.core.people.keys import index_key
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import Finding, Refused, require
from linli.mechanisms.ledger.models import Entry
from linli.stewardship.funds import rules
from linli.stewardship.funds.actions.wording import plain
from linli.stewardship.funds.bank_files import Statement, StatementLine
from linli.stewardship.funds.models import BankAccount, BankFile, BankLine
from linli.stewardship.funds.queries.bank import booked_fen
from linli.stewardship.funds.rules import matching

AT_ONCE = 500


@action("funds.open_bank_account", needs="funds.keep")
def open_bank_account(
    act: Act, community: Place, *, title: str, kind: str, tail: str
) -> BankAccount:
    """Writes down an account of the committee's own; of its number the last four digits."""
    try:
        with transaction.atomic():
            account = BankAccount.objects.create(
                community=community, title=plain(title), kind=kind, tail=tail.strip()
            )
    except IntegrityError:
        raise Refused(Finding(False, "funds.bank_once", numbers={"title": title})) from None
    act.note(account=account.title)
    return account


@action("funds.read_bank_file", needs="funds.keep")
def read_bank_file(
    act: Act,
    account: BankAccount,
    *,
    statement: Statement,
    digest: str,
    columns: Mapping[str, str] | None = None,
) -> BankFile:
    """Takes the lines of a file in, as far as they did not come with an earlier one: two files may
    overlap. A file that was read before, is of another account, or of a person's wallet, is
    refused; so is one of which any line cannot be read. `columns`: which heading a person took
    for what, remembered for the next file."""
    require(matching.own_wallet(statement.private))
    require(Finding(not statement.problems and not statement.unsure, "funds.file_whole"))
    require(Finding(bool(statement.lines), "funds.file_lines"))
    own = {line.own_account for line in statement.lines if line.own_account}
    require(matching.of_this_account(sorted(own), account.tail))
    BankAccount.objects.select_for_update().get(community=account.community_id, pk=account.pk)
    earlier = BankFile.objects.filter(
        community=account.community_id, account=account, digest=digest
    ).first()
    require(matching.file_is_new(local_day(earlier.read_at) if earlier else None))
    keyed = {_key(account, line): line for line in statement.lines}
    known = _known(account, list(keyed))
    since, until = statement.days or (local_day(act.at), local_day(act.at))
    require(rules.not_ahead(until, local_day(act.at)))
    file = BankFile.objects.create(
        community_id=account.community_id,
        account=account,
        digest=digest,
        format=statement.format,
        since=since,
        until=until,
        read_at=act.at,
        read_by_id=act.by.account,
        fresh=len(keyed) - len(known),
        known=len(known),
        left_out=len(statement.left_out),
    )
    BankLine.objects.bulk_create(
        (_row(file, key, line) for key, line in keyed.items() if key not in known),
        batch_size=AT_ONCE,
    )
    if columns:
        account.columns = dict(columns)
        account.save(update_fields=["columns"])
    act.note(account=account.title, count=file.fresh)
    return file


@action("funds.tie_line", needs="funds.keep")
def tie_line(act: Act, line: BankLine, *, entry: Entry) -> BankLine:
    """A person says that this line is that entry: the same amount, to the fen, and neither is
    tied to anything else."""
    require(matching.amounts_equal(line.fen, booked_fen(entry)))
    _settle(act, line, entry=entry)
    act.note(account=line.account.title, number=entry.serial)
    return line


@action("funds.explain_line", needs="funds.keep")
def explain_line(act: Act, line: BankLine, *, words: str) -> BankLine:
    """A line that stands for no entry of the books is explained: money passed on at once, two
    payments the bank drew together. It stays
    open until another agrees."""
    said = plain(words)
    require(Finding(bool(said), "funds.reason_given"))
    changed = BankLine.objects.filter(
        community=line.community_id, pk=line.pk, settled_at__isnull=True
    ).update(explained=said, explained_by=act.by.account)
    require(matching.still_open(open_line=bool(changed), open_entry=True))
    line.refresh_from_db()
    act.note(account=line.account.title)
    return line


@action("funds.agree_line", needs="funds.keep")
def agree_line(act: Act, line: BankLine, *, seen: str) -> BankLine:
    """Another than who explained it agrees that the line stands for no entry. `seen`: the words
    agreed to, so that nobody agrees to others written meanwhile."""
    require(Finding(bool(line.explained) and line.is_open, "funds.line_explained"))
    require(matching.explained_by_another(line.explained_by_id, act.by.account))
    changed = BankLine.objects.filter(
        community=line.community_id, pk=line.pk, settled_at__isnull=True, explained=seen
    ).update(settled_by=act.by.account, settled_at=act.at)
    require(Finding(bool(changed), "funds.line_explained"))
    line.refresh_from_db()
    act.note(account=line.account.title)
    return line


@action("funds.untie_line", needs="funds.keep")
def untie_line(act: Act, line: BankLine) -> BankLine:
    """Takes a tie or an explanation back; the line is open again."""
    require(Finding(not line.is_open, "funds.line_settled"))
    line.entry, line.explained, line.explained_by = None, "", None
    line.settled_by, line.settled_at = None, None
    line.save(update_fields=["entry", "explained", "explained_by", "settled_by", "settled_at"])
    act.note(account=line.account.title)
    return line


def _settle(act: Act, line: BankLine, *, entry: Entry) -> None:
    try:
        with transaction.atomic():
            changed = BankLine.objects.filter(
                community=line.community_id, pk=line.pk, settled_at__isnull=True
            ).update(
                entry=entry, explained="", explained_by=None, settled_by=act.by.account,
                settled_at=act.at,
            )  # fmt: skip
    except IntegrityError:
        raise Refused(matching.still_open(open_line=True, open_entry=False)) from None
    require(matching.still_open(open_line=bool(changed), open_entry=True))
    line.refresh_from_db()


def _key(account: BankAccount, line: StatementLine) -> bytes:
    """A digest keyed with the house's own key: nobody can try names and numbers against it."""
    text = "\x1f".join((account.pk.hex, *line.identity))
    return hmac.new(index_key(), text.encode(), hashlib.sha256).digest()


def _known(account: BankAccount, keys: list[bytes]) -> set[bytes]:
    known: set[bytes] = set()
    for start in range(0, len(keys), AT_ONCE):
        rows = BankLine.objects.filter(
            community=account.community_id,
            account=account,
            key__in=keys[start : start + AT_ONCE],
        )
        known.update(bytes(key) for key in rows.values_list("key", flat=True))
    return known


def _row(file: BankFile, key: bytes, line: StatementLine) -> BankLine:
    return BankLine(
        community_id=file.community_id,
        file=file,
        account_id=file.account_id,
        key=key,
        on=line.on,
        row=line.row,
        fen=line.fen,
        balance=line.balance,
        other_name=line.other_name,
        words=" ".join(each for each in (line.words, line.purpose) if each),
    )
