"""What is shown about honours: to those who nominate, pass on and decide, to the one named, and to everybody."""

from django.urls import path

from zhengyou.rooms.honours.pages.badges import credential, key, keys, status, statuses
from zhengyou.rooms.honours.pages.batch import batch, decide, nominate_page, open_page, post
from zhengyou.rooms.honours.pages.given import certificate, exemplar, no_exemplar, revoke
from zhengyou.rooms.honours.pages.lists import honours, mine, new
from zhengyou.rooms.honours.pages.nomination import consent, judge, nomination, recommend
from zhengyou.rooms.honours.pages.objections import answer_page, objections
from zhengyou.rooms.honours.pages.public import honour, object_page, posting, receipt, register_page
from zhengyou.rooms.honours.pages.voting import hold

app_name = "honours"
urlpatterns = [
    path("honours/", honours, name="honours"),
    path("honours/mine/", mine, name="mine"),
    path("honours/kinds/new/", new, name="new"),
    path("honours/kinds/<int:pk>/open/", open_page, name="open"),
    path("honours/batches/<int:pk>/", batch, name="batch"),
    path("honours/batches/<int:pk>/nominate/", nominate_page, name="nominate"),
    path("honours/batches/<int:pk>/vote/", hold, name="vote"),
    path("honours/batches/<int:pk>/post/", post, name="post"),
    path("honours/batches/<int:pk>/decide/", decide, name="decide"),
    path("honours/nominations/<int:pk>/", nomination, name="nomination"),
    path("honours/nominations/<int:pk>/recommend/", recommend, name="recommend"),
    path("honours/nominations/<int:pk>/consent/", consent, name="consent"),
    path("honours/nominations/<int:pk>/conditions/<int:number>/", judge, name="judge"),
    path("honours/objections/", objections, name="objections"),
    path("honours/objections/<int:pk>/", answer_page, name="answer"),
    path("honours/<int:pk>/certificate/", certificate, name="certificate"),
    path("honours/<int:pk>/revoke/", revoke, name="revoke"),
    path("honours/<int:pk>/exemplar/", exemplar, name="exemplar"),
    path("honours/<int:pk>/exemplar/end/", no_exemplar, name="no_exemplar"),
    path("open/honours/", register_page, name="register"),
    path("open/honours/keys.json", keys, name="keys"),
    path("open/honours/key.json", key, name="key"),
    path("open/honours/status.jwt", statuses, name="statuses"),
    path("open/honours/objection/", receipt, name="receipt"),
    path("open/honours/postings/<int:pk>/", posting, name="posting"),
    path("open/honours/postings/names/<int:pk>/", object_page, name="object"),
    path("open/honours/<str:code>/", honour, name="honour"),
    path("open/honours/<str:code>/status.json", status, name="status"),
    path("open/honours/<str:code>/credential.jwt", credential, name="credential"),
]
