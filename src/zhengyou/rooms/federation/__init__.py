"""联网汇总 — an installation hands sums upwards, never people; the level above shows them beside its own.

Source: BOUNDARIES, personal data stays where it arose; 20, everything leaves in open formats.

    facts      Partner 联网单位, Delivery 上报, DeliveredSum 上报数
    actions    register_partner 登记联网单位, end_partner 结束联网, receive_sums 接收上报, hand_up 上报汇总数
    pages      sums 联网汇总, delivery 上报; for other installations: /api/sums/

A bundle is signed text; what it may hold and why stands in docs/decisions/0007-sums-travel-up-signed.md.
"""
