"""One text, several matters: proposed only where each part surely points to a body of its own."""

from dataclasses import replace

import pytest

from pqrs.law import Kind
from pqrs.office.portions import (
    FIRST_DECIDES,
    MOST_PORTIONS,
    find_portions,
    kinds_apart,
    suggest_by_matters,
)
from tests.office.routed import router as shared
from tests.office.routed import rows, single_matters, two_matters

LAMP = "El bombillo del poste de mi cuadra está dañado"
PAPER = "necesito un certificado de residencia"
BRIBE = "denuncio que se robaron la plata del contrato de la vía"


@pytest.fixture(scope="module")
def router():
    return shared()


def bodies(portions):
    return [one.suggestion.competent for one in portions]


def test_each_matter_has_its_words_its_body_and_its_kind(router):
    lamp, paper = find_portions(router, f"{LAMP} y además {PAPER}.")

    assert ["PLAN", "GOB"] == bodies((lamp, paper))
    assert (LAMP, f"y además {PAPER}.") == (lamp.words, paper.words)
    assert kinds_apart((lamp, paper)) == (lamp.suggestion.kind, paper.suggestion.kind)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hola",
        "Hola. Buenas. Gracias. ¡Urgente!",
        LAMP,
        f"{LAMP}. Además todos los bombillos de la otra calle están dañados y oscuros.",
        f"{LAMP} y además {BRIBE}.",
        f"{LAMP}. También buenas tardes. Y otra cosa: gracias.",
        f"{LAMP} y además {PAPER}. " + "Muchas gracias por todo lo que hacen. " * 60,
    ],
)
def test_one_matter_is_not_parted_nor_a_report_nor_a_text_too_long_to_tell(router, text):
    assert () == find_portions(router, text)


def test_what_says_nothing_by_itself_goes_with_its_neighbour(router):
    text = f"Buenas tardes vecinos. {LAMP}. Gracias. Otra cosa. {PAPER}. Por último, gracias."

    lamp, paper = find_portions(router, text)

    assert f"Buenas tardes vecinos. {LAMP}. Gracias." == lamp.words
    assert f"Otra cosa. {PAPER}. Por último, gracias." == paper.words


def test_a_list_with_numbers_says_that_something_else_begins(router):
    assert ["PLAN", "GOB"] == bodies(find_portions(router, f"1. {LAMP} 2. {PAPER}"))


def test_without_a_word_that_links_each_must_be_almost_certain(router):
    hardly = "En la casa de la juventud no hay guitarras. Los muchachos pedimos quien enseñe."
    assert ["PLAN", "GOB"] == bodies(find_portions(router, f"{LAMP}. {PAPER.capitalize()}."))
    assert () == find_portions(router, hardly)


def test_where_the_whole_is_counts_for_each_part(router):
    text = f"En Villagorgona no hay agua hace tres días y además {PAPER}"
    declared = f"No hay agua hace tres días y además {PAPER}"

    assert ["EXT-ACUAVALLE", "GOB"] == bodies(find_portions(router, text))
    assert ["EXT-ACUAVALLE", "GOB"] == bodies(find_portions(router, declared, place="VILLAGORGONA"))
    assert ["EMC", "GOB"] == bodies(find_portions(router, declared))


def test_matters_of_one_kind_keep_one_term(router):
    portions = find_portions(router, f"{LAMP} y además {PAPER}.")
    alike = tuple(
        replace(one, suggestion=replace(one.suggestion, kind=Kind.CLAIM)) for one in portions
    )

    assert () == kinds_apart(alike)
    assert () == kinds_apart(())


def test_more_matters_than_a_petition_may_have_are_for_a_person(router):
    matters = (
        LAMP, PAPER, "quiero inscribirme al subsidio de vivienda nueva",
        "no pasa el carro de la basura", "el semáforo está dañado",
        "quiero cupo para mi hija en el colegio", "me cobraron mal el impuesto predial",
    )  # fmt: skip
    found = find_portions(router, " y además ".join(matters[:MOST_PORTIONS]))
    assert MOST_PORTIONS == len(found)
    assert () == find_portions(router, " y además ".join(matters))


def test_a_single_matter_is_hardly_ever_parted():
    """A false proposal costs a look; it must be rare. The figures: docs/routing.md."""
    texts, false = single_matters()

    assert texts >= 900
    assert false <= texts * 0.01


def test_two_matters_are_mostly_found_with_the_offices_of_both():
    texts, found, right = two_matters()

    assert texts >= 60
    assert found >= texts * 0.70
    assert right >= texts * 0.58


def test_the_first_matter_decides_where_the_words_of_all_point_elsewhere(router):
    lamps = "el poste, la lámpara, el bombillo y la luminaria no alumbran"
    text = f"Quiero el certificado de residencia. Además {lamps}."
    whole, found = router.suggest(text), suggest_by_matters(router, text)

    assert ("PLAN", "GOB") == (whole.competent, found.competent)
    assert found.reason.startswith(FIRST_DECIDES)
    assert found.confidence <= whole.confidence
    assert ["GOB", "PLAN"] == list(found.alternatives.departments[:2])


def test_a_chosen_topic_or_a_single_matter_stays_as_the_router_says(router):
    for text, topic in ((f"{LAMP} y además {PAPER}", "GO-CER-01"), (LAMP, None), ("", None)):
        assert router.suggest(text, topic) == suggest_by_matters(router, text, topic)


def test_when_a_person_decides_the_reason_says_so_once(router):
    for row in rows("two_matters.csv"):
        found = suggest_by_matters(router, row["text"])
        says_so = found.reason.count("Decide una persona.")
        assert says_so <= 1
        if found.reason.startswith(FIRST_DECIDES):
            assert found.needs_person == ("una persona" in found.reason)
