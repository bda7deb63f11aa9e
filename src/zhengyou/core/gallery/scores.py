"""样例得分 — a score opened down to its facts, and the ballots by source."""

from __future__ import annotations

from typing import Any

from ..pictures import Band, Bar, Part


def score() -> dict[str, Any]:
    """A score of 88.05, opened."""
    facts = {
        "title": "29个到期步骤，26个有交代，3个没有",
        "note": "事实表：承诺步骤 · 最近一条9月12日21:04",
        "columns": [{"label": x} for x in ("承诺", "步骤", "到期", "情况")],
        "rows": [
            {"cells": ["党员电教室每周开放", "8月第4周", "8月29日", {"kind": "lack", "words": "到期16天，没有交代"}]},
            {"cells": ["修通三组到石桥的生产路", "路面硬化1.2公里", "8月31日", {"kind": "lack", "words": "到期14天，没有交代"}]},
            {"cells": ["帮6户留守老人收秋粮", "排出帮工名单", "9月10日", {"kind": "late", "words": "9月12日补录，计入，显示为迟"}]},
        ],
        "more": "全部29个",
        "more_url": "#",
    }  # fmt: skip
    one = {
        "name": "A1到期步骤兑现",
        "source": "承诺",
        "sum": "26/29步 × 25",
        "full": 25,
        "points": 22.41,
        "lost": 2.59,
    }
    two = {
        "name": "A2群众认定做到",
        "source": "群众评诺",
        "sum": "11/12项 × 15",
        "full": 15,
        "points": 13.75,
        "lost": 1.25,
    }
    return {
        "score": {
            "title": "石桥村党支部 · 中期考评",
            "points": 88.05,
            "full": 100,
            "previous": 83.2,
            "bands": [Band("后进（60以下）", 0, 60), Band("中间", 60, 85), Band("先进（85以上）", 85, 100)],
            "band_words": "在“先进”档",
            "words": "本支部上次83.20（细线），高4.85分。只分档，不排名次。会议次数、学时、信息报送不计分。",
            "acts": [
                {"label": "这个数不对", "url": "#", "icon": "flag"},
                {"label": "打印考评单", "url": "#", "icon": "printer"},
            ],
            "acts_words": "提出后转给事实的填写人，5个工作日内答复，期间照旧显示",
        },
        "criteria": [
            {
                "name": "A承诺兑现",
                "full": 40,
                "points": 36.16,
                "lost": 3.84,
                "open": True,
                "children": [{**one, "open": True, "facts": facts, "url": "#"}, {**two, "url": "#"}],
            },
            {
                "name": "B诉求与整改",
                "full": 25,
                "points": 21.75,
                "lost": 3.25,
                "children": [{"name": "B1诉求办结并确认", "source": "事项", "sum": "17/19件 × 15", "full": 15, "points": 13.42, "lost": 1.58}],
            },
            {"name": "D扣分", "source": "事项", "sum": "1件超时限10个工作日以上", "points": -1, "lost": 1},
        ],
        "total": {"full": 100, "points": 88.05, "lost": 11.95, "sum": "40 + 25 + 35 = 100"},
        "scheme": {"words": "考评办法：青创先办〔2010〕11号，", "url": "#", "label": "第2版"},
        "losses": [
            Bar("A1到期步骤", 2.59),
            Bar("C2同级与上级", 1.8, "theirs"),
            Bar("B2问题整改", 1.67),
            Bar("B1诉求办结", 1.58),
            Bar("A2群众认定", 1.25, "theirs"),
        ],
        "ways": [
            {"title": "把3个到期步骤交代清楚，可回2.59分", "words": "做了就写一句，没做就写何时做；没做仍不计分。"},
            {"title": "测评失3.86分", "words": "由评议人决定，不列“怎样提高”。"},
        ],
        "ballots": ballots(),
    }  # fmt: skip


def ballots() -> list[dict[str, Any]]:
    """Ballots by source; two small groups are folded into one."""

    def line(source: str, group: str, sent: int | None, votes: str, points: float) -> dict[str, Any]:
        counts = [int(v) for v in votes.split()]
        words = ("好", "较好", "一般", "差")
        parts = [Part(w, n, s) for w, n, s in zip(words, counts, ("s4", "s3", "s2", "s0"), strict=True)]
        return {
            "source": source,
            "group": group,
            "sent": sent,
            "back": sum(counts),
            "parts": parts,
            "points": points,
        }

    return [
        line("党员测评（下级）", "本支部党员", 24, "14 6 2 0", 90.9),
        line("同级与上级", "邻近支部、镇党委（合并）", 10, "5 4 1 0", 88),
        line("群众评议", "村民小组一、二", None, "11 6 2 0", 89.5),
        line("群众评议", "村民小组三、四", None, "8 6 1 1", 85.6),
        {
            "source": "群众评议",
            "group": "商户、外来务工",
            "back": 6,
            "folded": True,
            "words": "两组各不足5票，合成一组，只计入合计",
        },
    ]  # fmt: skip
