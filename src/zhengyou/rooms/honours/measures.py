"""Numbers about honours: they say what was given, and never give points, or what was judged would count twice."""

from zhengyou.core.measures import measure


@measure(of="honour_held", unit="项荣誉")
def honours_held():
    """现有荣誉数 — honours that organisations and their members hold on a day.

    某一天还有效的荣誉：已经决定授予，没有到期，也没有撤销；个人的荣誉算在所在组织。
    """
    return "count(*)"


@measure(of="honour_revoked", unit="项荣誉")
def honours_revoked():
    """撤销荣誉数 — honours that were taken back.

    决定授予以后又撤销的荣誉，算在撤销的那一天。
    """
    return "count(*)"
