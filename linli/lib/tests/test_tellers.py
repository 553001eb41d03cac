"""Those who tell are asked in the order they joined, each once."""

from linli.lib.tellers import Tellers


def test_every_teller_is_asked_once_in_order_and_what_joins_later_is_heard():
    told = Tellers[[str], str]()
    assert not told
    assert told.told("东湖") == []
    first = told.join(lambda where: [f"{where}图书馆", f"{where}礼堂"])
    second = told.join(lambda where: iter([f"{where}食堂"]))
    told.join(first)
    assert told
    assert told.told("东湖") == ["东湖图书馆", "东湖礼堂", "东湖食堂"]
    assert second("翠湖")
