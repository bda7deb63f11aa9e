"""不做 — what no pack asks for: what is refused in a notice, and what only an app would come to ask for."""

import re

from zhengyou.reading import refused_by_limits
from zhengyou.reading.model import Item, Quantity

# What the words ask for, and what to do instead. A clause that forbids the thing is let be.
REFUSED = [
    (
        r"(?:上传|报送|提交|发送|附上?|留存)[^，。；]{0,8}(?:照片|图片|截图|视频|录像)|拍照|截图|截屏|摆拍",
        "不要照片、截图作凭据：事实登记在发生的地方就是凭据",
    ),
    (
        r"点赞|转发(?:量|数|率|到|至|朋友圈)|阅读量|浏览量|安装率|关注率|下载率|登录(?:次数|率|时长)|在线时长",
        "不数点赞、转发、安装、登录和在线时长",
    ),
    (
        r"(?:上报|报送|呈报|填报|报回|按[日周旬月季]报|每[日周旬月季]报)"
        r"[^，。；]{0,16}?(?:总结|小结|进展|情况|信息|台账|报表|简报|数据)",
        "系统知道的不再要人报：台账、简报和总结由系统汇总；请写成要求让指标自动计",
    ),
]
FORBIDDING = re.compile(
    r"(?:不得|严禁|禁止|不准|不许|不能|不再|取消|停止|不搞|不设|不要|不要求|无[需须]|不必|反对|防止|避免|免于?)[^，。；]{0,12}$"
)


def refusal_of(words: str) -> str:
    """Why a text cannot be asked for, and what to do instead; empty where nothing stands against it."""
    for pattern, instead in REFUSED:
        for found in re.finditer(pattern, words):
            if not FORBIDDING.search(words[: found.start()]):
                return f"“{found.group()}”：{instead}。请改写或删去"
    told = refused_by_limits(Item("requirement", words, 0, len(words)))
    return f"{told}请改写或删去" if told else ""


def refusal_of_points(words: str) -> str:
    """The same for a line that gives points: study and traces give none."""
    given = (Quantity(1, "分", "exactly"),)
    told = refused_by_limits(Item("criterion", words, 0, len(words), quantity=given))
    return f"{told}请去掉points，或改写" if told else refusal_of(words)
