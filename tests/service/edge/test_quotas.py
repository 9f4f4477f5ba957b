from service.keys import add_key
from tests.service.assertions import assert_problem


def post(client, text="A quiet day.", **headers):
    return client.post("/v1/extract", json={"text": text}, headers=headers)


def test_requests_over_the_quota_are_refused_until_the_window_ends(make_client):
    client = make_client(rate_requests="2/minute")
    first, second, third = (post(client) for _ in range(3))
    assert (first.status_code, second.status_code) == (200, 200)
    assert_problem(third, 429, says="2 per 1 minute")
    assert third.json["code"] == "quota_spent"
    assert 0 < int(third.headers["Retry-After"]) <= 60
    assert first.headers["RateLimit-Policy"] == '"requests";q=2;w=60'
    assert first.headers["RateLimit"].startswith('"requests";r=1;t=')
    assert client.get("/livez").status_code == 200


def test_characters_are_counted_by_the_text(make_client, engine):
    client = make_client(rate_characters="20/hour")
    assert post(client, "A" * 15).status_code == 200
    assert post(client, "A" * 6).json["code"] == "quota_spent"
    assert len(engine.asked) == 1


def test_each_key_has_its_own_quota(make_client, tmp_path):
    path = tmp_path / "keys.json"
    tokens = [add_key(path, name=name, scopes=["extract"], expires=None)[1] for name in "ab"]
    client = make_client(rate_requests="1/minute", keys_file=path)
    statuses = [post(client, Authorization=f"Bearer {token}").status_code for token in tokens + tokens]
    assert statuses == [200, 200, 429, 429]


def test_without_quotas_there_are_no_headers(client):
    assert "RateLimit" not in post(client).headers


def test_workers_share_the_count(make_client, tmp_path):
    clients = [make_client(rate_requests="1/minute", runtime_dir=tmp_path) for _ in range(2)]
    assert [post(client).status_code for client in clients] == [200, 429]
