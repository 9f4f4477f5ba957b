import pytest

from service.bodies.ninjs import is_ninjs, read_item

TEXT = "Gunmen attacked the town hall of Ashdale on Monday, officials of the town said in the evening."


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (
            {
                "uri": "urn:1",
                "headline": "Attack",
                "body_text": TEXT,
                "versioncreated": "2024-03-14T08:30:00Z",
                "language": "en",
            },
            {
                "id": "urn:1",
                "title": "Attack",
                "text": TEXT,
                "published_at": "2024-03-14T08:30:00Z",
                "language": "en",
            },
        ),
        (
            {
                "uri": "urn:2",
                "headlines": [{"role": "main", "value": "Attack"}],
                "bodies": [
                    {"role": "main", "contenttype": "text/html", "value": "<p>Other.</p>"},
                    {"role": "main", "contenttype": "text/plain", "value": TEXT},
                ],
                "firstcreated": "2024-03-14",
            },
            {"id": "urn:2", "title": "Attack", "text": TEXT, "published_at": "2024-03-14"},
        ),
        (
            {"uri": "urn:3", "bodies": [{"contentType": "text/html", "value": f"<p>{TEXT}</p>"}]},
            {"id": "urn:3", "text": TEXT},
        ),
        ({"uri": "urn:4", "body_xhtml": f"<div><p>{TEXT}</p></div>"}, {"id": "urn:4", "text": TEXT}),
        (
            {"uri": "urn:5", "published": "2024-01-02", "versioncreated": "2024-01-03"},
            {"id": "urn:5", "published_at": "2024-01-02"},
        ),
        ({"uri": "urn:6", "headlines": [3], "bodies": "none"}, {"id": "urn:6"}),
    ],
)
def test_what_an_item_says(item, expected):
    assert read_item(item) == expected


@pytest.mark.parametrize(
    ("values", "is_item"),
    [({"uri": "urn:1"}, True), ({"uri": "x", "text": "A"}, False), ({}, False), ([], False)],
)
def test_an_item_is_told_from_a_request(values, is_item):
    assert is_ninjs(values) == is_item
