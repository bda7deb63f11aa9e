"""Papers made of facts, and circulars of praise and criticism on their way to whom they name."""

from django.urls import path

from zhengyou.rooms.bulletins.pages.circulars import (
    circular_page,
    circulars,
    decide,
    document,
    draft,
    line_page,
    submit,
    word,
)
from zhengyou.rooms.bulletins.pages.papers import circular, ledger, papers, supervision
from zhengyou.rooms.bulletins.pages.results import latest, results

app_name = "bulletins"
urlpatterns = [
    path("papers/", papers, name="papers"),
    path("papers/<slug:code>/<int:pk>/circular/", circular, name="circular"),
    path("papers/<slug:code>/<int:pk>/supervision/", supervision, name="supervision"),
    path("papers/<slug:code>/<int:pk>/ledger/", ledger, name="ledger"),
    path("circulars/", circulars, name="circulars"),
    path("circulars/new/", draft, name="draft"),
    path("circulars/results/", latest, name="latest"),
    path("circulars/results/<int:pk>/", results, name="results"),
    path("circulars/<int:pk>/", circular_page, name="circular_page"),
    path("circulars/<int:pk>/words/", word, name="word"),
    path("circulars/<int:pk>/lines/<int:line>/", line_page, name="line"),
    path("circulars/<int:pk>/submit/", submit, name="submit"),
    path("circulars/<int:pk>/decide/", decide, name="decide"),
    path("circulars/<int:pk>/document/", document, name="document"),
]
