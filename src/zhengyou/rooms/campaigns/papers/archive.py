"""活动档案 — a campaign whole in one zip of open formats, with a page that says what lies where."""

import csv
import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from typing import Any

from django.template.loader import render_to_string

from zhengyou.core.engines import Live
from zhengyou.core.language import in_writing
from zhengyou.core.papers import to_docx
from zhengyou.packs import write_yaml
from zhengyou.rooms.campaigns.papers.closing import closing_report
from zhengyou.rooms.campaigns.queries import closing_of, final_of, tables_of

TOLD = {
    "stages": "阶段",
    "requirements": "要求，印发时的样子",
    "changes": "要求的变更，从哪天起、为什么",
    "plans": "各单位怎样执行：照此执行、结合实际调整、报备的方案",
    "exemptions": "例外，按组织和事由计数，不写人名",
    "progress": "最后一天各组织的应达与已达，含所辖",
    "figures": "活动期内的各项数据，按组织，含所辖",
}


# Papers of other rooms that lie in every archive: their file name, and what makes them of a campaign.
ENCLOSED: dict[str, Callable[[Any], bytes]] = {}
Watch = Callable[[str, int, int], None]


def enclosed(name: str) -> Callable[[Callable[[Any], bytes]], Callable[[Any], bytes]]:
    """附件 — let a paper of another room lie in every archive, whoever makes it."""

    def keep(made: Callable[[Any], bytes]) -> Callable[[Any], bytes]:
        ENCLOSED[name] = made
        return made

    return keep


def archive_of(campaign: Any, watch: Watch = lambda step, done, total: None) -> bytes:
    """The archive as a file; ``watch`` is told which part is made, how many are, and of how many.

    Nothing in it depends on this system: text, CSV with a heading, JSON, Word.
    """
    with in_writing():
        files = _files(campaign, watch)
    told = {name: hashlib.sha256(content).hexdigest() for name, content in sorted(files.items())}
    files["SHA256SUMS"] = "".join(f"{digest}  {name}\n" for name, digest in told.items()).encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(files.items()):
            # The same campaign gives the same file: an archive carries no hour of packing.
            archive.writestr(zipfile.ZipInfo(f"{campaign.code}/{name}"), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _files(campaign: Any, watch: Watch) -> dict[str, bytes]:
    parts = len(TOLD) + len(ENCLOSED) + 1
    tables, closing = {}, closing_of(campaign)
    for name, rows in tables_of(campaign, Live()):
        tables[name] = rows
        watch(TOLD[name], len(tables), parts)
    files = {f"{name}.csv": _csv(rows) for name, rows in tables.items() if rows}
    for n, (name, made) in enumerate(sorted(ENCLOSED.items()), len(tables) + 1):
        files[f"papers/{name}"] = made(campaign)
        watch(name, n, parts)
    final = final_of(campaign, Live())
    files["campaign.json"] = _json({"campaign": _about(campaign, closing), **tables})
    files["papers/closing_report.docx"] = to_docx(closing_report(campaign, closing, final))
    if campaign.pack:
        files["pack.yaml"] = write_yaml(campaign.pack).encode()
    if campaign.notice:
        files["notice.txt"] = campaign.notice.text.encode()
    told = [(f"{name}.csv", words) for name, words in TOLD.items() if f"{name}.csv" in files]
    page = {"campaign": campaign, "closing": closing, "final": final, "tables": told, "files": sorted(files)}
    files["index.html"] = render_to_string("campaigns/archive.html", page).encode()
    watch("index.html", parts, parts)
    return files


def _about(campaign: Any, closing: Any) -> dict[str, Any]:
    plain = ("code", "name", "theme", "number", "starts_on", "ends_on", "issued_on")
    words = {"closed_on": closing.closed_on, "closing": closing.words} if closing else {}
    return {n: getattr(campaign, n) for n in plain} | {"organisation": campaign.organisation.code} | words


def _csv(rows: list[dict[str, Any]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(rows[0]))
    writer.writeheader()
    writer.writerows({name: _plain(value) for name, value in row.items()} for row in rows)
    return text.getvalue().encode("utf-8-sig")  # spreadsheets take it for Chinese by its mark


def _plain(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else value


def _json(told: dict[str, Any]) -> bytes:
    return json.dumps(told, ensure_ascii=False, indent=1, default=str).encode()
