"""The server that strangers try: one for all of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.analysis.making import MALLIKUNTA, PROJECT
from tests.server.serving import address, served
from tests.server.test_live import Server


@pytest.fixture(scope="package")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The whole product serving Mallikunta."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    with served(PROJECT, elsewhere, str(MALLIKUNTA)) as (process, line):
        yield Server(process, address(line))
        assert process.poll() is None, "the server is gone"
