"""Where the places that an article names are: toponyms to GeoNames.

Data: GeoNames (https://www.geonames.org), CC BY 4.0, with tables of our own beside it.
"""

from dragoman.places.gazetteer import Gazetteer
from dragoman.places.place import Place, fold
from dragoman.places.places import Places
from dragoman.places.toponym import Toponym, ToponymKind

__all__ = ["Gazetteer", "Place", "Places", "Toponym", "ToponymKind", "fold"]
