"""Which of our fields a heading of theirs asks for, by words alone, and how surely.

户主姓名 is not 姓名, 姓名(监护人) is not 姓名, and 姓名 under 家庭成员 is not either: a word that
says whose it is, is never dropped. A wrong column is worse than one left open, so likeness is
narrow: the same sounds, two letters changed about, one letter doubled, one wrong in a long one.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from linli.lib.tables.fields import Field
from linli.lib.tables.headings import differs_harmlessly, normal_heading

KNOWN_FROM = 0.7

_BRACKETED = re.compile(r"[(\[【〔<（［]([^()\[\]【】〔〕<>（）［］]*)[)\]】〕>）］]")
_REQUIRED = re.compile(r"^\s*[*＊※★]|[*＊※★]\s*$|[(（\[]?必填项?[)）\]]?")
_NUMBERED = re.compile(r"^[(（]?[一二三四五六七八九十\d]+[)）、.．]\s*")
_NEUTRAL = re.compile(
    r"(?:基本|基础|个人|本人|居民|人员|人口|身份|自然|主要|住房|房屋|居住|联系|登记|申请|申请人|"
    r"登记人|被登记人|填报|所属|所在|实有|管理|楼宇|坐落|户址|底数|其他|其它|详细|现|现居|现住|家庭|住户|信息|情况|资料|"
    r"方式|地址|住址|位置|区域|项目|内容|概况|数据|地|住|basic|information|details|contact|address)+"
    r"|(?:成员|任职|老年?人|儿童|学生|(?:服务|走访|帮扶|救助|保障)?对象|小区|楼栋)"
    r"(?:基本|主要)?(?:信息|情况|资料|概况)"
)
_ABOUT = re.compile(r"(?:基本|主要|相关)?(?:信息|情况|资料|概况)$")
_SUBJECTS = re.compile(
    r"户主|房主|屋主|业主|产权|房东|所有权人|监护|抚养|赡养|配偶|爱人|丈夫|妻子|父|母|子女|儿|孩|成员|"
    r"联系人|紧急|代办|代理|经办|负责|家长|亲属|家属|经营|店主|法人|填表|填报|调查|审核|领导|医生|民警|"
    r"物业|书记|主任|楼[栋门]?长|单元长|网格[员长]|租|原|曾|户籍|老家|单位|"
    r"owner|head|spouse|guardian|emergency|parent|mother|father|child|tenant|landlord|former"
)
_OR = re.compile(r"[/／、|]|或者?|\bor\b")
_HARMLESS_END = ("号码", "号", "no", "number")
_HARMLESS_START = ("居民", "本人", "个人", "人员", "the")
_SOUNDS_ALIKE = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ng", "n"))
# The row's own person by the part they play in it: 领取人姓名, 学生身份证号. Whoever else a form may
# name is among the subjects above.
_ROLE = re.compile(
    r"^(?:[^\W\d_]{1,4}?[人者生童员象])"
    r"(?=姓名|居民身份证|公民身份|身份证|证件|出生|性别|年龄|联系|电话|手机)"
)
Candidate = tuple[str, float]


class Vocabulary:
    """The headings under which our fields are known."""

    def __init__(self, fields: Sequence[Field]) -> None:
        self._exact: dict[str, list[Candidate]] = {}
        for field in fields:
            for rank, synonym in enumerate((*field.synonyms, field.name)):
                named = self._exact.setdefault(normal_heading(synonym), [])
                if field.name not in (name for name, _ in named):
                    named.append((field.name, 1 - rank * 0.0005))

    def candidates(self, heading: str) -> list[Candidate]:
        """The fields a heading may mean, the surest first; none under `KNOWN_FROM`."""
        best: dict[str, float] = {}
        for text, weight in _readings(heading):
            for name, score in self._named(text):
                best[name] = max(best.get(name, 0.0), score * weight)
        if not best:
            best |= dict(self._of_the_row(heading))
        for name, score in self._either(heading):
            best[name] = max(best.get(name, 0.0), score)
        found = [(name, round(score, 2)) for name, score in best.items() if score >= KNOWN_FROM]
        return sorted(found, key=lambda candidate: -candidate[1])

    def knows(self, text: str) -> bool:
        """Whether a text is a heading of ours in full."""
        return normal_heading(text) in self._exact

    def _named(self, text: str) -> list[Candidate]:
        if text in self._exact:
            return self._exact[text]
        mixed = _one_language(text)
        if mixed:
            return self._of_both(*mixed)
        return [
            (name, score * alike)
            for known, named in self._exact.items()
            if (alike := likeness(text, known))
            for name, score in named
        ]

    def _of_both(self, chinese: str, english: str) -> list[Candidate]:
        """姓名Name: known where the Chinese is, unless the English says another thing."""
        if _SUBJECTS.search(english) and english not in self._exact:
            return []
        named = self._exact.get(chinese, [])
        said = {name for name, _ in self._exact.get(english, [])}
        return [(name, score * 0.97) for name, score in named if not said or name in said]

    def _of_the_row(self, heading: str) -> list[Candidate]:
        """学生姓名 where we know only 姓名: proposed with so little weight that a person looks."""
        *uppers, leaf = heading.split("|")
        plain = normal_heading(leaf, brackets=False)
        if _SUBJECTS.search(plain) or not all(map(is_neutral, uppers)):
            return []
        bare = _ROLE.sub("", plain)
        return [] if bare == plain else [(name, 0.75) for name, _ in self._exact.get(bare, [])]

    def _either(self, heading: str) -> list[Candidate]:
        """身份证/护照号码: known where all its parts mean one field."""
        parts = _OR.split(leaf_of(heading))
        if "|" in heading or len(parts) < 2 or not all(map(str.strip, parts)):
            return []
        found = [dict(self._exact.get(normal_heading(part), [])) for part in parts]
        shared = set.intersection(*(set(each) for each in found))
        return [(name, 0.92) for name in shared]


def is_required(heading: str) -> bool:
    return any(_REQUIRED.search(part) for part in heading.split("|"))


def leaf_of(heading: str) -> str:
    return heading.rsplit("|", 1)[-1]


def is_neutral(part: str) -> bool:
    """Whether an upper heading only groups (基本信息) and does not say whose it is (监护人)."""
    plain = normal_heading(_NUMBERED.sub("", part), brackets=False)
    return _NEUTRAL.fullmatch(plain) is not None


def _readings(heading: str) -> Iterator[tuple[str, float]]:
    """The normal forms under which a heading may be known, each with its weight."""
    parts = [part for part in _REQUIRED.sub("", heading).split("|") if part.strip()]
    if not parts:
        return
    uppers, leaf = parts[:-1], parts[-1]
    telling = [part for part in uppers if not is_neutral(part) and not _repeated(part, leaf)]
    whose = [_ABOUT.sub("", normal_heading(part, brackets=False)) for part in telling]
    for kept, weight in ((uppers, 1.0), (telling, 0.95), (whose, 0.95)):
        for text, share in _without_hints(leaf):
            yield (
                "".join(normal_heading(part, brackets=False) for part in kept) + text,
                (weight * share if kept or not uppers else 0.95 * share),
            )


def _repeated(upper: str, leaf: str) -> bool:
    """Whether the last heading says itself whose it is: 业主姓名 under 业主信息."""
    whose = _SUBJECTS.findall(upper)
    return bool(whose) and all(word in leaf for word in whose)


def _without_hints(leaf: str) -> Iterator[tuple[str, float]]:
    """The last heading as it is, and without its hint in brackets, unless that says whose."""
    yield normal_heading(leaf), 1.0
    hints = _BRACKETED.findall(unicodedata.normalize("NFKC", leaf))
    bare = normal_heading(leaf, brackets=False)
    whose = [normal_heading(hint) for hint in hints if _SUBJECTS.search(hint.casefold())]
    if whose:
        yield "".join(whose) + bare, 0.95
    elif hints:
        yield bare, 0.97


def _one_language(text: str) -> tuple[str, str] | None:
    """The Chinese and the English of a heading in both; None if it is in one."""
    english = "".join(letter for letter in text if letter.isascii())
    chinese = "".join(letter for letter in text if not letter.isascii())
    return (chinese, english) if len(english) > 1 and len(chinese) > 1 else None


@lru_cache(maxsize=65536)
def likeness(heading: str, known: str) -> float:
    """How alike two normal headings are: 0, or from 0.7 to under 0.9."""
    if len(known) < 2 or len(heading) < 2:
        return 0.0
    if differs_harmlessly(heading, known, starts=_HARMLESS_START, ends=_HARMLESS_END):
        return 0.88
    if abs(len(heading) - len(known)) > 1 or known.isascii() != heading.isascii():
        return 0.0
    if known.isascii():
        return 0.75 if min(len(known), len(heading)) >= 7 and _one_slip(heading, known) else 0.0
    if len(heading) != len(known):
        return 0.78 if len(known) >= 4 and _doubled(heading, known) else 0.0
    wrong = [at for at in range(len(known)) if heading[at] != known[at]]
    if len(wrong) < len(known) and all(_sound(heading[at]) == _sound(known[at]) for at in wrong):
        return 0.85 if len(wrong) <= 1 + len(known) // 4 else 0.72
    if len(wrong) == 2 and len(known) >= 4 and wrong[1] == wrong[0] + 1:
        swapped = (heading[wrong[0]], heading[wrong[1]]) == (known[wrong[1]], known[wrong[0]])
        return 0.8 if swapped else 0.0
    # In a long heading one wrong letter; not among the first, which say whose it is.
    return 0.72 if len(wrong) == 1 and len(known) >= 6 and wrong[0] > 2 else 0.0


def _one_slip(heading: str, known: str) -> bool:
    shorter, longer = sorted((heading, known), key=len)
    if len(shorter) < len(longer):
        return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))
    return sum(one != other for one, other in zip(shorter, longer, strict=True)) == 1


def _doubled(heading: str, known: str) -> bool:
    """One letter typed twice."""
    return any(
        heading[at] == heading[at - 1] and heading[:at] + heading[at + 1 :] == known
        for at in range(1, len(heading))
    )


@lru_cache(maxsize=8192)
def _sound(letter: str) -> str:
    from pypinyin import lazy_pinyin  # its dictionary takes a third of a second to read

    sound = "".join(lazy_pinyin(letter))
    for plain, alike in _SOUNDS_ALIKE:
        sound = sound.replace(plain, alike)
    return sound
