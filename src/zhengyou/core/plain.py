"""大白话 — what a page of a member or of the public is for, in the words one would use at the door; shown with large text.

Who asks for large letters is often helped by plain words too. The list is kept by hand, one or two sentences a page, by the name
of its address; a page that is not here says enough by itself.
"""

from django.utils.translation import gettext_lazy as _

SAID = {
    "campaigns:mine": _("这里写着您这几天要做的事。没有写，就是没有事。"),
    "pledges:mine": _("这里是您答应大家的事。做完一步，点一下，写一句。"),
    "pledges:new_mine": _("您想为大家做一件什么事？写一句话，再写哪天做完。不会写，请支部帮您写。"),
    "pledges:fulfil": _("做了什么，写一句就行。没做成，也照实写。"),
    "study:mine": _("这里是您的学习。开过的会、上过的课，支部已经记了，不用您再填。"),
    "ratings:draw": _("领一个号码，用它打分。别人不知道号码是谁的。"),
    "orgs:about_me": _("这里是系统里记着的您的情况。哪里不对，在下面写，交给支部改。"),
    "mobility:mine": _("您住在哪个社区，可以告诉那里一声，有空去帮忙。报不报，您自己定。"),
    "meetings:card": _("开会时把这个黑白方块给点名的人照一下，就算到了。忘了带也不要紧。"),
    "meetings:my_leave": _("哪天来不了，在这里说一声。课以后再补。"),
    "honours:mine": _("有人推荐您，先在这里问您愿不愿意。"),
    "pledges:search": _("写上您村里、单位的名字，按“找”。点开就能看他们答应了什么、做到没有。"),
    "pledges:organisation": _(
        "这里写着他们答应做的事。打勾的是做到了的。您觉得做得怎么样，可以凭纸条上的号码打分。"
    ),
    "pledges:suggest": _("您想请他们办什么事，写在这里。记下给您的编号，以后凭它查办得怎么样。"),
    "pledges:follow": _("写上当时记下的编号，就知道您提的事办得怎么样了。"),
    "ratings:rate": _("把纸条上的号码填进来，就能打分。没有人知道是您打的。"),
    "ratings:rate_by_link": _("一题选一个，最后按“投票”。没有人知道是您打的。"),
    "ratings:receipts": _("打完分会给您一串数字。填在这里，就知道您的票在不在箱里。"),
    "honours:register": _("谁得过什么奖，这里都能查。收回了的也写着。"),
    "honours:posting": _("这些人、这些单位要得奖，先让大家看几天。您觉得不该得，可以说。"),
    "honours:receipt": _("您说过不该得的，凭当时的数字，查怎么答复的。"),
}
