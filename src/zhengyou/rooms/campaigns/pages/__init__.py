"""What is shown about campaigns: the office's overview and matrix, a branch's week, a member's own things."""

from django.urls import path

from zhengyou.rooms.campaigns.pages.archiving import archive, archive_made, archive_progress
from zhengyou.rooms.campaigns.pages.calendar import calendar, calendars
from zhengyou.rooms.campaigns.pages.closing import closing
from zhengyou.rooms.campaigns.pages.documents import document
from zhengyou.rooms.campaigns.pages.exempting import end, end_whole, exemptions
from zhengyou.rooms.campaigns.pages.mine import mine
from zhengyou.rooms.campaigns.pages.overview import overview, refresh
from zhengyou.rooms.campaigns.pages.own_plans import plan, plans
from zhengyou.rooms.campaigns.pages.preview import preview
from zhengyou.rooms.campaigns.pages.reminding import reminders
from zhengyou.rooms.campaigns.pages.table import matrix
from zhengyou.rooms.campaigns.pages.timeline import change, timeline
from zhengyou.rooms.campaigns.pages.week import adopt, week

app_name = "campaigns"
urlpatterns = [
    path("mine/", mine, name="mine"),
    path("calendar/", calendars, name="calendars"),
    path("calendar/<str:token>.ics", calendar, name="calendar"),
    path("reminders/", reminders, name="reminders"),
    path("campaigns/<slug:code>/", overview, name="overview"),
    path("campaigns/<slug:code>/refresh/", refresh, name="refresh"),
    path("campaigns/<slug:code>/matrix/", matrix, name="matrix"),
    path("campaigns/<slug:code>/preview/", preview, name="preview"),
    path("campaigns/exemptions/<int:pk>/end/", end, name="end_exemption"),
    path("campaigns/organisation-exemptions/<int:pk>/end/", end_whole, name="end_organisation_exemption"),
    path("campaigns/<slug:code>/exemptions/<int:pk>/", exemptions, name="exemptions"),
    path("campaigns/<slug:code>/closing/", closing, name="closing"),
    path("campaigns/<slug:code>/archive/", archive, name="archive"),
    path("campaigns/<slug:code>/archive/made/", archive_made, name="archive_made"),
    path("campaigns/<slug:code>/archive/progress/", archive_progress, name="archive_progress"),
    path("campaigns/<slug:code>/plans/", plans, name="plans"),
    path("campaigns/<slug:code>/plans/<int:pk>/", plan, name="plan"),
    path("campaigns/<slug:code>/timeline/", timeline, name="timeline"),
    path("campaigns/<slug:code>/requirements/<int:pk>/", change, name="change"),
    path("campaigns/<slug:code>/papers/<slug:name>.docx", document, name="document"),
    path("campaigns/<slug:code>/week/", week, name="week"),
    path("campaigns/<slug:code>/week/<int:pk>/", week, name="week_of"),
    path("campaigns/<slug:code>/adopt/<int:pk>/", adopt, name="adopt"),
]
