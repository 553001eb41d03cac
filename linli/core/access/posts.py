"""The posts of a community as data: who is chosen or appointed to what, and what it is called."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Post:
    """A post. `works`: its holders use the desk; `counts_only`: they may never see persons;
    `for_body`: held for a body that is sent matters, and only what it was sent is seen."""

    name: str
    title: Any
    works: bool = False
    counts_only: bool = False
    for_body: bool = False


POSTS = {
    post.name: post
    for post in (
        Post("director", _("居委会主任"), works=True),
        Post("deputy_director", _("居委会副主任"), works=True),
        Post("committee_member", _("居委会委员"), works=True),
        Post("election_committee", _("居民选举委员会成员"), works=True),
        Post("worker", _("社区工作者"), works=True),
        Post("registrar", _("登记员"), works=True),
        Post("representative", _("居民代表")),
        Post("supervisor", _("居务监督委员会成员")),
        Post("child_protection", _("未成年人保护专岗"), works=True),
        # Asked by residents, and shown to them; sees no more files than any resident.
        Post("disability_liaison", _("残疾人联络员")),
        Post("veterans", _("退役军人服务岗"), works=True),
        Post("employment", _("就业服务专员"), works=True),
        Post("mediator", _("人民调解员"), works=True),
        Post("party_secretary", _("社区党组织书记"), works=True),
        # Owners of one compound whom the others have chosen; sees what owners' bodies keep.
        Post("owners_committee", _("业主委员会成员")),
        Post("unit_delegate", _("驻社区单位代表"), for_body=True),
        Post("property_manager", _("物业经理"), works=True, for_body=True),
        Post("department_officer", _("职能部门经办人"), works=True, for_body=True),
        Post("street_officer", _("街道办事处工作人员"), counts_only=True),
        Post("district_officer", _("区（县）工作人员"), counts_only=True),
        Post("city_officer", _("市工作人员"), counts_only=True),
    )
}


def posts_to_choose() -> list[tuple[str, Any]]:
    """Every post. A function, so that a further post asks for no migration."""
    return [(post.name, post.title) for post in POSTS.values()]
