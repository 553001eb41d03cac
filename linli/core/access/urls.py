"""Coming in: the invitation, and the parts of allauth this house opens (no sign-up by oneself)."""

from allauth.account import views as account
from django.urls import include, path

from linli.core.access.gates import public, signed_in
from linli.core.access.views import coming_in, invitations, posts

_DESK = "c/<str:community_code>/desk/"

urlpatterns = [
    path("sign-in/", public(account.login), name="account_login"),
    path("sign-out/", public(account.logout), name="account_logout"),
    path("sign-in/closed/", public(account.account_inactive), name="account_inactive"),
    path("sign-in/again/", signed_in(account.reauthenticate), name="account_reauthenticate"),
    path("me/password/", signed_in(account.password_change), name="account_change_password"),
    path("me/second-factor/", include("allauth.mfa.urls")),
    path("me/sessions/", include("allauth.usersessions.urls")),
    path("me/account/", coming_in.my_account, name="access_account"),
    # Before those of core/pages, whose switches they carry out and remember.
    path("look/", coming_in.set_look, name="access_set_look"),
    path("language/", coming_in.choose_language, name="set_language"),
    path("join/", coming_in.ask_code, name="access_join"),
    path("join/<str:code>/", coming_in.accept, name="access_accept"),
    path("sign-up/", public(coming_in.ask_code), name="account_signup"),
    path("password/", public(coming_in.forgotten), name="account_reset_password"),
    path(f"{_DESK}invitations/", invitations.invitations, name="access_invitations"),
    path(
        f"{_DESK}invitations/<uuid:invitation_id>/revoke/",
        invitations.revoke,
        name="access_revoke_invitation",
    ),
    path(f"{_DESK}posts/", posts.posts, name="access_posts"),
    path(f"{_DESK}posts/new/", posts.new_post, name="access_appoint"),
    path(f"{_DESK}posts/bodies/new/", posts.new_body, name="access_new_body"),
    path(f"{_DESK}posts/bodies/<uuid:body_id>/end/", posts.end_body, name="access_end_body"),
    path(f"{_DESK}posts/<uuid:holding_id>/end/", posts.end, name="access_end_post"),
]
