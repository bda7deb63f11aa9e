"""A pack in words, for the terminal and for pages."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from zhengyou.packs.telling.vocabulary import CATEGORIES, EVERY, KINDS, PAPERS, PRESENT, title, word

LINES = (
    ("tasks", "任务（由人落实）"),
    ("criteria", "标准"),
    ("mechanisms", "机制"),
)


def look_backs(pack: dict[str, Any], stage: int) -> list[str]:
    """回头看 — the items of a stage (from 0) in words."""
    names = {asked["code"]: asked["name"] for asked in pack.get("requirements", [])}
    return [_look_back(pack, item, names) for item in pack["stages"][stage].get("look_back", [])]


def _look_back(pack: dict[str, Any], item: str | dict[str, Any], names: dict[str, str]) -> str:
    if isinstance(item, str):
        return item
    if "requirement" in item:
        return f"{names[item['requirement']]}（自动打勾）"
    return str(item.get("words") or word(pack, "transition_meeting"))


def summary(pack: dict[str, Any]) -> str:
    """One line: code, name, days, how much it asks."""
    counts = f"{len(pack['stages'])}个阶段 {len(pack.get('requirements', []))}条要求"
    return f"{pack['code']}  {pack['name']}  {pack['starts_on']}至{pack['ends_on']}  {counts}"


def told(pack: dict[str, Any]) -> Iterator[str]:
    """The whole of a pack, line by line, each with the place it stands on."""
    yield summary(pack)
    if pack.get("about"):
        yield f"  {pack['about']}{_source(pack)}"
    if plans := pack.get("own_plans"):
        due = f"{plans['due_on']}前" if "due_on" in plans else ""
        yield f"  各单位{due}报送{word(pack, 'plan')}，由{plans['accepted_by']}审定{_source(plans)}"
    yield from _supervision(pack)
    yield from _words_of_its_own(pack)
    yield from _list("对象", pack, "audiences", lambda a: f"{a['name']}  {a['means']}{_whom(a)}")
    yield word(pack, "stage")
    for n, stage in enumerate(pack["stages"]):
        yield from _stage(pack, n, stage)
    yield from _list("要求（由指标自动计）", pack, "requirements", lambda a: _requirement(pack, a))
    for key, head in LINES:
        yield from _list(head, pack, key, _line)
    for made in pack.get("criteria_sets", []):
        yield f"标准：{made['name']}{_source(made)}"
        yield from (f"  {_line(line)}" for line in made["items"])
    yield from _list(
        "承诺主题", pack, "pledge_themes", lambda t: f"{t['name']}{_after('  ', t.get('about'))}{_whom(t)}"
    )
    yield from _list(
        "学习专题", pack, "topics", lambda t: t["name"] + ("（本单位自定）" if t.get("own") else "")
    )
    yield from _list(
        "读物", pack, "readings", lambda r: r["name"] + ("（必读）" if r.get("required") else "")
    )
    yield from _list(word(pack, "honour"), pack, "honours", _honour)
    yield from _list(
        "文书", pack, "documents", lambda d: f"{PAPERS[d['kind']]}：{d['name']}{_after('  ', d.get('by'))}"
    )


def _list(title: str, pack: dict[str, Any], key: str, tell: Any) -> Iterator[str]:
    parts = pack.get(key, [])
    if parts:
        yield title
    for part in parts:
        yield f"  {tell(part)}{_source(part) if tell is not _line else ''}"


def _supervision(pack: dict[str, Any]) -> Iterator[str]:
    said = pack.get("supervision", {})
    if said:
        focus = f"  重点督促{said.get('focus_least', 2)}至{said.get('focus_most', 3)}个单位"
        yield f"{word(pack, 'supervision_group')}{focus}{_source(said)}"
    yield from (f"  看：{_line(line)}" for line in said.get("checks", []))


def _words_of_its_own(pack: dict[str, Any]) -> Iterator[str]:
    own = pack.get("vocabulary", {})
    if own:
        yield "用词"
        yield "  " + "、".join(f"{word({}, key)}称“{said}”" for key, said in own.items())


def _stage(pack: dict[str, Any], n: int, stage: dict[str, Any]) -> Iterator[str]:
    yield f"  {n + 1} {stage['name']}  {stage['starts_on']}至{stage['ends_on']}{_source(stage)}"
    yield from (f"      {word(pack, 'look_back')}：{words}" for words in look_backs(pack, n))
    if stage.get("look_back"):
        steps = [f"{'、'.join(PRESENT[p] for p in stage['present'])}到会"] if stage.get("present") else []
        steps += ["要申请"] if stage.get("application", True) else ["不用申请"]
        steps += ["要检查"] if stage.get("inspection", stage.get("application", True)) else ["不检查"]
        yield f"      {word(pack, 'gate')}：{'，'.join(steps)}"


def _requirement(pack: dict[str, Any], asked: dict[str, Any]) -> str:
    needs = _after("：", needs_told(asked.get("needs", {})))
    told = f"{asked['name']}  {_each(pack, asked)}  规则{title(asked['rule'])}（{asked['rule']}）{needs}"
    for category, other in asked.get("needs_by_category", {}).items():
        told += f"；{CATEGORIES[category]}：{needs_told(other)}"
    late = f"，迟录{asked['late_days']}天内算数" if asked.get("late_days") else ""
    cost = f"  每次{asked['minutes']}分钟" if "minutes" in asked else ""
    times = f"×{asked['times']}次" if "minutes" in asked and asked.get("times", 1) > 1 else ""
    return f"{told}  截止{asked['due_on']}{late}{cost}{times}"


def needs_told(needs: dict[str, str]) -> str:
    """The numbers of a requirement, each with its measure."""
    return "，".join(f"{title(measure)}不少于{value}" for measure, value in needs.items())


def _each(pack: dict[str, Any], asked: dict[str, Any]) -> str:
    """Whom a requirement asks, in words; of an audience only what is narrowed further."""
    audiences = {audience["code"]: audience for audience in pack.get("audiences", [])}
    known = audiences.get(asked.get("audience", ""), {})
    narrowed = {k: v for k, v in asked.items() if k in ("categories", "posts") and v != known.get(k)}
    if known:
        return f"对象：{known['name']}{_whom(narrowed)}"
    kinds = "、".join(KINDS[k] for k in asked.get("kinds", []) if k != "branch") or word(pack, "branch")
    each = {"person": f"每名{word(pack, 'member')}", "organisation": f"每个{kinds}", "fact": "逐件"}
    return each[asked["grain"]] + _whom(narrowed)


def _whom(part: dict[str, Any]) -> str:
    said = [KINDS[k] for k in part.get("kinds", [])] + [CATEGORIES[c] for c in part.get("categories", [])]
    said += part.get("posts", [])
    return f"（{'、'.join(said)}）" if said else ""


def _honour(honour: dict[str, Any]) -> str:
    quota = honour.get("quota", {})
    most = f"  不超过{quota['at_most']}个" if "at_most" in quota else ""
    share = f"  不超过{quota.get('of', '总数')}的{_percent(quota['share'])}" if "share" in quota else ""
    days = f"  公示{honour['public_notice_days']}天" if honour.get("public_notice_days") else ""
    given = [line if isinstance(line, str) else line["what"] for line in honour.get("conditions", [])]
    return f"{honour['name']}{most}{share}{days}{_after('  条件：', '；'.join(given))}"


def _percent(share: str) -> str:
    return f"{float(Fraction(share) * 100):g}%"


def _line(line: str | dict[str, Any]) -> str:
    if isinstance(line, str):
        return line
    who = f"{line['who']}：" if line.get("who") else ""
    every = f"  {EVERY[line['every']]}" if line.get("every") else ""
    due = f"  截止{line['due_on']}" if line.get("due_on") else ""
    points = f"  {line['points']}分" if line.get("points") else ""
    return f"{who}{line['what']}{every}{due}{points}{_source(line)}"


def _after(before: str, words: str | None) -> str:
    return f"{before}{words}" if words else ""


def _source(part: Any) -> str:
    return f"  〔{part['source']}〕" if isinstance(part, dict) and part.get("source") else ""
