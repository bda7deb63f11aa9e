"""What is shown about ratings: to who holds them, to members, and to everybody with a code."""

from django.urls import path

from zhengyou.rooms.ratings.pages.holding import (
    close,
    new,
    result,
    round_page,
    rounds,
    self_rating,
    slips,
)
from zhengyou.rooms.ratings.pages.rating import draw, rate, thanks

app_name = "ratings"
urlpatterns = [
    path("ratings/", rounds, name="rounds"),
    path("ratings/new/", new, name="new"),
    path("ratings/<int:pk>/", round_page, name="round"),
    path("ratings/<int:pk>/slips/", slips, name="slips"),
    path("ratings/<int:pk>/close/", close, name="close"),
    path("ratings/results/<int:pk>/", result, name="result"),
    path("ratings/own/<int:pk>/", self_rating, name="self_rating"),
    path("ratings/draw/", draw, name="draw"),
    path("open/rate/", rate, name="rate"),
    path("open/rate/thanks/", thanks, name="thanks"),
]
