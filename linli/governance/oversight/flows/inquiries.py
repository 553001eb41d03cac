"""A resident's inquiry: asked, answered, found good; or taken to the street office (data).

The committee answers within what it promised. Whoever asked may go to the street at any time: the
law sets no waiting time (art. 35).
"""

from django.utils.translation import gettext_lazy as _

from linli.mechanisms.flow.declaration import Flow, Move, State, Within

FOLLOW, ANSWER = "oversight.follow", "oversight.answer"

INQUIRY = Flow(
    "oversight.inquiry",
    states={
        "asked": State(_("等居委会答复"), tone="new"),
        "answered": State(_("已答复"), tone="waiting"),
        "complained": State(_("已向街道反映"), tone="late"),
        "closed": State(_("已了结"), tone="done", open=False),
        "withdrawn": State(_("已撤回"), tone="stopped", open=False),
    },
    moves=(
        Move(
            "ask",
            (),
            "asked",
            "oversight.ask",
            _("询问"),
            done=_("提出询问"),
            starts=(Within("inquiry_answer", rule="disclosure.query_answered_within"),),
            cites=("rcl2025.34",),
        ),
        Move(
            "answer",
            ("asked", "complained", "answered"),
            "answered",
            ANSWER,
            _("答复"),
            done=_("居委会答复了"),
            settles=("inquiry_answer",),
            cites=("rcl2025.34",),
        ),
        Move("accept", ("answered",), "closed", FOLLOW, _("满意"), done=_("询问人满意")),
        Move(
            "complain",
            ("asked", "answered"),
            "complained",
            FOLLOW,
            _("向街道反映"),
            done=_("询问人向街道反映"),
            cites=("rcl2025.35",),
        ),
        Move(
            "reply",
            ("complained",),
            "closed",
            "oversight.reply_complaint",
            _("答复反映"),
            done=_("街道核实后答复了"),
            drops=("inquiry_answer",),
            cites=("rcl2025.35",),
        ),
        Move(
            "withdraw",
            ("asked", "complained"),
            "withdrawn",
            FOLLOW,
            _("撤回"),
            done=_("询问人撤回了"),
            drops=("inquiry_answer",),
        ),
        Move("lapse", ("answered",), "closed", "oversight.lapse", _("了结"), done=_("期满了结")),
    ),
)
