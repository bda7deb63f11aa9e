"""What is shown about what the system costs, and what people say of it."""

from django.urls import path

from zhengyou.rooms.burden.pages.asked import asked
from zhengyou.rooms.burden.pages.suggestions import counts, suggestions
from zhengyou.rooms.burden.pages.unused import unused

app_name = "burden"
urlpatterns = [
    path("burden/", asked, name="asked"),
    path("burden/of/<int:pk>/", asked, name="asked_of"),
    path("burden/unused/", unused, name="unused"),
    path("suggestions/", suggestions, name="suggestions"),
    path("open/system/suggestions/", counts, name="counts"),
]
