"""Everything that can be done about people on the move."""

from zhengyou.rooms.mobility.actions.contacts import record_contact
from zhengyou.rooms.mobility.actions.residence import end_residence, record_service, register_residence
from zhengyou.rooms.mobility.actions.transfers import (
    DAYS,
    cancel_transfer,
    close_transfer,
    receive_transfer,
    return_transfer,
    start_transfer,
)

__all__ = [
    "DAYS",
    "cancel_transfer",
    "close_transfer",
    "end_residence",
    "receive_transfer",
    "record_contact",
    "record_service",
    "register_residence",
    "return_transfer",
    "start_transfer",
]
