"""A face as a text to paste into a group."""

from django.utils.translation import gettext as _

from linli.mechanisms.publication.face import Face, say_day


def as_text(face: Face, url: str) -> str:
    """The notice as a message to paste into a group, with the way to the page itself."""
    if face.names_persons:
        # A group keeps what is pasted into it for ever, and passes it on.
        told = _("有一份“{title}”正在公示，公示到 {day}。内容请看公开栏或下面的页面。")
        up_until = say_day(face.up_until)
        line = f"【{face.category_title}】" + told.format(title=face.title, day=up_until)
        signed = f"{face.issuer} {say_day(face.posted_at)}"
        return "\n".join([line, signed, url] if url else [line, signed])
    lines = [f"【{face.category_title}】{face.heading}"]
    for section in face.body:
        if section.rows:
            count = len(section.rows)
            lines.append(
                _("{label}：共 {count} 行，见原文").format(label=section.label, count=count)
            )
        else:
            words = section.cell.words
            lines.append(_("{label}：{value}").format(label=section.label, value=words))
    if face.objections_last_day:
        lines.append(
            _("有异议的，请在 {day}（含当日）前提出。").format(
                day=say_day(face.objections_last_day)
            )
        )
    lines.append(f"{face.issuer} {say_day(face.posted_at)}")
    return "\n".join([*lines, url] if url else lines)
