"""The door at which a household lives, found in free text; building and entrance stay."""

import re
from collections.abc import Iterator

from linli.lib.identity.reading_view import Hit, ReadingView

# What follows a count or a measure, not a door: 3号楼120户停水, 2单元300元; but 501多次漏水.
_COUNTED = (
    r"(?!\d|[.:]\d|多(?![次年天日月])|来[户个人家]|日(?![夜常])|平(?![时常日安])|公(?![然放])|"
    r"只(?![要有能是])|楼(?![上下道])|天(?!天)|"
    r"[余几个条辆块厘毫克斤吨年月元号栋幢层单米度次人户名位件路分秒点%℃°万千百])"
)
_DOOR = r"\d{3,4}(?:[A-Z](?![A-Z]))?"

_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        # 501室, 12A室; not 3室1厅
        r"(?<!\d)(?P<door>\d{2,4}[A-Z]?|(?<=单元)\d{1,4}[A-Z]?)\s?(?P<word>室)(?![内外温])(?!\d?厅)",
        r"(?<!\d)(?P<door>\d{3,4}[A-Z]?)\s?(?P<word>房)(?!间|款|子|屋|源|价|产|租|贷)",
        r"(?<=单元)\s?(?P<door>\d{3,4}[A-Z]?)\s?(?P<word>户)",
        # 2单元501号
        r"(?:单元|号楼|栋|幢|座|门)\s?(?P<door>\d{3,4}[A-Z]?)(?P<word>号)(?![楼院路线])",
        # 2单元5层2号
        r"单元\s?\d{1,2}[层楼]\s?(?P<door>\d{1,2})(?P<word>号)",
        # 2单元501, 3号楼501, 3门501
        rf"(?:单元|门洞|门栋|号楼|楼|层|栋|幢|座|梯|门)\s?(?P<door>{_DOOR}){_COUNTED}",
        # 3栋2-501, 3号楼2-501
        rf"(?:栋|幢|号楼|座|楼|#)\s?\d{{1,2}}\s?-\s?(?P<door>{_DOOR}){_COUNTED}",
        # 501的邻居, 601业主
        r"(?<!\d)(?P<door>\d{3,4})(?=(?:家)?的?(?:邻居|业主|住户|租户|租客|那家|那户|人家|一家))",
        # 楼上601, 对门502
        rf"(?:楼上|楼下|对门|隔壁|住在?)\s?(?P<door>\d{{3,4}}){_COUNTED}",
        # 5楼东户, 三层左手边
        r"(?P<door>\d{1,2}(?:楼|层)?[东西南北中左右]{1,2}(?:户|手边|边那家|侧那家))",
        r"(?:门牌|房号|房间号|室号)号?\s?[:是为]?\s?(?P<door>\d[\d-]{1,9})(?!\d)",
        r"(?:ROOM|RM|APT|APARTMENT|FLAT)\.?\s?#?(?P<door>\d{1,4}[A-Z]?)(?![A-Z\d])",
    )
)
_TRIPLE = re.compile(
    r"(?<![\d-])(?P<first>\d{1,3})-(?P<second>\d{1,2})-(?P<door>\d{3,4})(?![\d-])(?!\s?[年月])"
)


# 501、502、503: what is joined to a door by such a sign is another door.
_JOINT = r"\s?[、,/和及与~至到-]\s?"
_NEXT = re.compile(rf"{_JOINT}(?P<door>{_DOOR}(?:室|房(?!间|子|屋))?){_COUNTED}")
_BEFORE = re.compile(rf"(?<!\d)(?P<door>\d{{3,4}}){_JOINT}$")


def find_doors(view: ReadingView) -> Iterator[Hit]:
    """Door numbers; doubtful where 3-2-2001 may as well be a date."""
    for text in (view.plain, view.digits):
        for pattern in _PATTERNS:
            for found in pattern.finditer(text):
                end = found.end("word") if "word" in pattern.groupindex else found.end("door")
                yield Hit(found.start("door"), end, "door")
                yield from _joined(text, found.start("door"), end)
    for found in _TRIPLE.finditer(view.digits):
        a_year = len(found["door"]) == 4 and found["door"][:2] in ("19", "20")
        doubtful = a_year and int(found["first"]) <= 31
        yield Hit(found.start("door"), found.end("door"), "door", doubtful)


def _joined(text: str, start: int, end: int) -> Iterator[Hit]:
    """The other doors of 501、502、503室, on either side of the one that was found."""
    while found := _NEXT.match(text, end):
        end = found.end("door")
        yield Hit(found.start("door"), end, "door")
    while found := _BEFORE.search(text, max(0, start - 8), start):
        start = found.start("door")
        yield Hit(start, found.end("door"), "door")
