"""Petitions, resolutions, charters and covenants: their states and legal moves (data)."""

from django.utils.translation import gettext_lazy as _

from linli.mechanisms.flow.declaration import Flow, Move, State, Within

CONVENE, CALL, CARRY, DRAFT = (
    "assemblies.convene",
    "assemblies.call",
    "assemblies.carry_out",
    "assemblies.draft",
)

PETITION = Flow(
    "assemblies.petition",
    states={
        "gathering": State(_("征集联名"), tone="open"),
        "enough": State(_("已达到人数，等待召集"), tone="soon"),
        "called": State(_("已召集"), tone="done", open=False),
        "ended": State(_("已结束，人数不足"), tone="stopped", open=False),
    },
    inputs={"reason": _("原因")},
    moves=(
        Move("start", (), "gathering", "assemblies.petition", _("发起联名"), done=_("发起联名")),
        Move(
            "reach",
            ("gathering",),
            "enough",
            "assemblies.sign",
            _("达到人数"),
            done=_("联名达到法定人数，居委会应当召集"),
            starts=(Within("call", rule="assemblies.called_within"),),
            cites=("rcl2025.26", "rcl2025.28"),
        ),
        Move(
            "call",
            ("enough",),
            "called",
            CALL,
            _("召集"),
            done=_("居委会发出会议通知"),
            settles=("call",),
        ),
        Move(
            "call_again",
            ("called",),
            "enough",
            CALL,
            _("会议取消，重新召集"),
            done=_("会议取消，居委会应当重新召集"),
            starts=(Within("call", rule="assemblies.called_within"),),
        ),
        Move(
            "end",
            ("gathering",),
            "ended",
            "assemblies.end_petition",
            _("结束联名"),
            done=_("结束联名"),
            asks=("reason",),
        ),
    ),
)

RESOLUTION = Flow(
    "assemblies.resolution",
    states={
        "adopted": State(_("已通过"), tone="new"),
        "in_progress": State(_("落实中"), tone="open"),
        "carried_out": State(_("已落实"), tone="done", open=False),
        "changed": State(_("已变更"), tone="stopped", open=False),
        "revoked": State(_("已撤销"), tone="stopped", open=False),
    },
    inputs={"reason": _("原因")},
    outside=("carry_out",),
    moves=(
        Move("adopt", (), "adopted", "assemblies.decide", _("通过"), done=_("会议通过")),
        Move("begin", ("adopted",), "in_progress", CARRY, _("开始落实"), done=_("开始落实")),
        Move(
            "report",
            ("adopted", "in_progress"),
            "in_progress",
            CARRY,
            _("说说进展"),
            done=_("公布进展"),
        ),
        Move(
            "carry_out",
            ("adopted", "in_progress"),
            "carried_out",
            CARRY,
            _("已落实"),
            done=_("落实完成"),
            settles=("carry_out",),
        ),
        Move(
            "change",
            ("adopted", "in_progress", "carried_out"),
            "changed",
            "assemblies.decide",
            _("变更"),
            done=_("被后来的会议变更"),
            drops=("carry_out",),
            cites=("rcl2025.30",),
        ),
        Move(
            "revoke",
            ("adopted", "in_progress", "carried_out"),
            "revoked",
            "assemblies.decide",
            _("撤销"),
            done=_("被后来的会议撤销"),
            drops=("carry_out",),
            cites=("rcl2025.30",),
        ),
    ),
)

DOCUMENT = Flow(
    "assemblies.document",
    states={
        "draft": State(_("起草中"), tone="new"),
        "consulting": State(_("征求意见"), tone="open"),
        "settled": State(_("待表决"), tone="waiting"),
        "adopted": State(_("已通过，待备案"), tone="soon"),
        "in_force": State(_("施行中"), tone="done", open=False),
        "superseded": State(_("已被新版代替"), tone="stopped", open=False),
        "dropped": State(_("不再推进"), tone="stopped", open=False),
    },
    inputs={"reason": _("原因")},
    moves=(
        Move("draft", (), "draft", DRAFT, _("起草"), done=_("开始起草")),
        Move(
            "consult",
            ("draft",),
            "consulting",
            DRAFT,
            _("公开征求意见"),
            done=_("公开征求意见"),
        ),
        Move(
            "redraft",
            ("consulting", "settled"),
            "draft",
            DRAFT,
            _("退回修改"),
            done=_("退回修改"),
            asks=("reason",),
        ),
        Move("settle", ("consulting",), "settled", DRAFT, _("定稿待表决"), done=_("定稿待表决")),
        Move(
            "adopt",
            ("settled",),
            "adopted",
            "assemblies.decide",
            _("通过"),
            done=_("会议表决通过"),
            cites=("rcl2025.30",),
        ),
        Move(
            "file",
            ("adopted",),
            "in_force",
            DRAFT,
            _("登记备案"),
            done=_("备案，开始施行"),
            cites=("rcl2025.31",),
        ),
        Move(
            "supersede",
            ("in_force",),
            "superseded",
            DRAFT,
            _("由新版代替"),
            done=_("新版施行，本版停止施行"),
        ),
        Move(
            "drop",
            ("draft", "consulting", "settled"),
            "dropped",
            DRAFT,
            _("不再推进"),
            done=_("不再推进"),
            asks=("reason",),
        ),
    ),
)
