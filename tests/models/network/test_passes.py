from models.network.passes import padded_length, passes


def test_lengths_are_padded_to_few_shapes():
    assert [padded_length(n) for n in (1, 32, 33, 500, 512, 600)] == [32, 32, 64, 512, 512, 600]


def test_windows_of_one_padded_length_share_a_pass():
    assert list(passes([60, 5, 40, 512, 32], pass_tokens=None)) == [[1, 4], [2, 0], [3]]


def test_a_pass_holds_its_budget_or_one_window():
    assert list(passes([32] * 5 + [512], pass_tokens=64)) == [[0, 1], [2, 3], [4], [5]]


def test_no_windows_are_no_passes():
    assert list(passes([], pass_tokens=64)) == []
