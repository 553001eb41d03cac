"""What everybody is told of a hazard: looked at, written anew, hidden; photographs one by one."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from linli.core.access.gates import Visit, needs
from linli.core.pages.stepping import carry, pressed, sent, step, version_in
from linli.safety.hazards.actions import telling
from linli.safety.hazards.forms.hazards import RewordForm
from linli.safety.hazards.forms.told import ReasonStep
from linli.safety.hazards.queries.hazards import hazard_in
from linli.safety.hazards.views.sending import here, sure


@needs("hazards.sort")
@require_POST
def tell(request: Visit, hazard_id: UUID) -> HttpResponse:
    """The words have been read: everybody may."""
    hazard = hazard_in(request.community, hazard_id)
    back = here(request, "work", hazard.pk)
    read = version_in(request.POST.get("seen", "")) or 0  # none that was ever drawn
    return pressed(request, telling.tell_words, hazard, _("文字公开了。"), back, seen=read)


@needs("hazards.sort")
def reword(request: Visit, hazard_id: UUID) -> HttpResponse:
    """Other words for everybody."""
    hazard = hazard_in(request.community, hazard_id)
    form = RewordForm(sent(request), row=hazard)
    names = ("what", "where", "no_photo", "reason", "seen")
    return step(
        request, form,
        lambda said: carry(
            request, telling.reword, hazard, **{name: said[name] for name in names}
        ),
        title=_("改写文字"), note=_("原来的文字不再保留，改写和原因记在经过里。"),
        done=_("改好了，大家看到的是新的文字。"), back=here(request, "work", hazard.pk),
    )  # fmt: skip


@needs("hazards.sort")
def hide(request: Visit, hazard_id: UUID) -> HttpResponse:
    """Words and photographs away from everybody's eyes, at once."""
    hazard = hazard_in(request.community, hazard_id)
    form = ReasonStep(sent(request), row=hazard)
    return step(
        request, form,
        lambda said: carry(
            request, telling.hide, hazard, reason=said["reason"], seen=said["seen"]
        ),
        title=_("收起文字和照片"), note=_("马上收起，大家只看得到类别和地方。"),
        done=_("收起了。"), back=here(request, "work", hazard.pk),
    )  # fmt: skip


@needs("hazards.sort")
@require_POST
def show_photos(request: Visit, hazard_id: UUID) -> HttpResponse:
    """The photographs that were on the page, and no other, become public."""
    hazard, keys = hazard_in(request.community, hazard_id), _ids(request.POST.getlist("photo"))
    back = here(request, "work", hazard.pk)
    return pressed(request, telling.show_photos, hazard, _("照片公开了。"), back, photos=keys)


@needs("hazards.sort")
def remove_photo(request: Visit, hazard_id: UUID) -> HttpResponse:
    """A photograph in which somebody can be recognised is gone, for good."""
    hazard, keys = hazard_in(request.community, hazard_id), _ids(request.GET.getlist("photo"))
    return sure(
        request, telling.remove_photos, hazard, photos=keys, says=_("删除"), title=_("删除照片"),
        note=_("照片马上删除，找不回来。认得出人脸、车牌或门牌的，请删除。"),
        done=_("照片删除了。"), back=here(request, "work", hazard.pk),
    )  # fmt: skip


def _ids(said: list[str]) -> list[UUID]:
    found = []
    for each in said:
        try:
            found.append(UUID(each))
        except ValueError:
            raise Http404 from None
    return found
