"""What is shown of notices that are read: the list, a notice beside its draft, a draft before it is issued."""

from django.urls import path

from zhengyou.rooms.drafting.pages.compared import compare
from zhengyou.rooms.drafting.pages.deeds import edit, issue_reading, many, one, undo
from zhengyou.rooms.drafting.pages.drafts import draft, drafts, issue
from zhengyou.rooms.drafting.pages.reading import pack, reading

app_name = "drafting"
HERE = "campaigns/drafts/<int:pk>"
urlpatterns = [
    path("campaigns/drafts/", drafts, name="drafts"),
    path(f"{HERE}/", reading, name="reading"),
    path(f"{HERE}/compare/", compare, name="compare"),
    path(f"{HERE}/pack/", pack, name="pack"),
    path(f"{HERE}/all/", many, name="many"),
    path(f"{HERE}/undo/", undo, name="undo"),
    path(f"{HERE}/issue/", issue_reading, name="issue_reading"),
    path(f"{HERE}/<int:number>/", one, name="one"),
    path(f"{HERE}/<int:number>/edit/", edit, name="edit"),
    path("campaigns/<slug:code>/draft/", draft, name="draft"),
    path("campaigns/<slug:code>/issue/", issue, name="issue"),
]
