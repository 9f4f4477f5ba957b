import time
from concurrent.futures import ThreadPoolExecutor

from models.records import Article, ModelInfo, Options
from service.engines import SerialEngine


class WatchedEngine:
    """Notes how many calls it is in at once."""

    info = ModelInfo(name="watched", version="1")

    def __init__(self):
        self.running = 0
        self.most = 0

    def extract(self, article, *, options):
        self.running += 1
        self.most = max(self.most, self.running)
        time.sleep(0.01)
        self.running -= 1
        return article.id


def test_one_article_at_a_time():
    watched = WatchedEngine()
    engine = SerialEngine(engine=watched)
    with ThreadPoolExecutor(max_workers=4) as pool:
        articles = [Article(text="A", id=str(number)) for number in range(8)]
        answers = list(pool.map(lambda article: engine.extract(article, options=Options()), articles))
    assert answers == [article.id for article in articles]
    assert watched.most == 1
    assert engine.info is watched.info
