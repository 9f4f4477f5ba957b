import pytest

from models import schema
from models.normalise.codes import category_of, codes_for


@pytest.mark.parametrize("attack_type", schema.ATTACK_TYPES)
def test_every_type_has_a_category_and_codes(attack_type):
    codes = codes_for(attack_type)
    assert category_of(attack_type)
    assert codes.plover in {"ASSAULT", "COERCE"}
    assert codes.gtd is None or 1 <= codes.gtd <= 9
    assert codes.muc4 in {None, "ATTACK", "BOMBING", "KIDNAPPING", "ARSON", "ROBBERY"}


def test_schemes_without_a_code_say_nothing():
    codes = codes_for("cyberattack")
    assert (codes.acled, codes.gtd, codes.muc4) == (None, None, None)
    assert codes.cameo == "176"


@pytest.mark.parametrize("read", [codes_for, category_of])
def test_an_unknown_type_is_refused(read):
    with pytest.raises(ValueError, match="tickling"):
        read("tickling")
