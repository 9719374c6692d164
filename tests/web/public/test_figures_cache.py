"""One computation a version, whoever asks and however many."""

from concurrent.futures import ThreadPoolExecutor

from pqrs.web.public.figures_cache import FiguresCache, packed


def test_a_thousand_readers_cost_one_computation():
    cache, made = FiguresCache(), []

    def make():
        made.append(1)
        return packed("cifras", "text/plain")

    with ThreadPoolExecutor(8) as readers:
        answers = list(readers.map(lambda _: cache.get((1, 1), "html", make), range(1000)))

    assert 1 == len(made)
    assert 1 == len({id(answer) for answer in answers})


def test_a_new_version_drops_what_was_kept():
    cache = FiguresCache()
    cache.get(1, "html", lambda: packed("viejo", "text/plain"))
    cache.get(2, "csv", lambda: packed("nuevo", "text/plain"))

    assert ["csv"] == list(cache.answers)
