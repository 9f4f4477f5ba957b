import re

from structlog.testing import capture_logs


def test_a_request_is_a_line_of_the_log(client, article):
    with capture_logs() as logs:
        client.post("/v1/extract?title=x", data=article.encode(), content_type="text/plain")
    (line,) = [entry for entry in logs if entry["event"] == "request"]
    assert (line["route"], line["method"], line["status"], line["caller"]) == (
        "/v1/extract",
        "POST",
        200,
        "anonymous",
    )
    assert line["bytes_in"] == len(article.encode())
    assert line["ms"] > 0


def test_unknown_paths_and_methods_are_not_logged_as_sent(client):
    with capture_logs() as logs:
        client.open("/secret-path", method="SECRET")
    assert "secret" not in str(logs).lower()


def test_the_time_of_each_stage_is_told(client, article):
    timing = client.post("/v1/extract", json={"text": article}).headers["Server-Timing"]
    assert [part.split(";")[0] for part in timing.split(", ")] == ["receive", "check", "write", "total"]
    assert all(re.fullmatch(r"\w+;dur=\d+\.\d", part) for part in timing.split(", "))
