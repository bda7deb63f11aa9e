"""A criteria set becomes the lines of a scheme by one stated rule, and nothing that may not give points comes along."""

from datetime import date

from zhengyou.packs import shipped_pack
from zhengyou.rooms.appraisal.actions.sense import Plan, contradictions
from zhengyou.rooms.appraisal.queries import NOTICE, sets_of, sketch_of


def test_every_set_of_every_shipped_pack_that_judges_organisations_makes_a_sound_scheme():
    from zhengyou.packs import shipped_packs

    names = []
    for pack in shipped_packs():
        for name, found in sets_of(pack).values():
            sketch = sketch_of(found["items"], None)
            plan = Plan(sketch.criteria, date(2010, 5, 1), date(2010, 12, 1), most_bonus=sketch.most_bonus)
            assert contradictions(plan) == [], (pack["code"], name)
            names.append(name)
    assert "五个好" in names and "五比五创" in names and "五带头" not in names


def test_lines_without_points_share_a_hundred_in_whole_points():
    found = sets_of(shipped_pack("style_2010"))["three_tests"][1]

    assert [(c["number"], c["name"], c["full"]) for c in sketch_of(found["items"], None).criteria] == [
        ("1", "是否对群众动真情", "34"),
        ("2", "是否对解决问题下真力", "33"),
        ("3", "是否赢得群众的真信赖", "33"),
    ]


def test_points_measures_and_raters_that_a_pack_or_a_notice_names_are_kept():
    pack = {
        "criteria": [
            {"what": "承诺兑现", "points": "50", "measure": "pledges_kept"},
            {"what": "群众满意", "points": "30", "by": "rating", "groups": ["public"]},
            "班子团结",
            {"what": "再由群众评一次", "points": "10", "groups": ["public"]},
            {"what": "经验在全市推广的加2分", "clause": "bonus", "points": "2"},
            {"what": "弄虚作假的不得评为先进", "clause": "veto"},
            {"what": "总分100分", "full": "100"},
            {"what": "学习笔记每人1万字", "points": "5"},
        ]
    }
    sketch = sketch_of(sets_of(pack)[NOTICE][1]["items"], ["public", "below"])

    assert [
        (c["name"], c["full"], [k for k in ("measure", "groups", "check") if c.get(k)])
        for c in sketch.criteria
    ] == [
        ("承诺兑现", "50", ["measure"]),
        ("群众满意", "30", ["groups"]),
        ("班子团结", "10", ["check"]),
        ("再由群众评一次", "10", ["check"]),
    ]
    assert [(c["kind"], c.get("most")) for c in sketch.clauses] == [("bonus", "2"), ("veto", None)]
    assert sketch.most_bonus == "2"
    assert len(sketch.left_out) == 2 and "总分100分" in sketch.left_out[0]


def test_a_round_that_does_not_ask_the_raters_leaves_the_line_to_the_appraisal_team():
    (line,) = sketch_of([{"what": "群众满意", "groups": ["public"]}], ["below"]).criteria

    assert line == {"name": "群众满意", "full": "100", "check": True, "number": "1"}
