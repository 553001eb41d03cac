"""A pasted text read as a chain: versions of one list, restarts, repeats and corrections."""

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from decimal import Decimal

from linli.lib.chains.entries import Chain, Entry, Quantity
from linli.lib.chains.words import plain_text, said_of

_BEGINS = re.compile(r"^\s*[#＃]?\s*(?:群)?接龙\s*$|^\s*[#＃]\s*(?:群)?接龙\b")
_EXAMPLE = re.compile(r"^\s*(?:例|示例|例如|格式)\s*[:：]?\s*\S?")
_CIRCLED = {chr(0x2460 + n): n + 1 for n in range(20)}
_NUMBERED = re.compile(
    r"^\s*(?:(?P<key>(?:\d\ufe0f?\u20e3)+)|[(（【\[](?P<in>\d{1,4})[)）】\]]"
    r"|(?P<number>\d{1,4})\s*(?:[.、．,，)）:：]|(?=\s+\D)))\s*(?P<rest>.*)$"
)
_DECIMAL = re.compile(r"^\s*\d+\.\d")
_CHAT_LINE = re.compile(
    r"^\s*.{1,30}(?:[:：]\s*$|\s\d{1,2}[:：]\d{2}(?:[:：]\d{2})?\s*$)"
    r"|^\s*-{3,}.*$|^\s*[—–]+.*[—–]+\s*$"
)
_MOST_HEADING = 40
_SHORTEST_THING = 2
# How people are called: 张阿姨 and 李阿姨 end alike, and nobody orders an aunt.
_CALLED = re.compile(
    r".?(?:阿姨|叔叔|奶奶|爷爷|师傅|老师|先生|女士|小姐|大妈|大爷|大姐|大哥|妈妈|爸爸|婆婆|伯伯|同志|医生)"
)


def read_chain(text: str, compounds: Collection[str] = ()) -> Chain:
    """The list as it stands after everything that was pasted.

    A text may hold the same list several times, each longer than the one before, as a group chat
    shows it; the later one wins, and who is missing in it is `lost`. Whoever stands in the list
    twice is read as having corrected themselves.
    """
    versions, heading, unread = _cut(text, compounds)
    entries = _merged(versions)
    _split_names(entries, " ".join(heading))
    _settle(entries)
    for number, entry in enumerate(entries, 1):
        entry.number = number
    return Chain(heading[0] if heading else "", tuple(heading[1:]), entries, tuple(unread))


def _cut(text: str, compounds: Collection[str]) -> tuple[list[list[Entry]], list[str], list[str]]:
    """Each version of the list, the words above the first, and what could not be read."""
    versions: list[list[Entry]] = [[]]
    heading: list[str] = []
    unread: list[str] = []
    body: list[tuple[int, str]] = []
    open_entry = above = False

    def close() -> None:
        if body:
            versions[-1].extend(_entry(number, words, compounds) for number, words in body)
            body.clear()

    for line in text.replace("\r", "\n").split("\n"):
        words = line.strip()
        if _BEGINS.match(line):
            close()
            if versions[-1]:
                versions.append([])
            open_entry, above = False, True
            continue
        numbered = _number_of(line, (body[-1][0] if body else 0) + 1)
        if not words:
            open_entry = False
        elif numbered is not None and not (above and _EXAMPLE.match(line)):
            number, rest = numbered
            last = body[-1][0] if body else 0
            if number <= last and number == 1:
                close()
                versions.append([])
            if rest:
                body.append((number, rest))
            open_entry, above = bool(rest), False
        elif open_entry and not _CHAT_LINE.match(line):
            body[-1] = body[-1][0], f"{body[-1][1]} {words}"
        elif not any(versions) and not body and len(heading) < _MOST_HEADING:
            if not _EXAMPLE.match(line) and not _CHAT_LINE.match(line):
                heading.append(words)
        elif not above and not _CHAT_LINE.match(line):
            unread.append(words)
    close()
    if not any(versions):
        return _unnumbered(heading, compounds)
    return [version for version in versions if version], heading, unread


def _unnumbered(
    lines: list[str], compounds: Collection[str]
) -> tuple[list[list[Entry]], list[str], list[str]]:
    """A list nobody numbered: each line that says where or how much is an entry."""
    entries: list[Entry] = []
    heading: list[str] = []
    unread: list[str] = []
    for line in lines:
        entry = _entry(len(entries) + 1, line, compounds)
        if entry.hint:
            entries.append(entry)
        else:
            (unread if entries else heading).append(line)
    return ([entries] if entries else []), heading, unread


def _number_of(line: str, expected: int) -> tuple[int, str] | None:
    """The number before an entry and the entry; without a point only where it is the next one."""
    stripped = line.strip()
    if found := re.match(r"(\d{1,4})\s+(?=\d)(.*)$", stripped):
        return (expected, found[2]) if int(found[1]) == expected else None
    if stripped and stripped[0] in _CIRCLED:
        return _CIRCLED[stripped[0]], stripped[1:].lstrip(" .、")
    if _DECIMAL.match(line) and not re.match(r"^\s*\d{1,3}\.\d{1,3}\s*[-#栋号幢座]", line):
        return None
    found = _NUMBERED.match(line)
    if found is None:
        return None
    written = found["key"] or found["in"] or found["number"]
    digits = "".join(letter for letter in written if letter.isdigit())
    return int(digits), found["rest"].strip()


def _entry(number: int, text: str, compounds: Collection[str]) -> Entry:
    said = said_of(text, compounds)
    return Entry(
        number,
        text,
        said.hint,
        said.name,
        said.quantities,
        said.note,
        withdraws=said.withdraws,
        adds=said.adds,
        had_phone=said.had_phone,
    )


def _identity(entry: Entry) -> tuple[str, str]:
    """Who an entry is from: the dwelling and the name, as far as they are said."""
    return plain_text(entry.hint).casefold(), plain_text(entry.name).casefold()


def _merged(versions: list[list[Entry]]) -> list[Entry]:
    """The last version, with those of earlier ones that are missing in it behind it.

    Lists without anybody in common are parts of one list, not versions of it.
    """
    if not versions:
        return []
    merged = versions[0]
    for later in versions[1:]:
        texts = {plain_text(entry.text) for entry in later}
        people = {_identity(entry) for entry in later}
        shared = [e for e in merged if plain_text(e.text) in texts or _identity(e) in people]
        if not shared:
            merged = [*merged, *later]
            continue
        missing = [e for e in merged if not any(e is each for each in shared)]
        for entry in missing:
            entry.state = "lost"
        merged = [*later, *missing]
    return merged


def _settle(entries: list[Entry]) -> None:
    """Who stands in the list twice has repeated, corrected, added or withdrawn."""
    standing: dict[tuple[str, str], Entry] = {}
    for number, entry in enumerate(entries, 1):
        if entry.state == "lost":
            continue
        who = _identity(entry)
        earlier = _earlier(standing, who)
        if entry.withdraws:
            entry.state = "struck"
            if earlier is not None:
                earlier.state, earlier.by = "struck", number
                standing.pop(_identity(earlier), None)
            continue
        if earlier is not None and any(who):
            if entry.adds:
                entry.quantities = _sum(earlier.quantities, entry.quantities)
                earlier.state, earlier.by = "replaced", number
            elif _same(earlier, entry):
                entry.state, entry.by = "repeated", entries.index(earlier) + 1
                continue
            else:
                earlier.state, earlier.by = "replaced", number
            if not entry.hint:
                entry.hint = earlier.hint
            if not entry.name:
                entry.name = earlier.name
        standing[_identity(entry)] = entry


def _earlier(standing: dict[tuple[str, str], Entry], who: tuple[str, str]) -> Entry | None:
    """The entry of the same household and name; without a name the only one of the household,
    without a dwelling the only one of the name."""
    if who in standing:
        return standing[who]
    hint, name = who
    alike = [
        entry
        for (its_hint, its_name), entry in standing.items()
        if (hint and its_hint == hint and (not name or not its_name))
        or (name and its_name == name and (not hint or not its_hint))
    ]
    return alike[0] if len(alike) == 1 else None


def _same(one: Entry, other: Entry) -> bool:
    return one.quantities == other.quantities and one.note == other.note


def _sum(before: tuple[Quantity, ...], more: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    found = list(before)
    for each in more or (Quantity(Decimal(1)),):
        for position, had in enumerate(found):
            if had.item == each.item or (not each.item and len(found) == 1):
                found[position] = replace(had, amount=had.amount + each.amount)
                break
        else:
            found.append(each)
    return tuple(found)


def _split_names(entries: list[Entry], heading: str) -> None:
    """王阿姨鸡蛋2盘: what others, or the heading, call a thing ends the name; what nobody else
    calls so is the name."""
    items = [each.item for entry in entries for each in entry.quantities if each.item]
    glued = [e for e in entries if not e.name and e.quantities and e.quantities[0].item]
    things = {item for item in items if items.count(item) > 1 or item in heading}
    endings = Counter(
        entry.quantities[0].item[-length:]
        for entry in glued
        for length in range(_SHORTEST_THING, len(entry.quantities[0].item))
    )
    known = things | set(items) | {end for end, times in endings.items() if times > 1}
    known = {thing for thing in known if thing and not _CALLED.fullmatch(thing)}
    for entry in glued:
        first = entry.quantities[0]
        if first.item in things:
            continue
        ends = (thing for thing in known if thing != first.item and first.item.endswith(thing))
        thing = max(ends, key=len, default="")
        entry.name = first.item.removesuffix(thing)
        entry.quantities = (replace(first, item=thing), *entry.quantities[1:])
