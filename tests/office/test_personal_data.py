"""What a public text must not say of who asked."""

import pytest

from pqrs.office.personal_data import KnownPerson, personal_data_in

ANA = KnownPerson("Ana María Peña", "1112345678", "300 123 4567", "Calle 5 # 4-20")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Se responde que el hueco de la calle 9 se arregla el 12 de mayo.", ()),
        ("Señora ANA MARIA  PEÑA, cédula 1.112.345.678:", ("name", "document")),
        ("Al teléfono 300-123-4567 o en la CALLE 5  # 4-20", ("phone", "address")),
        ("Escriba a ana@example.com", ("email",)),
        ("Ana vive en otra calle, y el radicado es 2026-000123-4.", ()),
    ],
)
def test_it_names_what_gives_the_person_away(text, found):
    assert found == personal_data_in(text, ANA)


def test_of_nobody_only_an_address_of_mail_is_looked_for():
    assert () == personal_data_in("Ana, 1112345678, Calle 5", KnownPerson())
    assert () == personal_data_in("Ana 12 Calle 5", KnownPerson(name="Ana", document="12"))
