from django.apps import AppConfig


class MessagesConfig(AppConfig):
    name = "linli.core.messages"
    label = "core_messages"

    def ready(self) -> None:
        from linli.core.audit.door import deliver_with
        from linli.core.messages.channels import register_channel
        from linli.core.messages.delivery import deliver
        from linli.core.messages.mail import EmailChannel

        register_channel(EmailChannel())
        deliver_with(deliver)
