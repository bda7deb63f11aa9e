"""样例人物 — a secretary's week, a member's page, the list at the door, what the public sees."""

from __future__ import annotations

from datetime import date
from typing import Any

from ..pictures import Part

TODAY = date(2010, 9, 14)


def week() -> dict[str, Any]:
    """A branch secretary's week."""
    return {
        "gap": [
            {"name": "学时", "met": 21, "due": 24, "unit": "人", "url": "#"},
            {"name": "承诺公示", "met": 3, "due": 4, "unit": "项", "url": "#"},
            {"name": "到期步骤", "met": 26, "due": 29, "unit": "步", "url": "#"},
            {"name": "党员承诺", "met": 24, "due": 24, "unit": "人", "url": "#"},
            {"name": "来信", "met": 0, "due": 0, "unit": "件"},
        ],
        "due_items": [
            {"due": date(2010, 9, 12), "title": "答复17号诉求", "words": "首问：刘敏 · 时限9月12日", "acts": [{"label": "答复", "url": "#", "kind": "main"}]},
            {"due": TODAY, "title": "批3篇读书笔记", "words": "最早的等了4天", "acts": [{"label": "批阅", "url": "#"}]},
            {"due": date(2010, 9, 17), "title": "“帮收秋粮”承诺公示满7天后确认无异议", "words": "第4天，目前0条异议；到期自动满足，有异议才需要您", "soft": True, "aside": "到时提醒"},
            {"due": date(2010, 9, 20), "title": "3名党员学时还差11", "words": "9月16日的会可补10", "acts": [{"label": "看名单", "url": "#"}]},
        ],
        "waiting": [
            {"title": "审2名党员新增的承诺", "words": "张大山：帮3户老人收秋粮；李秋生：夜巡河堤", "acts": [{"label": "看两条", "url": "#"}]},
            {"title": "孙立请假：9月16日集中学习", "words": "批准后自动排补课", "acts": [{"label": "准假", "url": "#"}, {"label": "不准", "url": "#"}]},
        ],
        "events": [
            {"on": date(2010, 9, 16), "title": "集中学习（补课并入）", "words": "19:30 · 村委会二楼 · 4学时 · 应到24人，其中3人兼补课", "links": [("手机点名单", "#"), ("打印签到纸", "#")]},
            {"on": date(2010, 9, 20), "title": "第二阶段要求截止", "words": "不自动转段；未满足的继续补"},
        ],
        "not_yours": [
            {"words": "8月学习台账、签到汇总：已生成，", "url": "#"},
            {"words": "第9期简报的本支部数据：已从事实取，不必上报"},
        ],
    }  # fmt: skip


def phone() -> dict[str, Any]:
    """A member's own page and the list at the door."""
    return {
        "mine": [
            {"due": date(2010, 9, 15), "kind": "lack", "title": "写一句：生产路三组段清障做完没有", "words": "您的承诺第2步", "acts": [{"label": "写一句", "url": "#", "kind": "main"}]},
            {"due": date(2010, 9, 16), "when": "9月16日，周四19:30", "title": "集中学习，村委会二楼，4学时", "words": "到场由组织者点名；手机不必带", "acts": [{"label": "请假", "url": "#"}]},
            {"due": date(2010, 9, 20), "title": "学时35/40，还差5", "words": "16日的会可补4；还差1，支部会另排", "acts": [{"label": "看明细", "url": "#"}]},
        ],
        "people": [
            {"id": 1, "name": "陈国栋", "how": "present"},
            {"id": 2, "name": "孙立", "how": "leave", "note": "请假 · 市里培训"},
            {"id": 3, "name": "张大山", "how": "present", "note": "兼补8月5日的课"},
            {"id": 4, "name": "李秋生"},
            {"id": 5, "name": "陈有福", "fixed": "送课上门", "note": "9月18日送课上门"},
            {"id": 6, "name": "吕建军", "how": "absent", "note": "要补课", "note_kind": "lack"},
        ],
        "door_tabs": [("全部24", "#", True), ("未记4", "#", False), ("要补课3", "#", False)],
        "door_counts": {"present": 18, "due": 24, "leave": 1, "taught": 1, "absent": 0, "open": 4},
        "questions": [
            {"name": "q1", "words": "答应的事做到了没有", "choices": [("4", "好"), ("3", "较好"), ("2", "一般"), ("1", "差")], "chosen": "3"},
            {"name": "q2", "words": "有事找得到人没有", "choices": [("4", "好"), ("3", "较好"), ("2", "一般"), ("1", "差")], "error": "还没有选"},
        ],
    }  # fmt: skip


def public() -> dict[str, Any]:
    """Promises and postings as the public sees them."""
    return {
        "promises": [
            {
                "number": "一",
                "words": "年内修通三组到石桥的1.2公里生产路。",
                "steps": [
                    {"on": date(2010, 7, 30), "name": "路基平整", "state": "done", "kind": "met", "words": "按期做到"},
                    {"on": date(2010, 8, 31), "name": "路面硬化", "state": "miss", "kind": "lack", "words": "过期14天，还没有说明"},
                    {"on": date(2010, 9, 25), "name": "三组段占地谈妥", "state": "now", "kind": "wait", "words": "正在办，余11天"},
                    {"on": date(2010, 11, 15), "name": "验收通车", "state": "", "kind": "wait", "words": "还没到期"},
                ],
                "votes": [Part("做到了", 9, "s4"), Part("做了一半", 14, "s2"), Part("没做到", 11, "s0")],
                "vote_total": 34,
            },
            {
                "number": "二",
                "words": "秋收前组织党员帮6户留守老人收粮。",
                "steps": [
                    {"on": date(2010, 9, 10), "name": "排出帮工名单", "state": "done", "kind": "late", "words": "9月12日补上，迟2天"},
                ],
                "note": "公示第4天，满7天后请群众认定。",
                "note_url": "#",
                "note_label": "对这项提异议",
            },
        ],
        "postings": [
            {"title": "支部承诺第三项（帮收秋粮）", "url": "#", "first": date(2010, 9, 10), "last": date(2010, 9, 17), "left": 3, "open": True, "words": "村党支部公示 · 目前0条异议", "object_url": "#"},
            {"title": "生产路占地补偿表", "url": "#", "first": date(2010, 8, 20), "last": date(2010, 8, 27), "words": "异议2条，采纳1条，都已答复"},
        ],
    }  # fmt: skip
