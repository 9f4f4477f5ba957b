from models.network.features import pair_features
from models.text.words import split_words

WORDS = split_words("The attack hit a base. Attackers fled. A second attack hit the base later")
ATTACK, BASE, ATTACKERS, SECOND = (1, 1), (4, 4), (6, 6), (11, 11)


def features(left: tuple[int, int], right: tuple[int, int]) -> tuple[int, int, int, int]:
    found = pair_features(WORDS, [left], [right], triggers=[ATTACK, ATTACKERS, SECOND])
    return (
        int(found.distance_PQ),
        int(found.sentence_PQ),
        int(found.between_PQ),
        int(found.overlap_PQ),
    )


def test_distance_is_signed_and_grows_in_powers_of_two() -> None:
    near, far, back = features(ATTACK, (2, 2)), features(ATTACK, SECOND), features(SECOND, ATTACK)
    assert 8 < near[0] < far[0]
    assert back[0] < 8


def test_sentence_distance_is_centred_on_the_same_sentence() -> None:
    assert features(ATTACK, BASE)[1] == 4
    assert features(ATTACK, ATTACKERS)[1] == 5
    assert features(SECOND, ATTACK)[1] == 2


def test_between_counts_the_triggers_in_between() -> None:
    assert features(ATTACK, BASE)[2] == 1
    assert features(ATTACK, (14, 14))[2] == 3


def test_overlap_tells_same_words_from_shared_and_other_words() -> None:
    assert features(ATTACK, SECOND)[3] == 3
    assert features((10, 11), ATTACK)[3] == 2
    assert features((10, 11), (3, 4))[3] == 0
