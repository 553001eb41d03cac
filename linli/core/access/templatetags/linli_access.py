"""How the pages of one's own account name things."""

from django import template

from linli.core.access.devices import device_called

register = template.Library()
register.filter("device", device_called)
