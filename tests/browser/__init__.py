"""The dashboard in a real Chromium: what only a browser can tell."""
