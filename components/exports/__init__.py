"""Files that leave the service."""
