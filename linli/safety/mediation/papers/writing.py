"""Each of the thirteen papers, and the notice of an end, as blocks."""

from collections.abc import Callable
from datetime import date, datetime

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from linli.core.pages.wording import tell_day
from linli.safety.mediation.kinds import (
    CHANNELS,
    COURTS,
    KINDS,
    ROUTES,
    SOURCES,
    title_in,
)
from linli.safety.mediation.models import Mediation, Party, Record
from linli.safety.mediation.papers.sheets import Block, Pairs, Sign, Table, Text
from linli.safety.mediation.papers.wording import duties, rights
from linli.safety.mediation.queries import course
from linli.safety.mediation.rules import agreeing, papers as rules


def _application(case: Mediation, on: date) -> tuple[Block, ...]:
    applicants = [side for side in case.sides if side.role == "applicant"]
    how = (
        ((_("怎样提出"), title_in(CHANNELS, case.channel)),)
        if case.source == "application"
        else ((_("移交的单位和文号"), case.source_office),)
    )
    return (
        Pairs(
            (
                (_("类型"), title_in(KINDS, case.kind)),
                (_("来源"), title_in(SOURCES, case.source)),
                *how,
                (_("提出日期"), told_day(case.received_on)),
                *(
                    (f"{side.label}（{side.get_role_display()}）", told_party(side))
                    for side in case.sides
                ),
            )
        ),
        Text(_("纠纷情况"), case.facts),
        Text(_("希望怎样解决"), case.wishes or "—"),
        *(Sign(_("申请人 {who}").format(who=side.label)) for side in applicants),
        *(() if applicants else (Sign(_("登记人")),)),
    )


def _rights(case: Mediation, on: date) -> tuple[Block, ...]:
    return (
        Text(_("您的权利"), "\n".join(rights())),
        Text(_("您的义务"), "\n".join(duties())),
        Text(
            _("不收费，也不妨碍别的途径"),
            _("人民调解不收任何费用。您随时可以不参加，改走仲裁、行政或者诉讼途径。"),
        ),
        *(Sign(side.label, told_day(side.told_on)) for side in case.sides),
    )


def _identity(case: Mediation, on: date) -> tuple[Block, ...]:
    rows = tuple((side.label, side.name, side.identity_seen or "—") for side in case.sides)
    columns = (_("当事人"), _("姓名或者单位名称"), _("核对过的身份材料"))
    copies = tuple(
        (row.title, row.asked_by)
        for row, _file in course.exhibits_of(case)
        if row.kind == "identity"
    )
    kept = (Table(_("依规定留存的复印件"), (_("名称"), _("依据")), copies),) if copies else ()
    return (
        Table("", columns, rows),
        *kept,
        Text("", _("身份由调解员当面核对；没有规定要求的，不留复印件，不抄号码。")),
        Sign(_("核对人")),
    )


def _mandate(case: Mediation, on: date) -> tuple[Block, ...]:
    rows = tuple((side.label, side.agent, side.mandate) for side in case.sides if side.agent)
    columns = (_("委托人"), _("代理人"), _("委托什么事，凭什么材料"))
    return (
        Table("", columns, rows),
        *_laid(case, "mandate"),
        *(Sign(_("委托人 {who}").format(who=side.label)) for side in case.sides if side.agent),
    )


def _investigation(case: Mediation, on: date) -> tuple[Block, ...]:
    return _told(course.records_of(case, "investigation", "persuasion", "measure", "police"))


def _evidence(case: Mediation, on: date) -> tuple[Block, ...]:
    return (*_laid(case, "evidence"), Text("", _("原件或者照片附在本页后面。")))


def _record(case: Mediation, on: date) -> tuple[Block, ...]:
    return (
        *_told(course.records_of(case, "session")),
        *(Sign(side.label) for side in case.sides),
        Sign(_("调解员")),
    )


def _agreement(case: Mediation, on: date) -> tuple[Block, ...]:
    agreement = course.agreement_of(case)
    if agreement is None:
        return (Text("", _("没有达成协议。")),)
    points = tuple(
        (f"{point.party.label} {point.party.name}", point.what, told_day(point.due_on))
        for point in course.points_of(case)
    )
    parties = Pairs(tuple((side.label, told_party(side)) for side in case.sides))
    due = (Table(_("要履行的事"), (_("谁"), _("做什么"), _("哪天以前")), points),) if points else ()
    if agreement.oral:
        return (
            parties,
            Pairs(((_("达成日期"), told_day(agreement.reached_on)),)),
            Text(_("协议内容"), agreement.content),
            *due,
            Text("", _("各方认为不需要书面协议。口头协议自达成之日起生效。")),
            Sign(_("调解员")),
        )
    texts = (
        (_("纠纷的主要事实"), agreement.facts),
        (_("争议的事项"), agreement.issue),
        (_("各方的责任"), agreement.responsibility),
        (_("协议内容"), agreement.content),
        (_("履行方式"), agreement.manner),
        (_("履行期限"), agreement.limit),
    )
    copies = len(case.sides) + 1
    return (
        parties,
        *(Text(heading, words) for heading, words in texts),
        *due,
        Text(
            "",
            _(
                "本协议自各方签名、盖章或者按指印，调解员签名并加盖调解委员会印章之日起生效。"
                "一式 {copies} 份，各方各一份，调解委员会留存一份。"
                "各方可以自生效之日起三十日内共同向人民法院申请司法确认。"
            ).format(copies=copies),
        ),
        *(Sign(side.label, told_day(side.signed_on)) for side in case.sides),
        Sign(_("调解员"), told_day(agreement.mediator_signed_on)),
        Sign(_("人民调解委员会"), told_day(agreement.sealed_on), seal=True),
    )


def _performance(case: Mediation, on: date) -> tuple[Block, ...]:
    rows = tuple(
        (point.party.label, point.what, point.get_state_display(), told_day(point.done_on))
        for point in course.points_of(case)
    )
    columns = (_("谁"), _("做什么"), _("履行情况"), _("日期"))
    return (*_laid(case, "performance"), Table(_("要履行的事"), columns, rows))


def _visit(case: Mediation, on: date) -> tuple[Block, ...]:
    return (
        *_told(course.records_of(case, "visit")),
        *(Sign(side.label) for side in case.sides),
        Sign(_("回访人")),
    )


def _confirmation(case: Mediation, on: date) -> tuple[Block, ...]:
    agreement = course.agreement_of(case)
    if agreement is None:
        return _laid(case, "confirmation")
    courts = "、".join(title_in(COURTS, key) for key in agreeing.courts_for(case.source))
    return (
        Pairs(
            (
                (_("协议生效"), told_day(agreement.in_force_on)),
                (_("共同申请的最后一天"), told_day(agreement.confirm_until)),
                (_("可以向"), courts),
                (_("结果"), agreement.get_confirmation_display() or "—"),
                (_("日期"), told_day(agreement.confirmation_on)),
                (_("哪个法院，文号"), agreement.court or "—"),
            )
        ),
        *_laid(case, "confirmation"),
    )


def _note(case: Mediation, on: date) -> tuple[Block, ...]:
    return (Text("", case.note), Pairs(((_("结果"), case.state_label),)))


def _back(case: Mediation, on: date) -> tuple[Block, ...]:
    return (
        Pairs(((_("立卷日期"), told_day(case.filed_on)), (_("立卷人"), mediators_on(case)))),
        Text("", _("本卷材料已按顺序核对。翻看、复印要经调解委员会同意，不得泄露当事人的隐私。")),
        Sign(_("立卷人"), told_day(case.filed_on)),
        Sign(_("检查人")),
    )


def ending(case: Mediation, on: date) -> tuple[Block, ...]:
    """The notice that it has ended, with the other routes."""
    reasons = [record.text for record in course.records_of(case, "reason")]
    told = "\n".join(f"· {title_in(ROUTES, key)}" for key in case.routes)
    why = reasons[-1] if case.state == "declined" and reasons else case.state_label
    return (
        Pairs(((_("结果"), why), (_("终结"), told_day(case.ended_on)))),
        Text(_("您还可以"), told or "—"),
        Text("", _("人民调解不影响您依法通过仲裁、行政、司法等途径维护权利。")),
        *(Sign(side.label) for side in case.sides),
        Sign(_("调解员"), told_day(on)),
    )


def _told(records: list[Record]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for record in records:
        if not record.written_at:
            continue
        pairs = (
            (_("时间"), told_moment(record.at)),
            (_("地点"), record.where or "—"),
            (_("在场的人"), record.present or "—"),
            (_("结果"), record.get_result_display() or "—"),
        )
        blocks += [Pairs(pairs), Text(record.get_kind_display(), record.text)]
    return tuple(blocks) or (Text("", "—"),)


def _laid(case: Mediation, kind: str) -> tuple[Block, ...]:
    rows = tuple(
        (row.title, told_day(row.on)) for row, _file in course.exhibits_of(case) if row.kind == kind
    )
    return (Table(_("收下的材料"), (_("名称"), _("收到日期")), rows),) if rows else ()


COMPOSERS: dict[str, Callable[[Mediation, date], tuple[Block, ...]]] = {
    rules.APPLICATION: _application,
    rules.RIGHTS: _rights,
    rules.IDENTITY: _identity,
    rules.MANDATE: _mandate,
    rules.INVESTIGATION: _investigation,
    rules.EVIDENCE: _evidence,
    rules.RECORD: _record,
    rules.AGREEMENT: _agreement,
    rules.PERFORMANCE: _performance,
    rules.VISIT: _visit,
    rules.CONFIRMATION: _confirmation,
    rules.NOTE: _note,
    rules.BACK: _back,
}


def told_party(side: Party) -> str:
    """A party in one line."""
    parts = [side.name, side.represented_by, side.address, side.phone]
    if side.agent:
        parts.append(_("代理人 {who}").format(who=side.agent))
    return "，".join(part for part in parts if part)


def who_did(record: Record) -> str:
    """Who did what a record tells."""
    return record.present or (record.account.label if record.account else "—")


def mediators_on(case: Mediation) -> str:
    """Who mediates, as papers name them."""
    return "、".join(each.account.label for each in case.current_mediators) or "—"


def told_day(day: date | None) -> str:
    """A day as papers write it; nothing where there is none."""
    return tell_day(day) if day else ""


def told_moment(at: datetime) -> str:
    """A day and a time."""
    local = localtime(at)
    return f"{tell_day(local.date())} {local:%H:%M}"
