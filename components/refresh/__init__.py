"""Fetches fresh observations from Statistics Finland and Sotkanet; no page ever does."""

from components.refresh.command import refresh
from components.refresh.services import SERVICES, Service

__all__ = ["SERVICES", "Service", "refresh"]
