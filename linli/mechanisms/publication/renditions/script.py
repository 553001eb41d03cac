"""What a volunteer reads out on the telephone or at the door, word for word."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from linli.mechanisms.publication.face import Face, Section, say_day

READ_ROWS = 8
"""Tables longer than this are not read out row by row."""


@dataclass(frozen=True, slots=True)
class Said:
    """One thing to say, and when: `step` names the moment."""

    step: str
    words: str


def script_of(face: Face) -> list[Said]:
    """The call from greeting to goodbye. Names of persons are not read out."""
    greeting = _(
        "您好，我是{issuer}的志愿者，我姓……。社区有一份“{title}”，想念给您听，大约两三分钟，现在方便吗？"
    )
    return [
        Said(_("问好"), greeting.format(issuer=face.issuer, title=face.title)),
        *_content(face),
        *_objections(face),
        Said(_("问一句"), _("您听清楚了吗？要不要我再念一遍？")),
        Said(
            _("告别"),
            _("纸质的贴在公开栏，也可以到{issuer}来看。打扰您了，再见。").format(
                issuer=face.issuer
            ),
        ),
    ]


def _content(face: Face) -> Iterator[Said]:
    if face.names_persons:
        told = _(
            "这份公示里有邻居的名字，电话里和门口都不念。它贴在公开栏，到{day}为止；您不方便下楼，我们可以约时间带给您看。"
        )
        yield Said(_("说明"), told.format(day=say_day(face.up_until)))
        return
    yield Said(_("念标题"), f"{face.heading}。")
    for section in face.body:
        yield Said(section.label, _read(section))
    if face.up_until:
        yield Said(_("到哪天"), _("这份公告到{day}为止。").format(day=say_day(face.up_until)))


def _read(section: Section) -> str:
    if not section.columns:
        return _stopped(section.cell.words)
    if len(section.rows) > READ_ROWS:
        long = _("一共 {count} 行，比较长。您想知道哪一行，我查给您听；也可以约时间上门念。")
        return long.format(count=len(section.rows))
    return "".join(
        _stopped(
            "，".join(
                f"{column} {cell.words}"
                for column, cell in zip(section.columns, row, strict=True)
                if cell.words
            )
        )
        for row in section.rows
    )


def _objections(face: Face) -> Iterator[Said]:
    if face.objections_last_day:
        told = _("如果您有不同意见，{day}以前都可以提，打电话、到窗口、让家人在网上提都行。")
        yield Said(_("有意见的话"), told.format(day=say_day(face.objections_last_day)))


def _stopped(words: str) -> str:
    return words if words.endswith(("。", ".", "！", "？")) else f"{words}。"
