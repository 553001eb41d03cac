"""What stands on an article, and which articles a rule stands on: read once from the index that
`linli reference` writes from the code. No page looks through the code."""

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from django.utils.translation import gettext as _, gettext_lazy

from linli.core.pages.sentences import outline

KINDS: dict[str, Any] = {
    "rule": gettext_lazy("规矩"),
    "move": gettext_lazy("步骤"),
    "posting": gettext_lazy("公告"),
    "duty": gettext_lazy("定期要做的事"),
    "list": gettext_lazy("清单"),
    "page": gettext_lazy("页面"),
    "ground": gettext_lazy("个人信息的依据"),
    "code": gettext_lazy("别处"),
}
APPS: dict[str, Any] = {
    "access": gettext_lazy("账号和岗位"),
    "archive": gettext_lazy("居务档案"),
    "assemblies": gettext_lazy("居民会议"),
    "deliberation": gettext_lazy("协商议事"),
    "ballot": gettext_lazy("投票"),
    "catalogue": gettext_lazy("开证明"),
    "casework": gettext_lazy("保密个案"),
    "chains": gettext_lazy("接龙"),
    "clocks": gettext_lazy("办理期限"),
    "elections": gettext_lazy("选举"),
    "evaluation": gettext_lazy("社区评价"),
    "flow": gettext_lazy("办理步骤"),
    "funds": gettext_lazy("经费"),
    "gathering": gettext_lazy("开会"),
    "intake": gettext_lazy("减负准入"),
    "local_law": gettext_lazy("本地规定"),
    "matters": gettext_lazy("诉求"),
    "oversight": gettext_lazy("公开和监督"),
    "paperwork": gettext_lazy("替别的单位填的表"),
    "people": gettext_lazy("居民名册"),
    "places": gettext_lazy("地点"),
    "planning": gettext_lazy("规划和计划"),
    "publication": gettext_lazy("公告栏"),
    "signup": gettext_lazy("报名"),
    "facilities": gettext_lazy("场地设施"),
    "activities": gettext_lazy("文体和学习"),
    "volunteering": gettext_lazy("志愿服务"),
    "organisations": gettext_lazy("社区里的组织"),
    "party": gettext_lazy("党建"),
    "property": gettext_lazy("业主与物业"),
    "hazards": gettext_lazy("安全巡查"),
    "emergencies": gettext_lazy("应急"),
    "street": gettext_lazy("街道"),
}


@dataclass(frozen=True, slots=True)
class Stands:
    """One thing that stands on an article."""

    kind: str
    app: str
    name: str

    @property
    def words(self) -> str:
        """What it is called where people read it: of a rule its sentence, without the numbers."""
        if self.kind == "rule":
            return outline(self.name)
        if self.kind == "code":
            return app_title(self.app)
        return _(self.name) if self.name else app_title(self.app)


def app_title(app: str) -> str:
    """What a room or register is called."""
    return str(APPS.get(app, app))


@lru_cache(maxsize=1)
def _index() -> tuple[Mapping[str, tuple[Stands, ...]], Mapping[str, list[str]]]:
    text = resources.files("linli.web.portal").joinpath("standing.json").read_text("utf-8")
    told = json.loads(text)
    on_articles = {
        key: tuple(Stands(each["kind"], each["app"], each["name"]) for each in found)
        for key, found in told["articles"].items()
    }
    return on_articles, told["numbers"]


def standing_on(key: str) -> tuple[Stands, ...]:
    """Everything that names the article."""
    return _index()[0].get(key, ())


def readers() -> Mapping[str, list[str]]:
    """Which apps read each number."""
    return _index()[1]


@lru_cache(maxsize=1)
def articles_of_rules() -> Mapping[str, tuple[str, ...]]:
    """The other way: the articles each rule stands on."""
    found: dict[str, list[str]] = defaultdict(list)
    for key, things in _index()[0].items():
        for each in things:
            if each.kind == "rule":
                found[each.name].append(key)
    return {rule: tuple(keys) for rule, keys in sorted(found.items())}


def by_kind(things: tuple[Stands, ...]) -> list[dict[str, Any]]:
    """The same, under what they are, each said once, by room."""
    groups = []
    for kind, title in KINDS.items():
        said = sorted({(app_title(each.app), each.words) for each in things if each.kind == kind})
        if said:
            groups.append({"kind": kind, "title": title, "things": said})
    return groups
