"""Django's settings: one file, everything that varies comes from the environment."""

import os
import sys

if sys.platform == "linux":
    # Debian's SQLite is in the range of the WAL-reset corruption bug (fixed in 3.51.3);
    # the package brings its own. It must replace the standard one before anything opens a file.
    import pysqlite3

    sys.modules["sqlite3"] = pysqlite3

from django.utils.translation import gettext_lazy as _

from linli.web.settings import environment
from linli.web.settings.secrets import load_secrets

ENVIRONMENT = os.environ.get("LINLI_ENV", "production")
TESTING = ENVIRONMENT == "test"
# A finding without its sentence, or an icon without its drawing, is an error where this is set.
LINLI_STRICT = TESTING
DEBUG = ENVIRONMENT == "development"

BASE_DIR = environment.ROOT
try:
    DATA_DIR = environment.data_folder()
    DATABASES = {"default": environment.database(DATA_DIR)}
    _site_url, _hosts = environment.site_url(), environment.hosts()
except environment.WrongSetting as error:
    environment.stop_with(error)
_secrets = load_secrets(DATA_DIR / "secrets")
SECRET_KEY = _secrets.secret_key
FIELD_KEYS = _secrets.field_keys
INDEX_KEY = _secrets.index_key
CLOSED_KEYS = _secrets.closed_keys
RETURNS_KEY = _secrets.returns_key

# The names this instance answers to; the local ones always work.
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", *_hosts]
SITE_URL = _site_url
_https = SITE_URL.startswith("https://")
CSRF_TRUSTED_ORIGINS = [SITE_URL] if SITE_URL else []
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _https else None
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = _https
SECURE_HSTS_SECONDS = 31_536_000 if _https else 0
SESSION_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "linli.core.pages.failures.csrf_failure"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# Ours come before allauth, whose pages are drawn in our frame.
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
    "linli.core.pages",
    "linli.core.audit",
    "linli.core.places",
    "linli.core.people",
    "linli.core.access",
    "linli.core.local_law",
    "linli.core.clocks",
    "linli.core.files",
    "linli.core.messages",
    "linli.core.links",
    "linli.core.jobs",
    "linli.mechanisms.flow",
    "linli.mechanisms.ballot",
    "linli.mechanisms.publication",
    "linli.mechanisms.gathering",
    "linli.mechanisms.rounds",
    "linli.mechanisms.questionnaire",
    "linli.mechanisms.ledger",
    "linli.mechanisms.signup",
    "linli.governance.elections",
    "linli.governance.assemblies",
    "linli.governance.oversight",
    "linli.governance.archive",
    "linli.governance.deliberation",
    "linli.governance.budgeting",
    "linli.governance.property",
    "linli.service.matters",
    "linli.partners.intake",
    "linli.service.catalogue",
    "linli.partners.paperwork",
    "linli.partners.organisations",
    "linli.partners.party",
    "linli.service.chains",
    "linli.service.casework",
    "linli.service.volunteering",
    "linli.safety.mediation",
    "linli.safety.hazards",
    "linli.safety.emergencies",
    "linli.culture.facilities",
    "linli.culture.activities",
    "linli.stewardship.planning",
    "linli.stewardship.funds",
    "linli.evaluation",
    "linli.evaluation.returns",
    "linli.web.portal",
    "linli.web.portal.me",
    "linli.web.portal.rights",
    "linli.web.desk",
    "linli.web.desk.roster",
    "linli.web.street",
    "linli.web.crossings",
    "linli.web.demo",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "rules",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    # Before the CSRF check, which reads the whole form: what is too large is not read to its end.
    "linli.core.files.middleware.UploadMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "linli.core.access.middleware.AccessMiddleware",
    "linli.core.local_law.middleware.OneLookMiddleware",
    "linli.core.audit.middleware.RefusalMiddleware",
    "linli.core.pages.middleware.MethodMiddleware",
]

ROOT_URLCONF = "linli.web.urls"
WSGI_APPLICATION = "linli.web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "linli.core.pages.look.look",
                "linli.web.navigation.frame.navigation",
            ],
            "builtins": ["django.templatetags.i18n", "linli.core.pages.templatetags.linli"],
        },
    }
]
FORM_RENDERER = "linli.core.pages.renderer.PageRenderer"

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Reads outside atomic() never take SQLite's write lock; the one door opens the transaction.
ATOMIC_REQUESTS = False

AUTH_USER_MODEL = "access.Account"
AUTHENTICATION_BACKENDS = [
    "linli.core.access.sign_in.AccountBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = (
    ["django.contrib.auth.hashers.MD5PasswordHasher"]
    if TESTING
    else ["django.contrib.auth.hashers.Argon2PasswordHasher"]
)
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("MinimumLengthValidator", "CommonPasswordValidator", "NumericPasswordValidator")
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
# Behind the HTTPS proxy the visitor's address is the one the proxy passes on.
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if _https else 0
ACCOUNT_ADAPTER = "linli.core.access.sign_in.AccountAdapter"
ACCOUNT_FORMS = {"login": "linli.core.access.forms.SignInForm"}
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = None
# A whole compound may share one address, so the limit by address is wide and the one by account
# is narrow. Tests sign in as often as they must: only False switches the library's own limits off.
ACCOUNT_RATE_LIMITS = (
    False if TESTING else {"login": "120/m/ip", "login_failed": "20/m/ip,5/5m/key"}
)
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_FORMS = {"add_webauthn": "linli.core.access.passkeys.AddPasskeyForm"}
MFA_TOTP_ISSUER = "邻里 Linli"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not _https
USERSESSIONS_TRACK_ACTIVITY = False

# Shared by all workers, so that throttles count once; it holds no personal data.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache"
        if TESTING
        else "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": str(DATA_DIR / "cache"),
    }
}

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", _("中文")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "linli" / "locale"]
FORMAT_MODULE_PATH = ["linli.web.settings.formats"]
TIME_ZONE = "Asia/Shanghai"
USE_I18N = USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "build" / "static"
STATICFILES_DIRS = [path for path in [BASE_DIR / "build" / "vendor"] if path.is_dir()]
# Uploads are stored outside the web root and only ever served by a view that asks who you are.
MEDIA_ROOT = DATA_DIR / "files"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if TESTING or DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = TESTING or DEBUG
# Larger uploads go to disk at once and are refused by core/files with a sentence.
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_242_880

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:", "blob:"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "form-action": ["'self'"],
    }
}

TASKS = {
    "default": {
        "BACKEND": "django_tasks.backends.immediate.ImmediateBackend"
        if TESTING
        else "django_tasks_db.DatabaseBackend",
        # A long import waits in a queue of its own, so that messages do not wait behind it.
        "QUEUES": ["default", "jobs"],
    }
}

EMAIL_BACKEND = (
    "django.core.mail.backends.locmem.EmailBackend"
    if TESTING
    else "django.core.mail.backends.smtp.EmailBackend"
    if os.environ.get("LINLI_EMAIL_HOST")
    else "django.core.mail.backends.filebased.EmailBackend"
)
EMAIL_HOST = os.environ.get("LINLI_EMAIL_HOST", "")
EMAIL_HOST_USER = os.environ.get("LINLI_EMAIL_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("LINLI_EMAIL_PASSWORD", "")
EMAIL_PORT = 465
EMAIL_USE_SSL = True
EMAIL_FILE_PATH = DATA_DIR / "outbox"
DEFAULT_FROM_EMAIL = os.environ.get("LINLI_EMAIL_FROM", "linli@localhost")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
SILENCED_SYSTEM_CHECKS: list[str] = []
