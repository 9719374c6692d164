"""What entity.toml may say beside the key steps."""

import pytest

from pqrs.office.guide import Guide, GuideLanguage, faults_of, guide_of

LANGUAGE = {"name": "Nasa Yuwe", "lang": "pbb", "steps": ["Uno", "Dos"]}


def test_what_is_written_holds_and_the_rest_is_empty():
    assert Guide() == guide_of({})
    spoken = {"name": "Wayuunaiki", "lang": "guc", "url": "https://ejemplo.test/a"}
    assert Guide(
        "https://ejemplo.test/v",
        (
            GuideLanguage("Nasa Yuwe", "pbb", ("Uno", "Dos")),
            GuideLanguage("Wayuunaiki", "guc", (), "https://ejemplo.test/a"),
        ),
    ) == guide_of(
        {"sign_language_video": "https://ejemplo.test/v", "languages": [LANGUAGE, spoken]}
    )
    assert [] == list(faults_of({"sign_language_video": "", "languages": [LANGUAGE, spoken]}))


@pytest.mark.parametrize(
    ("table", "key"),
    [
        ({"video": ""}, "video"),
        *(({"sign_language_video": value}, "sign_language_video") for value in (3, "http://x")),
        *(
            ({"languages": value}, "languages")
            for value in (
                "Nasa Yuwe",
                ["Nasa Yuwe"],
                [{"name": "Nasa Yuwe", "lang": "pbb"}],
                [{**LANGUAGE, "lang": ""}],
                [{**LANGUAGE, "steps": "Uno"}],
                [{**LANGUAGE, "steps": [""]}],
                [{**LANGUAGE, "url": "http://x"}],
                [{**LANGUAGE, "more": "x"}],
            )
        ),
    ],
)
def test_a_mistake_is_named(table, key):
    assert [key] == [found for found, _what in faults_of(table)]
