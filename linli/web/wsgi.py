"""The WSGI application that `linli serve` runs."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "linli.web.settings")
application = get_wsgi_application()
