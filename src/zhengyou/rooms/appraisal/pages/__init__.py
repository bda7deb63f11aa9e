"""What is shown about appraisal: schemes, scores in bands, one score opened down to its facts."""

from django.urls import path

from zhengyou.rooms.appraisal.pages.deeds import comment, dispute, mark, reply, retract
from zhengyou.rooms.appraisal.pages.schemes import new, scheme
from zhengyou.rooms.appraisal.pages.scores import score, scores

app_name = "appraisal"
urlpatterns = [
    path("appraisal/", scores, name="scores"),
    path("appraisal/new/", new, name="new"),
    path("appraisal/<int:pk>/", scheme, name="scheme"),
    path("appraisal/<int:pk>/<int:organisation>/", score, name="score"),
    path("appraisal/<int:pk>/<int:organisation>/dispute/", dispute, name="dispute"),
    path("appraisal/<int:pk>/<int:organisation>/comment/", comment, name="comment"),
    path("appraisal/<int:pk>/<int:organisation>/mark/", mark, name="mark"),
    path("appraisal/marks/<int:pk>/retract/", retract, name="retract"),
    path("appraisal/disputes/<int:pk>/reply/", reply, name="reply"),
]
