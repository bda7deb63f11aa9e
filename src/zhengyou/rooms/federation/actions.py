"""Link installations, hand sums upwards, take sums in."""

import hashlib
import json
import re
from datetime import date
from typing import Any

from django.db.models import Max

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.measures import MEASURES
from zhengyou.core.models import Organisation
from zhengyou.core.rollup import Window
from zhengyou.core.signing import public_key, sign, signed_by
from zhengyou.core.trail import author, next_number
from zhengyou.rooms.federation.imports import Bundle, Sent, read_bundle, read_sent
from zhengyou.rooms.federation.models import DeliveredSum, Delivery, Partner
from zhengyou.rooms.federation.queries import bundle_of, partner_by_key, partners_at, written

KEY = re.compile(r"[0-9a-f]{64}")
AT_ONCE = 2000  # rows written by one statement


@action()
def register_partner(by: Any, organisation: Organisation, *, key: str) -> Partner:
    """登记联网单位 — from today another installation hands in an organisation's sums, signed with this key.

    Refused for the root, which is ours to add up, and where a partner above or below would count twice.
    """
    key = key.strip().lower()
    if not KEY.fullmatch(key):
        raise Refused("公钥应是64位十六进制数字：请对方在联网汇总页或用zhengyou sums key抄出来。")
    if organisation.parent_id is None:
        raise Refused(f"{organisation}是本机的最上级，它的数由本机汇总，不能登记为联网单位。")
    if linked := partners_at(organisation).first():
        raise Refused(f"{linked}已经是联网单位，和{organisation}的数会重复；请先结束它的联网。")
    if linked := partner_by_key(key).select_related("organisation").first():
        raise Refused(f"这把公钥已经登记给{linked}，一把公钥只代表一个单位。")
    return Partner.objects.create(organisation=organisation, key=key, entered_by=author(by))


@action()
def end_partner(by: Any, partner: Partner) -> Partner:
    """结束联网 — take nothing more that the partner's key has signed; what was handed in stays."""
    if partner.ended_on is not None:
        raise Refused(f"{partner}的联网已经结束。")
    partner.ended_on = clock.today()
    partner.save(update_fields=["ended_on"])
    return partner


@action()
def hand_up(
    by: Any,
    under: Organisation,
    *,
    measures: list[str],
    levels: int = 0,
    since: date | None = None,
    until: date | None = None,
) -> str:
    """上报汇总数 — sums of an organisation as signed text, for the level above; returns the file's content.

    A share travels as the sums of its parts. ``levels`` says how many levels below the top are told one by
    one. The bundle bears the number of its own entry in the trail, so the next one's is always higher.
    """
    last = until or clock.today()
    if not measures:
        raise Refused("请至少选一项指标。")
    if unknown := [name for name in measures if name not in MEASURES]:
        raise Refused(f"没有指标{'、'.join(unknown)}；有：{'、'.join(sorted(MEASURES))}。")
    if once := [MEASURES[name].title for name in measures if MEASURES[name].counts_once]:
        raise Refused(f"{'、'.join(once)}按人去重，两处的人可能是同一个，不能相加，所以不上报。")
    if since and since > last:
        raise Refused("时段的起在止以后。")
    content = bundle_of(under, measures=measures, levels=levels, window=Window(last, since))
    text = written(content | {"number": next_number()})
    return json.dumps({"bundle": text, "signature": sign(text), "key": public_key()}, ensure_ascii=False)


@action()
def receive_sums(by: Any, sent: str) -> Delivery:
    """接收上报 — a signed bundle becomes a delivery, whole or not at all.

    Refused where the signature is not that of a registered key, where the number is not above the last one
    taken, where the sender is not the one it was, and where the content is not in order.
    """
    found = read_sent(sent)
    partner = _sender(found)
    bundle = read_bundle(found.bundle)
    _refuse_older(partner, bundle)
    _refuse_another(partner, bundle)
    delivery = Delivery.objects.create(
        organisation=partner.organisation,
        entered_by=author(by),
        partner=partner,
        sha256=hashlib.sha256(found.bundle.encode()).hexdigest(),
        **{
            name: getattr(bundle, name)
            for name in ("number", "made_at", "taken_at", "since", "until", "code", "name", "measures")
        },
    )
    DeliveredSum.objects.bulk_create(
        [DeliveredSum(delivery=delivery, **vars(line)) for line in bundle.sums], batch_size=AT_ONCE
    )
    return delivery


def _sender(found: Sent) -> Partner:
    """The partner whose key signed; a stranger cannot tell an unknown key from a wrong signature."""
    partner = partner_by_key(found.key).select_for_update().first()
    if not signed_by(found.key, found.bundle, found.signature) or partner is None:
        raise Refused("签名不对，或者这把公钥没有在这里登记，没有收。")
    return partner


def _refuse_older(partner: Partner, bundle: Bundle) -> None:
    # By key, not by partner: a link that ended and began again must not open the door to old bundles.
    last = Delivery.objects.filter(partner__key=partner.key).aggregate(last=Max("number"))["last"]
    if last is not None and bundle.number <= last:
        raise Refused(f"{partner}的第{last}号已经收到，第{bundle.number}号不比它新，没有收。")


def _refuse_another(partner: Partner, bundle: Bundle) -> None:
    """What one key hands in is always the same organisation's, else sums of different things stand in one row."""
    before = partner.deliveries.first()
    if before is not None and before.code != bundle.code:
        raise Refused(
            f"{partner}以前报的是“{before.name}”（{before.code}）的数，这次是“{bundle.name}”（{bundle.code}）的，"
            "没有收。要换单位，请先结束联网，再重新登记。"
        )
