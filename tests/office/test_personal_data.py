"""What a public text must not say of who asked, nor of for whom."""

import pytest

from pqrs.office.personal_data import KnownPerson, personal_data_in

ANA = KnownPerson("Ana María Peña", "1112345678", "300 123 4567", "Calle 5 # 4-20")
MARIA = KnownPerson(
    name="María Fernanda Pérez Gómez",
    document="1.112.345.678",
    phone="+57 300 123 4567",
    address="Cra 5 # 10-20, Villagorgona, Candelaria",
    body_name="Asociación de Madres del Cabuyal",
    body_document="900.123.456-7",
    represented_name="Sofía Pérez Ruiz",
)


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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "la señora María Pérez, celular 300 123 4567, Carrera 5 No. 10-20, por su hija",
            ("name", "phone", "address"),
        ),
        ("PEREZ GOMEZ, MARIA F.", ("name",)),
        ("la señora Fernanda de la Pérez", ("name",)),
        ("María pidió lo mismo que hace un año pidió otro señor Gómez", ()),
        ("los Pérez, Pérez y Pérez", ()),
        ("la niña Sofía Ruiz", ("represented",)),
        ("la asociación de madres del CABUYAL", ("body",)),
        ("una asociación de madres", ()),
        ("NIT 900123456", ("document",)),
        ("la cédula 1'112.345.678", ("document",)),
        ("57 (300) 1234567", ("phone",)),
        ("la KRA. 5 N° 10 - 20 de Villagorgona", ("address",)),
        ("la carrera 5 con calle 10", ()),
    ],
)
def test_what_was_kept_is_found_in_its_usual_spellings(text, found):
    assert found == personal_data_in(text, MARIA)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a nombre de otro, 16.987.654", ("number",)),
        ("identificado con C.C. 987654", ("number",)),
        ("1112345679", ("number",)),
        ("llame al 315 987 65 43", ("number",)),
        ("llame al +57 (315) 987-6543", ("number",)),
        ("costó $ 16.987.654", ()),
        ("costó 16.987.654 pesos", ()),
        ("el radicado 2026-000123-4 y el predio 378-123456", ()),
        ("la Resolución 1234 del 12 de mayo de 2026, a las 10:30", ()),
        ("el conmutador (602) 264 6233", ()),
    ],
)
def test_a_number_shaped_like_a_persons_is_found_whoevers_it_is(text, found):
    assert found == personal_data_in(text, KnownPerson())


def test_of_nobody_no_name_and_no_address_is_looked_for():
    assert () == personal_data_in("Ana, Calle 5", KnownPerson())
    assert () == personal_data_in("Ana 12 Calle 5", KnownPerson(name="Ana", document="12"))
    assert ("address",) == personal_data_in("la calle 5", KnownPerson(address="Calle 5"))
