"""What is shown about promises: in the branch, on a member's phone, and to everybody."""

from django.urls import path

from zhengyou.rooms.pledges.pages.deeds import (
    change,
    change_a_step,
    discuss,
    fulfil,
    name,
    publish,
    review,
    withdraw,
)
from zhengyou.rooms.pledges.pages.lists import branch, mine, new, new_mine, pledge
from zhengyou.rooms.pledges.pages.public import organisation, search

app_name = "pledges"
urlpatterns = [
    path("pledges/", branch, name="branch"),
    path("pledges/new/", new, name="new"),
    path("pledges/mine/", mine, name="mine"),
    path("pledges/mine/new/", new_mine, name="new_mine"),
    path("pledges/<int:pk>/", pledge, name="pledge"),
    path("pledges/<int:pk>/publish/", publish, name="publish"),
    path("pledges/<int:pk>/review/", review, name="review"),
    path("pledges/<int:pk>/discuss/", discuss, name="discuss"),
    path("pledges/<int:pk>/change/", change, name="change"),
    path("pledges/<int:pk>/withdraw/", withdraw, name="withdraw"),
    path("pledges/<int:pk>/name/", name, name="name"),
    path("pledges/steps/<int:pk>/", fulfil, name="fulfil"),
    path("pledges/steps/<int:pk>/change/", change_a_step, name="change_step"),
    path("open/", search, name="search"),
    path("open/<str:code>/", organisation, name="organisation"),
]
