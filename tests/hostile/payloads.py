"""Texts that would do or pretend something wherever they were read as more than text."""

from __future__ import annotations

from typing import Final

PAYLOADS: Final = {
    "script": "<script>window.pwned=1</script> linkki",
    "image": "\"><img src=x onerror=\"window.pwned=2\"> '><svg onload='window.pwned=3'>",
    "frame": '<iframe srcdoc="<script>parent.pwned=4</script>"></iframe> kehys',
    "link": '<a href="javascript:window.pwned=5">linkki</a> [linkki](javascript:window.pwned=6)',
    "markdown": "# Otsikko [Kirjaudu](https://vieras.example) ![kuva](https://vieras.example/x.png)",
    "listed": "- **lihava** _vino_ `koodi` :red[punainen] :material/home: ~~yli~~ <https://vieras.example>",
    "latex": r"$\href{https://vieras.example}{x}$ $$\frac{1}{2}$$ \(x\)",
    "entity": "&lt;script&gt;window.pwned=7&lt;/script&gt; &amp; &#106;avascript&colon;",
    "template": "{{7*7}} {% raw %} {kunta} %(nimi)s ${nimi} <%= 7*7 %>",
    "formula": '=HYPERLINK("https://vieras.example";"Avaa") +1 -1 @SUM(1+1)',
    "split": "eka;=1+1;@SUM(1+1);-2+3\t+4\n=5+5",
    "typst": '#image("x.png") #raw("x") $ sum $ @viite <merkki> *x* _y_ \\ ] ) // /*',
    "long": "Kunnallisvalitusmenettelyohjelmistopäivitys" * 4,
    "signs": "👩‍👩‍👧‍👦🇫🇮 a\u200bb\u200dc\u2060d\u00ade Z̷̡̛ͣ\u0303a 日本語 العربية",
    "script_end": "</script></style></title></textarea>--><script>window.pwned=8</script>",
    "plotly": '<b>lihava</b><br><a href="https://vieras.example">linkki</a><span style="x">',
}
"""By what each would be where it was believed; `pwned` tells that something has run."""
