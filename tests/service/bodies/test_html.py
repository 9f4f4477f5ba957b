import pytest
from trafilatura.utils import line_processing, trim

from service.bodies.html import read_page
from service.problems import Problem


def test_a_page_s_date_is_not_guessed(page):
    undated = "\n".join(line for line in page.splitlines() if "published_time" not in line)
    found = read_page(undated.replace("on Friday", "on 8 March 2024"))
    assert "8 March 2024" in found["text"]
    assert found["published_at"] is None


@pytest.mark.parametrize("page", ["", "<html></html>", "<script>alert(1)</script>", "<" * 1000, "\x00"])
def test_a_page_without_an_article(page):
    with pytest.raises(Problem) as caught:
        read_page(page)
    assert (caught.value.status, caught.value.code) == (422, "no_article")


def test_a_page_of_too_many_tags():
    with pytest.raises(Problem) as caught:
        read_page("<p>a" * 20_001)
    assert (caught.value.status, caught.value.code) == (413, "page_too_large")


def test_scripts_and_comments_are_no_article(page):
    hidden = page.replace("<p>Two", "<script>var secret = 1</script><!-- secret --><p>Two")
    assert "secret" not in read_page(hidden)["text"]


def test_no_page_is_kept_in_memory(page):
    read_page(page)
    assert trim.cache_info().currsize == line_processing.cache_info().currsize == 0
