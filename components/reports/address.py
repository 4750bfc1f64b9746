"""What an address on the web looks like: a host, an origin, the place of a whole service."""

import re
from typing import Final

HOST: Final = r"(?:[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?|\[[0-9a-f:.]+\])(?::\d{1,5})?"
ORIGIN: Final = re.compile(rf"(?P<scheme>https?)://(?P<host>{HOST})")
PUBLIC: Final = re.compile(rf"https?://{HOST}(?:/[A-Za-z0-9._~-]+)*")
"""It may lie below a path of a site; a slash at its end is taken off before."""
