"""Facts about postings: who is proposed to everybody, what was objected, and what came of it."""

from django.db import models

from zhengyou.core.models import Fact
from zhengyou.rooms.honours.models.kinds import HonourBatch
from zhengyou.rooms.honours.models.nominating import Nomination


class HonourPosting(Fact):
    """表彰公示 — whom ``organisation`` means to honour, for everybody to read and object to for some days."""

    batch = models.ForeignKey(HonourBatch, models.PROTECT, related_name="postings")
    first_day = models.DateField("第一天")
    last_day = models.DateField("最后一天")

    class Meta:
        verbose_name = "表彰公示"
        ordering = ("-first_day", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(last_day__gte=models.F("first_day")), name="a_posting_lasts_a_day"
            ),
        )

    def __str__(self) -> str:
        return f"{self.batch}公示"


class Posted(models.Model):
    """公示对象 — one nomination in a posting; nobody is posted twice in a batch."""

    posting = models.ForeignKey(HonourPosting, models.CASCADE, related_name="posted")
    nomination = models.OneToOneField(Nomination, models.PROTECT, related_name="posted")

    class Meta:
        verbose_name = "公示对象"
        ordering = ("nomination__home__path", "pk")

    def __str__(self) -> str:
        return str(self.nomination)


class Objection(Fact):
    """表彰异议 — somebody objects to whom is posted; who it was is not asked, the answer is found by the receipt."""

    posted = models.ForeignKey(Posted, models.PROTECT, related_name="objections")
    words = models.TextField("异议", max_length=500)
    on_day = models.DateField("日期")
    receipt = models.CharField("回执", max_length=64, unique=True, editable=False)

    receipt_code = ""  # told once, to the one who objected

    class Meta:
        verbose_name = "表彰异议"
        ordering = ("pk",)
        constraints = (models.CheckConstraint(condition=~models.Q(words=""), name="an_objection_says_what"),)

    def __str__(self) -> str:
        return f"对{self.posted}的异议"


class ObjectionAnswer(Fact):
    """异议答复 — what was found when an objection was looked into: it holds, and there is no honour; or it does not."""

    objection = models.OneToOneField(Objection, models.CASCADE, related_name="answer")
    upheld = models.BooleanField("异议成立")
    words = models.CharField("查核结果", max_length=300)
    on_day = models.DateField("日期")

    class Meta:
        verbose_name = "异议答复"
        constraints = (
            models.CheckConstraint(condition=~models.Q(words=""), name="an_answer_says_what_was_found"),
        )

    def __str__(self) -> str:
        return "异议成立" if self.upheld else "异议不成立"
