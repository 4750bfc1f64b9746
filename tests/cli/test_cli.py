"""The command line: what is printed, where, and with which exit status."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from components import __main__, cli, server
from components.i18n import LANGUAGES
from components.loading import SCHEMAS, schema_text
from tests.loading.roots import BASE, STRATEGY, added, changed, copied

if TYPE_CHECKING:
    from pathlib import Path

Served = list[tuple["Path", str, int]]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the smallest valid root."""
    return copied(tmp_path)


@pytest.fixture
def broken(root: Path) -> Path:
    """A root with two problems, one of them with signs that a workflow command must escape."""
    changed(root, STRATEGY, "adopted_by:", "adoptd_by:")
    changed(root, STRATEGY, "what: approved", 'what: "100%"')
    return root


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> Served:
    """What would be served, in the place of a server."""
    calls: Served = []
    monkeypatch.setattr(server, "serve", lambda *given: calls.append(given))
    return calls


def run(*arguments: str | Path) -> int:
    """The exit status of a command."""
    return cli.main([str(argument) for argument in arguments])


def test_check_of_a_sound_root(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No problems: a line that says so, one that says what will be seen, and status 0."""
    assert run("check", "--root", root) == 0
    out, err = capsys.readouterr()
    seen = "1 municipality, 1 sentence that can be compared"
    lacking = "0 without a theme, 1 without plain words, 1 without Swedish"
    assert out == f"No errors\n{seen}: {lacking}\n"
    assert err == ""


def test_check_tells_what_is_still_to_be_written(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The last line counts, in the chosen language and its plural, what sentences lack."""
    changed(root, STRATEGY, "            themes: [arki]\n", "")
    added(root, "toinen", "996")
    assert run("check", "--root", root, "--kieli", "fi") == 0
    assert capsys.readouterr().out.splitlines()[-1] == (
        "2 kuntaa, 2 lausetta vertailtavana: "
        "1 ilman teemaa, 2 ilman selitystä omin sanoin, 2 ilman ruotsinnosta"
    )


def test_check_as_text(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line a problem with its place and code, a count, and status 1."""
    assert run("check", "--root", broken) == 1
    out, err = capsys.readouterr()
    lines = out.splitlines()
    assert err == ""
    assert [line.split(": ")[:2] for line in lines[:2]] == [
        [f"{STRATEGY}:14:5", "wrong-value"],
        [f"{STRATEGY}:22:5", "unknown-key"],
    ]
    assert lines[1].endswith("unknown key 'adoptd_by' (did you mean 'adopted_by'?)")
    assert lines[2] == "2 errors"
    assert lines[3].startswith("0 municipalities, 0 sentences that can be compared: ")
    assert len(lines) == 4


def test_check_as_json(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same as data, for other programs."""
    assert run("check", "--root", broken, "--format", "json") == 1
    rows = json.loads(capsys.readouterr().out)
    assert [set(row) for row in rows] == [
        {"file", "line", "column", "code", "severity", "message"}
    ] * 2
    assert (rows[1]["file"], rows[1]["line"], rows[1]["column"]) == (STRATEGY, 22, 5)
    assert rows[1]["code"] == "unknown-key"


def test_check_of_a_sound_root_as_json(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No problems are an empty list."""
    assert run("check", "--root", root, "--format", "json") == 0
    assert json.loads(capsys.readouterr().out) == []


def test_check_for_github(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Annotations that stand beside the line in a pull request; per cent signs are escaped."""
    assert run("check", "--root", broken, "--format", "github") == 1
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith(f"::error file={STRATEGY},line=14,col=5,title=wrong-value::")
    assert "100%25" in first
    assert second.startswith(f"::error file={STRATEGY},line=22,col=5,title=unknown-key::")


def test_check_speaks_the_chosen_language(
    broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each language has its own sentences; places and codes are the same in all."""
    said = {}
    for language in LANGUAGES:
        assert run("check", "--root", broken, "--kieli", language) == 1
        said[language] = capsys.readouterr().out.splitlines()
    assert len({tuple(lines) for lines in said.values()}) == len(LANGUAGES)
    assert "tuntematon avain" in said["fi"][1]
    assert len({lines[1].partition(" ")[0] for lines in said.values()}) == 1


def test_check_of_a_folder_that_is_not_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A wrong root is a list of what is missing, not an exception."""
    assert run("check", "--root", tmp_path / "nowhere") == 1
    assert capsys.readouterr().out.splitlines()[-2] == "9 errors"


@pytest.mark.parametrize(
    "arguments",
    [
        ["chek"],
        ["check", "--format", "xml"],
        ["check", "--kieli", "de"],
        ["compare", "--json"],
        ["serve", "--port", "kahdeksan"],
    ],
    ids=" ".join,
)
def test_wrong_call(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """What cannot be understood ends with status 2 and says how to call."""
    with pytest.raises(SystemExit) as ended:
        run(*arguments)
    assert ended.value.code == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("usage: strategiapeili")


def test_help_describes_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    """Every command is listed with what it does."""
    with pytest.raises(SystemExit) as ended:
        run("--help")
    assert ended.value.code == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    described = {words[0]: words[1:] for words in lines if len(words) > 1}
    assert all(len(described[command]) >= 2 for command in cli.COMMANDS)


@pytest.mark.parametrize("command", cli.COMMANDS)
def test_every_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The options of each command can be asked for."""
    with pytest.raises(SystemExit) as ended:
        run(command, "--help")
    assert ended.value.code == 0
    assert f"strategiapeili {command}" in capsys.readouterr().out


def test_schema_is_written_and_checked(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each schema is out of date until it is written, and again when it was changed."""
    assert run("schema", "--root", root, "--check") == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines() == [
        f"{file} is out of date: run 'strategiapeili schema'" for file in SCHEMAS
    ]
    assert run("schema", "--root", root) == 0
    assert capsys.readouterr() == ("".join(f"{file}\n" for file in SCHEMAS), "")
    for file in SCHEMAS:
        assert (root / file).read_text(encoding="utf-8") == schema_text(file)
    assert run("schema", "--root", root, "--check") == 0
    (root / next(iter(SCHEMAS))).write_text("{}", encoding="utf-8")
    assert run("schema", "--root", root, "--check") == 1


def test_schema_that_cannot_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A root without strategies/ is a wrong call and one line."""
    assert run("schema", "--root", tmp_path) == 2
    out, err = capsys.readouterr()
    assert out == ""
    first = tmp_path / next(iter(SCHEMAS))
    assert err == f"{first} cannot be written: No such file or directory\n"


def test_compare_gives_shared_and_only(capsys: pytest.CaptureFixture[str]) -> None:
    """Every theme stands once, with the sentences of those who speak of it."""
    assert run("compare", "kemi", "kemijarvi", "--json") == 0
    result = json.loads(capsys.readouterr().out)
    assert result["versions"] == {"kemi": "kemi-2022", "kemijarvi": "kemijarvi-2024"}
    assert set(result) == {"versions", "values", "shared", "some", "only", "untouched"}
    assert set(result["only"]) == {"kemi", "kemijarvi"}
    entries = {
        "both": result["shared"],
        **{slug: result["only"][slug] for slug in ("kemi", "kemijarvi")},
    }
    for who, found in entries.items():
        for entry in found:
            speakers = {"kemi", "kemijarvi"} if who == "both" else {who}
            assert set(entry["statements"]) == speakers
            for said in entry["statements"].values():
                assert all(set(item) == {"id", "kind", "text"} for item in said)
                assert all(item["text"].strip() for item in said)
    themes = [entry["theme"] for found in entries.values() for entry in found]
    assert len(themes + result["untouched"]) == len(set(themes + result["untouched"])) == 16
    assert result["some"] == []
    shared = {value["name"] for value in result["values"] if value["shared"]}
    assert shared == {"Vastuullisuus"}


def test_compare_names_the_version_to_come(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What begins later is told under the version that is compared."""
    added(root, "toinen", "996")
    coming = "  - {id: tuleva, title: Tuleva, period: {start: 2099}}\nprojects:\n"
    changed(root, STRATEGY, "projects:\n", coming)
    assert run("compare", "toinen", "pikkukunta", "--root", root) == 0
    told = "Pikkukunta: tulossa on ”Tuleva” (2099 alkaen), joka ei ole vielä voimassa."
    assert told in capsys.readouterr().out


def test_compare_of_a_copied_root(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A municipality that was added by its file alone is compared like the others."""
    added(root, "toinen", "996")
    assert run("compare", "toinen", "pikkukunta", "--json", "--root", root) == 0
    result = json.loads(capsys.readouterr().out)
    assert [entry["theme"] for entry in result["shared"]] == ["arki"]
    assert list(result["versions"]) == ["toinen", "pikkukunta"]
    assert result["untouched"] == ["luonto"]


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["pikkukunta", "kemi"], "no municipality 'kemi' in the library (there are: pikkukunta)"),
        (["pikkukunta"], "name at least two municipalities, each of them once"),
        (["pikkukunta", "pikkukunta"], "name at least two municipalities, each of them once"),
    ],
    ids=["unknown", "one", "twice"],
)
def test_compare_of_what_cannot_be_compared(
    names: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A wrong name is one line on stderr and status 2."""
    assert run("compare", *names, "--json", "--root", BASE) == 2
    assert capsys.readouterr() == ("", f"{said}\n")


@pytest.mark.parametrize(
    ("arguments", "host", "port"),
    [
        (["serve"], "127.0.0.1", 8501),
        (["serve", "--host", "0.0.0.0", "--port", "80"], "0.0.0.0", 80),  # noqa: S104 - as asked
    ],
    ids=["default", "chosen"],
)
def test_serve_is_given_the_resolved_root(  # noqa: PLR0913, PLR0917 - a fixture for each part
    root: Path,
    served: Served,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    host: str,
    port: int,
) -> None:
    """A relative root is made whole, because the server changes its folder."""
    monkeypatch.chdir(root.parent)
    assert run(*arguments, "--root", "root/.") == 0
    assert served == [(root.resolve(), host, port)]


def test_serve_is_the_default(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    """The console script without a command serves the project itself, and ends with its status."""
    monkeypatch.setattr(sys, "argv", ["strategiapeili"])
    with pytest.raises(SystemExit) as ended:
        __main__.main()
    assert ended.value.code == 0
    assert served == [(cli.PROJECT, "127.0.0.1", 8501)]
    assert (cli.PROJECT / "strategies").is_dir()


HEAVY = {"pandas", "matplotlib", "plotly", "httpx", "streamlit"}


@pytest.mark.parametrize(
    ("arguments", "foreign"),
    [
        (["--help"], HEAVY | {"numpy", "pydantic", "yaml"}),
        (["check"], HEAVY | {"numpy"}),
        (["search", "energia"], HEAVY),
        (["align", "kemi", "kemijarvi"], HEAVY),
    ],
    ids=["help", "check", "search", "align"],
)
def test_a_command_imports_what_it_needs(arguments: list[str], foreign: set[str]) -> None:
    """A fresh process that has run the command knows nothing of what others need."""
    script = (
        "import sys; from components.__main__ import main\n"
        "try: main()\n"
        "except SystemExit as ended: assert not ended.code\n"
        "finally: print(*sys.modules, file=sys.stderr)"
    )
    ended = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=True
    )
    assert ended.stdout
    assert "components.cli" in ended.stderr.split()
    assert {name.partition(".")[0] for name in ended.stderr.split()}.isdisjoint(foreign)


def test_search_gives_the_best_first(capsys: pytest.CaptureFixture[str]) -> None:
    """Each hit tells whose it is, of what kind, its words and why; no more than the limit."""
    assert run("search", "uusiutuva energia", "--json", "--limit", "3") == 0
    hits = json.loads(capsys.readouterr().out)
    assert hits[0]["text"] == "Tuemme kestävästi edistämällä uusiutuvan energian hankkeita."
    assert hits[0]["municipality"] == "kemijarvi"
    assert "energia" in hits[0]["why"]
    assert len(hits) == 3
    assert all(set(hit) == {"id", "municipality", "kind", "text", "score", "why"} for hit in hits)
    assert [hit["score"] for hit in hits] == sorted((hit["score"] for hit in hits), reverse=True)


@pytest.mark.parametrize("limit", ["0", "-3"])
def test_search_for_nothing_is_refused(limit: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A limit that lets nothing through is a wrong call: what was found and what was expected."""
    assert run("search", "energia", f"--limit={limit}") == 2
    told = f"--limit is {limit}: at least 1 sentence must be let through\n"
    assert capsys.readouterr() == ("", told)


def test_align_gives_pairs_with_their_reasons(capsys: pytest.CaptureFixture[str]) -> None:
    """Each pair tells both sentences, how it came about and why; judged ones come first."""
    assert run("align", "kemi", "kemijarvi", "--json") == 0
    pairs = json.loads(capsys.readouterr().out)
    assert {pair["status"] for pair in pairs} == {"confirmed", "suggested"}
    assert all(pair["a"].startswith("kemi/") for pair in pairs)
    assert all(pair["b"].startswith("kemijarvi/") and pair["why"] for pair in pairs)


def test_align_with_an_unknown_municipality(capsys: pytest.CaptureFixture[str]) -> None:
    """One line on stderr names what is unknown and what there is; status 2."""
    assert run("align", "kemi", "atlantis", "--json") == 2
    assert "atlantis" in capsys.readouterr().err


def test_check_warns_of_themes_and_does_not_fail(capsys: pytest.CaptureFixture[str]) -> None:
    """Where the word list would set another theme the check says so, at the sentence's id."""
    assert run("check", "--kieli", "en") == 0
    lines = capsys.readouterr().out.splitlines()
    warnings = [line for line in lines if ": warning: theme-differs: " in line]
    assert warnings
    assert lines[-3:-1] == [f"{len(warnings)} warnings about themes", "No errors"]
    file, number, column, *_ = warnings[0].split(":")
    text = (cli.PROJECT / file).read_text(encoding="utf-8").splitlines()[int(number) - 1]
    assert text[int(column) - 1 :].startswith("id: ")


def test_check_warns_in_every_format(capsys: pytest.CaptureFixture[str]) -> None:
    """A warning is told from an error by its severity, and stands beside its line."""
    assert run("check", "--format", "json") == 0
    rows = json.loads(capsys.readouterr().out)
    assert {row["severity"] for row in rows} == {"warning"}
    assert run("check", "--format", "github") == 0
    assert all(line.startswith("::warning ") for line in capsys.readouterr().out.splitlines())


WRITTEN = {
    "as usual": ("- id: lahipalvelut\n            {text}", 0, 2),
    "in double quotes": ('- id: "lahipalvelut"\n            {text}', 0, 2),
    "in single quotes": ("- id: 'lahipalvelut'\n            {text}", 0, 2),
    "its key in quotes": ('- "id": lahipalvelut\n            {text}', 0, 2),
    "with a comment": ("- id: lahipalvelut  # ks. s. 4\n            {text}", 0, 2),
    "two blanks": ("- id:  lahipalvelut\n            {text}", 0, 2),
    "dash alone": ("-\n            id: lahipalvelut\n            {text}", 1, 2),
    "on the next line": ("- id:\n              lahipalvelut\n            {text}", 0, 2),
    "not first": ("- {text}\n            id: lahipalvelut", 1, 2),
    "in braces": ("- {{id: lahipalvelut, {text}, themes: [luonto]}}", 0, 3),
    "in braces, not first": ("- {{{text}, id: lahipalvelut, themes: [luonto]}}", 0, 42),
    "anchored": ("- id: &nimi lahipalvelut\n            {text}", 0, 2),
    "named before in a comment": (
        "# - id: lahipalvelut\n          - id: lahipalvelut\n            {text}",
        1,
        2,
    ),
}
"""The statement as YAML may spell it, and how many lines and columns on its id stands."""


def _written(root: Path, spelling: str) -> None:
    """Write the statement, whose theme the word list would not have set, in one of the ways."""
    changed(root, "data/themes.yaml", "fi: [palvelu]", "fi: [palvelut]")
    usual = "- id: lahipalvelut\n            text: Palvelut ovat lähellä jokaista.\n"
    themes = "            themes: [arki]\n"
    spelt = WRITTEN[spelling][0].format(text="text: Palvelut ovat lähellä jokaista.")
    left = "" if "{{" in WRITTEN[spelling][0] else themes.replace("arki", "luonto")
    changed(root, STRATEGY, usual + themes, f"{spelt}\n{left}")


@pytest.mark.parametrize("spelling", WRITTEN)
def test_check_finds_an_id_however_it_is_written(
    root: Path, capsys: pytest.CaptureFixture[str], spelling: str
) -> None:
    """The warning stands at the key of the id, in every format; nothing ends in a traceback."""
    _written(root, spelling)
    line, column = 27 + WRITTEN[spelling][1], 11 + WRITTEN[spelling][2]
    said = {}
    for form in ("text", "json", "github"):
        assert run("check", "--root", root, "--format", form) == 0
        said[form] = capsys.readouterr().out
    assert said["text"].startswith(f"{STRATEGY}:{line}:{column}: warning: theme-differs: ")
    (row,) = json.loads(said["json"])
    assert (row["line"], row["column"], row["code"]) == (line, column, "theme-differs")
    assert said["github"].startswith(f"::warning file={STRATEGY},line={line},col={column},")


def test_check_tells_the_errors_of_other_files_beside_a_warning(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An oddly written id in one file hides nothing that is wrong in another."""
    _written(root, "in double quotes")
    (root / "strategies/toinen.yaml").write_text("- a\n", encoding="utf-8")
    assert run("check", "--root", root) == 1
    out = capsys.readouterr().out
    assert "strategies/toinen.yaml:1:1: not-a-mapping: " in out
    assert f"{STRATEGY}:27:13: warning: theme-differs: " in out
