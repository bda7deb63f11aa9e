"""What is shown about appraisal: schemes, scores in bands, one score opened down to its facts."""

from django.urls import path

from zhengyou.rooms.appraisal.pages.deeds import comment, dispute, mark, reply, retract
from zhengyou.rooms.appraisal.pages.drafting import draft, drop, edit, new, settle, take
from zhengyou.rooms.appraisal.pages.looking import check, claim, duty, recheck, remedy
from zhengyou.rooms.appraisal.pages.opened import score
from zhengyou.rooms.appraisal.pages.schemes import scheme
from zhengyou.rooms.appraisal.pages.scores import scores

app_name = "appraisal"
urlpatterns = [
    path("appraisal/", scores, name="scores"),
    path("appraisal/new/", new, name="new"),
    path("appraisal/sets/<slug:code>/take/", take, name="take"),
    path("appraisal/drafts/<int:pk>/", draft, name="draft"),
    path("appraisal/drafts/<int:pk>/edit/", edit, name="edit"),
    path("appraisal/drafts/<int:pk>/issue/", settle, name="settle"),
    path("appraisal/drafts/<int:pk>/drop/", drop, name="drop"),
    path("appraisal/<int:pk>/", scheme, name="scheme"),
    path("appraisal/<int:pk>/<int:organisation>/", score, name="score"),
    path("appraisal/<int:pk>/<int:organisation>/dispute/", dispute, name="dispute"),
    path("appraisal/<int:pk>/<int:organisation>/comment/", comment, name="comment"),
    path("appraisal/<int:pk>/<int:organisation>/mark/", mark, name="mark"),
    path("appraisal/<int:pk>/<int:organisation>/check/", check, name="check"),
    path("appraisal/<int:pk>/<int:organisation>/claim/", claim, name="claim"),
    path("appraisal/<int:pk>/<int:organisation>/duty/", duty, name="duty"),
    path("appraisal/<int:pk>/<int:organisation>/remedy/", remedy, name="remedy"),
    path("appraisal/marks/<int:pk>/retract/", retract, name="retract"),
    path("appraisal/disputes/<int:pk>/reply/", reply, name="reply"),
    path("appraisal/remedies/<int:pk>/recheck/", recheck, name="recheck"),
]
