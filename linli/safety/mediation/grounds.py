"""Why what a mediation says of people may be kept (PIPL 13), and until when."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from linli.core.people.grounds import DUTY, Ground, register_grounds
from linli.safety.mediation.models import (
    Agreement,
    Exhibit,
    Mediation,
    Party,
    Point,
    Record,
)

_OF = (_("调解邻里和民间纠纷"),)
_CITES = ("pipl.13", "people_mediation.27")

_TITLES: dict[Any, Any] = {
    Mediation: _("纠纷的情况和希望（只有本案调解员能看）"),
    Party: _("纠纷当事人的姓名、住址、电话和代理人（只有本案调解员能看）"),
    Record: _("调解、调查、劝阻和回访的记录（只有本案调解员能看）"),
    Agreement: _("调解协议的内容（本案调解员和各方当事人能看）"),
    Point: _("调解协议要履行的事（本案调解员和各方当事人能看）"),
    Exhibit: _("当事人提交的材料（只有本案调解员能看）"),
}

register_grounds(
    {
        f"mediation.{model.__name__}.{name}": Ground(
            DUTY,
            _("登记、调解纠纷，监督协议履行，建立调解卷宗"),
            _OF,
            kept="mediation_term",
            sensitive=True,
            cites=_CITES,
            title=title,
        )
        for model, title in _TITLES.items()
        for name in model.WORDS
    }
)
