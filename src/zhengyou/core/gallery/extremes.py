"""样例极端 — what each part is given to look empty, little, much, wrong, or full of long words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from django.core.paginator import Paginator

from .people import TODAY
from .samples import LATER, LONG, Look, SampleForm, StateForm


def _numbers() -> dict[str, Look]:
    page = "ui/number.html"
    return {
        "empty": (page, {"value": None, "note": "本阶段没有应办的诉求"}),
        "little": (page, {"value": 1, "due": 2, "unit": "人", "url": "#"}),
        "much": (page, {"value": 1234567, "due": 2345678, "unit": "人", "url": "#", "change": 34567}),
        "wrong": (
            page,
            {"value": 17, "unit": "件", "url": "#", "state": "disputed", "note": "1件有人说不对"},
        ),
        "offline": (page, {"value": 1681, "unit": "人", "state": "stale", "note": "断网前10:12的数"}),
        "long": (
            page,
            {"value": 37, "due": 60, "unit": "个联合党支部（含临时党支部）", "url": "#", "note": LONG},
        ),
    }


def _shares() -> dict[str, Look]:
    page = "ui/share.html"
    return {
        "empty": (page, {"met": 0, "due": 0}),
        "little": (page, {"met": 1, "due": 5, "url": "#"}),
        "much": (page, {"met": 1234567, "due": 1234568, "url": "#", "need": 80}),
        "wrong": (page, {"met": 61, "due": 60, "url": "#"}),
        "shut": (page, {"too_few": True}),
        "long": (page, {"met": 37, "due": 60, "url": "#", "unit": "个联合党支部（含临时党支部）"}),
    }


def _verdicts() -> dict[str, Look]:
    page = "ui/verdict.html"
    return {
        "empty": (page, {"kind": "na", "words": "不适用：支部7月3日注明，不记缘由"}),
        "little": (page, {"kind": "met", "words": "满足"}),
        "much": (page, {"kind": "lack", "words": "还差：学时差4；集中学习占比差12%；承诺差1项；步骤差2步；补课差3次；整改差1条"}),
        "wrong": (page, {"kind": "over", "words": "过期14天：没有交代做到哪一步"}),
        "offline": (page, {"kind": "wait", "words": "记在本机，还没有传上"}),
        "long": (page, {"kind": "late", "words": f"{LONG}，9月12日补录"}),
    }  # fmt: skip


def _due_lists() -> dict[str, Look]:
    page = "ui/due_list.html"
    act = [{"label": "看名单", "url": "#"}]
    one = {"due": date(2010, 9, 20), "title": "3名党员学时还差11", "words": "9月16日的会可补10", "acts": act}
    many = [
        {"due": TODAY + timedelta(n), "title": f"答复{17 + n}号诉求", "words": "首问：刘敏", "acts": act}
        for n in range(-2, 3)
    ]
    return {
        "empty": (page, {"items": []}),
        "little": (page, {"items": [one]}),
        "much": (page, {"items": many, "more": {"label": "另有38件，按先后全部列出", "url": "#"}}),
        "long": (page, {"items": [one | {"title": LONG, "words": LONG * 2}]}),
    }


def _timelines() -> dict[str, Look]:
    page = "ui/timeline.html"
    shapes = ("done", "done", "miss", "now", "")
    many = [
        {"on": date(2009, 1 + n, 12), "name": f"第{n + 1}步", "state": shapes[min(n // 2, 4)]}
        for n in range(12)
    ]
    said = {"on": TODAY, "name": LONG, "state": "now", "kind": "wait", "words": LONG, "said": LONG}
    return {
        "empty": (page, {"steps": []}),
        "little": (page, {"steps": many[:1]}),
        "much": (page, {"steps": many, "years": True}),
        "long": (page, {"steps": [said]}),
    }


def _forms() -> dict[str, Look]:
    page = "ui/form.html"
    return {
        "empty": (page, {"form": StateForm(auto_id="e_%s"), "told": "两项，约半分钟"}),
        "little": (
            page,
            {"form": StateForm({"what": "修路", "on": "2010-09-20"}, auto_id="l_%s"), "cancel_url": "#"},
        ),
        "much": (page, {"form": SampleForm(auto_id="m_%s"), "wide": True}),
        "wrong": (page, {"form": StateForm({"what": "", "on": "去年"}, auto_id="w_%s")}),
        "long": (
            page,
            {"form": StateForm({"what": LONG * 3, "on": "2010-09-20"}, auto_id="x_%s"), "submit": LATER},
        ),
    }


def _empties() -> dict[str, Look]:
    page = "ui/empty.html"
    act = {"label": "排第一次会", "url": "#"}
    return {
        "empty": (page, {"title": "还没有排会"}),
        "little": (page, {"title": "还没有排会", "words": "排了会，这里有点名单和签到纸。", "act": act}),
        "much": (page, {"title": "没有符合这4个条件的支部", "words": "柳河镇、村、欠缺、已过期。", "act": {"label": "去掉条件", "url": "#"}}),
        "long": (page, {"title": LONG, "words": LONG * 2, "act": {"label": LATER, "url": "#"}}),
    }  # fmt: skip


def _trails() -> dict[str, Look]:
    page = "ui/trail.html"
    deed = {
        "at": datetime(2010, 9, 14, 10, 5),
        "who": "周敏",
        "where": "市委办",
        "words": "把期限改为7天",
        "chain": "#8127 ⟵ 3fa9",
    }
    long_deed = deed | {"who": LONG, "where": LONG, "words": LONG * 2, "late": "迟2天"}
    many = [deed | {"at": deed["at"] - timedelta(hours=n), "chain": f"#{8127 - n}"} for n in range(8)]  # type: ignore[operator]
    return {
        "empty": (page, {"deeds": []}),
        "little": (page, {"deeds": [deed]}),
        "much": (page, {"deeds": many, "page": Paginator(range(8127), 8).page(1)}),
        "long": (page, {"deeds": [long_deed]}),
    }  # fmt: skip


def _jobs() -> dict[str, Look]:
    page = "ui/progress.html"
    job = {"title": "导入党员名册", "note": "roster-2010.xlsx", "done": 0, "total": 1912}
    return {
        "empty": (page, {"job": job | {"note": "排在第3个，前面的约2分钟"}}),
        "little": (
            page,
            {"job": job | {"finished": True, "took": "1秒", "result": "收1行。", "total": 1, "done": 1}},
        ),
        "much": (
            page,
            {"job": job | {"done": 1240000, "total": 1912000, "left": "约20分钟后完成", "stop_url": "#"}},
        ),
        "wrong": (page, {"job": job | {"done": 1240, "troubles": "6行要您看", "left": "约20秒后完成"}}),
        "long": (page, {"job": job | {"title": LONG, "note": LONG, "troubles": LONG}}),
    }


def _explanations() -> dict[str, Look]:
    page = "ui/explain.html"
    figure = {"of": "石桥村党支部", "name": "到期步骤兑现", "value": 26, "due": 29, "unit": "步",
              "meaning": "到期的承诺步骤里，写明了做到哪一步的步数", "facts": "29行承诺步骤", "facts_url": "#"}  # fmt: skip
    bare = {"of": "石桥村党支部", "name": "学时", "value": None, "unit": "", "meaning": "还没有一次会"}
    more = [(f"第{n}部分", f"{n * 12}学时") for n in range(1, 8)]
    return {
        "empty": (page, {"figure": bare}),
        "little": (page, {"figure": figure}),
        "much": (
            page,
            {"figure": figure | {"value": 1234567, "due": 2345678, "more": more, "dispute_url": "#"}},
        ),
        "long": (page, {"figure": figure | {"of": LONG, "name": LONG, "meaning": LONG * 3, "as_of": LONG}}),
    }


EXTREMES: dict[str, Callable[[], dict[str, Look]]] = {
    "number": _numbers,
    "share": _shares,
    "verdict": _verdicts,
    "due list": _due_lists,
    "timeline": _timelines,
    "form": _forms,
    "empty": _empties,
    "trail": _trails,
    "progress": _jobs,
    "explain": _explanations,
}
