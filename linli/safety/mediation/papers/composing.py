"""The papers of a file written from one record, in the language papers are written in."""

from datetime import date

from django.utils import translation
from django.utils.translation import gettext as _

from linli.core.access.queries import bodies_of
from linli.core.pages.bilingual import SOURCE
from linli.safety.mediation.kinds import KINDS, SOURCES, title_in
from linli.safety.mediation.models import Mediation
from linli.safety.mediation.papers.sheets import Block, File, Pairs, Sheet, Sign, Table, Text
from linli.safety.mediation.papers.writing import (
    COMPOSERS,
    ending,
    mediators_on,
    told_day,
    told_moment,
    told_party,
    who_did,
)
from linli.safety.mediation.queries import course
from linli.safety.mediation.queries.papers import check_of, standings_of, titles
from linli.safety.mediation.rules import papers as rules


def whole_file(case: Mediation, on: date) -> File:
    """All of it: the cover, the papers in their order, and what is missing."""
    with translation.override(SOURCE):
        found = check_of(case)
        lacks = {
            int(str(one.numbers["number"])): "、".join(map(str, _words(one.numbers["lacks"])))
            for one in found
            if not one.holds
        }
        sheets = tuple(
            Sheet(
                standing.paper,
                rules.number_of(standing.paper),
                _title_of(case, standing.paper),
                _compose(case, standing.paper, on) if standing.present else (),
                lacks.get(rules.number_of(standing.paper), ""),
                standing.present,
            )
            for standing in standings_of(case)
        )
        cover = (
            (_("类型"), title_in(KINDS, case.kind)),
            (_("当事人"), "、".join(f"{side.label} {side.name}" for side in case.sides)),
            (_("调解员"), mediators_on(case)),
            (_("来源"), title_in(SOURCES, case.source)),
            (_("登记日期"), told_day(case.received_on)),
            (_("结果"), case.state_label),
            (_("终结"), told_day(case.ended_on)),
            (_("立卷"), told_day(case.filed_on)),
        )
        missing = tuple(f"{number} {text}" for number, text in sorted(lacks.items()))
        return File(_("人民调解卷宗"), cover, sheets, missing)


def one_sheet(case: Mediation, paper: str, on: date) -> Sheet:
    """One paper, to be printed, read out and signed; also before all of it is there."""
    with translation.override(SOURCE):
        if paper == "ending":
            return Sheet(paper, 0, _("终结调解告知书"), ending(case, on))
        number = rules.number_of(paper)
        return Sheet(paper, number, _title_of(case, paper), _compose(case, paper, on))


def persuasion_sheet(case: Mediation, on: date) -> Sheet:
    """When who dissuaded whom and with what result: what police and authorities ask for where
    everyday noise or an animal disturbs and goes on (Eco Code 599; Public Security Law 88)."""
    with translation.override(SOURCE):
        records = course.records_of(case, "persuasion", "session")
        rows = tuple(
            (
                told_moment(r.at),
                r.get_kind_display(),
                who_did(r),
                r.where,
                r.text,
                r.get_result_display(),
            )
            for r in records
            if r.written_at
        )
        columns = (_("日期"), _("做了什么"), _("谁"), _("地点"), _("经过"), _("结果"))
        told = (
            _("住宅区里生活噪声扰民的，居委会及时劝阻、调解（生态环境法典第五百九十九条）；")
            + _("经劝阻、调解仍不停止的，公安机关可以依法处理（治安管理处罚法第八十八条）。")
            + _("本记录如实写明劝阻和调解的时间、人员和结果，供主管部门、公安机关核实。")
        )
        blocks: tuple[Block, ...] = (
            Pairs(
                (
                    (_("类型"), title_in(KINDS, case.kind)),
                    (_("登记日期"), told_day(case.received_on)),
                    *((side.label, told_party(side)) for side in case.sides),
                )
            ),
            Table(_("劝阻、调解经过"), columns, rows)
            if rows
            else Text(_("劝阻、调解经过"), _("还没有登记劝阻或者调解。")),
            Text(_("依据"), told),
            Sign(_("记录人"), told_day(on)),
            Sign(_("居民委员会"), seal=True),
        )
        return Sheet("persuasion", 0, _("劝阻调解记录"), blocks)


def issuer_of(case: Mediation, on: date) -> str:
    """The committee by its name; the community's own where it has none yet."""
    bodies = bodies_of(case.community, on).filter(kind="residents_committee")
    committee = bodies.first()
    return committee.name if committee else case.community.name


def _title_of(case: Mediation, paper: str) -> str:
    agreement = course.agreement_of(case)
    if paper == rules.APPLICATION:
        return _("人民调解申请书") if case.source == "application" else _("人民调解受理登记表")
    if paper == rules.AGREEMENT and agreement is not None:
        return _("口头调解协议登记表") if agreement.oral else _("人民调解协议书")
    return titles()[paper]


def _compose(case: Mediation, paper: str, on: date) -> tuple[Block, ...]:
    return COMPOSERS[paper](case, on)


def _words(value: object) -> tuple[str, ...]:
    return tuple(str(each) for each in value) if isinstance(value, tuple) else (str(value),)
