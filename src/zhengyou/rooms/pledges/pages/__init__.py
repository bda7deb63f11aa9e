"""What is shown about promises: in the branch, on a member's phone, and to everybody."""

from django.urls import path

from zhengyou.rooms.pledges.pages.board import board, board_paper
from zhengyou.rooms.pledges.pages.deeds import (
    change,
    change_a_step,
    discuss,
    fulfil,
    name,
    publish,
    review,
    send_back,
    withdraw,
)
from zhengyou.rooms.pledges.pages.duties import (
    close,
    leave,
    letter_paper,
    letters,
    new_letter,
    new_post,
    posts,
    sign,
    take,
)
from zhengyou.rooms.pledges.pages.lists import branch, mine, pledge
from zhengyou.rooms.pledges.pages.meeting import talk_over
from zhengyou.rooms.pledges.pages.public import organisation, search
from zhengyou.rooms.pledges.pages.suggest import follow, suggest
from zhengyou.rooms.pledges.pages.wishes import contact, my_wish, new_call, note, wish, wishes
from zhengyou.rooms.pledges.pages.writing import new, new_mine

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
    path("pledges/<int:pk>/return/", send_back, name="return"),
    path("pledges/meetings/<int:pk>/", talk_over, name="meeting"),
    path("pledges/wishes/", wishes, name="wishes"),
    path("pledges/wishes/call/", new_call, name="call"),
    path("pledges/wishes/note/", note, name="note"),
    path("pledges/wishes/mine/", my_wish, name="my_wish"),
    path("pledges/wishes/<int:pk>/", wish, name="wish"),
    path("pledges/wishes/<int:pk>/contact/", contact, name="contact"),
    path("pledges/posts/", posts, name="posts"),
    path("pledges/posts/new/", new_post, name="new_post"),
    path("pledges/posts/<int:pk>/take/", take, name="take"),
    path("pledges/posts/<int:pk>/close/", close, name="close_post"),
    path("pledges/posts/holders/<int:pk>/leave/", leave, name="leave"),
    path("pledges/letters/", letters, name="letters"),
    path("pledges/letters/new/", new_letter, name="new_letter"),
    path("pledges/letters/<int:pk>/sign/", sign, name="sign"),
    path("pledges/letters/<int:pk>/paper/", letter_paper, name="letter_paper"),
    path("open/", search, name="search"),
    path("open/follow/", follow, name="follow"),
    path("open/<str:code>/suggest/", suggest, name="suggest"),
    path("open/<str:code>/board/", board, name="board"),
    path("open/<str:code>/board/paper/", board_paper, name="board_paper"),
    path("open/<str:code>/", organisation, name="organisation"),
]
