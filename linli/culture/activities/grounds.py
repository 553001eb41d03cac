"""Why the room keeps names, and until when (PIPL 13)."""

from django.utils.translation import gettext_lazy as _

from linli.core.people.grounds import CONTRACT, Ground, register_grounds

# What people learn, meet for and are honoured with.


def _of(
    purpose: object, needed_by: object, title: object, kept: str, *, optional: bool = True
) -> Ground:
    return Ground(CONTRACT, purpose, (needed_by,), kept=kept, optional=optional, title=title)


_TEACH = _("安排课程，核对老师和指导员的证书")
_MEET = _("登记居民自己的团队，联系负责人，排值日")
_THANK = _("提名和感谢邻居；公开以前都要本人同意")

register_grounds(
    {
        "activities.Teacher.name": _of(_TEACH, _("授课和指导"), _("老师的姓名"), "ended"),
        "activities.Teacher.consent_witness": _of(
            _TEACH, _("授课和指导"), _("同意公开时在场的人"), "ended"
        ),
        "activities.TeachingCertificate.number": _of(
            _TEACH, _("授课和指导"), _("证书编号"), "ended"
        ),
        "activities.Group.leader_name": _of(_MEET, _("登记团队"), _("负责人的姓名"), "ended"),
        "activities.Group.leader_phone": _of(_MEET, _("登记团队"), _("负责人的电话"), "ended"),
        "activities.Group.consent_witness": _of(
            _MEET, _("登记团队"), _("负责人同意时在场的人"), "ended"
        ),
        "activities.Member.called": _of(_MEET, _("参加团队"), _("在组里的称呼"), "wished"),
        "activities.CourseCertificate.name": _of(
            _("发结业证"), _("发结业证"), _("结业证上的姓名"), "archived"
        ),
        "activities.Nomination.name": _of(_THANK, _("提名"), _("提名的是谁"), "withdrawn"),
        "activities.Nomination.deed": _of(_THANK, _("提名"), _("做了什么好事"), "withdrawn"),
        "activities.Nomination.consent_witness": _of(
            _THANK, _("提名"), _("口头同意时在场的人"), "withdrawn"
        ),
        "activities.Voice.question": _of(_THANK, _("提名"), _("代表的疑问"), "withdrawn"),
        "activities.Voice.answer": _of(_THANK, _("提名"), _("对疑问的答复"), "withdrawn"),
        "activities.Objection.words": _of(_THANK, _("提名"), _("不同意见"), "withdrawn"),
        "activities.Objection.answer": _of(_THANK, _("提名"), _("对不同意见的答复"), "withdrawn"),
        "activities.NeighbourStory.of": _of(_THANK, _("邻里故事"), _("故事说的是谁"), "withdrawn"),
        "activities.NeighbourStory.consent_witness": _of(
            _THANK, _("邻里故事"), _("口头同意时在场的人"), "withdrawn"
        ),
    }
)
