"""Settings: everything by environment, with a safe default for each.

ZHENGYOU_HOME      where data lives (./var)
ZHENGYOU_DATABASE  postgresql://user:password@host:port/name; SQLite in ZHENGYOU_HOME when it is not set
ZHENGYOU_HOSTS     host names served, separated by commas (localhost, 127.0.0.1)
ZHENGYOU_SPARK     address of the Spark cluster that `--engine spark` asks (local[*])
ZHENGYOU_HTTPS     1 where the site is reached by https (secure cookies, HSTS)
ZHENGYOU_DEBUG     1 on a developer's machine only
ZHENGYOU_KEY       key of the data sealed at rest; made on first start and kept in ZHENGYOU_HOME when not set
ZHENGYOU_SIGNING_KEY  key that sums handed upwards are signed with; made on first use and kept like the others
ZHENGYOU_SITE      the address by which people reach the site, for links in mails (http://localhost:8000)
ZHENGYOU_MAIL      smtp://user:password@host:587 or smtps://…:465, for reminders; none is sent where it is not set
ZHENGYOU_MAIL_FROM the sender of mails
ZHENGYOU_ROBOT_HOSTS  further hosts of chat robots, of an installation of one's own; may be reached by http
ZHENGYOU_TODAY     the day an installation is played on (demonstrations), YYYY-MM-DD
"""

import os
from datetime import date
from pathlib import Path

from csp.constants import NONE, SELF

from zhengyou.settings.database import database_of
from zhengyou.settings.keys import kept_key
from zhengyou.settings.mail import mail_of

PACKAGE = Path(__file__).resolve().parent.parent
ZHENGYOU_HOME = Path(os.environ.get("ZHENGYOU_HOME", "var")).resolve()

DEBUG = os.environ.get("ZHENGYOU_DEBUG") == "1"
SECRET_KEY = kept_key(ZHENGYOU_HOME, "secret_key", "ZHENGYOU_SECRET_KEY")
DATA_KEY = kept_key(ZHENGYOU_HOME, "data_key", "ZHENGYOU_KEY")
ALLOWED_HOSTS = os.environ.get("ZHENGYOU_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [
    f"https://{host}" for host in ALLOWED_HOSTS if os.environ.get("ZHENGYOU_HTTPS") == "1"
]


def _today() -> date | None:
    """The day an installation is played on: by environment, else as the demonstration left it."""
    kept = ZHENGYOU_HOME / "today"
    text = os.environ.get("ZHENGYOU_TODAY") or (kept.read_text().strip() if kept.exists() else "")
    return date.fromisoformat(text) if text else None


TODAY = _today()
DATABASES = {"default": database_of(os.environ.get("ZHENGYOU_DATABASE", ""), ZHENGYOU_HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.User"

ROOMS = (
    "accounts",
    "orgs",
    "campaigns",
    "standards",
    "drafting",
    "meetings",
    "study",
    "ties",
    "coverage",
    "pledges",
    "ratings",
    "supervision",
    "gates",
    "appraisal",
    "comments",
    "honours",
    "bulletins",
    "figures",
    "burden",
    "federation",
    "mobility",
    "setup",
    "notices",
)
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_htmx",
    "csp",
    "zhengyou.core",
    "django.forms",  # after core, whose own form templates win
    *(f"zhengyou.rooms.{room}" for room in ROOMS),
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "zhengyou.core.language.ChosenLanguage",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "zhengyou.core.pages.RefusedMiddleware",
]
ROOT_URLCONF = "zhengyou.urls"
WSGI_APPLICATION = "zhengyou.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "zhengyou.core.looks.chosen_look",
                "zhengyou.menu.around_a_page",
            ]
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "accounts:sign_in"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "accounts:sign_in"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = os.environ.get("ZHENGYOU_HTTPS") == "1"
SECURE_HSTS_SECONDS = 31_536_000 if SESSION_COOKIE_SECURE else 0
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "frame-ancestors": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
    }
}

SITE = os.environ.get("ZHENGYOU_SITE", "http://localhost:8000").rstrip("/")
DEFAULT_FROM_EMAIL = os.environ.get("ZHENGYOU_MAIL_FROM", "zhengyou@localhost")
ROBOT_HOSTS = [host for host in os.environ.get("ZHENGYOU_ROBOT_HOSTS", "").split(",") if host]
globals().update(mail_of(os.environ.get("ZHENGYOU_MAIL", "")))

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "中文"), ("zh-hant", "繁體"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
LANGUAGE_COOKIE_NAME = "language"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = SESSION_COOKIE_SECURE
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Shanghai"

STATIC_URL = "static/"
STATIC_ROOT = ZHENGYOU_HOME / "static"
STATICFILES_DIRS = [PACKAGE / "static"]
WHITENOISE_USE_FINDERS = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024 * 1024

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
