"""What is shown about figures: a table of them, one opened, and the interface for programs."""

from django.urls import path

from zhengyou.rooms.figures.pages.interface import interface
from zhengyou.rooms.figures.pages.opened import clear, doubt, facts, figure
from zhengyou.rooms.figures.pages.tables import figures
from zhengyou.rooms.figures.pages.trends import picture, trends

app_name = "figures"
urlpatterns = [
    path("figures/", figures, name="figures"),
    path("figures/doubts/<int:pk>/", clear, name="clear"),
    path("figures/<slug:measure>/<int:pk>/", figure, name="figure"),
    path("figures/<slug:measure>/<int:pk>/facts/", facts, name="facts"),
    path("figures/<slug:measure>/<int:pk>/trend/", trends, name="trend"),
    path("figures/<slug:measure>/<int:pk>/trend/picture/", picture, name="picture"),
    path("figures/<slug:measure>/<int:pk>/doubt/", doubt, name="doubt"),
    path("api/figures/", interface, name="interface"),
]
