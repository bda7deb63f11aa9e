"""Facts about campaigns."""

from zhengyou.rooms.campaigns.models.campaigns import Campaign, Notice, Plan, Requirement, Stage

__all__ = ["Campaign", "Notice", "Plan", "Requirement", "Stage"]
