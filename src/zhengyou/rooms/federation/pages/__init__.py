"""What is shown of linked installations, what may be done about them, and where bundles are delivered."""

from django.urls import path

from zhengyou.rooms.federation.pages.deeds import download, end, receive, register
from zhengyou.rooms.federation.pages.delivering import deliver
from zhengyou.rooms.federation.pages.shown import delivery, sums

app_name = "federation"
urlpatterns = [
    path("sums/", sums, name="sums"),
    path("sums/deliveries/<int:pk>/", delivery, name="delivery"),
    path("sums/partners/", register, name="register"),
    path("sums/partners/<int:pk>/end/", end, name="end"),
    path("sums/received/", receive, name="receive"),
    path("sums/handed-up/", download, name="download"),
    path("api/sums/", deliver, name="deliver"),
]
