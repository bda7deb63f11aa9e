"""What a column is called, and what none may be about (BOUNDARIES 1)."""

import re
import unicodedata

# What the product never holds: such a column is left out, and the report says so.
FORBIDDEN = (
    "民族", "宗教", "信仰", "政治态度", "政治倾向", "思想动态", "思想状况", "健康", "病史", "疾病", "残疾", "血型", "婚育", "生育",
    "婚姻", "照片", "相片", "人脸", "指纹", "位置", "轨迹", "定位",
)  # fmt: skip


def normal(text: str) -> str:
    """A heading as it is compared: 出 生 年 月（必填）* is 出生年月."""
    bare = re.sub(r"[\s*:]", "", unicodedata.normalize("NFKC", text))
    return re.sub(r"[(\[【〔].*[)\]】〕]$", "", bare) or bare


def is_forbidden(text: str) -> bool:
    """Whether a heading names what is never held."""
    return any(word in text for word in FORBIDDEN)
