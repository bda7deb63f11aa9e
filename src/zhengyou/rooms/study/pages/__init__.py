"""What is shown about study: plans and readings, what was written and reviewed, samples, quizzes, lectures."""

from django.urls import path

from zhengyou.rooms.study.pages.findings import finding
from zhengyou.rooms.study.pages.lectures import lectures, taught
from zhengyou.rooms.study.pages.plans import list_text, new_plan, plan, plans, reading, topic
from zhengyou.rooms.study.pages.questions import new_question, questions, retire
from zhengyou.rooms.study.pages.quizzes import new_quiz, quiz, quizzes, take
from zhengyou.rooms.study.pages.samples import conclude, judge, sample, samples
from zhengyou.rooms.study.pages.works import mine, review, work, works

app_name = "study"
urlpatterns = [
    path("study/", plans, name="plans"),
    path("study/new/", new_plan, name="new_plan"),
    path("study/mine/", mine, name="mine"),
    path("study/plans/<int:pk>/", plan, name="plan"),
    path("study/plans/<int:pk>/topics/", topic, name="topic"),
    path("study/plans/<int:pk>/readings/", list_text, name="list"),
    path("study/readings/<int:pk>/", reading, name="reading"),
    path("study/lectures/", lectures, name="lectures"),
    path("study/lectures/<int:pk>/texts/", taught, name="taught"),
    path("study/works/", works, name="works"),
    path("study/works/review/", review, name="review"),
    path("study/works/<int:pk>/", work, name="work"),
    path("study/questions/", questions, name="questions"),
    path("study/questions/new/", new_question, name="new_question"),
    path("study/questions/<int:pk>/retire/", retire, name="retire"),
    path("study/quizzes/", quizzes, name="quizzes"),
    path("study/quizzes/new/", new_quiz, name="new_quiz"),
    path("study/quizzes/<int:pk>/", quiz, name="quiz"),
    path("study/quizzes/<int:pk>/take/", take, name="take"),
    path("study/samples/", samples, name="samples"),
    path("study/samples/<int:pk>/", sample, name="sample"),
    path("study/samples/<int:pk>/conclude/", conclude, name="conclude"),
    path("study/samples/<int:pk>/finding/", finding, name="finding"),
    path("study/samples/items/<int:pk>/", judge, name="judge"),
]
