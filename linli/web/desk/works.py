"""What each sort of work is called where nothing more may be told, as in a calendar feed."""

from django.utils.translation import gettext_lazy as _

from linli.core.clocks.names import register_works


def declare() -> None:
    """Called when the desk is ready."""
    register_works(
        {
            "matters.Matter": _("诉求"),
            "assemblies.Duty": _("居民代表会议"),
            "assemblies.Resolution": _("决议落实"),
            "assemblies.Petition": _("居民联名"),
            "elections.Election": _("选举"),
            "elections.Objection": _("选民名单申诉"),
            "intake.Request": _("上级要求"),
            "paperwork.Asking": _("填表"),
            "catalogue.Certificate": _("开证明"),
            "catalogue.HomeService": _("办理上门"),
        }
    )
