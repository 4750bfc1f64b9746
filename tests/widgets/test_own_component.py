"""Components of our own: Streamlit knows them wherever the project is run from."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from components.exports.deck import ASSETS


def draw_deck() -> None:
    """What AppTest runs: a page with a deck, drawn twice as two runs of a script do."""
    import streamlit as st  # noqa: PLC0415 - AppTest runs the body of this function alone

    from components.exports.deck import Deck  # noqa: PLC0415
    from components.widgets.deck import deck_part  # noqa: PLC0415

    with st.container():
        deck_part(Deck("<p>1</p>", (), "id"), alone=False, key="one").send()
    deck_part(Deck("<p>2</p>", (), "id"), alone=True, key="two").send()


def test_script_and_style_are_files_of_ours() -> None:
    """The page names files of our folder, so that no script text is sent to be run."""
    app = AppTest.from_function(draw_deck, default_timeout=30).run()
    assert not app.exception
    drawn = [part.proto for part in app.get("bidi_component")]
    assert len(drawn) == 2
    for proto in drawn:
        assert proto.component_name == "strategiapeili.deck"
        assert (proto.js_content, proto.css_content) == ("", "")
        assert (ASSETS / proto.js_source_path).is_file()
        assert (ASSETS / proto.css_source_path).is_file()
    assert not app.run().exception


def test_folder_of_assets_holds_nothing_else() -> None:
    """All that lies in the folder is given to any browser that asks."""
    assert {file.suffix for file in ASSETS.iterdir()} == {".css", ".js", ".woff"}
