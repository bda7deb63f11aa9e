"""Facts about people on the move: hand-overs, contacts with those away, service where one lives."""

from zhengyou.rooms.mobility.models.contacts import Contact
from zhengyou.rooms.mobility.models.residence import Residence, Service
from zhengyou.rooms.mobility.models.transfers import Transfer

__all__ = ["Contact", "Residence", "Service", "Transfer"]
