"""Scores on the web: the list in bands, one score opened, what may be said about it, who sees it."""

import re
from datetime import date

import pytest

from zhengyou.rooms.appraisal.actions import dispute_score, give_mark
from zhengyou.rooms.appraisal.models import Dispute, Mark, Scheme
from zhengyou.rooms.appraisal.tests.played import LATE_AUTUMN, appraised_town, scheme_for
from zhengyou.rooms.comments.queries import comments_on_score, standing_of


@pytest.fixture
def scheme(town, on):
    made = appraised_town(town)
    on(LATE_AUTUMN)
    return made


def text(page):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.content.decode()))


def address(scheme, organisation, deed=""):
    return f"/appraisal/{scheme.pk}/{organisation.pk}/{deed}"


def test_the_office_sees_bands_in_the_order_of_the_tree(town, scheme, visit):
    page = text(visit(town.office, "/appraisal/"))
    assert page.index("东街村") < page.index("西街社区") < page.index("河东村")
    assert "86.50" in page and "先进" in page and "还不能评" in page
    assert "名次" in page and "第1名" not in page

    lagging = text(visit(town.office, f"/appraisal/?scheme={scheme.pk}&tier=lagging"))
    assert "西街社区" in lagging and "86.50" not in lagging


def test_a_score_opens_to_its_facts(town, scheme, visit):
    page = text(visit(town.office, address(scheme, town.east)))
    assert "86.50" in page and "在“先进”档" in page
    assert "3/4步 × 30" in page and "4个到期步骤，3个有交代，1个没有" in page
    assert "第4步" in page and "没有交代" in page
    assert "测评 · 10票" in page and "80.0 × 30%" in page
    assert "把1个到期步骤交代清楚，最多可回7.50分" in page
    assert "由评议人决定，不列“怎样提高”" in page
    assert "共收回16票" in page


def test_a_folded_group_is_not_told_apart_on_the_score(town, scheme, visit):
    page = text(visit(town.office, address(scheme, town.west)))
    assert "测评 · 合并8票" in page and "47.5 × 20%" in page and "47.5 × 30%" in page
    assert "不足5票或与之合并，不单独公布" in page and "100.0 ×" not in page


def test_a_secretary_is_led_to_ones_own_score_and_disputes_a_line(town, scheme, visit, client):
    visit(town.east_secretary, "/appraisal/", status=302)
    page = text(visit(town.east_secretary, address(scheme, town.east)))
    assert "这个数不对" in page and "登记加减分" not in page

    line = scheme.criteria.get(number="A1")
    empty = client.post(address(scheme, town.east, "dispute/"), {"what": f"c{line.pk}", "words": ""})
    assert empty.status_code == 422 and "没有存成，填的都还在" in text(empty)
    given = {"what": f"c{line.pk}", "words": "第4步9月已做，没来得及填"}
    assert client.post(address(scheme, town.east, "dispute/"), given).status_code == 302
    assert Dispute.objects.get().criterion == line

    waiting = text(visit(town.office, "/appraisal/"))
    assert "东街村对“A1 到期步骤兑现”有异议" in waiting and "11月8日前" in waiting
    dispute = Dispute.objects.get()
    answered = {f"reply{dispute.pk}-holds": "no", f"reply{dispute.pk}-words": "请先补填事实"}
    assert client.post(f"/appraisal/disputes/{dispute.pk}/reply/", answered).status_code == 302
    assert "请先补填事实" in text(visit(town.east_secretary, address(scheme, town.east)))


def test_the_office_gives_points_and_a_leader_comments(town, scheme, visit, client):
    client.force_login(town.office)
    clause = scheme.clauses.get(kind="bonus")
    given = {"clause": clause.pk, "points": "2.5", "words": "农家书屋全市现场会", "on_day": "2010-10-20"}
    assert client.post(address(scheme, town.east, "mark/"), given).status_code == 302
    page = text(visit(town.office, address(scheme, town.east)))
    assert "89.00" in page and "10月20日 农家书屋全市现场会" in page
    mark = Mark.objects.get()
    client.post(f"/appraisal/marks/{mark.pk}/retract/", {"why": "现场会没有开成"})
    undone = text(visit(town.office, address(scheme, town.east)))
    assert "86.50" in undone and "现场会没有开成" in undone

    client.force_login(town.leader)
    given = {"words": "承诺的事一件没办，年底前先办一件", "due_on": "2010-12-31"}
    client.post(address(scheme, town.west, "comment/"), given)
    [comment] = comments_on_score(town.leader, scheme, town.west)
    assert standing_of(comment)["words"] == "12月31日前答复" and comment.subject == "年度考评"
    page = visit(town.west_secretary, address(scheme, town.west))
    assert "先办一件" in text(page) and f"/comments/{comment.pk}/" in page.content.decode()
    assert "先办一件" not in text(visit(town.office, address(scheme, town.east)))


def test_the_last_score_of_ones_own_is_told_beside_it(town, scheme, visit):
    scheme_for(town, name="中期考评", starts_on=date(2010, 5, 10), ends_on=date(2010, 9, 30))
    page = text(visit(town.office, address(scheme, town.east)))
    assert "中期考评（按100分折合）得85.00（细线），这次高1.50分" in page
    listed = text(visit(town.office, f"/appraisal/?scheme={scheme.pk}"))
    assert "比自己上次" in listed and "+1.50" in listed


@pytest.mark.parametrize("who", ["stranger", "west_secretary", "river_secretary"])
def test_nobody_else_sees_a_score(town, scheme, visit, client, who):
    visit(getattr(town, who), address(scheme, town.east), status=404)
    line = scheme.criteria.get(number="A1")
    sent = client.post(address(scheme, town.east, "dispute/"), {"what": f"c{line.pk}", "words": "不对"})
    assert sent.status_code == 404 and not Dispute.objects.exists()


def test_before_a_scheme_is_issued_the_page_says_what_would_be_here(town, visit, client):
    assert "还没有考评办法" in text(visit(town.east_secretary, "/appraisal/"))
    assert "新办法" not in text(visit(town.leader, "/appraisal/"))
    assert "新办法" in text(visit(town.office, "/appraisal/"))
    visit(town.administrator, "/appraisal/", status=404)


def test_who_is_not_appraised_is_told_so(town, scheme, visit):
    Scheme.objects.update(categories=["school"])

    assert "这里没有要考评的组织" in text(visit(town.east_secretary, "/appraisal/"))


def test_a_member_reads_the_score_of_the_own_branch_and_says_nothing_for_it(town, scheme, visit, client):
    page = text(visit(town.member, address(scheme, town.east)))
    assert "86.50" in page and "这个数不对" not in page
    assert client.post(address(scheme, town.east, "comment/"), {"words": "好"}).status_code == 403
    assert not comments_on_score(town.office, scheme, town.east)


def test_a_supervisor_reads_but_does_not_answer(town, scheme, visit, client):
    dispute = dispute_score(
        town.east_secretary,
        town.east,
        scheme=scheme,
        criterion=scheme.criteria.get(number="A1"),
        words="不对",
    )
    assert "答复" not in text(visit(town.supervisor, address(scheme, town.east))).replace(
        "未答复", ""
    ).replace("前答复", "").replace("内答复", "")
    prefix = f"reply{dispute.pk}"
    sent = client.post(
        f"/appraisal/disputes/{dispute.pk}/reply/", {f"{prefix}-holds": "no", f"{prefix}-words": "x"}
    )
    assert sent.status_code == 422 and "不是你登记的" in text(sent)
    assert not hasattr(Dispute.objects.get(), "reply")


def test_the_scheme_says_what_counts_and_what_never_does(town, scheme, visit):
    page = text(visit(town.east_secretary, f"/appraisal/{scheme.pk}/"))
    assert "承诺兑现率 × 满分" in page and "来源：群众评议" in page
    assert "每次最多2分" in page and "至多定为中间" in page
    assert "85分起为先进" in page and "学习、出勤、会议次数、信息报送和留痕不计分" in page


def lines_sent(*lines):
    sent = {"criteria-TOTAL_FORMS": len(lines), "criteria-INITIAL_FORMS": 0}
    sent |= {"clauses-TOTAL_FORMS": 1, "clauses-INITIAL_FORMS": 0, "clauses-0-kind": ""}
    for n, line in enumerate(lines):
        sent |= {f"criteria-{n}-{key}": value for key, value in line.items()}
    return sent


HEAD = {
    "name": "年度考评", "number": "", "starts_on": "2010-05-10", "ends_on": "2010-12-31", "kinds": ["branch"],
    "advanced_from": "85", "middle_from": "60", "most_bonus": "3", "round": "",
}  # fmt: skip


def test_an_office_lays_a_scheme_down_on_a_page(town, visit, client):
    visit(town.office, "/appraisal/new/")
    sent = HEAD | lines_sent(
        {"number": "A", "name": "承诺", "way": "heading"},
        {"number": "A1", "name": "兑现", "way": "pledges_kept", "full": "60"},
        {"number": "A2", "name": "评定", "way": "judged_kept_share", "full": "40"},
    )
    sent |= {"clauses-0-kind": "bonus", "clauses-0-words": "做法在全市推广", "clauses-0-most": "3"}
    assert client.post("/appraisal/new/", sent).status_code == 302
    made = Scheme.objects.get()
    assert [(str(c), c.full) for c in made.criteria.all()] == [
        ("A 承诺", 100),
        ("A1 兑现", 60),
        ("A2 评定", 40),
    ]


def test_a_scheme_that_cannot_be_worked_out_comes_back_with_the_reason_and_everything_filled_in(
    town, visit, client
):
    visit(town.office, "/appraisal/new/")
    assert "study_hours" not in client.get("/appraisal/new/").content.decode()
    sent = HEAD | lines_sent(
        {"number": "A", "name": "群众评议", "way": "rating", "full": "10", "groups": ["public"]}
    )
    back = client.post("/appraisal/new/", sent)
    assert back.status_code == 422 and "请说明用哪一次测评" in text(back)
    assert 'value="群众评议"' in back.content.decode()
    assert not Scheme.objects.exists()


def test_points_for_traces_are_refused_on_the_page_too(town, visit, client):
    visit(town.office, "/appraisal/new/")
    sent = HEAD | lines_sent({"number": "A", "name": "兑现", "way": "pledges_kept", "full": "100"})
    sent |= {"clauses-0-kind": "bonus", "clauses-0-words": "报送信息简报被采用", "clauses-0-most": "1"}
    back = client.post("/appraisal/new/", sent)
    assert back.status_code == 422 and "过程痕迹" in text(back)
    visit(town.east_secretary, "/appraisal/new/", status=404)


def test_a_mark_given_for_another_branch_is_not_shown(town, scheme, visit):
    clause = scheme.clauses.get(kind="deduction")
    give_mark(town.office, town.west, clause=clause, points="1", words="拖着不办")
    assert "拖着不办" not in text(visit(town.office, address(scheme, town.east))).replace(clause.words, "")
