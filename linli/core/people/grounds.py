"""Why each field about a person may be kept: its ground, its purpose, and until when (PIPL 13, 17).

    register_grounds({"people.Person.phone": Ground(...)})

Every app that keeps a field about persons declares it in its own `grounds.py`. The page "what is
held about me" is drawn from this table, and a house test finds fields that are missing in it.
There is no ground here for religion, politics, income or health, so there is no such field.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from linli.core.people.sealed import SealedTextField

CONSENT, DUTY, CONTRACT = "consent", "duty", "contract"

GROUND_WORDS = {
    CONSENT: _("本人同意"),
    CONTRACT: _("办理本人要求的事所必需"),
    DUTY: _("居民委员会履行法定职责所必需"),
}

KEPT_WORDS = {
    "living_here": _("住在本社区或在此有住房、户籍期间，离开满一年后清除"),
    "decided": _("确认导入前最多一天；导入后最多三十天，供撤销"),
    "withdrawn": _("撤回同意即清除；离开本社区满一年后也清除"),
    "wished": _("本人说不要了即删除；搬离本社区也删除"),
    "account": _("账号存在期间，注销后清除"),
    "settled": _("所办的事办结满一年后清除"),
    "chain": _("名单关闭满三十天后清除"),
    "ended": _("关系结束满一年后清除"),
    "certificate_term": _("证明的保存期满后清除，登记簿只留编号、名称和日期"),
    "mediation_term": _("调解卷宗的保存期满后清除；没有调解起来的，终结满一年后清除"),
    "archived": _("作为居务档案依法保存"),
    "posted": _("公告公示期间，撤下后只留户数"),
    "handed": _("交表后最多四百天；同一张表再交一次，旧的三十五天后清除"),
}


@dataclass(frozen=True)
class Ground:
    """One field's ground. `item` is the case of PIPL 13 that carries it; `optional` fields may be
    left empty or taken out without losing any service (PIPL 16); `sensitive` ones are protected
    after PIPL 28. `title`: what the field is called to the public, where that is not its own
    name; fields of one title are told as one."""

    item: str
    purpose: Any
    needed_by: tuple[Any, ...]
    kept: str = "living_here"
    optional: bool = False
    sensitive: bool = False
    consent: str = ""
    cites: tuple[str, ...] = ("pipl.13",)
    title: Any = ""

    def __post_init__(self) -> None:
        assert self.item in GROUND_WORDS, self.item
        assert self.kept in KEPT_WORDS, self.kept
        assert not (self.item == CONSENT and not self.optional), "consent is free (PIPL 14, 16)"
        assert bool(self.consent) == (self.item == CONSENT), "which consent carries it"

    @property
    def ground(self) -> Any:
        return GROUND_WORDS[self.item]

    @property
    def kept_until(self) -> Any:
        return KEPT_WORDS[self.kept]


@dataclass(frozen=True)
class Purpose:
    """One purpose a person may agree to, said so that it can be agreed to or not. `own_room`: it is
    asked and kept by the room it is for alone; nobody writes it at the roster."""

    title: Any
    means: Any
    sensitive: bool = False
    own_room: bool = False


GROUNDS: dict[str, Ground] = {}
BOOKKEEPING: set[str] = set()
PURPOSES: dict[str, Purpose] = {}

STRUCTURE = frozenset({"id", "community", "registered_at", "changed_at", "forgotten_at"})
"""Fields that every row has and that say nothing about anybody."""


def register_grounds(grounds: Mapping[str, Ground]) -> None:
    """Called by each app's `grounds.py`; keys are `app.Model.field`."""
    for name, ground in grounds.items():
        assert GROUNDS.get(name, ground) == ground, f"two grounds for {name}"
        GROUNDS[name] = ground


def register_bookkeeping(*fields: str) -> None:
    """Names fields of an app about persons that say nothing of anybody: states, counts, keys."""
    BOOKKEEPING.update(fields)


def register_purposes(purposes: Mapping[str, Purpose]) -> None:
    """What people may be asked to consent to; named by what it is for."""
    PURPOSES.update(purposes)


def purpose_title(purpose: str) -> Any:
    """What a purpose is called; its own name where the app that asked for it is gone."""
    return PURPOSES[purpose].title if purpose in PURPOSES else purpose


def ground_of(model: type[models.Model], field: str) -> Ground | None:
    """The ground of one field."""
    return GROUNDS.get(f"{model._meta.label}.{field}")


def fields_without_ground(kept: Iterable[type[models.Model]]) -> list[str]:
    """The fields of these models that hold something about a person and have no ground."""
    return [
        f"{model._meta.label}.{field.name}"
        for model in kept
        for field in model._meta.concrete_fields
        if _is_personal(field)
        and f"{model._meta.label}.{field.name}" not in GROUNDS.keys() | BOOKKEEPING
    ]


def _is_personal(field: "models.Field[Any, Any]") -> bool:
    """Whether a field holds content: keys, references and indexes of other fields hold none."""
    if field.name in STRUCTURE or field.is_relation or isinstance(field, models.BinaryField):
        return False
    return isinstance(field, SealedTextField) or not field.primary_key


_ROLL = _("选民登记、户的代表、居民会议人数")
_REACH = _("通知本人、回复诉求")

register_purposes(
    {
        "contact": Purpose(_("用电话联系我"), _("社区工作者可以为社区事务给我打电话、发短信。")),
        "service_needs": Purpose(
            _("记住我的沟通与无障碍需要"),
            _("办事时按我的需要提供大字、手语、上门等服务；只记录需要什么，不记录原因。"),
            sensitive=True,
        ),
    }
)

register_grounds(
    {
        "people.Person.name": Ground(DUTY, _("知道是谁"), (_ROLL, _("办理本人事项"))),
        "people.Person.name_keys": Ground(DUTY, _("按姓名和拼音查找"), (_("办理本人事项"),)),
        "people.Person.sex": Ground(
            DUTY, _("称呼；人口数量统计"), (_("人口数量统计"),), optional=True
        ),
        "people.Person.birth_date": Ground(
            DUTY,
            _("判断是否年满十八周岁、是否适用老年人和未成年人的服务"),
            (_ROLL, _("按年龄提供的服务")),
            cites=("pipl.13", "rcl2025.26"),
        ),
        "people.Person.id_kind": Ground(DUTY, _("知道是哪种证件"), (_("核对身份"),)),
        "people.Person.id_number": Ground(
            DUTY,
            _("区分同名的人，避免重复登记"),
            (_("选民登记"), _("核对身份")),
            sensitive=True,
            cites=("pipl.13", "pipl.51"),
        ),
        "people.Person.phone": Ground(
            CONSENT,
            _("联系本人"),
            (_REACH,),
            kept="withdrawn",
            optional=True,
            consent="contact",
            cites=("pipl.13", "pipl.16"),
        ),
        "people.Person.language": Ground(
            CONSENT,
            _("用本人听得懂的语言沟通"),
            (_REACH,),
            kept="withdrawn",
            optional=True,
            consent="service_needs",
            cites=("pipl.13", "pipl.16"),
        ),
        "people.Person.needs": Ground(
            CONSENT,
            _("按本人的需要提供大字、手语、上门等服务"),
            (_("办理本人事项"),),
            kept="withdrawn",
            optional=True,
            sensitive=True,
            consent="service_needs",
            cites=("pipl.13", "pipl.28", "pipl.29"),
        ),
        "people.Person.died_on": Ground(
            DUTY, _("从名册上除名"), (_ROLL,), cites=("pipl.13", "pipl.49")
        ),
        "people.Household.number": Ground(DUTY, _("分清同一住房里的几户"), (_ROLL,)),
        **{
            f"people.Household.{name}": Ground(
                DUTY, _("按日期查户数"), (_("户数统计"),), title=_("立户、销户日期")
            )
            for name in ("since", "until")
        },
        "people.Tie.kind": Ground(
            DUTY,
            _("判断是业主、承租人、户籍居民还是常住居民，各有哪些权利"),
            (_ROLL, _("业主共同决定")),
        ),
        **{
            f"people.Tie.{name}": Ground(
                DUTY,
                _("判断居住期限、何时搬离、何时清除，记录从哪里来"),
                (_("选民登记"), _("名册维护")),
                title=_("与住房的关系的起止和来源"),
            )
            for name in ("since", "until", "source")
        },
        **{
            f"people.Agency.{name}": Ground(
                CONTRACT,
                _("知道谁可以替谁办事、办到哪一天"),
                (_("代办"),),
                kept="ended",
                title=_("委托与监护"),
            )
            for name in ("kind", "scope", "since", "until", "paper")
        },
        **{
            f"people.Consent.{name}": Ground(
                DUTY,
                _("证明同意过什么、何时撤回"),
                (_("依同意处理的事项"),),
                cites=("pipl.14", "pipl.15"),
                title=_("同意与撤回的记录"),
            )
            for name in ("purpose", "given_at", "how", "withdrawn_at")
        },
        **{
            f"people.RightsRequest.{name}": Ground(
                DUTY,
                _("办理本人就自己的信息提出的要求"),
                (_("更正、删除、解释"),),
                cites=("pipl.50",),
                title=_("就自己的信息提出的要求和答复"),
            )
            for name in (
                "kind",
                "words",
                "asked_at",
                "promised_on",
                "outcome",
                "answer",
                "answered_at",
            )
        },
        **{
            f"people.Declaration.{name}": Ground(
                DUTY,
                _("登记搬迁、出生、去世、更名等变动，记住看过什么材料"),
                (_("名册维护"),),
                kept="settled",
                cites=("pipl.13", "pipl.46"),
                title=_("居民申报的变动"),
            )
            for name in (
                "kind",
                "on",
                "said",
                "declared_at",
                "paper",
                "outcome",
                "answer",
                "decided_at",
            )
        },
        **{
            name: Ground(
                DUTY,
                _("核对表格、撤销导错的表格"),
                (_("名册维护"),),
                kept="decided",
                sensitive=True,
                cites=("pipl.13", "pipl.51"),
                title=_("待导入的表格，以及导入前的旧值"),
            )
            for name in ("people.Batch.content", "people.Change.before")
        },
    }
)

register_bookkeeping(
    *(
        f"people.Batch.{name}"
        for name in (
            "state",
            "account",
            "file_kind",
            "digest",
            "read_at",
            "begun_at",
            "written_to",
            "decisions",
            "decided_at",
            "undone_at",
            "options",
            "counts",
        )
    ),
    "people.Change.kind",
    "people.Change.closed",
    "people.Merge.merged_at",
    "people.Merge.moved",
    "people.Merge.undone_at",
    "people.NotSamePerson.decided_at",
    "people.Question.name",
    "people.Question.asks",
    "people.Question.saved_at",
    "people.Resemblance.sureness",
    "people.Resemblance.reasons",
    "people.Resemblance.found_at",
)
