"""Why an engine has no records for an article that is fine in itself."""


class Overloaded(Exception):
    """More is waiting than can be answered in time."""

    def __init__(self, *, retry_after: float) -> None:
        super().__init__("more articles are waiting than can be read in time")
        self.retry_after = retry_after


class Unavailable(Exception):
    """No model process answers: it is starting, or it has died."""


class Expired(Exception):
    """The caller's time was up before the article was read."""


class Poisonous(Exception):
    """The article has ended a model process twice."""


class ExtractionFailed(Exception):
    """The model failed on this article; its own log says where."""
