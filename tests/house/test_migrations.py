"""A new house gets its tables quickly: an index or constraint stands with its model."""

from tests.house.folding import fold, our_migrations


def test_no_index_or_constraint_stands_apart_from_the_model_it_could_be_made_with():
    apart = [
        f"script/fold_migrations {each.app_label} {each.name}"
        for each in our_migrations()
        if len(fold(each)) < len(each.operations)
    ]
    assert not apart, "\n".join(apart)
