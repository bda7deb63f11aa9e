"""Settings of the manual."""

project = "争优 Zhengyou"
author = "Zhengyou contributors"
extensions = ["myst_parser"]
html_theme = "furo"
language = "zh_CN"
exclude_patterns = ["_build"]
html_title = project
myst_heading_anchors = 3
