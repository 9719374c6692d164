"""Danger to life in the words: found, and few false alarms."""

import pytest

from pqrs.office.danger import tells_of_danger

DANGER = """
Huele a gas en toda la cuadra
hay un fuerte olor a gas en mi casa
se siente escape de gas en el edificio
un cable pelado echa chispas en el parque
el poste esta que se cae y tiene cables en el piso
el transformador esta botando candela
SE ESTA CAYENDO EL PUENTE
la pared de mi casa se me viene encima
el samán está a punto de caerse sobre la escuela
la casa del vecino se va a derrumbar
me van a matar si no pago
me dijeron que si no me voy me matan
estan extorsionando a los comerciantes
nos cobran vacuna en la galeria
mi marido me pega todos los dias
mi ex pareja me amenazo con un cuchillo
mi padrastro abusa de mi hermanita de 9 años, es una niña
están violando a una niña en esa casa
la vecina deja a los niños solos encerrados
mi hijo se quiere matar
mi hermana no quiere vivir
mi tia intento suicidarse anoche
me quiero morir ayudenme
mi papa se esta muriendo y no lo atienden en urgencias
la ambulancia nunca llego y el señor estaba inconsciente
se desbordo el rio y hay gente atrapada
el agua nos llega a la cintura
estamos inundados y hay ancianos
se esta quemando la casa de al lado
hay un incendio en la bodega y hay gente adentro
la alcantarilla esta sin tapa y un niño se puede caer
se robaron la tapa del alcantarillado, hueco destapado
recibi amenazas de muerte por ser lider
aparecio un panfleto con mi nombre
un señor con machete persigue a la gente
hubo una balacera y estamos encerrados
el abuelo esta convulsionando
mi bebe no puede respirar
mi hija desaparecio desde ayer
se metio el rio a las casas
mi esposo me golpeo y me saco de la casa
corre peligro la vida de mi familia
la cuerda de la luz esta en el suelo
mi vecino maltrata a sus hijos, los golpea con una correa
me mordió un perro en la pierna
las abejas atacaron a mi abuela
no me entregan la insulina
"""
NO_DANGER = """
la calle tiene muchos huecos
no pasa el carro de la basura
quiero el certificado de residencia
maten los zancudos que nos van a matar de dengue jajaja
el perro del vecino ladra toda la noche
mi esposo y yo queremos un subsidio de vivienda
necesito cupo para mi hijo en el colegio
el gas subio de precio
instalacion de gas natural en la casa
la luz de la calle no prende
solicito charla de prevencion del suicidio en el colegio
taller de prevencion del abuso a niños
el techo de la escuela tiene goteras
los niños se mojan en el salon
mi papa no recibe el subsidio
mi hijo no tiene vacuna
jornada de vacunacion para perros
el rio esta contaminado
me mata el ruido de la cantina
quiero sembrar un arbol
poda del arbol porque caen hojas
el predial me esta matando
me cobran el agua muy cara
el bus deja a la gente sola
la camara de comercio me cobra
las camaras de seguridad estan dañadas
el parque tiene los juegos caidos
mi mama esta sola y necesita el subsidio
cable de internet para la escuela
el semaforo no cambia
queremos un puente peatonal
el profesor grita a los niños
la niña quiere clases de danza
cobran la vacuna del perro
se cayo la pagina de la alcaldia
se me cayo el carro en un hueco
la casa de la cultura esta abierta
la alcantarilla esta tapada
felicito a los bomberos por apagar el incendio de ayer en el lote
el pozo septico esta lleno
murio mi papa y no tengo para el entierro
me amenazaron con quitarme el puesto en la plaza
la violencia contra la mujer merece una campaña
el arma del celador es vieja
copia del contrato de la obra del puente
mi hijo perdio el año
"""


@pytest.mark.parametrize("text", DANGER.strip().splitlines())
def test_danger_is_found(text):
    assert tells_of_danger(text)


@pytest.mark.parametrize("text", NO_DANGER.strip().splitlines())
def test_an_ordinary_matter_is_no_alarm(text):
    assert not tells_of_danger(text)


def test_accents_capitals_and_commas_do_not_matter():
    assert tells_of_danger("ESTÁ,   SALIENDO… un OLÓR a   GÁS!!!")


@pytest.mark.parametrize("filler", ["mi hija ni ", "casa ", "a", "\0", "gas huele "])
def test_a_very_long_text_is_read_quickly(filler):
    tells_of_danger(filler * (20_000 // len(filler)))
