"""活动档案 — a campaign whole in one zip of open formats, with a page that says what lies where."""

import csv
import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from typing import Any

from django.template.loader import render_to_string

from zhengyou.core.engines import Live
from zhengyou.core.language import in_writing
from zhengyou.core.papers import to_docx
from zhengyou.packs import write_yaml
from zhengyou.rooms.campaigns.papers.closing import closing_report
from zhengyou.rooms.campaigns.queries import closing_of, final_of, kept_of

TOLD = {
    "stages": "阶段",
    "requirements": "要求，印发时的样子",
    "changes": "要求的变更，从哪天起、为什么",
    "plans": "各单位怎样执行：照此执行、结合实际调整、报备的方案",
    "exemptions": "例外，按组织和事由计数，不写人名",
    "progress": "最后一天各组织的应达与已达，含所辖",
    "figures": "活动期内的各项数据，按组织，含所辖",
}


def archive_of(campaign: Any, papers: Mapping[str, bytes] | None = None) -> bytes:
    """The archive as a file; ``papers`` are other papers to lie in it, by name.

    Nothing in it depends on this system: text, CSV with a heading, JSON, Word.
    """
    with in_writing():
        files = _files(campaign) | {f"papers/{name}": content for name, content in (papers or {}).items()}
    told = {name: hashlib.sha256(content).hexdigest() for name, content in sorted(files.items())}
    files["SHA256SUMS"] = "".join(f"{digest}  {name}\n" for name, digest in told.items()).encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(files.items()):
            # The same campaign gives the same file: an archive carries no hour of packing.
            archive.writestr(zipfile.ZipInfo(f"{campaign.code}/{name}"), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _files(campaign: Any) -> dict[str, bytes]:
    tables, closing, final = kept_of(campaign, Live()), closing_of(campaign), final_of(campaign, Live())
    files = {f"{name}.csv": _csv(rows) for name, rows in tables.items() if rows}
    files["campaign.json"] = _json({"campaign": _about(campaign, closing), **tables})
    files["papers/closing_report.docx"] = to_docx(closing_report(campaign, closing, final))
    if campaign.pack:
        files["pack.yaml"] = write_yaml(campaign.pack).encode()
    if campaign.notice:
        files["notice.txt"] = campaign.notice.text.encode()
    told = [(f"{name}.csv", words) for name, words in TOLD.items() if f"{name}.csv" in files]
    page = {"campaign": campaign, "closing": closing, "final": final, "tables": told, "files": sorted(files)}
    files["index.html"] = render_to_string("campaigns/archive.html", page).encode()
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
