"""What is shown about ratings: to who holds them, to members, and to everybody with a code."""

from django.urls import path

from zhengyou.rooms.ratings.pages.drawing import draw
from zhengyou.rooms.ratings.pages.handing_out import list_of_receipts, posters, slips
from zhengyou.rooms.ratings.pages.holding import (
    close,
    new,
    result,
    round_page,
    rounds,
    self_rating,
)
from zhengyou.rooms.ratings.pages.rating import rate, rate_by_link, receipts

app_name = "ratings"
urlpatterns = [
    path("ratings/", rounds, name="rounds"),
    path("ratings/new/", new, name="new"),
    path("ratings/<int:pk>/", round_page, name="round"),
    path("ratings/<int:pk>/slips/", slips, name="slips"),
    path("ratings/<int:pk>/posters/", posters, name="posters"),
    path("ratings/<int:pk>/receipts/", list_of_receipts, name="list_of_receipts"),
    path("ratings/<int:pk>/close/", close, name="close"),
    path("ratings/results/<int:pk>/", result, name="result"),
    path("ratings/own/<int:pk>/", self_rating, name="self_rating"),
    path("ratings/draw/", draw, name="draw"),
    path("open/rate/", rate, name="rate"),
    path("open/rate/<int:pk>/", rate_by_link, name="rate_by_link"),
    path("open/receipts/", receipts, name="receipts"),
]
