import pytest
from tokenizers import Tokenizer
from tokenizers.models import WordLevel

from models.text.windows import WindowConfig, cut_windows
from models.text.words import split_words

SMALL = WindowConfig(size=20, overlap=8)


def test_a_short_text_is_one_window(tokenizer: Tokenizer) -> None:
    cut = cut_windows(split_words("Rebels shelled the town."), tokenizer=tokenizer, config=SMALL)
    assert len(cut.token_ids) == 1
    assert cut.places == ((0, 1), (0, 2), *cut.places[2:])


@pytest.mark.parametrize("length", [1, 19, 20, 21, 32, 33, 200])
def test_every_word_is_read_in_some_window_at_its_own_subtoken(tokenizer: Tokenizer, length: int) -> None:
    words = split_words(" ".join(["market", "bomb"][i % 2] for i in range(length)))
    cut = cut_windows(words, tokenizer=tokenizer, config=SMALL)
    for number, (window, position) in enumerate(cut.places):
        first = tokenizer.token_to_id(["market", "bomb"][number % 2])
        assert cut.token_ids[window][position] == first
    assert max(map(len, cut.token_ids)) <= SMALL.size + 2


def test_a_word_is_read_where_it_has_context_on_both_sides(tokenizer: Tokenizer) -> None:
    words = split_words("the " * 60)
    cut = cut_windows(words, tokenizer=tokenizer, config=SMALL)
    inner = [position for window, position in cut.places if 0 < window < len(cut.token_ids) - 1]
    assert min(inner) > SMALL.overlap // 2 - 1
    assert max(inner) <= SMALL.size - SMALL.overlap // 2 + 1


def test_words_without_subtokens_are_read_as_unknown(tokenizer: Tokenizer) -> None:
    cut = cut_windows(split_words("bomb \u200b\u0300 x"), tokenizer=tokenizer, config=SMALL)
    assert all(0 < position < len(cut.token_ids[window]) for window, position in cut.places)


def test_a_tokenizer_without_special_tokens_is_refused() -> None:
    bare = Tokenizer(WordLevel({"bomb": 0}, unk_token="bomb"))
    with pytest.raises(ValueError, match=r"\[UNK\]"):
        cut_windows(split_words("bomb"), tokenizer=bare, config=SMALL)
