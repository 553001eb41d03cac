"""Coming in: the invitation, and the parts of allauth this house opens (no sign-up by oneself)."""

from allauth.account import views as account
from django.urls import include, path

from linli.core.access import views
from linli.core.access.gates import public, signed_in

urlpatterns = [
    path("sign-in/", public(account.login), name="account_login"),
    path("sign-out/", public(account.logout), name="account_logout"),
    path("sign-in/closed/", public(account.account_inactive), name="account_inactive"),
    path("sign-in/again/", signed_in(account.reauthenticate), name="account_reauthenticate"),
    path("me/password/", signed_in(account.password_change), name="account_change_password"),
    path("me/second-factor/", include("allauth.mfa.urls")),
    path("me/sessions/", include("allauth.usersessions.urls")),
    path("me/account/", views.my_account, name="access_account"),
    # Before those of core/pages, whose switches they carry out and remember.
    path("look/", views.set_look, name="access_set_look"),
    path("language/", views.choose_language, name="set_language"),
    path("join/", views.ask_code, name="access_join"),
    path("join/<str:code>/", views.accept, name="access_accept"),
    path("sign-up/", public(views.ask_code), name="account_signup"),
    path("password/", public(views.forgotten), name="account_reset_password"),
    path("c/<str:community_code>/desk/invitations/", views.invitations, name="access_invitations"),
    path("c/<str:community_code>/desk/posts/", views.posts, name="access_posts"),
]
