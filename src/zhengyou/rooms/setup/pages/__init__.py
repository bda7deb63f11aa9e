"""What is shown in the first hour."""

from django.urls import path

from zhengyou.rooms.setup.pages.beginning import begin
from zhengyou.rooms.setup.pages.guide import guide
from zhengyou.rooms.setup.pages.sample import play_as, remove, sample, try_sample
from zhengyou.rooms.setup.pages.words import words

app_name = "setup"
urlpatterns = [
    path("setup/", begin, name="begin"),
    path("setup/try/", try_sample, name="try"),
    path("setup/guide/", guide, name="guide"),
    path("setup/sample/", sample, name="sample"),
    path("setup/sample/as/", play_as, name="play_as"),
    path("setup/sample/remove/", remove, name="remove"),
    path("words/", words, name="words"),
]
