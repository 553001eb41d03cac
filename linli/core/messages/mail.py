"""Messages by e-mail, as plain text, to those who asked for it."""

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.utils import DNS_NAME
from django.urls import reverse
from django.utils.translation import gettext as _

from linli.core.access.models import Account
from linli.core.messages.channels import Notice

TIMEOUT = 20
"""Seconds to wait for the mail server."""


class EmailChannel:
    """The e-mail address of the account, where its owner said they want messages there."""

    name = "email"

    def can_reach(self, recipient: Account) -> bool:
        return recipient.wants_email and recipient.is_active and bool(recipient.email)

    def send(self, notice: Notice) -> None:
        connection = get_connection(timeout=TIMEOUT)
        EmailMessage(
            # A header is one line, whatever a label holds.
            subject=" ".join(notice.subject.split()),
            body=write(notice),
            to=[notice.recipient.email],
            connection=connection,
            headers={
                "Message-ID": f"<{notice.key.hex}@{DNS_NAME}>",
                "Auto-Submitted": "auto-generated",
            },
        ).send()


def write(notice: Notice) -> str:
    """The text of the e-mail."""
    greeting = _("{name}，您好：").format(name=notice.recipient.label)
    parts = [greeting, notice.subject, notice.body]
    if settings.SITE_URL:
        parts.append(_("请打开查看：{link}").format(link=settings.SITE_URL + notice.link))
        switch = settings.SITE_URL + reverse("messages:inbox")
        parts.append(_("不想再收到邮件，可以在消息页关闭：{link}").format(link=switch))
    else:
        parts.append(_("请登录邻里，在“消息”中查看。不想再收到邮件，也可以在那里关闭。"))
    return "\n\n".join(part for part in parts if part) + "\n"
