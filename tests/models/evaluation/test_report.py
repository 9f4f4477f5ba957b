from copy import deepcopy

import pytest

from models.evaluation.report import error_lines, format_report
from models.evaluation.score import align_documents


@pytest.fixture
def alignments(document, bombing):
    wrong = deepcopy(bombing) | {"type": "shelling", "attackers": [], "date": None}
    wrong["location"] |= {"country": "IQ"}
    wrong["casualties"].pop()
    extra = {"type": "arson", "triggers": []}
    return align_documents([document], {"tal": [wrong, extra]})


def test_tables(alignments):
    lines = format_report(alignments, errors=0).splitlines()
    assert lines[0] == "all events: 1 documents, record F1 30.0 (95% 30.0-30.0)"
    assert lines[1] == "field             P      R     F1   gold   pred"
    assert lines[3] == "event          50.0   50.0   50.0      2      2"
    assert "status accuracy over matched  100.0   n=1" in lines
    middle = lines.index("main events only")
    assert lines[middle + 3] == "event          50.0  100.0   66.7      1      2"
    assert lines[-1].startswith("country accuracy over matched")


def test_error_lines(alignments):
    assert list(error_lines(alignments[0])) == [
        "tal: missed armed_assault ['raided']",
        "tal: bombing ['bombed'] type: gold bombing · predicted shelling",
        "tal: bombing ['bombed'] attackers: gold Rebels · predicted none",
        "tal: bombing ['bombed'] location: gold Tal, SY · predicted Tal, IQ",
        "tal: bombing ['bombed'] date: gold 2024-07-29 to 2024-07-29 · predicted none",
        "tal: bombing ['bombed'] casualties: gold killed target 12-12; killed target 3-3"
        " · predicted killed target 12-12",
        "tal: extra arson []",
    ]


def test_only_the_first_errors_are_shown(alignments):
    plain = format_report(alignments, errors=0)
    shown = format_report(alignments, errors=2)
    assert shown.removeprefix(plain).strip().splitlines() == list(error_lines(alignments[0]))[:2]


def test_open_ended_tolls(document, raid):
    (alignment,) = align_documents([document], {"tal": [raid | {"casualties": []}]})
    assert "tal: armed_assault ['raided'] casualties: gold injured target 3- · predicted none" in error_lines(
        alignment
    )
